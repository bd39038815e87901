"""No session holds more working sets, lower-body sets or exercises than the level's caps.

Formula
    For each session s: sum of sets(e, s) <= working cap; the same over lower-body strength,
    calf, ankle, foot and hip-abduction rows left out, <= lower-body cap; sum of is_in(e, s)
    <= exercise cap. A class of sessions obeys the caps times its number.
    Caps: 18 / 24 / 28 working sets, 8 / 12 / 14 lower-body sets, 10 / 10 / 9 exercises. The
    caps of sets are scaled by the phase of the season, and to 60 % after a break.

Why
    Size and strength gains per session flatten (Remmert 2025 preprint, summary read), and a
    runner must recover to run. The numbers are convention.

Settings
    ``working_sets``, ``lower_body_sets``, ``exercises``: the caps; by level where absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.leg_work import is_tiring_leg_strength
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope, WeekScope


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


def post(scope: DayScope) -> None:
    """Each session stays at or under its three caps."""
    working, legs, count = _caps(scope.problem)
    for slot in scope.slots:
        rows = scope.exercises_of(slot)
        strong = [row for row in rows if is_tiring_leg_strength(row)]
        scope.require(scope.total(scope.sets(row, slot) for row in rows) <= working, slot.id)
        scope.require(scope.total(scope.sets(row, slot) for row in strong) <= legs, slot.id)
        scope.require(scope.total(scope.is_in(row, slot) for row in rows) <= count, slot.id)


def relax(scope: WeekScope) -> None:
    """A class stays at or under the caps times its sessions."""
    working, legs, count = _caps(scope.problem)
    for group in scope.classes:
        rows, used = scope.exercises_in(group), scope.used_sessions(group)
        strong = [row for row in rows if is_tiring_leg_strength(row)]
        heavy = scope.sessions_with(group, "heavy_legs")
        all_sets = scope.total(scope.sets_in(row, group) for row in rows)
        leg_sets = scope.total(scope.sets_in(row, group) for row in strong)
        times = scope.total(scope.times_in(row, group) for row in rows)
        scope.require(all_sets <= working * used, group.id)
        scope.require(leg_sets <= legs * heavy, group.id)
        scope.require(times <= count * used, group.id)


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
            total += item.sets * (row.role in {"power", "strength", "prehab", "core"})
            is_small = row.pattern.primary in {"calf", "ankle", "foot", "hip_abduction"}
            if row.role == "strength" and row.region in {"lower", "full"} and not is_small:
                leg_sets += item.sets
        if total > most_sets:
            yield Breach(session.id, f"{total} working sets, cap {most_sets}")
        if leg_sets > most_legs:
            yield Breach(session.id, f"{leg_sets} lower-body strength sets, cap {most_legs}")
        if len(session.items) > most_items:
            yield Breach(session.id, f"{len(session.items)} exercises, cap {most_items}")
