"""Writes chosen sets as sessions in training order, with doses, seconds and equipment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from optimizer.domain.exercise import Exercise
from optimizer.domain.frame.preparation import Drill, total_seconds
from optimizer.domain.plan import PlannedItem, PlannedSession, PreparationItem, Reason
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.scenario import DAYS, Day
from optimizer.domain.training_order import training_order


@dataclass(frozen=True)
class Chosen:
    """What the solver decided about a week.

    Attributes
    ----------
    sets
        Sets by exercise id and session id; absent means none.
    stages
        Preparation stage by session id; absent means the shortest.
    days
        Day by session id; a session that is absent does not take place.
    """

    sets: Mapping[tuple[str, str], int] = field(default_factory=dict)
    stages: Mapping[str, int] = field(default_factory=dict)
    days: Mapping[str, Day] = field(default_factory=dict)


def _item(problem: Problem, slot: Slot, row: Exercise, sets: int, number: int) -> PlannedItem:
    prescription = problem.prescription(row, slot.place)
    dose = prescription.dose
    return PlannedItem(
        id=f"{slot.id}-{number}",
        exercise=row.id,
        role=row.role,
        sets=sets,
        reps=dose.reps,
        hold_seconds=dose.hold_seconds,
        per_side=row.has_sides,
        reps_in_reserve=dose.reps_in_reserve if row.role == "strength" else None,
        tempo=dose.tempo,
        load=prescription.load,
        rest_seconds=prescription.time.rest_seconds,
        ramp_up_sets=prescription.time.ramp_up_sets,
        ramp_up_seconds=prescription.time.ramp_up_seconds,
        seconds=prescription.time.seconds(sets),
        equipment=prescription.equipment or {},
        reasons=_pin_reason(problem, slot, row),
    )


def _pin_reason(problem: Problem, slot: Slot, row: Exercise) -> tuple[Reason, ...]:
    pinned = any(pin.exercise == row.id for pin in problem.pins_of(slot.id))
    return (Reason(code="pinned", text="pinned in the scenario"),) if pinned else ()


def _drills(problem: Problem, slot: Slot, drills: Sequence[Drill]) -> tuple[PreparationItem, ...]:
    offer = problem.offers[slot.place]
    return tuple(
        PreparationItem(
            exercise=drill.exercise.id,
            seconds=drill.seconds,
            reps=drill.dose.reps,
            hold_seconds=drill.dose.hold_seconds,
            per_side=drill.exercise.has_sides,
            instead_of=drill.instead_of,
            equipment=offer.choose(drill.exercise) or {},
        )
        for drill in drills
    )


def write_sessions(problem: Problem, chosen: Chosen) -> tuple[PlannedSession, ...]:
    """The sessions of a week that take place, from Monday to Sunday."""
    rows = problem.catalog.exercise_by_id
    sessions = []
    for slot in problem.slots:
        if slot.id not in chosen.days:
            continue
        held = [
            rows[row] for (row, where), sets in chosen.sets.items() if where == slot.id and sets
        ]
        ordered = training_order(problem, slot, held)
        items = tuple(
            _item(problem, slot, row, chosen.sets[row.id, slot.id], number)
            for number, row in enumerate(ordered, start=1)
        )
        block = problem.preparation_of(slot)[chosen.stages.get(slot.id, 0)]
        cool_down = problem.cool_down_of(slot)
        work = sum(item.seconds for item in items)
        sessions.append(
            PlannedSession(
                id=slot.id,
                day=chosen.days[slot.id],
                place=slot.place,
                limit_seconds=slot.limit_seconds,
                seconds=block.seconds + work + total_seconds(cool_down),
                preparation=_drills(problem, slot, block.drills),
                items=items,
                cool_down=_drills(problem, slot, cool_down),
            )
        )
    return tuple(sorted(sessions, key=lambda session: DAYS.index(session.day)))
