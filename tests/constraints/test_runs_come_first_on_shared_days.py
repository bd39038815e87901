"""The shared day rule: leg work comes after the key run, three hours later or more."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Day
from tests.model_check import ILLEGAL, LEGAL, barred, breaches, verdict
from tests.worlds import plan_of, problem, run, session

RULE = "runs_come_first_on_shared_days"


def tuesday(start: str | None, kind: str = "tempo", **changes: Any) -> Problem:
    """A session on Tuesday, and an hour's run from 12:00 to 13:00."""
    runs = [run("tue", kind, 60, start="12:00")]
    return problem(sessions=[session("tue", start=start)], runs=runs, **changes)


def answer(world: Problem, row: str = "air_squat") -> str:
    """Whether the session on Tuesday may hold the row."""
    return verdict(world, plan_of(world, {(row, "tue"): 2}), RULE)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("15:59", ILLEGAL),
        ("16:00", LEGAL),  # exactly 3 h after 13:00
        ("13:00", ILLEGAL),
        ("07:00", ILLEGAL),  # before the run, whatever the hours between
        (None, LEGAL),  # unknown: the run is taken to come first
    ],
)
def test_the_run_first_and_three_hours(start: str | None, expected: str) -> None:
    """Squats on the day of a tempo run."""
    assert answer(tuesday(start)) == expected


def test_the_breaches_say_what_is_wrong() -> None:
    """Too early is another breach than too soon."""
    early, soon = tuesday("07:00"), tuesday("15:30")
    chosen = {("air_squat", "tue"): 2}
    found = breaches(early, plan_of(early, chosen), RULE)
    assert found == [("tue", "Air squat before the tempo run of the day")]
    found = breaches(soon, plan_of(soon, chosen), RULE)
    assert found == [("tue", "Air squat 2.5 h after the tempo run")]


@pytest.mark.parametrize("start", ["12:00", "12:59"])
def test_a_session_during_the_run_is_no_later(start: str) -> None:
    """Reading refuses such a session; a problem made in code forbids its leg work."""
    world = tuesday(start, constraints={RULE: {"least_hours": 0}})
    assert answer(world) == ILLEGAL
    assert answer(world, "push_up") == LEGAL
    found = breaches(world, plan_of(world, {("air_squat", "tue"): 2}), RULE)
    assert found == [("tue", "Air squat during the tempo run of the day")]
    assert barred(world, RULE, "air_squat", "tue") == "leg work during the tempo run on tue"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("calf_raise", ILLEGAL),
        ("side_leg_raise", ILLEGAL),
        ("pogo_hop", ILLEGAL),
        ("thruster", ILLEGAL),
        ("push_up", LEGAL),
        ("plank", LEGAL),
    ],
)
def test_all_leg_work_counts(row: str, expected: str) -> None:
    """Legs are any row of the lower or full body but core; the rest may come at any time."""
    assert answer(tuesday("07:00"), row) == expected


@pytest.mark.parametrize(
    ("kind", "expected"), [("easy", LEGAL), ("long", LEGAL), ("hills", ILLEGAL), ("race", ILLEGAL)]
)
def test_only_key_runs_count(kind: str, expected: str) -> None:
    """An easy run of an hour leaves the day free."""
    assert answer(tuesday("07:00", kind)) == expected


@pytest.mark.parametrize(("day", "expected"), [("tue", ILLEGAL), ("wed", LEGAL)])
def test_the_chosen_day_counts(day: Day, expected: str) -> None:
    """On Wednesday nobody runs, so the session is free there and its rows are not barred."""
    runs = [run("tue", "tempo", 60, start="12:00")]
    offered = [session("tue", days=("tue", "wed"), start="07:00")]
    world = problem(sessions=offered, runs=runs)
    plan = plan_of(world, {("air_squat", "tue"): 2}, days={"tue": day})
    assert verdict(world, plan, RULE) == expected
    assert barred(world, RULE, "air_squat", "tue") is None


@pytest.mark.parametrize(
    ("least_hours", "start", "expected"),
    [(0, "13:00", LEGAL), (1.5, "14:29", ILLEGAL), (1.5, "14:30", LEGAL), (0, "07:00", ILLEGAL)],
)
def test_the_setting_moves_the_hours(least_hours: float, start: str, expected: str) -> None:
    """``least_hours`` moves the pause, never the order."""
    world = tuesday(start, constraints={RULE: {"least_hours": least_hours}})
    assert answer(world) == expected


def test_the_filter_names_the_run() -> None:
    """The reason says whether the session is too early or too soon."""
    reason = "leg work before the tempo run on tue"
    assert barred(tuesday("07:00"), RULE, "calf_raise", "tue") == reason
    reason = "leg work 150 minutes after the tempo run on tue"
    assert barred(tuesday("15:30"), RULE, "calf_raise", "tue") == reason
    assert barred(tuesday("07:00"), RULE, "push_up", "tue") is None
    assert barred(tuesday("16:00"), RULE, "calf_raise", "tue") is None


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule allows squats before the run."""
    assert answer(tuesday("07:00", constraints={RULE: {"enabled": False}})) == LEGAL
