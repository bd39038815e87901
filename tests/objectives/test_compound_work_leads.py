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


SMALL = {
    ("calf_raise", "mon"): 1,
    ("calf_raise", "thu"): 1,
    ("short_foot", "mon"): 1,
    ("toe_raise", "thu"): 1,
    ("side_leg_raise", "mon"): 1,
    ("band_walk", "thu"): 1,
}
"""A calf, a foot or ankle and a hip-abduction item for each of two sessions: six sets."""


@pytest.mark.parametrize(
    ("compound", "left_out", "settings", "expected"),
    [
        (6, None, {}, 0),  # full slots: 50 * 12 - 100 * 6 = 0
        (5, None, {}, 50),  # 50 * 11 - 100 * 5
        (5, "band_walk", {}, 100),  # one slot is empty: 60 * 10 - 100 * 5
        (5, "toe_raise", {}, 100),
        (6, None, {"percent_when_full": 60}, 120),  # 60 * 12 - 100 * 6
        (6, None, {"percent": 40}, 0),  # never more than the usual share
    ],
)
def test_full_small_slots_lower_the_share(
    compound: int, left_out: str | None, settings: dict[str, Any], expected: int
) -> None:
    """With calf, foot and hip slots full, half of the sets need to be compound."""
    world = problem(objectives={AIM: settings})
    small = {key: sets for key, sets in SMALL.items() if key[0] != left_out}
    plan = plan_of(world, {("air_squat", "mon"): compound, **small})
    assert value(world, plan, AIM) == expected


def test_slots_that_nothing_can_fill_are_not_waited_for() -> None:
    """Without any foot or ankle row, calf and hip slots are enough."""
    world = problem(athlete={"never": ("short_foot", "toe_raise")})
    small = {key: sets for key, sets in SMALL.items() if key[0] not in ("short_foot", "toe_raise")}
    plan = plan_of(world, {("air_squat", "mon"): 4, **small})
    assert value(world, plan, AIM) == 0  # 50 * 8 - 100 * 4


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
