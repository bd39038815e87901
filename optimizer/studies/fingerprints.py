"""What an answer was made from: versions, seed and hashes."""

from __future__ import annotations

import hashlib
from importlib.metadata import version

from optimizer.domain.problem import Problem


def problem_sha256(problem: Problem) -> str:
    """Hash of everything that decides a plan: the scenario as read, and the catalog."""
    text = problem.scenario.model_dump_json() + problem.catalog.sha256
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
