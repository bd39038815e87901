"""The week of a trained runner keeps a main lift on two legs, the heaviest kind that it can have.

Formula
    300 * max(0, 1 - sum of times(e) over the lifts that count), in hundredths of a set, for
    intermediate and advanced athletes in base, build, peak and maintenance; zero for others.
    Two-leg main lifts are compound lower-body strength rows that are repeated, not held. Where
    the week has some on a barbell or a leg press, only those count; else those with any other
    load; else all.

Why
    Two legs carry the heaviest loads, and heavy loads are what improved running economy in
    trained runners, while holds alone did not (Eihara 2022, Llanos-Lagos 2024). The check asks
    it of advanced runners in the build phase; that intermediate ones and the other phases keep
    it, and that one lift a week is enough, is convention. The weight is more than the tier's
    tolerance: a heavy lift takes minutes for lighter sets before it, and is not to be given up
    for them.

Settings
    ``lifts``: 1, wanted in the week. ``weight``: 300 for a lift.
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
LEVELS = ("intermediate", "advanced")
PHASES = ("base", "build", "peak", "maintenance")
HEAVY, LOADED, UNLOADED = 3, 2, 1


class Settings(AimSettings):
    """Settings of the two-leg lift."""

    lifts: int = Field(default=1, ge=0, le=7)
    """Two-leg main lifts that the week should hold."""
    weight: int = Field(default=300, ge=0, le=1000)
    """How much a missing lift weighs."""


def _grade(problem: Problem, exercise: Exercise, place: str) -> int:
    """How heavy a two-leg main lift can be; zero for other rows."""
    prescribed = problem.prescription(exercise, place)
    dose = prescribed.dose
    is_main = dose.dose_class in ("main", "main_unloaded")
    if not is_main or exercise.laterality != "bilateral" or dose.reps is None:
        return 0
    used = prescribed.equipment or {}
    if any(problem.catalog.equipment_by_id[item].heavy for item in used):
        return HEAVY
    return LOADED if dose.dose_class == "main" else UNLOADED


def heaviest_grade(problem: Problem) -> int:
    """The heaviest kind of two-leg lift that the week is asked for; zero where it is for none."""
    if problem.level not in LEVELS or problem.scenario.athlete.phase not in PHASES:
        return 0
    return max(
        (
            _grade(problem, row, slot.place)
            for slot in problem.slots
            for row in problem.candidates
            if problem.can_use(row, slot.id)
        ),
        default=0,
    )


def express(scope: WeekScope) -> Expression:
    """Weighted two-leg lifts missing."""
    own, problem = scope.settings(Settings), scope.problem
    best = heaviest_grade(problem)
    if not best:
        return scope.total([])
    held = [
        scope.times_in(row, group)
        for group in scope.classes
        for row in scope.exercises_in(group)
        if _grade(problem, row, group.place) == best
    ]
    return own.weight * scope.shortfall(own.lifts - scope.total(held), own.lifts, "two-leg lifts")


def measure(problem: Problem, plan: Plan) -> int:
    """Weighted two-leg lifts missing, in the plan."""
    own, athlete = problem.settings_of(Settings), problem.scenario.athlete
    is_trained = problem.level in {"intermediate", "advanced"}
    if not is_trained or athlete.phase not in {"base", "build", "peak", "maintenance"}:
        return 0
    wanted, held = 0, {"heavy load": 0, "other load": 0, "no load": 0}
    possible = set()
    for slot in problem.slots:
        for row in problem.candidates:
            if problem.can_use(row, slot.id):
                possible.add(_kind_of_lift(problem, row, slot.place))
    for session in plan.sessions:
        for item in session.items:
            row = problem.catalog.exercise_by_id[item.exercise]
            kind = _kind_of_lift(problem, row, session.place)
            if kind:
                held[kind] += 1
    for kind, items in held.items():
        if kind in possible:
            wanted = max(0, own.lifts - items)
            break
    return own.weight * wanted


def _kind_of_lift(problem: Problem, row: Exercise, place: str) -> str:
    """The kind of two-leg main lift; empty for other rows."""
    taken = problem.prescription(row, place)
    if row.laterality != "bilateral" or taken.dose.hold_seconds is not None:
        return ""
    loaded = {"main": "other load", "main_unloaded": "no load"}.get(taken.dose.dose_class, "")
    used = [item for item in problem.catalog.equipment if item.id in (taken.equipment or {})]
    return "heavy load" if loaded and any(item.heavy for item in used) else loaded
