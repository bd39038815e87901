"""The order of a session: blocks first, then neighbours that share as little as they can."""

from __future__ import annotations

from itertools import permutations

import pytest

from optimizer.domain.exercise import Exercise
from optimizer.domain.training_order import training_order
from tests.worlds import catalog_with, exercise, problem


def ordered(*names: str, more: tuple[Exercise, ...] = ()) -> list[str]:
    """The ids of a Monday's rows in training order."""
    world = problem(catalog=catalog_with(*more), athlete={"level": "advanced"})
    rows = [world.catalog.exercise_by_id[name] for name in names]
    return [row.id for row in training_order(world, world.slot_by_id["mon"], rows)]


def test_blocks_come_in_their_order() -> None:
    """Power, main lifts, other strength, prehab, core."""
    expected = ["pogo_hop", "deadlift", "push_up", "side_leg_raise", "plank"]
    assert ordered(*reversed(expected)) == expected


def test_the_first_main_lift_is_the_hardest_loaded_one() -> None:
    """Loaded before unloaded, two legs before one, harder before easier."""
    assert ordered("air_squat", "reverse_lunge", "deadlift", "goblet_squat", "thruster")[0] == (
        "thruster"
    )
    assert ordered("reverse_lunge", "air_squat") == ["air_squat", "reverse_lunge"]


def test_of_equals_the_squat_comes_before_the_hinge() -> None:
    """Both are on two legs and of difficulty 1; the catalog has the hinge first."""
    pull = exercise("heavy_pull", pattern="hinge", direct=("hamstrings",))
    squat = exercise("heavy_squat", pattern="squat", direct=("quadriceps",))
    assert ordered("heavy_pull", "heavy_squat", more=(pull, squat))[0] == "heavy_squat"


def test_knee_and_hip_lifts_alternate() -> None:
    """After the squat comes the hinge, which shares the buttocks alone with it."""
    assert ordered("goblet_squat", "step_up", "deadlift") == ["goblet_squat", "deadlift", "step_up"]


def test_upper_and_lower_body_alternate() -> None:
    """Arms rest while the calves work."""
    expected = ["deadlift", "push_up", "calf_raise", "band_row"]
    assert ordered("deadlift", "push_up", "band_row", "calf_raise") == expected


def test_neighbours_share_few_muscles() -> None:
    """Of three pushes and pulls of the upper body the pull stands between the pushes."""
    assert ordered("push_up", "press", "band_row") == ["push_up", "band_row", "press"]


def test_a_push_up_parts_three_rows_on_the_spine() -> None:
    """Two main lifts, then the push-up, and only then the row."""
    expected = ["thruster", "deadlift", "push_up", "one_arm_row"]
    assert ordered("one_arm_row", "push_up", "deadlift", "thruster") == expected


def test_an_accessory_of_other_muscles_parts_main_lifts() -> None:
    """Three main lifts on the spine: the push-up comes before the third."""
    morning = exercise(
        "good_morning", pattern="hinge", direct=("hamstrings",), flags=("spinal_load",)
    )
    found = ordered("good_morning", "push_up", "deadlift", "thruster", more=(morning,))
    assert found == ["thruster", "deadlift", "push_up", "good_morning"]


def test_rows_of_the_same_kind_follow_the_catalog() -> None:
    """Two foot and shin rows that share nothing keep the catalog's order."""
    assert ordered("short_foot", "toe_raise") == ["toe_raise", "short_foot"]


@pytest.mark.parametrize("names", list(permutations(("push_up", "press", "band_row", "plank"))))
def test_the_order_does_not_depend_on_what_it_is_given(names: tuple[str, ...]) -> None:
    """Any arrangement of the same rows is written alike."""
    assert ordered(*names) == ["push_up", "band_row", "press", "plank"]
