"""Direct sets: 50 for each of both calf muscles, side of the hip, hamstrings and trunk."""

from __future__ import annotations

from typing import Any

import pytest

from tests.model_check import value
from tests.rows import exercise
from tests.worlds import catalog_with, plan_of, problem

AIM = "key_muscles_get_direct_sets"
ALL = {
    ("calf_raise", "mon"): 1,  # both calf muscles
    ("side_leg_raise", "mon"): 1,
    ("deadlift", "thu"): 1,
    ("plank", "thu"): 1,
}


def test_an_empty_week_misses_five() -> None:
    """Five parts at 50."""
    world = problem()
    assert value(world, plan_of(world, {}), AIM) == 250


def test_a_set_for_each_is_enough() -> None:
    """One direct set of each part, wherever it stands."""
    world = problem()
    assert value(world, plan_of(world, ALL), AIM) == 0


@pytest.mark.parametrize(("left_out", "expected"), list(zip(ALL, (100, 50, 50, 50), strict=True)))
def test_each_part_left_out_costs_its_weight(left_out: tuple[str, str], expected: int) -> None:
    """More sets of the others do not make up for it."""
    world = problem()
    chosen = {key: 5 for key in ALL if key != left_out}
    assert value(world, plan_of(world, chosen), AIM) == expected


@pytest.mark.parametrize(("muscle", "missing"), [("soleus", 1), ("gastrocnemius", 1)])
def test_one_calf_muscle_does_not_stand_for_the_other(muscle: str, missing: int) -> None:
    """A raise with bent knees trains the soleus, one with straight knees the other."""
    one = exercise("one_raise", role="strength", pattern="calf", direct=(muscle,))
    world = problem(catalog=catalog_with(one))
    chosen = {key: 1 for key in ALL if key[0] != "calf_raise"}
    plan = plan_of(world, {**chosen, ("one_raise", "mon"): 1})
    assert value(world, plan, AIM) == 50 * missing


@pytest.mark.parametrize("row", ["bridge", "pogo_hop", "goblet_squat"])
def test_indirect_sets_and_jumps_are_none(row: str) -> None:
    """A bridge (hamstrings), a hop (calf) and a squat (back) are no direct slow sets."""
    world = problem()
    assert value(world, plan_of(world, {(row, "mon"): 5}), AIM) == 250


def test_nothing_is_asked_of_a_part_that_no_row_trains() -> None:
    """Without deadlift and one-leg bridge nothing trains a beginner's hamstrings directly."""
    world = problem(athlete={"never": ("deadlift", "one_leg_bridge")})
    assert value(world, plan_of(world, {}), AIM) == 200


@pytest.mark.parametrize(
    ("settings", "expected"),
    [({"sets": 3}, 500), ({"sets": 0}, 0), ({"weight": 5}, 0), ({"sets": 2, "weight": 5}, 25)],
)
def test_the_settings_move_sets_and_weight(settings: dict[str, Any], expected: int) -> None:
    """One set of each part is 2 sets short of 3, five times."""
    world = problem(objectives={AIM: settings})
    assert value(world, plan_of(world, ALL), AIM) == expected
