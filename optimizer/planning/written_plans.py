"""Completes plans from elsewhere, so that they can be checked like our own.

What a hand-written plan leaves out follows from the catalog's dose for this athlete and from the
time model, and is told. A complete plan keeps every number that it states; only its places,
limits and roles are those of the scenario and the catalog.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from optimizer.domain.dosing.dose import Dose, tempo_seconds
from optimizer.domain.dosing.time_model import (
    WALK_AND_READ_SECONDS,
    ItemTime,
    drill_seconds,
    item_time,
)
from optimizer.domain.exercise import Exercise
from optimizer.domain.frame.drills import drill_of
from optimizer.domain.frame.preparation import Drill
from optimizer.domain.plan import AthleteName, Plan, PlannedItem, PlannedSession, PreparationItem
from optimizer.domain.problem import Prescription, Problem, Slot
from optimizer.domain.scenario import DAYS
from optimizer.domain.written_plan import (
    Remark,
    WrittenDrill,
    WrittenItem,
    WrittenPlan,
    WrittenSession,
)

USUAL_SETS = 2
"""Sets of an item that is no main lift (convention)."""
MAIN_DOSES = ("main", "main_unloaded")


def completed(problem: Problem, content: Plan | WrittenPlan) -> tuple[Plan, tuple[Remark, ...]]:
    """The plan with all that its rules read, and what was taken where it is silent."""
    if isinstance(content, WrittenPlan):
        sessions, remarks = _written(problem, content)
    else:
        sessions, remarks = _planned(problem, content)
    ordered = tuple(sorted(sessions, key=lambda session: DAYS.index(session.day)))
    who = problem.scenario.athlete
    athlete = AthleteName(id=who.id, name=who.name)
    return Plan(scenario=problem.scenario.name, athlete=athlete, sessions=ordered), remarks


def _planned(problem: Problem, plan: Plan) -> tuple[list[PlannedSession], tuple[Remark, ...]]:
    """A complete plan under the scenario's own places and limits and the catalog's roles."""
    sessions, remarks = [], []
    rows = problem.catalog.exercise_by_id
    for session in plan.sessions:
        slot = problem.slot_by_id[session.id]
        items = tuple(
            item.model_copy(update={"role": rows[item.exercise].role}) for item in session.items
        )
        changes = {"place": slot.place, "limit_seconds": slot.limit_seconds}
        for key, now in changes.items():
            before = getattr(session, key)
            if before != now:
                text = f"{key} is {now} in the scenario; the plan says {before}"
                remarks.append(Remark(where=session.id, text=text))
        sessions.append(session.model_copy(update={**changes, "items": items}))
    return sessions, tuple(remarks)


def _written(
    problem: Problem, plan: WrittenPlan
) -> tuple[list[PlannedSession], tuple[Remark, ...]]:
    """A hand-written plan with doses, seconds and, where none is written, a preparation."""
    remarks: list[Remark] = []
    sessions = [_session(problem, session, remarks) for session in plan.sessions]
    if any(item.group for session in plan.sessions for item in session.items):
        text = "supersets are timed as straight sets, which take longer"
        remarks.append(Remark(where="week", text=text))
    return sessions, tuple(remarks)


def _session(problem: Problem, session: WrittenSession, remarks: list[Remark]) -> PlannedSession:
    slot = problem.slot_by_id[session.id]
    items = tuple(
        _item(problem, slot, item, f"{slot.id}-{number}", remarks)
        for number, item in enumerate(session.items, start=1)
    )
    if session.preparation is None:
        block = problem.preparation_of(slot)[0]
        preparation = tuple(_line(problem, slot, drill) for drill in block.drills)
        text = f"no preparation written: the usual {block.seconds} s of this session are taken"
        remarks.append(Remark(where=slot.id, text=text))
    else:
        preparation = tuple(_drill(problem, slot, drill) for drill in session.preparation)
    cool_down = tuple(_drill(problem, slot, drill) for drill in session.cool_down)
    drills = sum(line.seconds for line in (*preparation, *cool_down))
    return PlannedSession(
        id=slot.id,
        day=session.day or slot.days[0],
        place=slot.place,
        limit_seconds=slot.limit_seconds,
        seconds=drills + sum(item.seconds for item in items),
        preparation=preparation,
        items=items,
        cool_down=cool_down,
    )


def _drill(problem: Problem, slot: Slot, drill: WrittenDrill) -> PreparationItem:
    """A drill with its seconds; the catalog's dose where none is written."""
    row = problem.catalog.exercise_by_id[drill.exercise]
    usual = drill_of(row, problem.level)
    if drill.reps is None and drill.hold_seconds is None:
        return _line(problem, slot, usual)
    dose = replace(usual.dose, reps=drill.reps, hold_seconds=drill.hold_seconds)
    return _line(problem, slot, Drill(row, dose, drill_seconds(row, dose)))


def _line(problem: Problem, slot: Slot, drill: Drill) -> PreparationItem:
    return PreparationItem(
        exercise=drill.exercise.id,
        seconds=drill.seconds,
        reps=drill.dose.reps,
        hold_seconds=drill.dose.hold_seconds,
        per_side=drill.exercise.has_sides,
        equipment=problem.offers[slot.place].choose(drill.exercise) or {},
    )


def _item(
    problem: Problem, slot: Slot, item: WrittenItem, number: str, remarks: list[Remark]
) -> PlannedItem:
    row = problem.catalog.exercise_by_id[item.exercise]
    usual = problem.prescription(row, slot.place)
    dose = _dose(item, usual)
    sets = usual_sets(problem, usual) if item.sets is None else item.sets
    time = written_time(row, dose, usual, item.rest_seconds)
    taken = ", ".join(_taken(item, dose, sets, time))
    if taken:
        remarks.append(
            Remark(where=number, text=f"not written, taken from the dose table: {taken}")
        )
    return PlannedItem(
        id=number,
        exercise=row.id,
        role=row.role,
        sets=sets,
        reps=dose.reps,
        hold_seconds=dose.hold_seconds,
        per_side=row.has_sides,
        reps_in_reserve=item.reps_in_reserve,
        tempo=dose.tempo,
        load=item.load,
        rest_seconds=time.rest_seconds,
        ramp_up_sets=time.ramp_up_sets,
        ramp_up_seconds=time.ramp_up_seconds,
        seconds=time.seconds(sets),
        group=item.group,
        equipment=usual.equipment or {},
    )


def usual_sets(problem: Problem, usual: Prescription) -> int:
    """Sets of an item whose author names none: the level's of a main lift, else two."""
    dose = usual.dose
    wanted = problem.numbers.main_lift_sets if dose.dose_class in MAIN_DOSES else USUAL_SETS
    return min(max(wanted, dose.sets_lowest), dose.sets_highest)


def written_time(
    row: Exercise, dose: Dose, usual: Prescription, rest_seconds: int | None
) -> ItemTime:
    """The time of an item at its author's dose and, where one is given, its author's rest."""
    time = item_time(row, dose, usual.time.ramp_up_sets)
    if rest_seconds is None:
        return time
    gap = max(rest_seconds, WALK_AND_READ_SECONDS + row.timing.setup_seconds)
    return replace(time, rest_seconds=rest_seconds, gap_seconds=gap)


def _dose(item: WrittenItem, usual: Prescription) -> Dose:
    """The author's repetitions, hold and tempo; the usual ones where none of them is written."""
    if item.reps is None and item.hold_seconds is None and item.tempo is None:
        return usual.dose
    is_silent = item.reps is None and item.hold_seconds is None
    return replace(
        usual.dose,
        reps=usual.dose.reps if is_silent else item.reps,
        hold_seconds=usual.dose.hold_seconds if is_silent else item.hold_seconds,
        tempo=item.tempo,
        seconds_per_rep=tempo_seconds(item.tempo) if item.tempo else None,
    )


def _taken(item: WrittenItem, dose: Dose, sets: int, time: ItemTime) -> Iterator[str]:
    """What the author did not write, in words."""
    if item.sets is None:
        yield f"{sets} set{'s' if sets > 1 else ''}"
    if item.reps is None and item.hold_seconds is None:
        yield f"{dose.reps} repetitions" if dose.reps is not None else f"{dose.hold_seconds} s held"
    if item.rest_seconds is None:
        yield f"{time.rest_seconds} s of rest"
