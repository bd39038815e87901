"""Rests: what the working muscle gets between its sets, and relief for the spine."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from tests.model_check import LEGAL, breaches, verdict
from tests.worlds import catalog_with, changed, exercise, plan_of, problem

RULE = "rests_are_long_enough"


def trained(level: str) -> Problem:
    """A week of an athlete of this level."""
    return problem(athlete={"level": level})


def resting(world: Problem, row: str, seconds: int, **changes: Any) -> Plan:
    """A Monday with two sets of the row and this much rest between them."""
    plan = plan_of(world, {(row, "mon"): 2})
    (item,) = plan.session("mon").items
    update = {"rest_seconds": seconds, **changes}
    return changed(plan, "mon", items=(item.model_copy(update=update),))


def in_order(world: Problem, *rows: str) -> Plan:
    """A Monday whose items stand in this order."""
    plan = plan_of(world, {(row, "mon"): 2 for row in rows})
    items = {item.exercise: item for item in plan.session("mon").items}
    return changed(plan, "mon", items=tuple(items[row] for row in rows))


@pytest.mark.parametrize("level", ["beginner", "intermediate", "advanced"])
def test_a_written_plan_rests_long_enough(level: str) -> None:
    """Every working row of the catalog, two sets each, as the planner writes it."""
    world = trained(level)
    for row in world.catalog.exercises:
        if row.is_work:
            assert breaches(world, plan_of(world, {(row.id, "mon"): 2}), RULE) == [], row.id


@pytest.mark.parametrize(
    ("level", "row", "least"),
    [
        ("beginner", "goblet_squat", 60),
        ("intermediate", "goblet_squat", 90),
        ("advanced", "goblet_squat", 120),
        ("beginner", "air_squat", 45),
        ("intermediate", "air_squat", 60),
        ("advanced", "air_squat", 60),
        ("intermediate", "push_up", 60),
        ("intermediate", "calf_raise", 60),
        ("beginner", "pogo_hop", 45),
        ("advanced", "pogo_hop", 60),
        ("beginner", "toe_raise", 30),
        ("advanced", "plank", 30),
    ],
)
def test_the_least_rest_of_each_role_and_level(level: str, row: str, least: int) -> None:
    """The least rest is legal and one second less is not; without a load 60 s are enough."""
    world = trained(level)
    name = row.replace("_", " ").capitalize()
    assert breaches(world, resting(world, row, least), RULE) == []
    text = f"{name} rests {least - 1} s between sets, {least} s the least"
    assert breaches(world, resting(world, row, least - 1), RULE) == [("mon", text)]


def test_a_single_set_needs_no_rest() -> None:
    """With one set there is nothing to rest between."""
    world = trained("intermediate")
    assert breaches(world, resting(world, "goblet_squat", 0, sets=1), RULE) == []


@pytest.mark.parametrize(("seconds", "is_legal"), [(64, True), (63, False)])
def test_the_waiting_leg_rests(seconds: int, is_legal: bool) -> None:
    """Step-ups, 8 a side, take 2 * 8 * 3 + 5 = 53 s; 64 s and half of that are 90.5 s."""
    world = trained("intermediate")
    found = breaches(world, resting(world, "step_up", seconds), RULE)
    text = "Step up rests 89 s between sets, 90 s the least"
    assert found == ([] if is_legal else [("mon", text)])


def test_a_slow_tempo_counts_as_work_of_the_other_leg() -> None:
    """At 4-1-1, six seconds a repetition: 2 * 8 * 6 + 5 = 101 s, half of it 50.5 s."""
    world = trained("intermediate")
    assert breaches(world, resting(world, "step_up", 40, tempo="4-1-1"), RULE) == []
    assert len(breaches(world, resting(world, "step_up", 39, tempo="4-1-1"), RULE)) == 1


def test_the_trunk_does_not_wait() -> None:
    """A side plank tires the trunk on both sides: 29 s are too short, whatever the sides take."""
    world = trained("intermediate")
    text = "Side plank rests 29 s between sets, 30 s the least"
    assert breaches(world, resting(world, "side_plank", 29), RULE) == [("mon", text)]


@pytest.mark.parametrize(("pause", "is_legal"), [(50, True), (49, False)])
def test_the_partner_s_work_is_rest(pause: int, is_legal: bool) -> None:
    """In turns with 30 s of push-ups and 10 s of change, a pause of 50 s makes 90 s."""
    world = trained("intermediate")
    plan = in_order(world, "goblet_squat", "push_up")
    items = plan.session("mon").items
    assert items[1].reps == 10  # 10 * 3 = 30 s
    paired = (item.model_copy(update={"rest_seconds": pause, "group": "a"}) for item in items)
    found = breaches(world, changed(plan, "mon", items=tuple(paired)), RULE)
    text = "Goblet squat rests 89 s between sets, 90 s the least"
    assert found == ([] if is_legal else [("mon", text)])


def test_a_second_lift_of_a_kind_rests_like_an_accessory() -> None:
    """After the goblet squat, step-ups may rest 60 s in all; a deadlift may not."""
    world = trained("intermediate")
    plan = in_order(world, "goblet_squat", "step_up", "deadlift")
    squat, step, deadlift = plan.session("mon").items
    short = (
        squat,
        step.model_copy(update={"rest_seconds": 34}),  # 34 + 26.5 s
        deadlift.model_copy(update={"rest_seconds": 61}),
    )
    found = breaches(world, changed(plan, "mon", items=short), RULE)
    assert found == [("mon", "Deadlift rests 61 s between sets, 90 s the least")]


SPINE = ("deadlift", "thruster", "one_arm_row")


def test_the_writer_parts_three_lifts_on_the_spine() -> None:
    """With a push-up in the session the row waits for it."""
    world = problem()
    plan = plan_of(world, {(row, "mon"): 2 for row in (*SPINE, "push_up")})
    order = [item.exercise for item in plan.session("mon").items]
    assert order == ["thruster", "deadlift", "push_up", "one_arm_row"]
    assert verdict(world, plan, RULE) == LEGAL


def test_three_in_a_row_that_could_be_parted_are_illegal() -> None:
    """The push-up at the end could stand between the lifts."""
    world = problem()
    text = (
        "three rows that load the spine from Deadlift on, though Push up could stand between them"
    )
    found = breaches(world, in_order(world, *SPINE, "push_up"), RULE)
    assert found == [("mon", text)]


@pytest.mark.parametrize("last", [(), ("plank",), ("side_leg_raise",)])
def test_three_in_a_row_that_nothing_can_part_are_legal(last: tuple[str, ...]) -> None:
    """Core and prehab come after the lifts, so they cannot part them."""
    world = problem()
    plan = plan_of(world, {(row, "mon"): 2 for row in (*SPINE, *last)})
    assert verdict(world, plan, RULE) == LEGAL


def test_an_accessory_for_the_same_muscle_cannot_part_main_lifts() -> None:
    """The curl would tire the hamstrings before the good morning, so it stays behind."""
    morning = exercise(
        "good_morning", pattern="hinge", direct=("hamstrings",), flags=("spinal_load",)
    )
    world = problem(catalog=catalog_with(morning))
    rows = ("thruster", "deadlift", "good_morning", "sliding_curl")
    plan = plan_of(world, {(row, "mon"): 2 for row in rows})
    assert [item.exercise for item in plan.session("mon").items][-1] == "sliding_curl"
    assert verdict(world, plan, RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule accepts ten seconds."""
    world = problem(constraints={RULE: {"enabled": False}})
    assert breaches(world, resting(world, "goblet_squat", 10), RULE) == []
