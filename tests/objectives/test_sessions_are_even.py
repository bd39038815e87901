"""The evenness aim: the fullest session's share of its limit, in per cent rounded up.

The shortest preparation takes 300 s; an air squat takes 12 * 3 + 60 = 96 s a set; a push-up
90 s, a side plank 105 s and a calf raise 105 s.
"""

from __future__ import annotations

import pytest

from optimizer.domain.plan import Plan
from tests.model_check import aim_of, value
from tests.worlds import plan_of, problem, session

AIM = "sessions_are_even"


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, 17),  # 300 / 1800 = 16.7 %, 300 / 2700 = 11.1 %
        ({("air_squat", "thu"): 3}, 33),  # 588 / 1800 = 32.7 %
        ({("air_squat", "mon"): 3}, 22),  # 588 / 2700 = 21.8 %
        ({("air_squat", "mon"): 3, ("air_squat", "thu"): 1}, 22),  # 396 / 1800 = 22.0 %
    ],
)
def test_the_fullest_session_counts(chosen: dict[tuple[str, str], int], expected: int) -> None:
    """Monday has 2700 s and Thursday 1800 s; the larger share is the value."""
    world = problem(sessions=[session("mon", 45), session("thu", 30)])
    assert value(world, plan_of(world, chosen), AIM) == expected


@pytest.mark.parametrize(("minutes", "expected"), [(10, 100), (5, 200)])
def test_full_and_overfull_sessions(minutes: int, expected: int) -> None:
    """300 + 90 + 105 + 105 = 600 s are all of ten minutes, and twice five."""
    world = problem(sessions=[session("mon", minutes)])
    chosen = {("push_up", "mon"): 1, ("side_plank", "mon"): 1, ("calf_raise", "mon"): 1}
    assert value(world, plan_of(world, chosen), AIM) == expected


def test_the_longer_preparation_counts() -> None:
    """Stage 2 takes 480 of 2700 s, 17.8 %."""
    world = problem()
    assert value(world, plan_of(world, {}, {"thu": 2}), AIM) == 18


def test_a_plan_without_sessions_measures_zero() -> None:
    """No session uses no time."""
    assert aim_of(AIM).measure(problem(), Plan()) == 0
