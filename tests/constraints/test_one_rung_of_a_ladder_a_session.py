"""The ladder family rule: a session holds one exercise of a ladder at most."""

from __future__ import annotations

import pytest

from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import plan_of, problem

RULE = "one_rung_of_a_ladder_a_session"


def test_one_rung_is_legal() -> None:
    """One squat of the squat ladder in a session is legal, however many sets it has."""
    world = problem()
    assert verdict(world, plan_of(world, {("air_squat", "mon"): 9}), RULE) == LEGAL


@pytest.mark.parametrize(
    ("rows", "family"),
    [(("air_squat", "goblet_squat"), "squat"), (("bridge", "one_leg_bridge"), "bridge")],
)
def test_two_rungs_of_one_family_are_illegal(rows: tuple[str, str], family: str) -> None:
    """Rungs 1 and 2 of a ladder exclude each other, whether it has three rungs or two."""
    world = problem()
    plan = plan_of(world, {(row, "mon"): 1 for row in rows})
    assert verdict(world, plan, RULE) == ILLEGAL
    assert breaches(world, plan, RULE) == [("mon", f"2 exercises of the {family} ladder")]


def test_two_rungs_on_two_days_are_legal() -> None:
    """The rule is about a session, not the week."""
    world = problem()
    plan = plan_of(world, {("air_squat", "mon"): 2, ("goblet_squat", "thu"): 2})
    assert verdict(world, plan, RULE) == LEGAL


def test_rungs_of_two_families_are_legal() -> None:
    """The squat ladder and the bridge ladder may share a session."""
    world = problem()
    plan = plan_of(world, {("air_squat", "mon"): 2, ("bridge", "mon"): 2})
    assert verdict(world, plan, RULE) == LEGAL


def test_each_family_is_reported() -> None:
    """Two rungs of both ladders in one session are two breaches."""
    world = problem()
    rows = ("air_squat", "goblet_squat", "bridge", "one_leg_bridge")
    plan = plan_of(world, {(row, "thu"): 2 for row in rows})
    assert breaches(world, plan, RULE) == [
        ("thu", "2 exercises of the squat ladder"),
        ("thu", "2 exercises of the bridge ladder"),
    ]


def test_rows_without_a_ladder_are_free() -> None:
    """Exercises of no ladder never meet this rule."""
    world = problem()
    plan = plan_of(world, {("deadlift", "mon"): 2, ("push_up", "mon"): 2, ("press", "mon"): 2})
    assert verdict(world, plan, RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule accepts two rungs."""
    world = problem(constraints={RULE: {"enabled": False}})
    plan = plan_of(world, {("air_squat", "mon"): 2, ("goblet_squat", "mon"): 2})
    assert verdict(world, plan, RULE) == LEGAL
