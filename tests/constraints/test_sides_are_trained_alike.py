"""Both sides alike: what has sides is counted for each of them."""

from __future__ import annotations

import pytest

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from tests.model_check import LEGAL, breaches, verdict
from tests.worlds import catalog_with, changed, exercise, plan_of, problem

RULE = "sides_are_trained_alike"


def one_sided(world: Problem, row: str) -> Plan:
    """A Monday that holds the row for one side only."""
    plan = plan_of(world, {(row, "mon"): 2})
    (item,) = plan.session("mon").items
    return changed(plan, "mon", items=(item.model_copy(update={"per_side": False}),))


@pytest.mark.parametrize("row", ["reverse_lunge", "band_walk", "air_squat"])
def test_a_written_plan_counts_both_sides(row: str) -> None:
    """One side after the other, in turns, and on two legs: the planner writes all alike."""
    world = problem()
    assert verdict(world, plan_of(world, {(row, "mon"): 2}), RULE) == LEGAL


@pytest.mark.parametrize(
    ("row", "name"), [("reverse_lunge", "Reverse lunge"), ("band_walk", "Band walk")]
)
def test_one_side_alone_is_illegal(row: str, name: str) -> None:
    """A lunge or a band walk for one side only is a breach."""
    world = problem()
    found = breaches(world, one_sided(world, row), RULE)
    assert found == [("mon", f"{name} is planned for one side only")]


def test_two_legs_have_no_sides() -> None:
    """A two-leg squat needs no side."""
    world = problem()
    assert breaches(world, one_sided(world, "air_squat"), RULE) == []


def test_steps_that_alternate_without_a_count_have_no_sides() -> None:
    """A heel walk is timed as a whole, so it is no work for one side."""
    walk = exercise("heel_walk", laterality="alternating", role="prehab", pattern="ankle")
    world = problem(catalog=catalog_with(walk))
    assert breaches(world, one_sided(world, "heel_walk"), RULE) == []


def test_drills_are_checked_too() -> None:
    """An ankle rock for one ankle only is a breach."""
    world = problem()
    plan = plan_of(world, {})
    drills = [
        line.model_copy(update={"per_side": False}) if line.exercise == "ankle_rock" else line
        for line in plan.session("mon").preparation
    ]
    found = breaches(world, changed(plan, "mon", preparation=tuple(drills)), RULE)
    assert found == [("mon", "Ankle rock is planned for one side only")]


def test_the_rule_can_be_switched_off() -> None:
    """A therapist's plan may train one side."""
    world = problem(constraints={RULE: {"enabled": False}})
    assert breaches(world, one_sided(world, "reverse_lunge"), RULE) == []
