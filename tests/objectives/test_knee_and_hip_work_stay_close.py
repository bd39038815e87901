"""The knee and hip aim: hundredths of a set beyond twice the other side."""

from __future__ import annotations

from typing import Any

import pytest

from tests.model_check import value
from tests.worlds import catalog_with, exercise, plan_of, problem

AIM = "knee_and_hip_work_stay_close"


@pytest.mark.parametrize(
    ("knee", "hip", "expected"),
    [
        (4, 2, 0),  # 400 - 200 * 2
        (5, 2, 100),  # 500 - 400
        (2, 4, 0),
        (2, 5, 100),
        (0, 2, 200),
        (0, 0, 0),
    ],
)
def test_hundredths_of_a_set_beyond_the_ratio(knee: int, hip: int, expected: int) -> None:
    """Either side may have twice the other's sets for free."""
    world = problem()
    plan = plan_of(world, {("air_squat", "mon"): knee, ("bridge", "thu"): hip})
    assert value(world, plan, AIM) == expected


def test_every_pattern_of_a_side_counts() -> None:
    """Lunge, step and get-up are knee, hinge and curl are hip: 6 against 2 are 200 beyond."""
    world = problem(catalog=catalog_with(exercise("get_up", pattern="get_up")))
    knee = {(row, "mon"): 2 for row in ("reverse_lunge", "step_up", "get_up")}
    plan = plan_of(world, {**knee, ("deadlift", "thu"): 1, ("sliding_curl", "thu"): 1})
    assert value(world, plan, AIM) == 200


def test_secondary_patterns_do_not_count() -> None:
    """A squat with a hinge as its secondary pattern is knee work alone."""
    swing = exercise("squat_swing", secondary=("hinge",))
    world = problem(catalog=catalog_with(swing))
    assert value(world, plan_of(world, {("squat_swing", "mon"): 2}), AIM) == 200


def test_a_side_without_any_row_is_not_asked_for() -> None:
    """When no hip row is left, seven knee sets against none cost nothing."""
    world = problem(athlete={"never": ("deadlift", "bridge", "one_leg_bridge")})
    assert value(world, plan_of(world, {("air_squat", "mon"): 7}), AIM) == 0


@pytest.mark.parametrize(
    ("settings", "expected"),
    [({"ratio_percent": 300}, 0), ({"ratio_percent": 100}, 300), ({"weight": 5}, 500)],
)
def test_the_settings_move_ratio_and_weight(settings: dict[str, Any], expected: int) -> None:
    """Five knee sets against two hip sets are 100 beyond 200 per cent."""
    world = problem(objectives={AIM: settings})
    plan = plan_of(world, {("air_squat", "mon"): 5, ("bridge", "thu"): 2})
    assert value(world, plan, AIM) == expected
