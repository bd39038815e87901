"""Work follows preparation, power comes first, main lifts before accessories, core last.

Formula
    For the items i < j of a session: j is no drill where i is work, but for a held stretch that
    closes the session; j is not power where i is strength or core; j is no main lift where i is
    another strength row with a direct muscle of j; j is no strength row flagged ``spinal_load``
    where i is a core row that trains the trunk directly. Posts nothing: sessions are put in
    order when the plan is written, and no decision depends on it.

Why
    Strength rises most in what is done first (Nunes 2021); power first while fresh, and no
    tired trunk under a loaded spine, are convention.

Settings
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan, PlannedItem
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope

Line = tuple[PlannedItem, Exercise]
DRILLS = ("soft_tissue", "warm_up", "mobility", "activation")
TRUNK = {
    "rectus_abdominis",
    "transversus_abdominis",
    "obliques",
    "erector_spinae",
    "quadratus_lumborum",
}


class Settings(RuleSettings):
    """Settings of the order rule."""


def post(scope: DayScope) -> None:
    """Nothing: the order is constructed, not decided."""


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Items that stand after one that they should come before."""
    for session in plan.sessions:
        lines = [(item, problem.catalog.exercise_by_id[item.exercise]) for item in session.items]
        for check in (_late_drills, _late_power, _late_main_lifts, _early_core):
            for late, early in check(lines):
                names = f"{late[1].name} ({late[0].role}) stands after {early[1].name}"
                yield Breach(session.id, f"{names} ({early[0].role})")


def _late_drills(lines: list[Line]) -> Iterator[tuple[Line, Line]]:
    for number, line in enumerate(lines):
        work = [other for other in lines[:number] if other[0].role not in DRILLS]
        closes = all(item.role in DRILLS for item, _ in lines[number:])
        is_stretch = line[0].role == "mobility" and line[0].hold_seconds is not None
        if line[0].role in DRILLS and work and not (is_stretch and closes):
            yield line, work[0]


def _late_power(lines: list[Line]) -> Iterator[tuple[Line, Line]]:
    for number, line in enumerate(lines):
        before = [other for other in lines[:number] if other[0].role in ("strength", "core")]
        if line[0].role == "power" and before:
            yield line, before[0]


def _late_main_lifts(lines: list[Line]) -> Iterator[tuple[Line, Line]]:
    for number, line in enumerate(lines):
        muscles = set(line[1].muscles.direct)
        before = [
            other
            for other in lines[:number]
            if other[0].role == "strength"
            and not _is_main_lift(other)
            and muscles & set(other[1].muscles.direct)
        ]
        if _is_main_lift(line) and before:
            yield line, before[0]


def _is_main_lift(line: Line) -> bool:
    item, row = line
    legs = row.region in ("lower", "full") and row.mechanics == "compound"
    return item.role == "strength" and legs and row.pattern.primary != "calf"


def _early_core(lines: list[Line]) -> Iterator[tuple[Line, Line]]:
    for number, line in enumerate(lines):
        tiring = [
            (item, row)
            for item, row in lines[:number]
            if item.role == "core" and TRUNK & set(row.muscles.direct)
        ]
        if line[0].role == "strength" and "spinal_load" in line[1].flags and tiring:
            yield line, tiring[0]
