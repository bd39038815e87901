"""The preparation rule: 300 s before any work, 360 s before low hops, 480 s before jumps."""

from __future__ import annotations

import pytest
from ortools.sat.python import cp_model

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.solve.build import build_direct, build_week, session_classes
from optimizer.solve.cp_sat import Answer, call
from tests.model_check import ILLEGAL, LEGAL, breaches, model_answer, verdict
from tests.rows import JUMP
from tests.worlds import catalog_with, changed, exercise, plan_of, problem

RULE = "preparation_suits_the_work"
HIP_DRILLS = ("hip_circle", "hip_opener", "leg_swing")
ANKLE_DRILLS = ("ankle_rock", "ankle_pump")


def avoiding(*drills: str) -> Problem:
    """A week of an athlete who never wants these drills."""
    return problem(athlete={"never": drills})


def monday_without(plan: Plan, *drills: str) -> Plan:
    """The plan with these drills taken out of Monday."""
    lines = plan.session("mon").preparation
    return changed(
        plan, "mon", preparation=tuple(line for line in lines if line.exercise not in drills)
    )


@pytest.mark.parametrize(
    ("exercise_id", "stage", "expected"),
    [
        ("air_squat", 0, LEGAL),
        ("pogo_hop", 0, ILLEGAL),
        ("pogo_hop", 1, LEGAL),
        ("one_leg_hop", 0, ILLEGAL),
        ("squat_jump", 1, ILLEGAL),
        ("squat_jump", 2, LEGAL),
    ],
)
def test_harder_landings_ask_for_a_longer_block(
    exercise_id: str, stage: int, expected: str
) -> None:
    """No impact takes stage 0 (300 s), low impact stage 1 (360 s), jumps stage 2 (480 s)."""
    world = problem()
    plan = plan_of(world, {(exercise_id, "mon"): 2}, {"mon": stage})
    assert verdict(world, plan, RULE) == expected


def test_the_breach_states_spent_and_needed_seconds() -> None:
    """Stage 0 is 300 s, and hops need 360 s."""
    world = problem()
    found = breaches(world, plan_of(world, {("pogo_hop", "thu"): 2}), RULE)
    assert found == [("thu", "300 s of preparation, 360 s needed")]


@pytest.mark.parametrize(("stage", "expected"), [(1, ILLEGAL), (2, LEGAL)])
def test_high_impact_asks_for_the_longest_block(stage: int, expected: str) -> None:
    """A bound of high impact needs 480 s like a jump of moderate impact."""
    bound = exercise("bound", impact="high", **JUMP)
    world = problem(catalog=catalog_with(bound))
    plan = plan_of(world, {("bound", "mon"): 2}, {"mon": stage})
    assert verdict(world, plan, RULE) == expected


def test_another_sessions_block_does_not_help() -> None:
    """A long block on Thursday does not prepare Monday's hops."""
    world = problem()
    plan = plan_of(world, {("pogo_hop", "mon"): 2}, {"thu": 2})
    assert verdict(world, plan, RULE) == ILLEGAL


def test_a_session_without_items_is_prepared_for_five_minutes() -> None:
    """The shortest block is enough for an empty session."""
    world = problem()
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


def test_a_block_without_an_ankle_or_hip_drill_is_reported() -> None:
    """Each missing area and the missing seconds are breaches of their own."""
    world = problem()
    plan = monday_without(plan_of(world, {}), "ankle_rock", "hip_circle")
    assert breaches(world, plan, RULE) == [
        ("mon", "180 s of preparation, 300 s needed"),
        ("mon", "no hip drill in the preparation"),
        ("mon", "no ankle drill in the preparation"),
    ]


def test_drills_that_cannot_fill_the_longest_block_exclude_jumps() -> None:
    """Two drills and 300 s of easy movement make 420 s: hops stay legal, jumps do not."""
    world = avoiding("ankle_pump", "hip_opener", "leg_swing", "open_book")
    assert [block.seconds for block in world.preparation["home"]] == [300, 360, 420]
    hops = plan_of(world, {("pogo_hop", "mon"): 2}, {"mon": 1})
    jumps = plan_of(world, {("squat_jump", "mon"): 2}, {"mon": 2})
    assert verdict(world, hops, RULE) == LEGAL
    assert verdict(world, jumps, RULE) == ILLEGAL


@pytest.mark.parametrize("drills", [HIP_DRILLS, ANKLE_DRILLS])
def test_no_drill_for_an_area_leaves_no_plan(drills: tuple[str, ...]) -> None:
    """Where no block holds a hip or an ankle drill, both layers are infeasible."""
    world = avoiding(*drills)
    for stage in (0, 1, 2):
        plan = plan_of(world, {}, {"mon": stage, "thu": stage})
        assert verdict(world, plan, RULE) == ILLEGAL
    classes = session_classes(world)
    days, _ = build_direct(world, classes, only=(RULE,))
    for model in (days.poster.model, build_week(world, classes).poster.model):
        assert call(model, cp_model.CpSolver()).answer is Answer.INFEASIBLE


@pytest.mark.parametrize("stage", [0, 1, 2])
def test_the_only_hip_drill_is_in_every_block(stage: int) -> None:
    """The leg swing is last in the catalog, and yet no block goes without it."""
    world = avoiding("hip_circle", "hip_opener", "ankle_pump")
    plan = plan_of(world, {}, {"mon": stage, "thu": stage})
    assert "leg_swing" in [line.exercise for line in plan.session("mon").preparation]
    assert verdict(world, plan, RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule lets jumps follow the shortest block."""
    world = problem(constraints={RULE: {"enabled": False}})
    plan = plan_of(world, {("squat_jump", "mon"): 2})
    assert verdict(world, plan, RULE) == LEGAL
    assert model_answer(world, plan, RULE) is Answer.OPTIMAL
