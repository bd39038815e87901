"""The difficulty rule: 2, 3 and 5 by level, one more where the rung is mastered."""

from __future__ import annotations

from typing import Any

import pytest

from tests.model_check import ILLEGAL, LEGAL, barred, breaches, verdict
from tests.worlds import catalog_with, exercise, plan_of, problem

RULE = "difficulty_suits_the_level"


def test_the_hardest_row_of_a_beginner_has_difficulty_two() -> None:
    """Difficulty 2 is a beginner's limit: the goblet squat (2) is legal."""
    world = problem()
    assert verdict(world, plan_of(world, {("goblet_squat", "mon"): 2}), RULE) == LEGAL


def test_difficulty_three_is_too_hard_for_a_beginner() -> None:
    """The thruster (3 > 2) is illegal, and the breach names the session and the number."""
    world = problem()
    plan = plan_of(world, {("thruster", "mon"): 2})
    assert verdict(world, plan, RULE) == ILLEGAL
    assert breaches(world, plan, RULE) == [("mon", "Thruster has difficulty 3 of 5")]


@pytest.mark.parametrize(
    ("level", "difficulty", "expected"),
    [
        ("intermediate", 3, LEGAL),
        ("intermediate", 4, ILLEGAL),
        ("advanced", 5, LEGAL),
    ],
)
def test_higher_levels_have_higher_limits(level: str, difficulty: int, expected: str) -> None:
    """Intermediate athletes stop at 3 and advanced ones at 5."""
    catalog = catalog_with(exercise("hard_squat", difficulty=difficulty))
    world = problem(catalog=catalog, athlete={"level": level})
    assert verdict(world, plan_of(world, {("hard_squat", "mon"): 2}), RULE) == expected


@pytest.mark.parametrize(("rung", "expected"), [(3, LEGAL), (2, ILLEGAL)])
def test_a_mastered_rung_allows_one_step_more(rung: int, expected: str) -> None:
    """The thruster is rung 3 and difficulty 3 = 2 + 1: legal once rung 3 is unlocked."""
    world = problem(athlete={"unlocked": {"squat": rung}})
    assert verdict(world, plan_of(world, {("thruster", "mon"): 2}), RULE) == expected


def test_a_family_that_is_not_mentioned_is_not_mastered() -> None:
    """Without ``unlocked`` even the first rung of a ladder gets no step more."""
    hard = exercise("hard_start", difficulty=3, ladder={"family": "hard", "rung": 1})
    world = problem(catalog=catalog_with(hard))
    assert verdict(world, plan_of(world, {("hard_start", "mon"): 2}), RULE) == ILLEGAL
    assert barred(world, RULE, "hard_start") == "harder than 2 of 5, the most for beginner"


def test_a_mastered_rung_allows_no_second_step() -> None:
    """Difficulty 4 > 2 + 1 stays illegal for a beginner whatever is unlocked."""
    hard = exercise("pistol_squat", difficulty=4, ladder={"family": "squat", "rung": 4})
    world = problem(catalog=catalog_with(hard), athlete={"unlocked": {"squat": 9}})
    assert verdict(world, plan_of(world, {("pistol_squat", "mon"): 2}), RULE) == ILLEGAL
    assert barred(world, RULE, "pistol_squat") == "harder than 3 of 5, the most for beginner"


@pytest.mark.parametrize(
    ("highest", "exercise_id", "expected"),
    [(1, "air_squat", LEGAL), (1, "goblet_squat", ILLEGAL), (3, "thruster", LEGAL)],
)
def test_the_setting_replaces_the_level(highest: int, exercise_id: str, expected: str) -> None:
    """``highest`` moves the limit in both directions."""
    world = problem(constraints={RULE: {"highest": highest}})
    assert verdict(world, plan_of(world, {(exercise_id, "mon"): 2}), RULE) == expected


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule lets a beginner do the thruster."""
    world = problem(constraints={RULE: {"enabled": False}})
    assert verdict(world, plan_of(world, {("thruster", "mon"): 2}), RULE) == LEGAL


def test_an_empty_week_is_legal() -> None:
    """A week without items breaks nothing."""
    world = problem()
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


def test_drills_are_checked_too() -> None:
    """A plan whose preparation holds a drill that is too hard is reported."""
    drill = exercise("deep_rock", role="mobility", mobilises=("gastrocnemius",), difficulty=2)
    shared: dict[str, Any] = {
        "catalog": catalog_with(drill),
        "athlete": {"never": ("ankle_rock", "ankle_pump")},
    }
    usual, strict = problem(**shared), problem(**shared, constraints={RULE: {"highest": 1}})
    found = breaches(strict, plan_of(usual, {}), RULE)
    assert found == [(day, "Deep rock has difficulty 2 of 5") for day in ("mon", "thu")]


def test_the_filter_names_the_limit_and_the_level() -> None:
    """The filter bars the thruster with the limit as its reason, and lets the rest through."""
    world = problem()
    assert barred(world, RULE, "thruster") == "harder than 2 of 5, the most for beginner"
    assert barred(world, RULE, "goblet_squat") is None
