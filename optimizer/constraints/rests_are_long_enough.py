"""Every working muscle rests long enough between its sets, and the spine between its lifts.

Formula
    For each item of two or more sets: rest_seconds, plus half the work of a set where one side
    waits for the other (core left out, for the trunk works on both), plus the work of its
    superset partners and 10 s for each change, reach the least rest: 60, 90 and 120 s by level
    for loaded main lifts; 45, 60 and 60 s for other strength work, second lifts of a kind
    included, and for power; 30 s for prehab and core. Of three neighbours flagged
    ``spinal_load`` none may be parted by a later strength row of the session. Posts nothing:
    rests follow from the level, and the order is constructed.

Why
    Longer rests give more strength (ACSM 2009), and rests over a minute a little more muscle
    (Singer 2024). The cut-offs by level, and the two spinal rows, are convention.

Settings
    None.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan, PlannedItem
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope

Line = tuple[PlannedItem, Exercise]
LEAST_SECONDS = {
    "beginner": {"main": 60, "power": 45, "prehab": 30, "core": 30},
    "intermediate": {"main": 90, "power": 60, "prehab": 30, "core": 30},
    "advanced": {"main": 120, "power": 60, "prehab": 30, "core": 30},
}
LEAST_SECONDS_ELSE = {"beginner": 45, "intermediate": 60, "advanced": 60}
CHANGE_SECONDS = 10


class Settings(RuleSettings):
    """Settings of the rest rule."""


def post(scope: DayScope) -> None:
    """Nothing: the level's rests are longer, and the order is constructed."""


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Rests that are too short, and three lifts on the spine that could be parted."""
    for session in plan.sessions:
        lines = [(item, problem.catalog.exercise_by_id[item.exercise]) for item in session.items]
        kinds: set[str] = set()
        for item, row in lines:
            kind = problem.prescription(row, session.place).dose.dose_class
            least = LEAST_SECONDS[problem.level].get(kind, LEAST_SECONDS_ELSE[problem.level])
            if kind == "main" and row.pattern.primary in kinds:
                least = LEAST_SECONDS_ELSE[problem.level]
            kinds |= _same_kind(row.pattern.primary) if kind == "main" else set()
            rest = _effective_rest((item, row), lines)
            if item.sets > 1 and rest < least:
                text = f"{row.name} rests {math.floor(rest)} s between sets, {least} s the least"
                yield Breach(session.id, text)
        for first, relief in _spinal_runs(lines):
            text = f"three rows that load the spine from {first.name} on, though {relief.name}"
            yield Breach(session.id, f"{text} could stand between them")


def _same_kind(pattern: str) -> set[str]:
    """Patterns whose first main lift of a session makes later ones second lifts."""
    knee, hip = {"squat", "lunge", "step", "get_up"}, {"hinge", "hip_extension", "knee_flexion"}
    return knee if pattern in knee else hip if pattern in hip else {pattern}


def _effective_rest(line: Line, lines: list[Line]) -> float:
    """Seconds in which the working muscle of an item rests between two sets."""
    item, row = line
    idle = row.side_mode == "per_side_sequential" and item.role != "core"
    rest = item.rest_seconds + (_work(line) / 2 if idle else 0.0)
    partners = (
        other
        for other in lines
        if item.group is not None and other[0].group == item.group and other[0].id != item.id
    )
    return rest + sum(CHANGE_SECONDS + _work(partner) for partner in partners)


def _work(line: Line) -> float:
    """Seconds of one set with both sides."""
    item, row = line
    pace = (item.tempo or "").split("-")
    seconds_per_rep = row.timing.seconds_per_rep or 0.0
    if all(part.isdigit() for part in pace):
        seconds_per_rep = float(sum(map(int, pace)))
    once = float(item.hold_seconds or 0) or (item.reps or 0) * seconds_per_rep
    if row.side_mode == "bilateral":
        return once
    return 2 * once + (5 if row.side_mode == "per_side_sequential" else 0)


def _spinal_runs(lines: list[Line]) -> Iterator[tuple[Exercise, Exercise]]:
    """First rows of three spinal ones in a row, with a later row that could part them."""
    for start in range(len(lines) - 2):
        if all("spinal_load" in row.flags for _, row in lines[start : start + 3]):
            later = (
                lines[number][1]
                for number in range(start + 3, len(lines))
                if _could_move(lines[number], lines[start + 2 : number])
            )
            relief = next(later, None)
            if relief is not None:
                yield lines[start][1], relief


def _could_move(line: Line, passed: list[Line]) -> bool:
    """Whether a strength row could stand before these: it tires no main lift among them."""
    item, row = line
    if item.role != "strength" or "spinal_load" in row.flags:
        return False
    muscles = set(row.muscles.direct)
    mains = (other for _, other in passed if _is_main(other))
    return _is_main(row) or not any(muscles & set(main.muscles.direct) for main in mains)


def _is_main(row: Exercise) -> bool:
    legs = row.region in ("lower", "full") and row.mechanics == "compound"
    return row.role == "strength" and legs and row.pattern.primary != "calf"
