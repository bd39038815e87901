"""The plane aim: 10 points for each half credit below a plane's weekly target.

The target is one credit a session, three at most: 4 half credits for two sessions.
"""

from __future__ import annotations

import pytest

from optimizer.domain.scenario import DAYS
from tests.model_check import value
from tests.worlds import plan_of, problem, session

AIM = "planes_reach_their_target"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((), 120),  # 3 planes * 4 * 10
        (("air_squat",), 100),  # sagittal motion: 2 halves
        (("bird_dog",), 110),  # transverse resisted: 1 half
        (("reverse_lunge",), 90),  # sagittal motion and frontal resisted: 3 halves
        (("calf_raise", "toe_raise", "short_foot"), 120),  # small joints give nothing
        (("press",), 120),  # motion of the upper body gives nothing
        (("push_up",), 110),  # what the trunk resists gives 1 half
    ],
)
def test_half_credits_below_the_target(rows: tuple[str, ...], expected: int) -> None:
    """Moving in a plane gives two half credits, resisting it one."""
    world = problem()
    assert value(world, plan_of(world, {(row, "mon"): 2 for row in rows}), AIM) == expected


def test_items_count_each_time_and_sets_do_not() -> None:
    """Squats on both days fill the sagittal target; ten sets on one day give half of it."""
    world = problem()
    both = plan_of(world, {("air_squat", "mon"): 1, ("air_squat", "thu"): 1})
    one = plan_of(world, {("air_squat", "mon"): 10})
    assert value(world, both, AIM) == 80
    assert value(world, one, AIM) == 100


def test_beyond_the_target_nothing_is_earned() -> None:
    """A third squat item in a plane that is full changes nothing."""
    world = problem()
    rows = [("air_squat", "mon"), ("air_squat", "thu"), ("goblet_squat", "mon")]
    assert value(world, plan_of(world, dict.fromkeys(rows, 2)), AIM) == 80


def test_drills_do_not_count() -> None:
    """The longest preparation moves in every plane, yet the target is for working items."""
    world = problem()
    assert value(world, plan_of(world, {}, {"mon": 2, "thu": 2}), AIM) == 120


@pytest.mark.parametrize(("sessions", "expected"), [(1, 60), (2, 120), (3, 180), (4, 180)])
def test_the_target_grows_with_the_sessions_up_to_three(sessions: int, expected: int) -> None:
    """An empty week misses 2 half credits a session and plane, 6 at most."""
    world = problem(sessions=[session(day) for day in DAYS[:sessions]])
    assert value(world, plan_of(world, {}), AIM) == expected


def test_the_scenario_sets_its_own_target() -> None:
    """A transverse target of half a credit is one half: 40 + 40 + 10."""
    world = problem(targets={"planes": {"transverse": {"target": 0.5}}})
    assert value(world, plan_of(world, {}), AIM) == 90


def test_the_weight_is_a_setting() -> None:
    """12 half credits at 1 point are 12."""
    world = problem(objectives={AIM: {"weight": 1}})
    assert value(world, plan_of(world, {}), AIM) == 12


def test_a_week_that_reaches_every_target_costs_nothing() -> None:
    """Squat, side lunge and twist on both days give 4 half credits of each plane."""
    world = problem()
    rows = ("air_squat", "side_lunge", "russian_twist")
    chosen = {(row, day): 2 for row in rows for day in ("mon", "thu")}
    assert value(world, plan_of(world, chosen), AIM) == 0
