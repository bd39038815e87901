"""The never rule: what the athlete never wants is in no session."""

from __future__ import annotations

import pytest

from tests.model_check import ILLEGAL, LEGAL, barred, breaches, verdict
from tests.worlds import plan_of, problem

RULE = "never_exercises_stay_out"


@pytest.mark.parametrize(
    ("exercise_id", "expected"), [("goblet_squat", LEGAL), ("air_squat", ILLEGAL)]
)
def test_one_set_of_an_unwanted_row_is_too_many(exercise_id: str, expected: str) -> None:
    """A single set of the air squat is illegal, its neighbour on the ladder is not."""
    world = problem(athlete={"never": ("air_squat",)})
    assert verdict(world, plan_of(world, {(exercise_id, "thu"): 1}), RULE) == expected


def test_the_breach_names_session_and_exercise() -> None:
    """The breach is about the session that holds the row."""
    world = problem(athlete={"never": ("air_squat",)})
    found = breaches(world, plan_of(world, {("air_squat", "thu"): 2}), RULE)
    assert found == [("thu", "air_squat is never wanted")]


def test_drills_are_checked_too() -> None:
    """A preparation with an unwanted drill is illegal in every session."""
    world = problem(athlete={"never": ("ankle_rock",)})
    found = breaches(world, plan_of(problem(), {}), RULE)
    assert found == [(day, "ankle_rock is never wanted") for day in ("mon", "thu")]


def test_the_preparation_avoids_an_unwanted_drill() -> None:
    """A plan of the athlete's own problem holds no unwanted drill."""
    world = problem(athlete={"never": ("ankle_rock",)})
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


def test_nothing_unwanted_is_vacuous() -> None:
    """Without a list every row is legal."""
    world = problem()
    assert verdict(world, plan_of(world, {("air_squat", "mon"): 2}), RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule ignores the list."""
    world = problem(athlete={"never": ("air_squat",)}, constraints={RULE: {"enabled": False}})
    assert verdict(world, plan_of(world, {("air_squat", "mon"): 2}), RULE) == LEGAL


def test_the_filter_bars_what_is_listed() -> None:
    """Listed rows are barred with a word, the rest is not."""
    world = problem(athlete={"never": ("air_squat",)})
    assert barred(world, RULE, "air_squat") == "never wanted"
    assert barred(world, RULE, "goblet_squat") is None
