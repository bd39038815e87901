"""The pin rule: pinned exercises stand in their sessions, with their sets where given."""

from __future__ import annotations

import pytest
from ortools.sat.python import cp_model

from optimizer.domain.problem import Problem
from optimizer.solve.build import build_direct, build_week, session_classes
from optimizer.solve.cp_sat import Answer, call
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import plan_of, problem, session

RULE = "pins_are_kept"


def pinned(exercise_id: str, sets: int | None = None, *, enabled: bool = True) -> Problem:
    """A week with one pin on Monday."""
    pin = {"session": "mon", "exercise": exercise_id, "sets": sets}
    return problem(pin=(pin,), constraints={RULE: {"enabled": enabled}})


@pytest.mark.parametrize("sets", [1, 2, 9])
def test_a_pin_without_sets_takes_any_number(sets: int) -> None:
    """Any positive number of sets keeps the pin."""
    world = pinned("air_squat")
    assert verdict(world, plan_of(world, {("air_squat", "mon"): sets}), RULE) == LEGAL


def test_a_missing_pin_is_illegal() -> None:
    """The pinned row on Thursday alone does not keep Monday's pin."""
    world = pinned("air_squat")
    plan = plan_of(world, {("air_squat", "thu"): 2})
    assert verdict(world, plan, RULE) == ILLEGAL
    assert breaches(world, plan, RULE) == [("mon", "air_squat is pinned and missing")]


@pytest.mark.parametrize(
    ("sets", "expected"), [(2, ILLEGAL), (3, LEGAL), (4, ILLEGAL), (0, ILLEGAL)]
)
def test_a_pin_with_sets_is_exact(sets: int, expected: str) -> None:
    """A pin of three sets takes three, neither two nor four."""
    world = pinned("air_squat", 3)
    assert verdict(world, plan_of(world, {("air_squat", "mon"): sets}), RULE) == expected


def test_the_breach_states_both_numbers() -> None:
    """The breach names the pinned and the planned sets."""
    world = pinned("air_squat", 3)
    found = breaches(world, plan_of(world, {("air_squat", "mon"): 2}), RULE)
    assert found == [("mon", "air_squat is pinned with 3 sets, not 2")]


def test_two_pins_of_one_session_must_both_hold() -> None:
    """Keeping one of two pins is not enough."""
    pins = [{"session": "mon", "exercise": row} for row in ("air_squat", "plank")]
    world = problem(pin=pins)
    one = plan_of(world, {("air_squat", "mon"): 2})
    both = plan_of(world, {("air_squat", "mon"): 2, ("plank", "mon"): 2})
    assert verdict(world, one, RULE) == ILLEGAL
    assert verdict(world, both, RULE) == LEGAL


@pytest.mark.parametrize(
    ("exercise_id", "expected"), [("thruster", Answer.INFEASIBLE), ("goblet_squat", Answer.OPTIMAL)]
)
def test_an_excluded_pin_has_no_plan(exercise_id: str, expected: Answer) -> None:
    """A pin of a row that a filter removed makes both layers infeasible, another pin neither."""
    world = pinned(exercise_id)
    classes = session_classes(world)
    days, _ = build_direct(world, classes, only=(RULE,))
    week = build_week(world, classes)
    for model in (days.poster.model, week.poster.model):
        assert call(model, cp_model.CpSolver()).answer is expected


def test_a_pinned_drill_is_part_of_the_preparation() -> None:
    """A pinned drill comes into every block, and a plan without it is illegal."""
    world = pinned("leg_swing")
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL
    found = breaches(world, plan_of(problem(), {}), RULE)
    assert found == [("mon", "leg_swing is pinned and missing")]


def test_no_pin_is_vacuous() -> None:
    """Without pins an empty week is legal."""
    world = problem()
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule lets a pin be missing."""
    world = pinned("air_squat", enabled=False)
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


@pytest.mark.parametrize("exercise_id", ["push_up", "hip_opener"])
def test_a_session_with_a_pin_takes_place(exercise_id: str) -> None:
    """In race week a session may stay empty, but not one with a pinned row or drill."""
    pin = ({"session": "mon", "exercise": exercise_id},)
    world = problem(sessions=[session("mon")], athlete={"phase": "race_week"}, pin=pin)
    assert world.optional_sessions == ("mon",)
    assert verdict(world, plan_of(world, {}, days={"mon": None}), RULE) == ILLEGAL
    assert verdict(world, plan_of(world, {("push_up", "mon"): 1}), RULE) == LEGAL
