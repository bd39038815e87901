"""Plans of the shipped scenarios, each solved once, with the problem that each answers."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.planning.files import read_scenario
from optimizer.planning.problems import build_problem
from optimizer.planning.solving import solve
from optimizer.reading.catalog.reader import read_catalog

GALLERY = tuple(sorted((Path(__file__).parents[2] / "scenarios").glob("*.yaml")))
POSSIBLE = tuple(path for path in GALLERY if not path.stem.startswith("impossible"))


@cache
def catalog() -> Catalog:
    """The shipped catalog."""
    return read_catalog()


@cache
def problem_of(path: Path) -> Problem:
    """The problem of a shipped scenario."""
    return build_problem(read_scenario(path, catalog()).scenario, catalog())


@cache
def plan_of(path: Path) -> Plan:
    """The plan of a shipped scenario."""
    return solve(problem_of(path).scenario, catalog())
