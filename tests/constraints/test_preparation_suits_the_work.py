"""The preparation rule: 300 s before any work, 360 s before low hops, 480 s before jumps.

Straight after an easy run 180 s of drills are enough for easy work, and lifts at 80 % of the
one-repetition maximum want 480 s with their ramp-up sets.
"""

from __future__ import annotations

from typing import Any

import pytest
from ortools.sat.python import cp_model

from optimizer.domain.plan import Plan, PreparationItem
from optimizer.domain.problem import Problem
from optimizer.solve.build import build_direct, build_week, session_classes
from optimizer.solve.cp_sat import Answer, call
from tests.framing_rows import HELD, framing_rows
from tests.model_check import ILLEGAL, LEGAL, breaches, model_answer, verdict
from tests.rows import JUMP
from tests.worlds import catalog_with, changed, exercise, plan_of, problem, run, session

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


def after_a_run(
    pause_minutes: int, kind: str = "easy", days: tuple[str, ...] = ("mon",)
) -> Problem:
    """A session at 18:00 after a run of 40 minutes on Monday that ended some minutes before."""
    evening = session("mon", start="18:00").model_copy(update={"day": days})
    return problem(sessions=[evening], runs=[run("mon", kind, 40, f"17:{20 - pause_minutes:02d}")])


def seconds_of(world: Problem) -> list[int]:
    """Seconds of the blocks of Monday's session."""
    return [block.seconds for block in world.preparation_of(world.slot_by_id["mon"])]


@pytest.mark.parametrize(
    ("world", "first"),
    [
        (after_a_run(0), 180),
        (after_a_run(15), 180),
        (after_a_run(16), 300),
        (after_a_run(0, "tempo"), 300),
        (after_a_run(0, days=("mon", "tue")), 300),
    ],
)
def test_straight_after_an_easy_run_three_minutes_do(world: Problem, first: int) -> None:
    """At most 15 minutes after an easy run, on one known day: 180 s of drills, and no march."""
    assert seconds_of(world) == [first, 360, 480]
    plan = plan_of(world, {("air_squat", "mon"): 2})
    drills = [line.exercise for line in plan.session("mon").preparation]
    assert ("easy_march" in drills) is (first == 300)
    assert verdict(world, plan, RULE) == LEGAL


def test_three_minutes_without_a_run_are_too_short() -> None:
    """The same three drills are 120 s short where nobody ran just before."""
    plan = plan_of(after_a_run(15), {("air_squat", "mon"): 2})
    found = breaches(after_a_run(16), plan, RULE)
    assert found == [("mon", "180 s of preparation, 300 s needed")]


def test_one_drill_less_after_a_run_is_too_short() -> None:
    """Two drills of a minute are not three minutes."""
    world = after_a_run(0)
    found = breaches(world, monday_without(plan_of(world, {}), "open_book"), RULE)
    assert found == [("mon", "120 s of preparation, 180 s needed")]


@pytest.mark.parametrize(("stage", "expected"), [(0, ILLEGAL), (1, LEGAL)])
def test_hops_after_a_run_ask_for_their_block(stage: int, expected: str) -> None:
    """The run warms up for easy work; low hops still want six minutes."""
    world = after_a_run(0)
    plan = plan_of(world, {("pogo_hop", "mon"): 2}, {"mon": stage})
    assert verdict(world, plan, RULE) == expected


def heavy_week(level: str = "advanced", **athlete: Any) -> Problem:
    """A week with a barbell; ramp-up sets of the squat take 2 * (3 * 3 + 45) = 108 s."""
    return problem(
        catalog=catalog_with(*framing_rows()),
        athlete={"level": level, **athlete},
        places={"home": {"kit": "home", "equipment": {"barbell": 1}}},
    )


@pytest.mark.parametrize(("stage", "expected"), [(0, ILLEGAL), (1, ILLEGAL), (2, LEGAL)])
def test_eight_minutes_before_a_very_heavy_lift(stage: int, expected: str) -> None:
    """300 + 108 = 408 s and 360 + 108 = 468 s are too short for 80 % of 1RM, 588 s are not."""
    world = heavy_week()
    plan = plan_of(world, {("barbell_squat", "mon"): 2}, {"mon": stage})
    assert plan.session("mon").items[0].ramp_up_seconds == 108
    assert verdict(world, plan, RULE) == expected


def test_the_breach_counts_the_lighter_sets() -> None:
    """Preparation and ramp-up sets are named together."""
    world = heavy_week()
    found = breaches(world, plan_of(world, {("barbell_squat", "mon"): 2}, {"mon": 1}), RULE)
    text = "468 s before Barbell squat, 480 s needed at 80 % of the one-repetition maximum"
    assert found == [("mon", text)]


def test_lighter_sets_of_two_lifts_add_up() -> None:
    """360 s and twice 108 s of ramp-up sets are more than 480 s."""
    other = exercise("barbell_hinge", pattern="hinge", equipment=({"barbell": 1},))
    world = problem(
        catalog=catalog_with(*framing_rows(), other),
        athlete={"level": "advanced"},
        places={"home": {"kit": "home", "equipment": {"barbell": 1}}},
    )
    chosen = {("barbell_squat", "mon"): 2, ("barbell_hinge", "mon"): 2}
    assert verdict(world, plan_of(world, chosen, {"mon": 1}), RULE) == LEGAL
    assert verdict(world, plan_of(world, chosen, {"mon": 0}), RULE) == LEGAL
    del chosen["barbell_hinge", "mon"]
    assert verdict(world, plan_of(world, chosen, {"mon": 1}), RULE) == ILLEGAL


@pytest.mark.parametrize(("known", "expected"), [({}, LEGAL), ({"goblet_squat": 40}, ILLEGAL)])
def test_a_guide_from_a_known_maximum_counts(known: dict[str, int], expected: str) -> None:
    """A dumbbell lift that is guided to 75-85 % of a known maximum asks for 480 s."""
    world = heavy_week(one_rep_max_kg=known)
    assert verdict(world, plan_of(world, {("goblet_squat", "mon"): 2}), RULE) == expected


def test_lighter_loads_need_no_longer_block() -> None:
    """An intermediate's guide ends at 75 %: ramp-up sets, but no eight minutes."""
    world = heavy_week("intermediate")
    plan = plan_of(world, {("barbell_squat", "mon"): 2})
    assert plan.session("mon").items[0].ramp_up_sets == 2
    assert verdict(world, plan, RULE) == LEGAL


def test_rolling_does_not_warm_up() -> None:
    """Two areas of 72 s come on top of the 300 s, and do not help hops."""
    world = problem(
        catalog=catalog_with(*framing_rows()),
        sessions=[session("mon", rolling_minutes=3)],
        places={"home": {"kit": "home", "equipment": {"foam_roller": 1}}},
    )
    plan = plan_of(world, {("pogo_hop", "mon"): 2})
    assert seconds_of(world) == [444, 504, 624]
    assert verdict(world, plan, RULE) == ILLEGAL
    assert breaches(world, plan, RULE) == [("mon", "300 s of preparation, 360 s needed")]


@pytest.mark.parametrize(("seconds", "found"), [(60, []), (61, ["61 s before power"])])
def test_a_long_stretch_before_power_is_reported(seconds: int, found: list[str]) -> None:
    """A stretch may be held for a minute a side before jumps, and no longer."""
    world = heavy_week("beginner")
    plan = plan_of(world, {("squat_jump", "mon"): 2}, {"mon": 2})
    stretch = PreparationItem(exercise="hip_stretch", seconds=129, hold_seconds=seconds)
    lines = (*plan.session("mon").preparation, stretch)
    texts = [text for _, text in breaches(world, changed(plan, "mon", preparation=lines), RULE)]
    assert texts == [f"Hip stretch is held {text}" for text in found]


def test_a_pinned_stretch_is_held_for_a_minute_at_most() -> None:
    """A catalog's own longer hold is cut in the preparation."""
    long_hold = {"hold_seconds": dict.fromkeys(("beginner", "intermediate", "advanced"), 90)}
    rows = [row for row in framing_rows() if row.id != "hip_stretch"]
    long = exercise("hip_stretch", mobilises=("hip_flexors",), **{**HELD, "dose": long_hold})
    world = problem(
        catalog=catalog_with(*rows, long), pin=[{"session": "mon", "exercise": "hip_stretch"}]
    )
    lines = plan_of(world, {}).session("mon").preparation
    assert [line.hold_seconds for line in lines if line.exercise == "hip_stretch"] == [60]


@pytest.mark.parametrize(("minutes", "first"), [(29, 300), (30, 360), (60, 360)])
def test_longer_sessions_get_the_levels_usual_block(minutes: int, first: int) -> None:
    """From 30 minutes on a beginner prepares for six minutes, below for five."""
    world = problem(
        sessions=[session("mon", minutes)], constraints={RULE: {"level_lengths_from_minutes": 30}}
    )
    assert seconds_of(world) == [first, 360, 480]
