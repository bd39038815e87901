"""The variety aim: 10 points for each session beyond the first with the same exercise."""

from __future__ import annotations

from optimizer.domain.problem import Problem
from tests.model_check import value
from tests.worlds import plan_of, problem, session

AIM = "exercises_vary"
DAYS = ("mon", "wed", "fri")


def three_days(**settings: int) -> Problem:
    """A week of three sessions."""
    sessions = [session("mon"), session("wed"), session("fri")]
    return problem(sessions=sessions, objectives={AIM: settings})


def test_each_repeat_costs_ten_points() -> None:
    """Squats three times (2 repeats) and planks twice (1 repeat) are 30 points."""
    world = three_days()
    chosen = {("air_squat", day): 2 for day in DAYS}
    chosen |= {("plank", day): 2 for day in DAYS[:2]}
    assert value(world, plan_of(world, chosen), AIM) == 30


def test_a_repeat_in_a_week_of_two_sessions_counts() -> None:
    """Squats on both days are one repeat."""
    world = problem()
    plan = plan_of(world, {("air_squat", "mon"): 2, ("air_squat", "thu"): 2})
    assert value(world, plan, AIM) == 10


def test_sets_are_no_repeats() -> None:
    """Ten sets in one session repeat nothing."""
    world = three_days()
    assert value(world, plan_of(world, {("air_squat", "mon"): 10}), AIM) == 0


def test_different_exercises_cost_nothing() -> None:
    """Another squat each day is no repeat."""
    world = three_days()
    rows = ("air_squat", "goblet_squat", "thruster")
    chosen = dict.fromkeys(zip(rows, DAYS, strict=True), 2)
    assert value(world, plan_of(world, chosen), AIM) == 0


def test_the_weight_is_a_setting() -> None:
    """Two repeats at 3 points are 6."""
    world = three_days(weight=3)
    chosen = {("air_squat", day): 2 for day in DAYS}
    assert value(world, plan_of(world, chosen), AIM) == 6


def test_a_week_of_one_session_repeats_nothing() -> None:
    """With one session there is nothing to repeat."""
    world = problem(sessions=[session("mon")])
    assert value(world, plan_of(world, {("air_squat", "mon"): 2}), AIM) == 0
