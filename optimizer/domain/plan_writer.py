"""Writes chosen sets as sessions in training order, with doses, seconds and equipment."""

from __future__ import annotations

from collections.abc import Mapping

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import PlannedItem, PlannedSession, PreparationItem, Reason
from optimizer.domain.preparation import PreparationBlock
from optimizer.domain.problem import Problem, Slot

ROLE_ORDER = ("power", "strength", "prehab", "core")
DOSE_ORDER = ("power", "main", "main_unloaded", "accessory", "calf", "prehab", "core")

ChosenSets = Mapping[tuple[str, str], int]
"""Sets by exercise id and session id; absent means none."""


def training_order(problem: Problem, slot: Slot, rows: list[Exercise]) -> list[Exercise]:
    """Power, then strength from main lifts to calves, then prehab, then core.

    Inside a block two-leg lifts come first, then the harder exercise, then catalog order.
    """
    position = {row.id: index for index, row in enumerate(problem.catalog.exercises)}

    def key(row: Exercise) -> tuple[int, int, bool, int, int]:
        dose = problem.prescription(row, slot.place).dose
        role = ROLE_ORDER.index(row.role) if row.role in ROLE_ORDER else len(ROLE_ORDER)
        kind = DOSE_ORDER.index(dose.dose_class)
        one_leg = row.laterality != "bilateral"
        return (role, kind, one_leg, -row.difficulty, position[row.id])

    return sorted(rows, key=key)


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
        seconds=prescription.time.seconds(sets),
        equipment=prescription.equipment or {},
        reasons=_pin_reason(problem, slot, row),
    )


def _pin_reason(problem: Problem, slot: Slot, row: Exercise) -> tuple[Reason, ...]:
    pinned = any(pin.exercise == row.id for pin in problem.pins_of(slot.id))
    return (Reason(code="pinned", text="pinned in the scenario"),) if pinned else ()


def _preparation(block: PreparationBlock) -> tuple[PreparationItem, ...]:
    return tuple(
        PreparationItem(
            exercise=drill.exercise.id,
            seconds=drill.seconds,
            reps=drill.dose.reps,
            hold_seconds=drill.dose.hold_seconds,
            per_side=drill.exercise.has_sides,
        )
        for drill in block.drills
    )


def write_sessions(
    problem: Problem, chosen: ChosenSets, stages: Mapping[str, int]
) -> tuple[PlannedSession, ...]:
    """The sessions of a week from chosen sets and preparation stages.

    Parameters
    ----------
    chosen
        Sets by exercise id and session id.
    stages
        Preparation stage by session id; absent means the shortest.
    """
    rows = problem.catalog.exercise_by_id
    sessions = []
    for slot in problem.slots:
        held = [rows[row] for (row, where), sets in chosen.items() if where == slot.id and sets]
        ordered = training_order(problem, slot, held)
        items = tuple(
            _item(problem, slot, row, chosen[row.id, slot.id], number)
            for number, row in enumerate(ordered, start=1)
        )
        block = problem.preparation[slot.place][stages.get(slot.id, 0)]
        sessions.append(
            PlannedSession(
                id=slot.id,
                day=slot.day,
                place=slot.place,
                limit_seconds=slot.limit_seconds,
                seconds=block.seconds + sum(item.seconds for item in items),
                preparation=_preparation(block),
                items=items,
            )
        )
    return tuple(sessions)
