"""An advanced runner's week keeps a main lift on two legs.

Formula
    100 * max(0, 1 - sum of times(e)) over two-leg main lifts, in hundredths of a set, for
    advanced athletes in base, build, peak and maintenance; zero for all others. Main lifts are
    compound lower-body strength rows; only loaded ones count where the week has any.

Why
    Two legs carry the heaviest loads, and heavy loads are what improved running economy in
    trained runners (Eihara 2022, Llanos-Lagos 2024); one-leg work alone leaves them out. The
    check asks it of the build phase; that the others keep it, and that one lift a week is
    enough, is convention.

Settings
    ``lifts``: 1, wanted in the week. ``weight``: 100 for a lift.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import WeekScope

TIER = "quality"
PHASES = ("base", "build", "peak", "maintenance")


class Settings(AimSettings):
    """Settings of the two-leg lift."""

    lifts: int = Field(default=1, ge=0, le=7)
    """Two-leg main lifts that the week should hold."""
    weight: int = Field(default=100, ge=0, le=1000)
    """How much a missing lift weighs."""


def _kind(problem: Problem, exercise: Exercise, place: str) -> str | None:
    """The dose class of a two-leg main lift; None for other rows."""
    kind = problem.prescription(exercise, place).dose.dose_class
    is_lift = kind in ("main", "main_unloaded") and exercise.laterality == "bilateral"
    return kind if is_lift else None


def express(scope: WeekScope) -> Expression:
    """Weighted two-leg lifts missing."""
    own, problem = scope.settings(Settings), scope.problem
    if problem.level != "advanced" or problem.scenario.athlete.phase not in PHASES:
        return scope.total([])
    lifts = [
        (_kind(problem, row, group.place), scope.times_in(row, group))
        for group in scope.classes
        for row in scope.exercises_in(group)
        if any(problem.can_use(row, slot.id) for slot in group.slots)
        and _kind(problem, row, group.place)
    ]
    if not lifts:
        return scope.total([])
    loaded = any(kind == "main" for kind, _ in lifts)
    held = [
        scope.times_in(row, group)
        for group in scope.classes
        for row in scope.exercises_in(group)
        if _kind(problem, row, group.place) in (("main",) if loaded else ("main_unloaded",))
    ]
    return own.weight * scope.shortfall(own.lifts - scope.total(held), own.lifts, "two-leg lifts")


def measure(problem: Problem, plan: Plan) -> int:
    """Weighted two-leg lifts missing, in the plan."""
    own, athlete = problem.settings_of(Settings), problem.scenario.athlete
    if problem.level != "advanced" or athlete.phase not in {"base", "build", "peak", "maintenance"}:
        return 0
    possible = {
        problem.prescription(row, slot.place).dose.dose_class
        for slot in problem.slots
        for row in problem.candidates
        if row.laterality == "bilateral" and problem.can_use(row, slot.id)
    }
    if not possible & {"main", "main_unloaded"}:
        return 0
    counts = "main" if "main" in possible else "main_unloaded"
    held = 0
    for session in plan.sessions:
        for item in session.items:
            row = problem.catalog.exercise_by_id[item.exercise]
            kind = problem.prescription(row, session.place).dose.dose_class
            held += row.laterality == "bilateral" and kind == counts
    return own.weight * max(0, own.lifts - held)
