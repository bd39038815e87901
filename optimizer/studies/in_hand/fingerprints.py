"""What an answer was made from: versions, seed and hashes."""

from __future__ import annotations

import hashlib
from importlib.metadata import version

from optimizer.domain.catalog import Catalog
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Scenario


def problem_sha256(problem: Problem) -> str:
    """Hash of everything that decides a plan: the scenario as read, and the catalog."""
    return scenario_and_catalog_sha256(problem.scenario, problem.catalog)


def scenario_and_catalog_sha256(scenario: Scenario, catalog: Catalog) -> str:
    """The same hash, where the problem itself is not at hand."""
    text = scenario.model_dump_json() + catalog.sha256
    return hashlib.sha256(text.encode()).hexdigest()


def provenance(problem: Problem, seed: int, scenario_sha256: str) -> dict[str, str | int]:
    """Versions, seed and hashes, as a plan states them."""
    return {
        "triplane": version("triplane"),
        "ortools": version("ortools"),
        "seed": seed,
        "problem_sha256": problem_sha256(problem),
        "scenario_sha256": scenario_sha256,
        "catalog_sha256": problem.catalog.sha256,
    }
