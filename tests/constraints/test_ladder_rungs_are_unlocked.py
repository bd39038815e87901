"""The ladder rule: no rung above the one that the scenario gives for its family."""

from __future__ import annotations

import pytest

from tests.model_check import ILLEGAL, LEGAL, barred, breaches, verdict
from tests.worlds import catalog_with, exercise, plan_of, problem

RULE = "ladder_rungs_are_unlocked"


@pytest.mark.parametrize(
    ("top", "exercise_id", "expected"),
    [
        (1, "air_squat", LEGAL),
        (1, "goblet_squat", ILLEGAL),
        (2, "goblet_squat", LEGAL),
        (0, "air_squat", ILLEGAL),
    ],
)
def test_the_unlocked_rung_is_the_highest(top: int, exercise_id: str, expected: str) -> None:
    """The air squat is rung 1 and the goblet squat rung 2 of the squat ladder."""
    world = problem(athlete={"unlocked": {"squat": top}})
    assert verdict(world, plan_of(world, {(exercise_id, "mon"): 2}), RULE) == expected


def test_the_breach_names_rung_and_top() -> None:
    """The breach states the rung of the item and the top that is unlocked."""
    world = problem(athlete={"unlocked": {"squat": 1}})
    found = breaches(world, plan_of(world, {("goblet_squat", "thu"): 2}), RULE)
    assert found == [("thu", "Goblet squat is rung 2 of squat, top 1")]


def test_a_family_that_is_not_mentioned_is_free() -> None:
    """With only the squat ladder given, the second rung of the bridge ladder is legal."""
    world = problem(athlete={"unlocked": {"squat": 1}})
    assert verdict(world, plan_of(world, {("one_leg_bridge", "mon"): 2}), RULE) == LEGAL


def test_rows_without_a_ladder_are_free() -> None:
    """An exercise of no ladder has no rung to unlock."""
    world = problem(athlete={"unlocked": {"squat": 0, "bridge": 0}})
    assert verdict(world, plan_of(world, {("deadlift", "mon"): 2}), RULE) == LEGAL


def test_nothing_unlocked_is_vacuous() -> None:
    """Where the scenario says nothing, even the top rung passes this rule."""
    world = problem()
    assert verdict(world, plan_of(world, {("thruster", "mon"): 2}), RULE) == LEGAL


def test_drills_are_checked_too() -> None:
    """A preparation drill above the unlocked rung is reported."""
    ladder = {"family": "rock", "rung": 2}
    drill = exercise("deep_rock", role="mobility", mobilises=("gastrocnemius",), ladder=ladder)
    catalog = catalog_with(drill)
    never = ("ankle_rock", "ankle_pump")
    free = problem(catalog=catalog, athlete={"never": never})
    world = problem(catalog=catalog, athlete={"never": never, "unlocked": {"rock": 1}})
    found = breaches(world, plan_of(free, {}), RULE)
    assert found == [(day, "Deep rock is rung 2 of rock, top 1") for day in ("mon", "thu")]


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule ignores what is unlocked."""
    world = problem(athlete={"unlocked": {"squat": 0}}, constraints={RULE: {"enabled": False}})
    assert verdict(world, plan_of(world, {("air_squat", "mon"): 2}), RULE) == LEGAL


def test_the_filter_names_the_family_and_its_top() -> None:
    """The filter bars rungs above the top with family and rung as its reason."""
    world = problem(athlete={"unlocked": {"squat": 1}})
    assert barred(world, RULE, "goblet_squat") == "above rung 1 of the squat ladder"
    assert barred(world, RULE, "air_squat") is None
    assert barred(world, RULE, "deadlift") is None
