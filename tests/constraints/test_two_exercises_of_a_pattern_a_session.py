"""The pattern cap: a session holds two exercises of one pattern and the same muscles at most."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.rows import exercise
from tests.worlds import catalog_with, plan_of, problem

RULE = "two_exercises_of_a_pattern_a_session"
PULLS = ("band_row", "one_arm_row", "renegade_row")


def week(**settings: Any) -> Problem:
    """A week with these settings of the rule."""
    return problem(constraints={RULE: settings})


def monday(count: int) -> dict[tuple[str, str], int]:
    """The first horizontal pulls of the catalog, on Monday."""
    return {(row, "mon"): 2 for row in PULLS[:count]}


@pytest.mark.parametrize(("count", "expected"), [(2, LEGAL), (3, ILLEGAL)])
def test_two_of_a_pattern_are_the_cap(count: int, expected: str) -> None:
    """Two horizontal pulls in a session are legal, three are not."""
    world = week()
    assert verdict(world, plan_of(world, monday(count)), RULE) == expected


def test_the_breach_names_the_pattern() -> None:
    """The breach counts the exercises and names pattern and muscles."""
    world = week()
    found = breaches(world, plan_of(world, monday(3)), RULE)
    assert found == [("mon", "3 exercises of the pattern pull_horizontal for lats")]


@pytest.mark.parametrize(
    ("most", "count", "expected"), [(1, 1, LEGAL), (1, 2, ILLEGAL), (3, 3, LEGAL)]
)
def test_the_setting_moves_the_cap(most: int, count: int, expected: str) -> None:
    """``most`` exercises are legal, one more is not."""
    world = week(most=most)
    assert verdict(world, plan_of(world, monday(count)), RULE) == expected


STEPS = tuple(
    exercise(f"step_{muscle}", pattern="step", direct=(muscle,))
    for muscle in ("quadriceps", "glute_max", "glute_med_min")
)


@pytest.mark.parametrize(
    ("settings", "count", "expected"),
    [
        ({}, 1, LEGAL),
        ({}, 2, ILLEGAL),
        ({"most_by_pattern": {}}, 2, LEGAL),
        ({"most_by_pattern": {"step": 2}}, 3, ILLEGAL),
    ],
)
def test_steps_have_a_cap_of_their_own(settings: dict[str, Any], count: int, expected: str) -> None:
    """One step-up a session, whatever muscles it names, unless the scenario says otherwise."""
    world = problem(catalog=catalog_with(*STEPS), constraints={RULE: settings})
    chosen = {(row.id, "mon"): 2 for row in STEPS[:count]}
    assert verdict(world, plan_of(world, chosen), RULE) == expected


def test_secondary_patterns_do_not_count() -> None:
    """The renegade row's secondary push leaves room for the one push-up."""
    world = week(most=1)
    plan = plan_of(world, {("renegade_row", "mon"): 2, ("push_up", "mon"): 2})
    assert verdict(world, plan, RULE) == LEGAL


def test_other_muscles_are_no_repeat() -> None:
    """Three squats are legal, for the thruster trains the shoulders directly, too."""
    world = week()
    chosen = {(row, "mon"): 2 for row in ("air_squat", "goblet_squat", "thruster")}
    assert verdict(world, plan_of(world, chosen), RULE) == LEGAL


def test_sessions_do_not_add_up() -> None:
    """Two pulls on Monday and the third on Thursday are legal."""
    world = week()
    plan = plan_of(world, {**monday(2), ("renegade_row", "thu"): 2})
    assert verdict(world, plan, RULE) == LEGAL


def test_sets_do_not_count() -> None:
    """Ten sets of one row are one exercise."""
    world = week(most=1)
    assert verdict(world, plan_of(world, {("band_row", "mon"): 10}), RULE) == LEGAL


def test_an_empty_week_is_legal() -> None:
    """Without items no pattern is over its cap."""
    world = week()
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule accepts three pulls."""
    world = week(enabled=False)
    assert verdict(world, plan_of(world, monday(3)), RULE) == LEGAL
