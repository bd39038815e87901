"""The recovery rule: heavy legs never stand on two days in a row, Sunday and Monday included."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Day
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import catalog_with, exercise, plan_of, problem, session

RULE = "heavy_legs_rest_between"


def two_days(first: Day, second: Day, **changes: Any) -> Problem:
    """A week of two sessions."""
    return problem(sessions=[session(first), session(second)], **changes)


def held(world: Problem, *rows: str, sets: int = 2) -> Plan:
    """The first row in the first session of the week, the second in the second."""
    days = [slot.id for slot in world.slots]
    return plan_of(world, dict.fromkeys(zip(rows, days, strict=True), sets))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("mon", "tue", ILLEGAL),
        ("mon", "wed", LEGAL),
        ("mon", "sat", LEGAL),
        ("mon", "sun", ILLEGAL),  # the week repeats: Sunday is the day before Monday
        ("sat", "sun", ILLEGAL),
    ],
)
def test_a_day_lies_between(first: Day, second: Day, expected: str) -> None:
    """Squats and deadlifts stand two days apart or more."""
    world = two_days(first, second)
    assert verdict(world, held(world, "air_squat", "deadlift"), RULE) == expected


def test_the_breach_names_both_days() -> None:
    """It stands at the later session of the plan."""
    world = two_days("mon", "sun")
    found = breaches(world, held(world, "air_squat", "deadlift"), RULE)
    assert found == [("sun", "heavy legs on mon and again on sun")]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("calf_raise", LEGAL),
        ("side_leg_raise", LEGAL),
        ("push_up", LEGAL),
        ("plank", LEGAL),
        ("one_leg_bridge", ILLEGAL),
        ("thruster", ILLEGAL),  # the full body
        ("sliding_curl", ILLEGAL),  # slow lowering
    ],
)
def test_only_heavy_legs_count(row: str, expected: str) -> None:
    """Calves, hips, upper body and core may follow squats."""
    world = two_days("mon", "tue")
    assert verdict(world, held(world, "air_squat", row), RULE) == expected


@pytest.mark.parametrize(("sets", "expected"), [(4, LEGAL), (5, ILLEGAL)])
def test_many_landings_are_heavy(sets: int, expected: str) -> None:
    """Four sets of ten counted contacts are light, and five make 50, over 40."""
    world = two_days("mon", "tue")
    plan = plan_of(world, {("air_squat", "mon"): 2, ("pogo_hop", "tue"): sets})
    assert verdict(world, plan, RULE) == expected


def test_slow_lowering_of_the_upper_body_is_not_heavy() -> None:
    """The flag counts for the legs only."""
    row = exercise("slow_pull", pattern="pull_vertical", region="upper", flags=("eccentric_high",))
    world = two_days("mon", "tue", catalog=catalog_with(row))
    assert verdict(world, held(world, "air_squat", "slow_pull"), RULE) == LEGAL


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"mon": "mon", "wed": "wed"}, LEGAL),
        ({"mon": "tue", "wed": "wed"}, ILLEGAL),
        ({"mon": "tue", "wed": "thu"}, LEGAL),
        ({"mon": "mon", "wed": "thu"}, LEGAL),
    ],
)
def test_the_chosen_days_count(days: dict[str, Day | None], expected: str) -> None:
    """Of the days that the sessions list, only those they stand on matter."""
    offered = [session("mon", days=("mon", "tue")), session("wed", days=("wed", "thu"))]
    world = problem(sessions=offered)
    chosen = {("air_squat", "mon"): 2, ("air_squat", "wed"): 2}
    assert verdict(world, plan_of(world, chosen, days=days), RULE) == expected


@pytest.mark.parametrize(
    ("days_apart", "second", "expected"),
    [
        (1, "tue", LEGAL),
        (1, "mon", ILLEGAL),
        (2, "mon", ILLEGAL),
        (3, "wed", ILLEGAL),
        (3, "thu", LEGAL),
    ],
)
def test_the_setting_moves_the_distance(days_apart: int, second: Day, expected: str) -> None:
    """Two sessions on one day are too near each other at any distance."""
    offered = [session("mon"), session("tue", days=("tue", "mon", "wed", "thu"))]
    off = {"sessions_stand_on_different_days": {"enabled": False}}
    world = problem(sessions=offered, constraints={**off, RULE: {"days_apart": days_apart}})
    chosen = {("air_squat", "mon"): 2, ("deadlift", "tue"): 2}
    assert verdict(world, plan_of(world, chosen, days={"tue": second}), RULE) == expected


def test_a_session_that_does_not_take_place_is_no_neighbour() -> None:
    """Of three sessions on three days in a row, the middle one is left out."""
    world = problem(
        sessions=[session("mon"), session("tue"), session("wed")],
        constraints={"sessions_suit_the_phase": {"most": 2}},
    )
    chosen = {("air_squat", "mon"): 2, ("air_squat", "wed"): 2}
    assert verdict(world, plan_of(world, chosen, days={"tue": None}), RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule allows squats every day."""
    world = two_days("mon", "tue", constraints={RULE: {"enabled": False}})
    assert verdict(world, held(world, "air_squat", "air_squat"), RULE) == LEGAL
