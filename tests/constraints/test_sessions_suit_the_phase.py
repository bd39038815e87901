"""The rule of sessions: as many take place as the phase allows, the others stay free."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Day
from optimizer.solve.build import build_week, session_classes
from optimizer.solve.cp_sat import Answer, call, new_solver
from optimizer.solve.limits import Limits
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import plan_of, problem, session

RULE = "sessions_suit_the_phase"
DAYS: tuple[Day, ...] = ("mon", "tue", "thu", "sat")


def week(phase: str, offered: int = 4, **settings: Any) -> Problem:
    """A week with some sessions on offer."""
    return problem(
        sessions=[session(day) for day in DAYS[:offered]],
        athlete={"phase": phase},
        constraints={RULE: settings},
    )


def first(world: Problem, count: int) -> Plan:
    """The plan in which the first sessions take place, and the others do not."""
    return plan_of(world, {}, days=dict.fromkeys([slot.id for slot in world.slots[count:]]))


@pytest.mark.parametrize(
    ("phase", "most"),
    [
        ("base", 3),
        ("build", 3),
        ("transition", 2),
        ("peak", 2),
        ("taper", 1),
        ("maintenance", 1),
    ],
)
def test_as_many_as_the_phase_allows(phase: str, most: int) -> None:
    """Of four sessions exactly so many take place; one fewer or one more is illegal."""
    world = week(phase)
    found = {count: verdict(world, first(world, count), RULE) for count in range(5)}
    assert found == {count: LEGAL if count == most else ILLEGAL for count in range(5)}


@pytest.mark.parametrize("phase", ["race_week", "post_race"])
def test_around_a_race_no_session_is_needed(phase: str) -> None:
    """None and one are legal, two are not."""
    world = week(phase, offered=2)
    found = [verdict(world, first(world, count), RULE) for count in range(3)]
    assert found == [LEGAL, LEGAL, ILLEGAL]


def test_the_breaches_count_sessions() -> None:
    """Too many and too few have a message each."""
    world = week("taper", offered=2)
    assert breaches(world, first(world, 2), RULE) == [
        ("week", "2 sessions, at most 1 in this phase")
    ]
    assert breaches(world, first(world, 0), RULE) == [("week", "0 sessions, 1 should take place")]


def test_sessions_within_the_number_all_take_place() -> None:
    """Where the phase allows as many as are offered, none may stay empty."""
    world = week("base", offered=3)
    assert world.optional_sessions == ()
    assert verdict(world, first(world, 3), RULE) == LEGAL
    found = breaches(world, first(world, 2), RULE)
    assert found == [("week", "2 sessions, 3 should take place")]


def test_where_there_are_too_many_any_may_stay_empty() -> None:
    """The planner chooses which, so each of them may be left out."""
    world = week("base")
    assert world.optional_sessions == DAYS
    left_out = [plan_of(world, {}, days={day: None}) for day in DAYS]
    assert [verdict(world, plan, RULE) for plan in left_out] == [LEGAL] * 4


@pytest.mark.parametrize(("most", "expected"), [(4, LEGAL), (3, ILLEGAL)])
def test_the_setting_moves_the_number(most: int, expected: str) -> None:
    """``most`` replaces the number of the phase."""
    world = week("base", most=most)
    assert verdict(world, first(world, 4), RULE) == expected


def test_a_week_without_any_session() -> None:
    """``most: 0`` frees the whole week."""
    world = week("base", offered=2, most=0)
    found = [verdict(world, first(world, count), RULE) for count in range(2)]
    assert found == [LEGAL, ILLEGAL]


def test_the_week_layer_counts_sessions_too() -> None:
    """Three of four squat sessions are possible over the week's totals, four are not."""
    world = week("base")
    answers = {}
    for times in (3, 4):
        layer = build_week(world, session_classes(world), keep=lambda demand: demand[0] == RULE)
        squat = world.catalog.exercise_by_id["air_squat"]
        layer.poster.model.add(layer.times(squat) == times)
        answers[times] = call(layer.poster.model, new_solver(Limits())).answer
    assert answers == {3: Answer.OPTIMAL, 4: Answer.INFEASIBLE}


def test_without_the_rule_every_session_takes_place() -> None:
    """A disabled rule frees no session, and four of them are legal."""
    world = week("taper", enabled=False)
    assert world.optional_sessions == ()
    assert verdict(world, first(world, 4), RULE) == LEGAL
