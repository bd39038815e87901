"""The aim of shared days: 2 points for leg work less than six hours after a key run."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Day
from tests.model_check import value
from tests.worlds import plan_of, problem, run, session

AIM = "shared_days_leave_hours"


def tuesday(start: str | None, kind: str = "tempo", **changes: Any) -> Problem:
    """A session on Tuesday, and an hour's run from 07:00 to 08:00."""
    runs = [run("tue", kind, 60, start="07:00")]
    return problem(sessions=[session("tue", start=start)], runs=runs, **changes)


@pytest.mark.parametrize(
    ("start", "expected"), [("13:59", 2), ("14:00", 0), ("08:00", 2), ("06:00", 0), (None, 0)]
)
def test_six_hours_after_the_run(start: str | None, expected: int) -> None:
    """14:00 is six hours after 08:00; legs before the run are the hard rule's affair."""
    world = tuesday(start)
    assert value(world, plan_of(world, {("air_squat", "tue"): 2}), AIM) == expected


@pytest.mark.parametrize(
    ("row", "expected"), [("calf_raise", 2), ("pogo_hop", 2), ("push_up", 0), ("plank", 0)]
)
def test_all_leg_work_counts(row: str, expected: int) -> None:
    """Upper body and core may follow the run at once."""
    world = tuesday("09:00")
    assert value(world, plan_of(world, {(row, "tue"): 2}), AIM) == expected


def test_an_easy_run_is_no_matter() -> None:
    """Only key runs tire the legs for what follows."""
    world = tuesday("09:00", "easy")
    assert value(world, plan_of(world, {("air_squat", "tue"): 2}), AIM) == 0


def test_a_session_counts_once() -> None:
    """Two leg exercises in one session are two points together."""
    world = tuesday("09:00")
    chosen = {("air_squat", "tue"): 2, ("calf_raise", "tue"): 2}
    assert value(world, plan_of(world, chosen), AIM) == 2


@pytest.mark.parametrize(("day", "expected"), [("tue", 2), ("wed", 0)])
def test_the_chosen_day_counts(day: Day, expected: int) -> None:
    """On Wednesday nobody runs."""
    runs = [run("tue", "tempo", 60, start="07:00")]
    offered = [session("tue", days=("tue", "wed"), start="09:00")]
    world = problem(sessions=offered, runs=runs)
    plan = plan_of(world, {("air_squat", "tue"): 2}, days={"tue": day})
    assert value(world, plan, AIM) == expected


@pytest.mark.parametrize(
    ("settings", "expected"), [({"wanted_hours": 5.5}, 0), ({"weight": 5}, 5), ({"weight": 0}, 0)]
)
def test_the_settings_move_hours_and_weight(settings: dict[str, float], expected: int) -> None:
    """13:30 is five and a half hours after the run."""
    world = tuesday("13:30", objectives={AIM: settings})
    assert value(world, plan_of(world, {("air_squat", "tue"): 2}), AIM) == expected
