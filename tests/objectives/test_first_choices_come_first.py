"""The catalog order aim: rows of the same pattern that the catalog lists before, each time."""

from __future__ import annotations

import pytest

from tests.model_check import value
from tests.worlds import plan_of, problem

AIM = "first_choices_come_first"


@pytest.mark.parametrize(
    ("exercise_id", "place"),
    [
        ("air_squat", 0),
        ("goblet_squat", 1),
        ("thruster", 2),
        ("reverse_lunge", 0),
        ("side_lunge", 1),
        ("one_leg_bridge", 1),
        ("renegade_row", 2),
        ("push_up", 0),  # the renegade row's push is secondary and no place
    ],
)
def test_the_place_among_rows_of_the_pattern(exercise_id: str, place: int) -> None:
    """Only rows with the same primary pattern, listed earlier, are counted."""
    world = problem()
    assert value(world, plan_of(world, {(exercise_id, "mon"): 3}), AIM) == place


def test_sessions_add_up() -> None:
    """Goblet squats on two days (1 + 1) and a thruster on one (2) are 4 points."""
    world = problem()
    chosen = {("goblet_squat", "mon"): 2, ("goblet_squat", "thu"): 2, ("thruster", "mon"): 2}
    assert value(world, plan_of(world, chosen), AIM) == 4


def test_excluded_rows_keep_their_place() -> None:
    """The place is the catalog's: never wanting the air squat makes no other row first."""
    world = problem(athlete={"never": ("air_squat",)})
    assert value(world, plan_of(world, {("goblet_squat", "mon"): 2}), AIM) == 1


def test_the_weight_is_a_setting() -> None:
    """The thruster's 2 places at 5 points are 10."""
    world = problem(objectives={AIM: {"weight": 5}})
    assert value(world, plan_of(world, {("thruster", "mon"): 2}), AIM) == 10


def test_an_empty_week_costs_nothing() -> None:
    """Nothing chosen is nothing chosen late."""
    world = problem()
    assert value(world, plan_of(world, {}), AIM) == 0
