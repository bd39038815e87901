"""Seconds of hand-written sessions whose groups are supersets, by the formula of the notes.

Straight items take ``sets * work + (sets - 1) * rest + gap``. A pair takes its set-ups, its
sets with ten seconds of change between the two, and a pause between rounds that gives each
muscle the rest that it would have had: the other item's work and the change count as rest.
"""

from __future__ import annotations

from itertools import groupby

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import PlannedItem, PlannedSession
from tests.checks.hand_plans import work_seconds

CHANGE_SECONDS = 10
WALK_SECONDS = 20
ROUND_PAUSE_SECONDS_MIN = 30


def needed_rest(row: Exercise, item: PlannedItem, work: int) -> float:
    """Rest that the working muscle gets in straight sets, the idle side's wait included."""
    waits = row.role == "strength" and row.side_mode == "per_side_sequential"
    return item.rest_seconds + (work / 2 if waits else 0)


def session_seconds(catalog: Catalog, session: PlannedSession, preparation_seconds: int) -> float:
    """Seconds of a session with its pairs done as supersets."""
    blocks = [
        list(items)
        for _, items in groupby(session.items, key=lambda item: item.group or item.exercise)
    ]
    spent = float(preparation_seconds)
    for number, block in enumerate(blocks, start=1):
        is_last = number == len(blocks)
        if len(block) == 1:
            spent += _straight(catalog.exercise_by_id[block[0].exercise], block[0])
        else:
            first, second = block
            spent += _pair(catalog, first, second, is_last=is_last)
    return spent


def _straight(row: Exercise, item: PlannedItem) -> int:
    work = work_seconds(row, item.reps, item.hold_seconds)
    gap = max(item.rest_seconds, WALK_SECONDS + row.timing.setup_seconds)
    return item.sets * work + (item.sets - 1) * item.rest_seconds + gap


def _pair(catalog: Catalog, first: PlannedItem, second: PlannedItem, *, is_last: bool) -> float:
    rows = [catalog.exercise_by_id[item.exercise] for item in (first, second)]
    works = [
        work_seconds(row, item.reps, item.hold_seconds)
        for row, item in zip(rows, (first, second), strict=True)
    ]
    needs = [
        needed_rest(row, item, work)
        for row, item, work in zip(rows, (first, second), works, strict=True)
    ]
    pause = max(
        ROUND_PAUSE_SECONDS_MIN,
        needs[0] - works[1] - CHANGE_SECONDS,
        needs[1] - works[0] - CHANGE_SECONDS,
    )
    setups = sum(row.timing.setup_seconds for row in rows)
    rounds = first.sets * (works[0] + CHANGE_SECONDS + works[1]) + (first.sets - 1) * pause
    return setups + rounds + (0 if is_last else max(WALK_SECONDS, pause))
