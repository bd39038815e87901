"""The jump rule: no landings on the day before or after jumps, Sunday and Monday included."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Day
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import plan_of, problem, session

RULE = "jumps_are_spaced"
SAME_DAY_ALLOWED = {"sessions_stand_on_different_days": {"enabled": False}}


def two_days(first: Day, second: Day, **changes: Any) -> Problem:
    """A week of two sessions."""
    return problem(sessions=[session(first), session(second)], **changes)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("mon", "tue", ILLEGAL),
        ("mon", "wed", LEGAL),
        ("mon", "sat", LEGAL),
        ("mon", "sun", ILLEGAL),  # the week repeats: Sunday is the day before Monday
    ],
)
def test_a_day_lies_between_jumps(first: Day, second: Day, expected: str) -> None:
    """Squat jumps stand two days apart or more."""
    world = two_days(first, second)
    plan = plan_of(world, {("squat_jump", first): 2, ("squat_jump", second): 2})
    assert verdict(world, plan, RULE) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("pogo_hop", "pogo_hop", LEGAL),
        ("pogo_hop", "squat_jump", ILLEGAL),
        ("squat_jump", "pogo_hop", ILLEGAL),
        ("one_leg_hop", "pogo_hop", ILLEGAL),  # low, but on one leg
        ("squat_jump", "air_squat", LEGAL),
        ("squat_jump", "calf_raise", LEGAL),
    ],
)
def test_low_two_leg_hops_may_follow_each_other_only(
    first: str, second: str, expected: str
) -> None:
    """Hops on Monday and Tuesday are legal, hops beside jumps are not."""
    world = two_days("mon", "tue")
    plan = plan_of(world, {(first, "mon"): 2, (second, "tue"): 2})
    assert verdict(world, plan, RULE) == expected


def test_the_breach_names_both_days() -> None:
    """It stands at the later session of the plan."""
    world = two_days("mon", "tue")
    plan = plan_of(world, {("squat_jump", "mon"): 1, ("pogo_hop", "tue"): 1})
    assert breaches(world, plan, RULE) == [("tue", "landings on mon and again on tue")]


@pytest.mark.parametrize(("day", "expected"), [("tue", ILLEGAL), ("thu", LEGAL)])
def test_the_chosen_day_counts(day: Day, expected: str) -> None:
    """The second session lists Tuesday and Thursday."""
    world = problem(sessions=[session("mon"), session("tue", days=("tue", "thu"))])
    chosen = {("squat_jump", "mon"): 2, ("squat_jump", "tue"): 2}
    assert verdict(world, plan_of(world, chosen, days={"tue": day}), RULE) == expected


@pytest.mark.parametrize(
    ("row", "expected"), [("pogo_hop", ILLEGAL), ("squat_jump", ILLEGAL), ("air_squat", LEGAL)]
)
def test_one_day_has_landings_once(row: str, expected: str) -> None:
    """Where two sessions may share a day, even hops do not come twice on it."""
    offered = [session("mon"), session("tue", days=("tue", "mon"))]
    world = problem(sessions=offered, constraints=SAME_DAY_ALLOWED)
    plan = plan_of(world, {("pogo_hop", "mon"): 2, (row, "tue"): 2}, days={"tue": "mon"})
    assert verdict(world, plan, RULE) == expected


@pytest.mark.parametrize(
    ("days_apart", "second", "expected"),
    [(1, "tue", LEGAL), (3, "wed", ILLEGAL), (3, "thu", LEGAL)],
)
def test_the_setting_moves_the_distance(days_apart: int, second: Day, expected: str) -> None:
    """``days_apart`` is the least distance of jumps from other landings."""
    world = two_days("mon", second, constraints={RULE: {"days_apart": days_apart}})
    plan = plan_of(world, {("squat_jump", "mon"): 2, ("pogo_hop", second): 2})
    assert verdict(world, plan, RULE) == expected


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule allows jumps every day."""
    world = two_days("mon", "tue", constraints={RULE: {"enabled": False}})
    plan = plan_of(world, {("squat_jump", "mon"): 2, ("squat_jump", "tue"): 2})
    assert verdict(world, plan, RULE) == LEGAL
