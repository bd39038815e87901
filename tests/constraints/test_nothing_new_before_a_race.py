"""The rule about new exercises: only known ones in a taper and in a race week."""

from __future__ import annotations

import pytest

from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, barred, breaches, verdict
from tests.worlds import plan_of, problem

RULE = "nothing_new_before_a_race"


def knowing(*known: str, phase: str = "taper") -> Problem:
    """A week of an athlete who knows these exercises."""
    return problem(athlete={"phase": phase}, history={"weeks_trained": 9, "known": known})


@pytest.mark.parametrize(
    ("phase", "expected"),
    [("base", LEGAL), ("peak", LEGAL), ("taper", ILLEGAL), ("race_week", ILLEGAL)],
)
def test_a_new_row_is_illegal_before_a_race_only(phase: str, expected: str) -> None:
    """The push-up is new to an athlete who knows the plank alone."""
    world = knowing("plank", phase=phase)
    assert verdict(world, plan_of(world, {("push_up", "mon"): 1}), RULE) == expected


def test_a_known_row_is_legal() -> None:
    """What is listed may be done."""
    world = knowing("plank")
    assert verdict(world, plan_of(world, {("plank", "mon"): 1}), RULE) == LEGAL


@pytest.mark.parametrize("history", [None, {"weeks_trained": 9}])
def test_without_a_list_nothing_is_left_out(history: dict[str, int] | None) -> None:
    """Everything would be new, so the week would be empty."""
    world = problem(athlete={"phase": "taper"}, history=history)
    assert verdict(world, plan_of(world, {("push_up", "mon"): 1}), RULE) == LEGAL


def test_drills_need_not_be_known() -> None:
    """The preparation stays as it is."""
    world = knowing("plank")
    assert len(plan_of(world, {}).session("mon").preparation) == 3
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


def test_breach_and_cause_name_the_exercise_and_the_phase() -> None:
    """The breach is about the session, the cause about the phase."""
    world = knowing("plank")
    found = breaches(world, plan_of(world, {("push_up", "thu"): 1}), RULE)
    assert found == [("thu", "push_up is new before a race")]
    reason = "new to you, and nothing is new in this phase: taper"
    assert barred(world, RULE, "push_up") == reason
    assert barred(world, RULE, "plank") is None


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule lets a taper try something."""
    world = problem(
        athlete={"phase": "taper"},
        history={"known": ("plank",)},
        constraints={RULE: {"enabled": False}},
    )
    assert verdict(world, plan_of(world, {("push_up", "mon"): 1}), RULE) == LEGAL
