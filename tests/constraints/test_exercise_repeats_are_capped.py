"""The repeat cap: an exercise stands in at most three sessions of the week."""

from __future__ import annotations

import pytest

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import plan_of, problem, session

RULE = "exercise_repeats_are_capped"
DAYS = ("mon", "tue", "thu", "sat")


def four_days(**settings: object) -> Problem:
    """A week of four sessions."""
    sessions = [session("mon"), session("tue"), session("thu"), session("sat")]
    return problem(sessions=sessions, constraints={RULE: settings})


def squats(world: Problem, times: int) -> Plan:
    """Air squats in the first sessions of the week."""
    return plan_of(world, {("air_squat", day): 2 for day in DAYS[:times]})


@pytest.mark.parametrize(("times", "expected"), [(3, LEGAL), (4, ILLEGAL)])
def test_three_sessions_are_the_cap(times: int, expected: str) -> None:
    """The same row in 3 sessions is legal, in 4 it is not."""
    world = four_days()
    assert verdict(world, squats(world, times), RULE) == expected


def test_the_breach_counts_sessions() -> None:
    """The breach says how often the row comes and what the cap is."""
    world = four_days()
    found = breaches(world, squats(world, 4), RULE)
    assert found == [("week", "air_squat stands in 4 sessions, cap 3")]


@pytest.mark.parametrize(
    ("most", "times", "expected"), [(1, 1, LEGAL), (1, 2, ILLEGAL), (4, 4, LEGAL)]
)
def test_the_setting_moves_the_cap(most: int, times: int, expected: str) -> None:
    """``most`` sessions are legal, one more is not."""
    world = four_days(most=most)
    assert verdict(world, squats(world, times), RULE) == expected


def test_sets_do_not_count() -> None:
    """Ten sets in one session are one time."""
    world = four_days(most=1)
    assert verdict(world, plan_of(world, {("air_squat", "mon"): 10}), RULE) == LEGAL


def test_different_rows_do_not_add_up() -> None:
    """Two rows of one pattern, twice each, are two times each."""
    world = four_days(most=2)
    chosen = {(row, day): 2 for row in ("air_squat", "goblet_squat") for day in DAYS[:2]}
    assert verdict(world, plan_of(world, chosen), RULE) == LEGAL


def test_a_week_of_two_sessions_cannot_break_the_cap() -> None:
    """With two sessions the cap of three is vacuous."""
    world = problem()
    chosen = {("air_squat", "mon"): 2, ("air_squat", "thu"): 2}
    assert verdict(world, plan_of(world, chosen), RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule lets a row stand in every session."""
    world = four_days(enabled=False)
    assert verdict(world, squats(world, 4), RULE) == LEGAL
