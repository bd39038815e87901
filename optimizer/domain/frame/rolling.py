"""Rolling before a session: which areas, where a foam roller is owned.

Sessions take turns: each begins where the one before it stopped, in catalog order. An area
in the middle of the body is rolled for as long as two sides, so that every area takes the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from optimizer.domain.dosing.time_model import SIDE_SWITCH_SECONDS
from optimizer.domain.exercise import Exercise
from optimizer.domain.frame.drills import held_for
from optimizer.domain.frame.preparation import Drill
from optimizer.domain.frame.preparation_numbers import PREPARATION_NUMBERS
from optimizer.domain.frame.routine import Larder

ROLLER = "foam_roller"


def rolling(larder: Larder, seconds: int, turn: int) -> tuple[Drill, ...]:
    """Rolling drills of a session.

    Parameters
    ----------
    seconds
        Most seconds of rolling.
    turn
        How many areas earlier sessions of the week have rolled already.
    """
    numbers = PREPARATION_NUMBERS[larder.level]
    rows = [row for row in larder.usable if _is_rolled(row) and row not in larder.pinned]
    chosen: list[Drill] = []
    spent = 0
    for row in _in_turn(rows, turn):
        both_sides = 2 * numbers.rolling_seconds + SIDE_SWITCH_SECONDS
        hold_seconds = numbers.rolling_seconds if row.has_sides else both_sides
        drill = held_for(row, larder.level, hold_seconds)
        if len(chosen) < numbers.rolling_areas and spent + drill.seconds <= seconds:
            chosen.append(drill)
            spent += drill.seconds
    order = {drill.exercise.id: drill for drill in chosen}
    return tuple(order[row.id] for row in rows if row.id in order)


def _is_rolled(row: Exercise) -> bool:
    """Whether the row is meant for a roller rather than for a ball."""
    return row.role == "soft_tissue" and ROLLER in row.equipment[0]


def _in_turn(rows: Sequence[Exercise], turn: int) -> list[Exercise]:
    start = turn % len(rows) if rows else 0
    return [*rows[start:], *rows[:start]]
