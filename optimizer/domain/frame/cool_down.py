"""The cool-down after the last item: easy movement, then held stretches for the areas in need."""

from __future__ import annotations

from collections.abc import Sequence

from optimizer.domain.exercise import Exercise
from optimizer.domain.frame.drills import held_for
from optimizer.domain.frame.mobility import MobilityLedger, areas_of
from optimizer.domain.frame.preparation import Drill, is_cardio, is_held, total_seconds
from optimizer.domain.frame.preparation_numbers import EASY_END_SECONDS_LEAST, PREPARATION_NUMBERS
from optimizer.domain.frame.routine import Larder, family_of

HOLD_SECONDS_LEAST = 30
HOLD_STEP_SECONDS = 5


def cool_down(
    larder: Larder, seconds: int, pinned: Sequence[Exercise], ledger: MobilityLedger
) -> tuple[Drill, ...]:
    """The cool-down of a session; it takes exactly these seconds where easy movement is usable.

    Parameters
    ----------
    seconds
        Length of the cool-down; with 0 there is none.
    pinned
        Held stretches that must be in, even where that takes longer.
    ledger
        What the week has moved so far; the areas it moved least come first.
    """
    if not seconds:
        return ()
    cardio = next((row for row in larder.usable if is_cardio(row)), None)
    room = seconds - (EASY_END_SECONDS_LEAST if cardio else 0)
    lowest, highest = PREPARATION_NUMBERS[larder.level].hold_seconds
    rows = _rows(larder, pinned, ledger, lowest)
    held = _held(larder, rows, len(pinned), room, lowest)
    if len(held) == 0:
        held = _held(larder, rows, len(pinned), room, HOLD_SECONDS_LEAST)
    while held:
        longer = (held[0].dose.hold_seconds or 0) + HOLD_STEP_SECONDS
        more = [held_for(drill.exercise, larder.level, longer) for drill in held]
        if longer > highest or total_seconds(more) > room:
            break
        held = more
    left = seconds - total_seconds(held)
    if cardio is None or left <= 0:
        return tuple(held)
    return (held_for(cardio, larder.level, left), *held)


def _held(
    larder: Larder, rows: Sequence[Exercise], needed: int, room: int, hold_seconds: int
) -> list[Drill]:
    """The rows that fit with this hold; the first ones that are needed whether they fit or not."""
    held: list[Drill] = []
    for number, row in enumerate(rows):
        drill = held_for(row, larder.level, hold_seconds)
        if number < needed or total_seconds(held) + drill.seconds <= room:
            held.append(drill)
    return held


def _rows(
    larder: Larder, pinned: Sequence[Exercise], ledger: MobilityLedger, hold_seconds: int
) -> list[Exercise]:
    """Pinned stretches, then one of each family, those that bring most areas nearer first."""
    families = {family_of(row) for row in pinned}
    rows = [row for row in larder.usable if is_held(row) and row not in pinned]
    drills = [held_for(row, larder.level, hold_seconds) for row in rows]
    ranked = [drill.exercise for drill in sorted(drills, key=ledger.gain, reverse=True)]
    chosen = list(pinned)
    areas: set[str] = set()
    for row in ranked:
        own = areas_of(larder.catalog, row)
        if family_of(row) not in families and not (own and areas.issuperset(own)):
            chosen.append(row)
            families.add(family_of(row))
            areas.update(own)
    return chosen
