"""The aim of days before key runs: 4 points for each heavy session less than two days before."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Day
from tests.model_check import value
from tests.worlds import plan_of, problem, run, session

AIM = "heavy_legs_stay_far_from_key_runs"


def before_wednesday(day: Day, **changes: Any) -> Problem:
    """One session, and a tempo run on Wednesday."""
    return problem(sessions=[session(day)], runs=[run("wed", "tempo")], **changes)


@pytest.mark.parametrize(
    ("day", "expected"), [("mon", 0), ("tue", 4), ("wed", 0), ("thu", 0), ("sun", 0)]
)
def test_two_days_are_far_enough(day: Day, expected: int) -> None:
    """Monday evening is two days before Wednesday, whatever the hours; Tuesday is one."""
    world = before_wednesday(day)
    assert value(world, plan_of(world, {("air_squat", day): 2}), AIM) == expected


def test_the_week_repeats() -> None:
    """Sunday is one day before Monday's run, Saturday two."""
    world = problem(sessions=[session("sat"), session("sun")], runs=[run("mon", "tempo")])
    chosen = {("air_squat", "sat"): 2, ("air_squat", "sun"): 2}
    assert value(world, plan_of(world, chosen), AIM) == 4


@pytest.mark.parametrize(("start", "expected"), [("07:00", 4), ("20:00", 0), (None, 0)])
def test_a_shared_day(start: str | None, expected: int) -> None:
    """Before the run of the day legs are near it, after it the next run is a week away."""
    runs = [run("wed", "tempo", start="18:00")]
    world = problem(sessions=[session("wed", start=start)], runs=runs)
    assert value(world, plan_of(world, {("air_squat", "wed"): 2}), AIM) == expected


@pytest.mark.parametrize(
    ("row", "sets", "expected"),
    [
        ("calf_raise", 2, 0),
        ("push_up", 2, 0),
        ("sliding_curl", 2, 4),
        ("pogo_hop", 4, 0),  # 40 counted contacts
        ("pogo_hop", 5, 4),
    ],
)
def test_what_is_heavy(row: str, sets: int, expected: int) -> None:
    """The same work is heavy as for the hard rule."""
    world = before_wednesday("tue")
    assert value(world, plan_of(world, {(row, "tue"): sets}), AIM) == expected


def test_each_session_counts_once() -> None:
    """Tuesday and Saturday are each on the eve of a run; two lifts in one cost no more."""
    runs = [run("wed", "tempo"), run("sun", "long", 100)]
    world = problem(sessions=[session("tue"), session("sat")], runs=runs)
    chosen = {("air_squat", "tue"): 2, ("deadlift", "tue"): 2, ("air_squat", "sat"): 2}
    assert value(world, plan_of(world, chosen), AIM) == 8


@pytest.mark.parametrize(("day", "expected"), [("mon", 0), ("tue", 4)])
def test_the_chosen_day_counts(day: Day, expected: int) -> None:
    """The session lists Monday and Tuesday."""
    offered = [session("mon", days=("mon", "tue"))]
    world = problem(sessions=offered, runs=[run("wed", "tempo")])
    plan = plan_of(world, {("air_squat", "mon"): 2}, days={"mon": day})
    assert value(world, plan, AIM) == expected


@pytest.mark.parametrize(
    ("settings", "expected"),
    [({"within_days": 3}, 4), ({"within_days": 2}, 0), ({"within_days": 3, "weight": 7}, 7)],
)
def test_the_settings_move_distance_and_weight(settings: dict[str, int], expected: int) -> None:
    """Monday is within three days of Wednesday's run."""
    world = before_wednesday("mon", objectives={AIM: settings})
    assert value(world, plan_of(world, {("air_squat", "mon"): 2}), AIM) == expected
