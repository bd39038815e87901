"""Every session is prepared for as long as its work asks for, hip and ankle included.

Formula
    preparation(s) is one of three blocks of rising length. It takes at least 300 s (180 s of
    drills straight after an easy run), at least 360 s where s holds a low hop, and at least
    480 s where s holds a jump of moderate or high impact; rolling does not count:
    prepares(s, k) >= is_in(e, s), where k is the first stage that is long enough for e. Where
    s holds a lift e at 80 % of the one-repetition maximum, preparation(s) + sum of ramp-up
    seconds >= 480 * is_in(e, s). Every block holds a hip and an ankle drill, and no stretch
    before power is held over 60 s. Where no block is long enough, nothing that asks for it is
    allowed.

Why
    Brief easy cardio, then dynamic mobility (article 001). The lengths are convention.

Settings
    ``level_lengths_from_minutes``: 30, sessions of at least this length get the level's usual
    preparation of six or seven minutes; shorter ones get the least of five.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.dosing.ramp_up import VERY_HEAVY_LOAD_PERCENT, is_heavy_main_lift
from optimizer.domain.exercise import Exercise
from optimizer.domain.frame.preparation_lengths import follows_easy_run, least_seconds
from optimizer.domain.plan import Breach, Plan, PlannedItem, PlannedSession
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import DayScope, SessionClass, WeekScope

HIP = {"hip_flexors", "quadriceps", "glute_max", "deep_hip_rotators", "adductors", "hamstrings"}
ANKLE = {"gastrocnemius", "soleus"}
VERY_HEAVY_SECONDS = 480
IMPACT_STAGES = {"none": 0, "low": 1, "moderate": 2, "high": 2}


class Settings(RuleSettings):
    """Settings of the preparation rule."""

    level_lengths_from_minutes: int = Field(default=30, ge=0, le=241)
    """Sessions of at least this length get the level's usual preparation."""


def _first_stages(problem: Problem, slot: Slot) -> tuple[int | None, ...]:
    """The first stage that suits work without landings, with low hops and with jumps."""
    return tuple(_first_stage(problem, slot, stage) for stage in range(3))


def _first_stage(problem: Problem, slot: Slot, asked: int) -> int | None:
    """The shortest block that is long enough and whole; None where the session has none."""
    needed = least_seconds(after_easy_run=follows_easy_run(problem.scenario, slot.id))[asked]
    for stage, block in enumerate(problem.preparation_of(slot)):
        moved = {area for drill in block.drills for area in drill.exercise.mobilises}
        if block.warming_seconds >= needed and moved & HIP and moved & ANKLE:
            return stage
    return None


def _is_very_heavy(problem: Problem, row: Exercise, place: str) -> bool:
    """Whether the lift is guided to 80 % of the one-repetition maximum or beyond."""
    if problem.numbers.load_percent_of_1rm[1] < VERY_HEAVY_LOAD_PERCENT or row.role != "strength":
        return False
    found = problem.prescription(row, place)
    used = found.equipment or {}
    has_guide = row.id in problem.scenario.athlete.one_rep_max_kg
    is_guided = has_guide and problem.offers[place].has_load(used)
    things = [problem.catalog.equipment_by_id[item] for item in used]
    return is_guided or is_heavy_main_lift(row, found.dose, things)


def post(scope: DayScope) -> None:
    """The preparation is as long as each exercise of the session asks for."""
    problem = scope.problem
    for slot in scope.slots:
        first = _first_stages(problem, slot)
        _whole(scope, slot, first[0])
        for row in scope.exercises_of(slot):
            where = f"{slot.id} {row.id}"
            stage = first[IMPACT_STAGES[row.impact]]
            if stage is None:
                scope.require(scope.is_in(row, slot) <= 0, where)
            elif stage:
                scope.require(scope.prepares(slot, stage) >= scope.is_in(row, slot), where)
            if _is_very_heavy(problem, row, slot.place):
                scope.require(_spent_before(scope, slot, row) >= 0, where)


def _whole(scope: DayScope, slot: Slot, stage: int | None) -> None:
    """Any session at all needs the first whole block; without one it cannot be held."""
    if stage is None:
        scope.require(scope.total([]) >= 1, slot.id)
    elif stage:
        scope.require(scope.prepares(slot, stage) >= scope.used(slot), slot.id)


def _spent_before(scope: DayScope, slot: Slot, row: Exercise) -> Expression:
    """Seconds of preparation and ramp-up sets beyond what a very heavy lift asks for."""
    warming = [block.warming_seconds for block in scope.problem.preparation_of(slot)]
    terms: list[tuple[Expression, int]] = [
        (scope.prepares(slot, stage), warming[stage] - warming[stage - 1])
        for stage in range(1, len(warming))
    ]
    for other in scope.exercises_of(slot):
        time = scope.problem.prescription(other, slot.place).time
        terms.append((scope.is_in(other, slot), time.ramp_up_seconds))
    missing = max(0, VERY_HEAVY_SECONDS - warming[0])
    return scope.weighted([*terms, (scope.is_in(row, slot), -missing)])


def relax(scope: WeekScope) -> None:
    """As many sessions of a class are prepared for an exercise as hold it."""
    problem = scope.problem
    for group in scope.classes:
        slot = group.slots[0]
        first = _first_stages(problem, slot)
        if first[0] is None:
            scope.require(scope.total([]) >= 1, group.id)
        elif first[0]:
            used = scope.used_sessions(group)
            scope.require(scope.preparations(group, first[0]) >= used, group.id)
        for row in scope.exercises_in(group):
            where = f"{group.id} {row.id}"
            stage = first[IMPACT_STAGES[row.impact]]
            if stage is None:
                scope.require(scope.times_in(row, group) <= 0, where)
            elif stage:
                prepared = scope.preparations(group, stage)
                scope.require(prepared >= scope.times_in(row, group), where)
            if _is_very_heavy(problem, row, group.place):
                scope.require(_spent_in_class(scope, group, row) >= 0, where)


def _spent_in_class(scope: WeekScope, group: SessionClass, row: Exercise) -> Expression:
    """The sum of a session's row over the class: what is spent beyond the need is no less."""
    slot = group.slots[0]
    warming = [block.warming_seconds for block in scope.problem.preparation_of(slot)]
    terms: list[tuple[Expression, int]] = [
        (scope.preparations(group, stage), warming[stage] - warming[stage - 1])
        for stage in range(1, len(warming))
    ]
    for other in scope.exercises_in(group):
        time = scope.problem.prescription(other, group.place).time
        terms.append((scope.times_in(other, group), time.ramp_up_seconds))
    missing = max(0, VERY_HEAVY_SECONDS - warming[0])
    return scope.weighted([*terms, (scope.times_in(row, group), -missing)])


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Sessions prepared too shortly, without a hip or an ankle drill, or stretched too long."""
    hip = {"hip_flexors", "quadriceps", "glute_max", "deep_hip_rotators", "adductors", "hamstrings"}
    rows = problem.catalog.exercise_by_id
    for session in plan.sessions:
        warming = [one for one in session.preparation if rows[one.exercise].role != "soft_tissue"]
        spent = sum(line.seconds for line in warming)
        least = _seconds_asked_for(problem, session)
        if spent < least:
            yield Breach(session.id, f"{spent} s of preparation, {least} s needed")
        ramp_up = sum(item.ramp_up_seconds for item in session.items)
        heavy = [item for item in session.items if _reaches_80_percent(problem, item)]
        if heavy and spent + ramp_up < 480:
            text = f"{spent + ramp_up} s before {rows[heavy[0].exercise].name}, 480 s needed"
            yield Breach(session.id, f"{text} at 80 % of the one-repetition maximum")
        moved = {area for line in session.preparation for area in rows[line.exercise].mobilises}
        if not moved & hip:
            yield Breach(session.id, "no hip drill in the preparation")
        if not moved & {"gastrocnemius", "soleus"}:
            yield Breach(session.id, "no ankle drill in the preparation")
        yield from _long_holds(problem, session)


def _seconds_asked_for(problem: Problem, session: PlannedSession) -> int:
    """Five minutes, three straight after an easy run, six before low hops, eight before jumps."""
    needed = {"low": 360, "moderate": 480, "high": 480}
    rows = [problem.catalog.exercise_by_id[item.exercise] for item in session.items]
    asked = [needed[row.impact] for row in rows if row.impact != "none"]
    start = problem.slot_by_id[session.id].start
    days = [one.day for one in problem.scenario.week.sessions if one.id == session.id]
    for run in problem.scenario.week.runs:
        if run.kind != "easy" or days != [(run.day,)] or start is None or run.start is None:
            continue
        hours, minutes = (int(start[:2]) - int(run.start[:2]), int(start[3:]) - int(run.start[3:]))
        if 0 <= 60 * hours + minutes - run.minutes <= 15:
            return max([180, *asked])
    return max([300, *asked])


def _reaches_80_percent(problem: Problem, item: PlannedItem) -> bool:
    """Whether the load guide of a strength item ends at 80 % of the maximum or beyond."""
    row = problem.catalog.exercise_by_id[item.exercise]
    if row.role != "strength" or problem.numbers.load_percent_of_1rm[1] < 80:
        return False
    is_leg_lift = row.mechanics == "compound" and row.region in ("lower", "full")
    heavy = {thing.id for thing in problem.catalog.equipment if thing.heavy}
    is_on_it = not heavy.isdisjoint(item.equipment)
    is_heavy_lift = is_on_it and is_leg_lift and row.pattern.primary != "calf"
    loads = {thing.id for thing in problem.catalog.equipment if thing.load}
    is_known = row.id in problem.scenario.athlete.one_rep_max_kg
    return is_heavy_lift or (is_known and any(thing in loads for thing in item.equipment))


def _long_holds(problem: Problem, session: PlannedSession) -> Iterator[Breach]:
    """Stretches of more than a minute a side before power."""
    rows = problem.catalog.exercise_by_id
    if not any(rows[item.exercise].role == "power" for item in session.items):
        return
    for line in session.preparation:
        row = rows[line.exercise]
        if row.role == "mobility" and line.reps is None and (line.hold_seconds or 0) > 60:
            yield Breach(session.id, f"{row.name} is held {line.hold_seconds} s before power")
