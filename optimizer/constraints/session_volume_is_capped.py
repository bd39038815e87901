"""No session holds more working sets, lower-body sets or exercises than the level's caps.

Formula
    For each session s: sum of sets(e, s) <= working cap; the same over lower-body strength,
    calf, ankle, foot and hip-abduction rows left out, <= lower-body cap; sum of is_in(e, s)
    <= exercise cap. A class of sessions obeys the caps times its number.
    Caps: 18 / 24 / 28 working sets, 8 / 12 / 14 lower-body sets, 9 / 9 / 8 exercises. The caps
    of sets are scaled by the phase of the season, and to 60 % after a break.

Why
    Size and strength gains per session flatten (Remmert 2025 preprint, summary read), and a
    runner must recover to run. The numbers are convention.

Settings
    ``working_sets``, ``lower_body_sets``, ``exercises``: the caps; by level where absent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope, WeekScope

SMALL_PATTERNS = ("calf", "ankle", "foot", "hip_abduction")


class Settings(RuleSettings):
    """Settings of the volume caps."""

    working_sets: int | None = Field(default=None, ge=1, le=60)
    """Working sets of a session at most."""
    lower_body_sets: int | None = Field(default=None, ge=0, le=60)
    """Lower-body strength sets of a session at most."""
    exercises: int | None = Field(default=None, ge=1, le=30)
    """Working exercises of a session at most."""


def _caps(problem: Problem) -> tuple[int, int, int]:
    own, numbers = problem.settings_of(Settings), problem.numbers
    legs = own.lower_body_sets
    return (
        own.working_sets or numbers.working_sets_per_session_max,
        numbers.lower_body_sets_per_session_max if legs is None else legs,
        own.exercises or numbers.exercises_per_session_max,
    )


def _is_lower_body_strength(exercise: Exercise) -> bool:
    strong = exercise.role == "strength" and exercise.region in ("lower", "full")
    return strong and exercise.pattern.primary not in SMALL_PATTERNS


def post(scope: DayScope) -> None:
    """Each session stays at or under its three caps."""
    working, legs, count = _caps(scope.problem)
    for slot in scope.slots:
        rows = scope.exercises_of(slot)
        sets = {row.id: scope.sets(row, slot) for row in rows}
        _require(scope, slot.id, rows, sets, (working, legs))
        scope.require(scope.total(scope.is_in(row, slot) for row in rows) <= count, slot.id)


def relax(scope: WeekScope) -> None:
    """A class stays at or under the caps times its sessions."""
    working, legs, count = _caps(scope.problem)
    for group in scope.classes:
        rows, many = scope.exercises_in(group), group.count
        sets = {row.id: scope.sets_in(row, group) for row in rows}
        _require(scope, group.id, rows, sets, (working * many, legs * many))
        times = scope.total(scope.times_in(row, group) for row in rows)
        scope.require(times <= count * many, group.id)


def _require(
    scope: DayScope | WeekScope,
    where: str,
    rows: Iterable[Exercise],
    sets: dict[str, Any],
    caps: tuple[int, int],
) -> None:
    legs = [sets[row.id] for row in rows if _is_lower_body_strength(row)]
    scope.require(scope.total(sets.values()) <= caps[0], where)
    scope.require(scope.total(legs) <= caps[1], where)


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Sessions over a cap."""
    own, numbers = problem.settings_of(Settings), problem.numbers
    most_sets = own.working_sets or numbers.working_sets_per_session_max
    most_items = own.exercises or numbers.exercises_per_session_max
    most_legs = numbers.lower_body_sets_per_session_max
    if own.lower_body_sets is not None:
        most_legs = own.lower_body_sets
    for session in plan.sessions:
        total, leg_sets = 0, 0
        for item in session.items:
            row = problem.catalog.exercise_by_id[item.exercise]
            total += item.sets
            is_small = row.pattern.primary in {"calf", "ankle", "foot", "hip_abduction"}
            if row.role == "strength" and row.region in {"lower", "full"} and not is_small:
                leg_sets += item.sets
        if total > most_sets:
            yield Breach(session.id, f"{total} working sets, cap {most_sets}")
        if leg_sets > most_legs:
            yield Breach(session.id, f"{leg_sets} lower-body strength sets, cap {most_legs}")
        if len(session.items) > most_items:
            yield Breach(session.id, f"{len(session.items)} exercises, cap {most_items}")
