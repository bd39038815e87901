"""Direct sets: 300 for each of calf, side of the hip, hamstrings and trunk without one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.model_check import value
from tests.worlds import plan_of, problem

AIM = "key_muscles_get_direct_sets"
ALL_FOUR = {
    ("calf_raise", "mon"): 1,
    ("side_leg_raise", "mon"): 1,
    ("deadlift", "thu"): 1,
    ("plank", "thu"): 1,
}


def test_an_empty_week_misses_four() -> None:
    """Four parts at 300."""
    world = problem()
    assert value(world, plan_of(world, {}), AIM) == 1200


def test_a_set_for_each_is_enough() -> None:
    """One direct set of each part, wherever it stands."""
    world = problem()
    assert value(world, plan_of(world, ALL_FOUR), AIM) == 0


@pytest.mark.parametrize("left_out", ALL_FOUR)
def test_each_part_left_out_costs_its_weight(left_out: tuple[str, str]) -> None:
    """More sets of the others do not make up for it."""
    world = problem()
    chosen = {key: 5 for key in ALL_FOUR if key != left_out}
    assert value(world, plan_of(world, chosen), AIM) == 300


@pytest.mark.parametrize("row", ["bridge", "pogo_hop", "goblet_squat"])
def test_indirect_sets_and_jumps_are_none(row: str) -> None:
    """A bridge (hamstrings), a hop (calf) and a squat (back) are no direct slow sets."""
    world = problem()
    assert value(world, plan_of(world, {(row, "mon"): 5}), AIM) == 1200


def test_nothing_is_asked_of_a_part_that_no_row_trains() -> None:
    """Without deadlift and one-leg bridge nothing trains a beginner's hamstrings directly."""
    world = problem(athlete={"never": ("deadlift", "one_leg_bridge")})
    assert value(world, plan_of(world, {}), AIM) == 900


@pytest.mark.parametrize(
    ("settings", "expected"),
    [({"sets": 3}, 2400), ({"sets": 0}, 0), ({"weight": 5}, 0), ({"sets": 2, "weight": 5}, 20)],
)
def test_the_settings_move_sets_and_weight(settings: dict[str, Any], expected: int) -> None:
    """One set of each part is 2 sets short of 3, four times."""
    world = problem(objectives={AIM: settings})
    assert value(world, plan_of(world, ALL_FOUR), AIM) == expected
