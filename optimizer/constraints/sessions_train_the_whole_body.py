"""Every session that is long enough trains legs, upper body and core.

Formula
    For each session s of at least 30 minutes and each of the three parts that some exercise
    of s can serve: sum of is_in(e, s) over the part >= 1. Legs are strength and prehab rows of
    the lower or full body, so that a session the day before a key run may hold calves and hips
    alone; upper body are strength rows of the upper body, core those of role core.

Why
    Whole-body sessions rather than a split (article 001; no difference at equal volume,
    Ramos-Campo 2024), so that a missed session leaves no part untrained. Convention.

Settings
    ``from_minutes``: 30, shorter sessions are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope, WeekScope

PARTS = ("legs", "upper body", "core")


class Settings(RuleSettings):
    """Settings of the whole-body rule."""

    from_minutes: int = Field(default=30, ge=0, le=240)
    """Shorter sessions are left alone."""


def is_long(problem: Problem, slot: Slot) -> bool:
    """Whether the session is long enough for the rule."""
    return slot.minutes >= problem.settings_of(Settings).from_minutes


def belongs(exercise: Exercise, part: str) -> bool:
    """Whether the exercise serves the part of the body."""
    if part == "core":
        return exercise.role == "core"
    if part == "upper body":
        return exercise.role == "strength" and exercise.region == "upper"
    return exercise.region in ("lower", "full") and exercise.role in ("strength", "prehab")


def servable(problem: Problem, slot: Slot, part: str) -> bool:
    """Whether some exercise of the session serves the part of the body."""
    return any(belongs(row, part) and problem.can_use(row, slot.id) for row in problem.candidates)


def post(scope: DayScope) -> None:
    """Each long session holds something of each part that it can."""
    if not scope.problem.cover_is_required:
        return
    for slot in scope.slots:
        for part in PARTS:
            if is_long(scope.problem, slot) and servable(scope.problem, slot, part):
                rows = [row for row in scope.exercises_of(slot) if belongs(row, part)]
                held = scope.total(scope.is_in(row, slot) for row in rows)
                scope.require(held >= scope.used(slot), f"{slot.id} {part}")


def relax(scope: WeekScope) -> None:
    """A class holds something of each part for each of its long sessions."""
    if not scope.problem.cover_is_required:
        return
    for group in scope.classes:
        for part in PARTS:
            long = [
                scope.used(slot)
                for slot in group.slots
                if is_long(scope.problem, slot) and servable(scope.problem, slot, part)
            ]
            if long:
                rows = [row for row in scope.exercises_in(group) if belongs(row, part)]
                held = scope.total(scope.times_in(row, group) for row in rows)
                scope.require(held >= scope.total(long), f"{group.id} {part}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Long sessions that leave a part out although something could train it."""
    shortest = problem.settings_of(Settings).from_minutes * 60
    if not problem.cover_is_required:
        return
    for session in plan.sessions:
        if session.limit_seconds < shortest:
            continue
        held = {_part(problem.catalog.exercise_by_id[item.exercise]) for item in session.items}
        usable = problem.usable[session.id]
        possible = {_part(row) for row in problem.candidates if row.id in usable}
        for part in sorted((possible - held) - {"trunk"}):
            yield Breach(session.id, f"nothing for {part}")


def _part(row: Exercise) -> str:
    """The part that a row trains; "trunk" for rows that count for none."""
    if row.role == "core":
        return "core"
    if row.role == "strength" and row.region == "upper":
        return "upper body"
    if row.region in {"lower", "full"} and row.role in {"strength", "prehab"}:
        return "legs"
    return "trunk"
