"""The one-leg aim: 50 * lower-body strength sets - 100 * one-leg sets, never below zero."""

from __future__ import annotations

from typing import Any

import pytest

from tests.model_check import value
from tests.worlds import catalog_with, exercise, plan_of, problem

AIM = "one_leg_work_leads"


@pytest.mark.parametrize(
    ("two_legs", "one_leg", "expected"),
    [
        (3, 3, 0),  # 50 * 6 - 100 * 3
        (4, 3, 50),  # 50 * 7 - 100 * 3
        (4, 0, 200),
        (0, 4, 0),
        (0, 0, 0),
    ],
)
def test_hundredths_of_a_set_below_a_half(two_legs: int, one_leg: int, expected: int) -> None:
    """Only what is short of a half counts."""
    world = problem()
    plan = plan_of(world, {("air_squat", "mon"): two_legs, ("reverse_lunge", "thu"): one_leg})
    assert value(world, plan, AIM) == expected


@pytest.mark.parametrize(
    "row", ["calf_raise", "one_leg_calf_raise", "side_leg_raise", "push_up", "squat_jump", "plank"]
)
def test_other_work_does_not_count(row: str) -> None:
    """Calves, prehab, upper body, jumps and core change nothing beside two squat sets (100)."""
    world = problem()
    plan = plan_of(world, {("air_squat", "mon"): 2, (row, "thu"): 5})
    assert value(world, plan, AIM) == 100


@pytest.mark.parametrize(
    ("laterality", "expected"),
    [("bilateral", 200), ("unilateral", 0), ("alternating", 0), ("contralateral", 0)],
)
def test_whatever_is_not_bilateral_is_one_leg_work(laterality: str, expected: int) -> None:
    """Two squat sets and two of the row: 50 * 4, less 100 * 2 where the row is not bilateral."""
    row = exercise("odd_row", laterality=laterality)
    world = problem(catalog=catalog_with(row))
    plan = plan_of(world, {("air_squat", "mon"): 2, ("odd_row", "thu"): 2})
    assert value(world, plan, AIM) == expected


@pytest.mark.parametrize(
    ("settings", "expected"),
    [({"percent": 75}, 225), ({"percent": 0}, 0), ({"weight": 3}, 150)],
)
def test_the_settings_move_share_and_weight(settings: dict[str, Any], expected: int) -> None:
    """Seven sets, three on one leg: 75 * 7 - 300 = 225, and 3 * (50 * 7 - 300) = 150."""
    world = problem(objectives={AIM: settings})
    plan = plan_of(world, {("air_squat", "mon"): 4, ("reverse_lunge", "thu"): 3})
    assert value(world, plan, AIM) == expected
