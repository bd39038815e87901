"""The compound aim: 60 * all working sets - 100 * compound sets, never below zero."""

from __future__ import annotations

from typing import Any

import pytest

from tests.model_check import value
from tests.worlds import plan_of, problem

AIM = "compound_work_leads"


@pytest.mark.parametrize(
    ("compound", "isolated", "expected"),
    [
        (3, 2, 0),  # 60 * 5 - 100 * 3 = 0
        (3, 3, 60),  # 60 * 6 - 100 * 3 = 60
        (0, 3, 180),  # 60 * 3
        (5, 0, 0),  # 60 * 5 - 100 * 5 < 0
        (0, 0, 0),
    ],
)
def test_hundredths_of_a_set_below_three_of_five(
    compound: int, isolated: int, expected: int
) -> None:
    """Only what is short of the share counts; more compound sets earn nothing."""
    world = problem()
    plan = plan_of(world, {("air_squat", "mon"): compound, ("plank", "thu"): isolated})
    assert value(world, plan, AIM) == expected


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"percent": 100}, 300),  # 100 * 6 - 100 * 3
        ({"percent": 50}, 0),  # 50 * 6 - 100 * 3
        ({"weight": 7}, 420),  # 7 * 60
        ({"weight": 0}, 0),
    ],
)
def test_the_settings_move_share_and_weight(settings: dict[str, Any], expected: int) -> None:
    """Three compound of six sets are 60 short by default."""
    world = problem(objectives={AIM: settings})
    plan = plan_of(world, {("air_squat", "mon"): 3, ("plank", "thu"): 3})
    assert value(world, plan, AIM) == expected
