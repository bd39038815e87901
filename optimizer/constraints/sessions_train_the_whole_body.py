"""Every session that is long enough trains legs, upper body and core.

Formula
    For each session s of at least 30 minutes and each of the three parts that some exercise
    of s can serve: sum of is_in(e, s) over the part >= 1. Legs are rows of the lower or full
    body other than calf, ankle, foot and hip abduction, upper body strength rows of the upper
    body, core those of role core. A class of sessions holds at least as many as it has
    sessions.

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
SMALL_PATTERNS = ("calf", "ankle", "foot", "hip_abduction")


class Settings(RuleSettings):
    """Settings of the whole-body rule."""

    from_minutes: int = Field(default=30, ge=0, le=240)
    """Shorter sessions are left alone."""


def trait(problem: Problem, slot: Slot) -> bool:
    """What this rule tells sessions apart by: whether they are long enough."""
    return slot.minutes >= problem.settings_of(Settings).from_minutes


def _belongs(exercise: Exercise, part: str) -> bool:
    if part == "core":
        return exercise.role == "core"
    if part == "upper body":
        return exercise.role == "strength" and exercise.region == "upper"
    is_leg = exercise.region in ("lower", "full") and exercise.role in ("strength", "prehab")
    return is_leg and exercise.pattern.primary not in SMALL_PATTERNS


def _servable(problem: Problem, slot: Slot, part: str) -> bool:
    return any(_belongs(row, part) and problem.can_use(row, slot.id) for row in problem.candidates)


def post(scope: DayScope) -> None:
    """Each long session holds something of each part that it can."""
    if not scope.problem.cover_is_required:
        return
    for slot in scope.slots:
        for part in PARTS:
            if trait(scope.problem, slot) and _servable(scope.problem, slot, part):
                rows = [row for row in scope.exercises_of(slot) if _belongs(row, part)]
                held = scope.total(scope.is_in(row, slot) for row in rows)
                scope.require(held >= 1, f"{slot.id} {part}")


def relax(scope: WeekScope) -> None:
    """A class of long sessions holds something of each part for each of its sessions."""
    if not scope.problem.cover_is_required:
        return
    for group in scope.classes:
        for part in PARTS:
            slot = group.slots[0]
            if trait(scope.problem, slot) and _servable(scope.problem, slot, part):
                rows = [row for row in scope.exercises_in(group) if _belongs(row, part)]
                held = scope.total(scope.times_in(row, group) for row in rows)
                scope.require(held >= group.count, f"{group.id} {part}")


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
    small = row.pattern.primary in {"calf", "ankle", "foot", "hip_abduction"}
    if row.region in {"lower", "full"} and row.role in {"strength", "prehab"} and not small:
        return "legs"
    return "trunk"
