"""Planes of a session: 10 points for each half credit that a plane lacks of a full one.

The shortest preparation gives a full credit for the sagittal plane, the second one adds the
transverse and the longest the frontal plane.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.model_check import value
from tests.worlds import plan_of, problem, session

AIM = "sessions_move_in_every_plane"


@pytest.mark.parametrize(("stage", "expected"), [(0, 80), (1, 60), (2, 40)])
def test_drills_count(stage: int, expected: int) -> None:
    """Monday's drills give one, two or three planes; Thursday's the sagittal plane alone."""
    world = problem()
    assert value(world, plan_of(world, {}, {"mon": stage}), AIM) == expected


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({("side_lunge", "mon"): 2}, 20),  # moves in the frontal plane
        ({("reverse_lunge", "mon"): 2}, 30),  # resists the frontal plane
        ({("reverse_lunge", "mon"): 2, ("side_plank", "mon"): 2}, 20),  # resists it twice
        ({("side_lunge", "mon"): 2, ("russian_twist", "mon"): 2}, 0),
        ({("side_lunge", "mon"): 9, ("reverse_lunge", "mon"): 9}, 20),  # no plane for another
        ({("calf_raise", "mon"): 2, ("one_arm_row", "mon"): 2}, 30),  # a pull resists turning
    ],
)
def test_half_credits_short(chosen: dict[tuple[str, str], int], expected: int) -> None:
    """An empty session of 30 minutes lacks the frontal and the transverse plane, 20 each."""
    world = problem(sessions=(session("mon", 30),))
    assert value(world, plan_of(world, chosen), AIM) == expected


def test_short_sessions_are_left_alone() -> None:
    """A session of 29 minutes costs nothing."""
    world = problem(sessions=(session("mon", 29), session("thu", 30)))
    assert value(world, plan_of(world, {}), AIM) == 40


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"credit": 0.5}, 20),
        ({"credit": 1.5}, 70),  # 1 + 3 + 3 half credits
        ({"weight": 1}, 4),
        ({"from_minutes": 46}, 0),
    ],
)
def test_the_settings_move_credit_minutes_and_weight(
    settings: dict[str, Any], expected: int
) -> None:
    """An empty session lacks two half credits of two planes."""
    world = problem(sessions=(session("mon", 45),), objectives={AIM: settings})
    assert value(world, plan_of(world, {}), AIM) == expected
