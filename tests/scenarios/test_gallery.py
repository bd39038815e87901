"""Every shipped scenario ends as its name says, and its plan passes every check."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from optimizer.constraints import every_rule
from optimizer.domain.catalog import Catalog
from optimizer.domain.problem import Problem
from optimizer.planning.files import read_scenario, solve_file
from optimizer.planning.idle_items import first_idle_item
from optimizer.planning.problems import build_problem
from optimizer.reading.catalog.reader import read_catalog
from optimizer.verify import verify
from optimizer.verify.checks import CHECKS, broken_rules

GALLERY = sorted((Path(__file__).parents[2] / "scenarios").glob("*.yaml"))
IMPOSSIBLE = [path for path in GALLERY if path.stem.startswith("impossible")]
POSSIBLE = [path for path in GALLERY if path not in IMPOSSIBLE]


@cache
def catalog() -> Catalog:
    """The shipped catalog."""
    return read_catalog()


def active_rules(problem: Problem) -> set[str]:
    """Rules that the scenario does not switch off."""
    return {rule.id for rule in every_rule() if problem.settings_of(rule.settings).enabled}


def test_the_gallery_is_large_enough() -> None:
    """At least twelve scenarios can be planned, and at least one cannot."""
    assert len(POSSIBLE) >= 12
    assert IMPOSSIBLE != []


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_a_scenario_begins_with_a_sentence(path: Path) -> None:
    """The first line says what the scenario shows."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert first.endswith(".")


@pytest.mark.parametrize("path", POSSIBLE, ids=lambda path: path.stem)
def test_a_possible_scenario_is_proved(path: Path) -> None:
    """The plan is optimal, every tier is proved, and the verifier finds nothing.

    Its checks are asked one by one, so that a failure names the question of the coach.
    """
    plan = solve_file(path, catalog())
    problem = build_problem(read_scenario(path, catalog()).scenario, catalog())
    verification = verify(problem, plan)
    failed = {check.id: broken_rules(check, verification) for check in CHECKS}
    assert {check: found for check, found in failed.items() if found} == {}
    assert verification.violations == ()
    assert set(verification.checked) == active_rules(problem)
    assert [tier.id for tier in plan.tiers if not tier.proved] == []
    assert plan.status == "optimal"
    assert all(tier.bound <= tier.value for tier in plan.tiers)
    assert first_idle_item(plan) is None


@pytest.mark.slow
@pytest.mark.parametrize("path", IMPOSSIBLE, ids=lambda path: path.stem)
def test_an_impossible_scenario_says_why(path: Path) -> None:
    """The conflict names demands, the funnel counts, and a closest plan is given where one is."""
    plan = solve_file(path, catalog())
    assert plan.status == "infeasible"
    assert plan.sessions == ()
    assert len(plan.conflict) >= 2
    assert plan.funnel[0].left == len(catalog().exercises)
    assert plan.closest is None or plan.closest.sessions != ()
