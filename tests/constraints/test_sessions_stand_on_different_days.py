"""The rule of days: one session a day, on a day that it lists."""

from __future__ import annotations

import pytest

from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Day
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import plan_of, problem, run, session

RULE = "sessions_stand_on_different_days"


def shared(**settings: object) -> Problem:
    """Two sessions that both list Tuesday."""
    offered = [session("mon", days=("mon", "tue")), session("wed", days=("tue", "wed"))]
    return problem(sessions=offered, constraints={RULE: settings})


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("mon", "tue", LEGAL),
        ("mon", "wed", LEGAL),
        ("tue", "wed", LEGAL),
        ("tue", "tue", ILLEGAL),
    ],
)
def test_one_session_a_day(first: Day, second: Day, expected: str) -> None:
    """Only both on Tuesday is too much."""
    world = shared()
    plan = plan_of(world, {}, days={"mon": first, "wed": second})
    assert verdict(world, plan, RULE) == expected


def test_the_breach_names_the_day() -> None:
    """Three sessions on one day are one breach."""
    offered = [session(day, days=(day, "sun")) for day in ("mon", "wed", "fri")]
    world = problem(sessions=offered)
    plan = plan_of(world, {}, days={"mon": "sun", "wed": "sun", "fri": "sun"})
    assert breaches(world, plan, RULE) == [("sun", "3 sessions on one day")]


def test_a_day_that_is_not_offered_is_reported() -> None:
    """A plan from elsewhere may stand on any day; the model has no other days to choose."""
    world = shared()
    plan = plan_of(world, {}, days={"mon": "fri"})
    assert breaches(world, plan, RULE) == [("mon", "is on fri, offered: mon, tue")]


def test_a_day_taken_by_a_run_is_not_offered() -> None:
    """At 18:00 on Monday the runner is on the road, so Tuesday is the only day left."""
    runs = [run("mon", "easy", 60, start="18:00")]
    offered = [session("mon", days=("mon", "tue"), start="18:30")]
    world = problem(sessions=offered, runs=runs)
    assert world.slots[0].days == ("tue",)
    plan = plan_of(world, {}, days={"mon": "mon"})
    assert breaches(world, plan, RULE) == [("mon", "is on mon, offered: tue")]


def test_a_session_that_does_not_take_place_takes_no_day() -> None:
    """One of two sessions on Tuesday is left out."""
    offered = [session("mon", days=("tue",)), session("wed", days=("tue",))]
    most = {"sessions_suit_the_phase": {"most": 1}}
    world = problem(sessions=offered, constraints=most)
    assert verdict(world, plan_of(world, {}, days={"mon": None}), RULE) == LEGAL
    assert verdict(world, plan_of(world, {}), RULE) == ILLEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule lets two sessions share a day."""
    world = shared(enabled=False)
    plan = plan_of(world, {}, days={"mon": "tue", "wed": "tue"})
    assert verdict(world, plan, RULE) == LEGAL
