"""The order in which the exercises of a session are trained.

Jumps first, then main lifts from the hardest down, then the other strength work, prehab and
core. Inside a block two neighbours share as little as they can, so that one body part rests
while the other works, and no three rows that load the spine follow each other where another
strength row can stand between them (ACSM 2009 on order and rest; the rest is convention).
"""

from __future__ import annotations

from collections.abc import Sequence

from optimizer.domain.exercise import Exercise
from optimizer.domain.problem import Problem, Slot

LANDINGS, MAIN_LIFTS, OTHER_STRENGTH, PREHAB, CORE, REST = 1, 2, 3, 4, 5, 6
"""Blocks in their order; power, block 0, comes before everything."""
BLOCK_OF_ROLE = {"power": 0, "strength": OTHER_STRENGTH, "prehab": PREHAB, "core": CORE}
DOSE_ORDER = ("power", "main", "main_unloaded", "accessory", "calf", "prehab", "core")
KNEE_PATTERNS = ("squat", "lunge", "step", "get_up")
"""Of equals these come first, so that no hinge has tired the back before a squat."""
SPINE_ROWS_IN_A_ROW = 2


def training_order(problem: Problem, slot: Slot, rows: Sequence[Exercise]) -> list[Exercise]:
    """The rows of a session in the order in which they are trained."""
    position = {row.id: index for index, row in enumerate(problem.catalog.exercises)}

    def kind(row: Exercise) -> int:
        return DOSE_ORDER.index(problem.prescription(row, slot.place).dose.dose_class)

    def hardest_first(row: Exercise) -> tuple[int, int, bool, int, bool, int]:
        dose, one_leg = kind(row), row.laterality != "bilateral"
        is_hip = row.pattern.primary not in KNEE_PATTERNS
        return (_block(row, dose), dose, one_leg, -row.difficulty, is_hip, position[row.id])

    waiting = sorted(rows, key=hardest_first)
    block = {row.id: _block(row, kind(row)) for row in waiting}
    ordered: list[Exercise] = []
    while waiting:
        ordered.append(_next(ordered, waiting, block))
        waiting.remove(ordered[-1])
    return ordered


def _block(row: Exercise, kind: int) -> int:
    if row.role != "power" and "single_leg_landing" in row.flags:
        return LANDINGS
    is_main = row.role == "strength" and DOSE_ORDER[kind] in ("main", "main_unloaded")
    return MAIN_LIFTS if is_main else BLOCK_OF_ROLE.get(row.role, REST)


def _next(ordered: list[Exercise], waiting: list[Exercise], block: dict[str, int]) -> Exercise:
    """The row to train next: of the block whose turn it is, the one that shares least."""
    tired = ordered[-SPINE_ROWS_IN_A_ROW:]
    if len(tired) == SPINE_ROWS_IN_A_ROW and all("spinal_load" in row.flags for row in tired):
        relief = [row for row in waiting if _relieves_the_spine(row, waiting, block)]
        waiting = relief or waiting
    turn = block[waiting[0].id]
    candidates = [row for row in waiting if block[row.id] == turn]
    if not ordered or turn < MAIN_LIFTS or block[ordered[-1].id] < MAIN_LIFTS:
        return candidates[0]
    return min(candidates, key=lambda row: _shared(ordered[-1], row))


def _relieves_the_spine(row: Exercise, waiting: list[Exercise], block: dict[str, int]) -> bool:
    """Whether a strength row may stand here although it would have come later.

    An accessory never tires a muscle that a later main lift trains directly.
    """
    if row.role != "strength" or "spinal_load" in row.flags:
        return False
    muscles = set(row.muscles.direct)
    later = (other for other in waiting if other != row and block[other.id] == MAIN_LIFTS)
    return block[row.id] == MAIN_LIFTS or not any(
        muscles & set(main.muscles.direct) for main in later
    )


def _shared(first: Exercise, second: Exercise) -> tuple[bool, int]:
    """Whether two rows train the same half of the body, and how many muscles they share."""
    muscles = set(first.muscles.direct) & set(second.muscles.direct)
    return _half(first) == _half(second), len(muscles)


def _half(row: Exercise) -> str:
    return "lower" if row.region == "full" else row.region
