"""The difference between weeks: new exercises, and exercises left out, as many as asked for."""

from __future__ import annotations

import pytest

from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import plan_of, problem

RULE = "week_differs_from_others"
OTHER = ("air_squat", "push_up", "bridge", "calf_raise")


def differing(exercises: int, *weeks: tuple[str, ...], **settings: object) -> Problem:
    """Two sessions that differ by some exercises from other weeks."""
    given = {"weeks": weeks or (OTHER,), "exercises": exercises, **settings}
    return problem(constraints={RULE: given})


def on_monday(*rows: str) -> dict[tuple[str, str], int]:
    """Two sets of each of these on Monday."""
    return {(row, "mon"): 2 for row in rows}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("goblet_squat", "band_row", "bridge", "calf_raise"), LEGAL),
        (("goblet_squat", "push_up", "bridge", "calf_raise"), ILLEGAL),
        (("air_squat", "push_up", "bridge", "goblet_squat", "band_row"), ILLEGAL),
        (("bridge", "calf_raise", "goblet_squat"), ILLEGAL),
        (("goblet_squat", "band_row"), LEGAL),
        ((), ILLEGAL),
    ],
)
def test_both_sides_count(rows: tuple[str, ...], expected: str) -> None:
    """Two new and two left out are asked for; neither alone is enough."""
    world = differing(2)
    assert verdict(world, plan_of(world, on_monday(*rows)), RULE) == expected


def test_an_exercise_counts_once() -> None:
    """A new row in both sessions is one new exercise."""
    world = differing(2)
    twice = {("goblet_squat", "mon"): 2, ("goblet_squat", "thu"): 2}
    assert verdict(world, plan_of(world, twice), RULE) == ILLEGAL


def test_every_other_week_counts() -> None:
    """A plan that differs from one week may still be too like another."""
    world = differing(1, ("air_squat",), ("goblet_squat",))
    assert verdict(world, plan_of(world, on_monday("goblet_squat")), RULE) == ILLEGAL
    assert verdict(world, plan_of(world, on_monday("push_up")), RULE) == LEGAL


def test_exercises_that_cannot_be_had_are_left_out_anyway() -> None:
    """A row of the other week that no session may hold counts as left out."""
    world = problem(
        athlete={"never": ("air_squat",)},
        constraints={RULE: {"weeks": (("air_squat", "push_up"),), "exercises": 1}},
    )
    assert verdict(world, plan_of(world, on_monday("push_up", "goblet_squat")), RULE) == LEGAL


def test_the_breach_tells_both_numbers() -> None:
    """The message counts what is new and what is left out."""
    world = differing(2)
    found = breaches(world, plan_of(world, on_monday("goblet_squat", *OTHER)), RULE)
    text = "1 exercises are new and 0 left out against week 1, 2 each are asked for"
    assert found == [("week", text)]


def test_no_other_week_asks_for_nothing() -> None:
    """By default every week is legal."""
    world = problem()
    assert verdict(world, plan_of(world, on_monday("push_up")), RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule lets a week repeat another."""
    world = differing(2, enabled=False)
    assert verdict(world, plan_of(world, on_monday(*OTHER)), RULE) == LEGAL
