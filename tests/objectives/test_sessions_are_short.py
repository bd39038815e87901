"""The time aim: the seconds of all sessions, preparation included.

The preparation blocks take 300, 360 and 480 s; an air squat takes 12 * 3 + 60 = 96 s a set;
a one-leg calf raise 2 * 45 + 5 + 20 = 115 s a set and 5 s once.
"""

from __future__ import annotations

import pytest

from optimizer.domain.plan import Plan
from tests.model_check import aim_of, value
from tests.worlds import plan_of, problem, session

AIM = "sessions_are_short"
Chosen = dict[tuple[str, str], int]


@pytest.mark.parametrize(
    ("chosen", "stages", "expected"),
    [
        ({}, {}, 600),  # 2 * 300
        ({}, {"thu": 1}, 660),
        ({}, {"mon": 1, "thu": 2}, 840),  # 360 + 480
        ({("air_squat", "mon"): 2}, {}, 792),  # 600 + 2 * 96
        ({("air_squat", "mon"): 2, ("air_squat", "thu"): 3}, {}, 1080),  # 600 + 5 * 96
        ({("one_leg_calf_raise", "mon"): 2}, {}, 835),  # 600 + 2 * 115 + 5
        ({("one_leg_calf_raise", day): 2 for day in ("mon", "thu")}, {}, 1070),
    ],
)
def test_seconds_of_the_whole_week(chosen: Chosen, stages: dict[str, int], expected: int) -> None:
    """Blocks, sets and set-ups of both sessions add up."""
    world = problem()
    assert value(world, plan_of(world, chosen, stages), AIM) == expected


def test_the_dose_at_the_place_counts() -> None:
    """Loaded step-ups at home take 65 + 43 s a set, unloaded ones elsewhere 65 + 28 s."""
    sessions = [session("mon"), session("thu", place="bare")]
    world = problem(sessions=sessions, history={"weeks_trained": 4})
    home = plan_of(world, {("step_up", "mon"): 2})
    bare = plan_of(world, {("step_up", "thu"): 2})
    assert value(world, home, AIM) == 600 + 2 * 108
    assert value(world, bare, AIM) == 600 + 2 * 93


def test_a_plan_without_sessions_measures_zero() -> None:
    """No session takes no time."""
    assert aim_of(AIM).measure(problem(), Plan()) == 0
