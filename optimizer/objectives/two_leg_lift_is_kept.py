"""The week of a trained runner keeps a main lift on two legs, the heaviest kind that it can have.

Formula
    50 * max(0, wanted - sum of weekly_sets(e) over the lifts that count), in points, for
    intermediate and advanced athletes in base, build, peak and maintenance; zero for others.
    Wanted are the sets of a main lift in one session: 3 in a base week, 2 in sessions
    shorter than 45 minutes, fewer where the phase has fewer.
    Two-leg main lifts are compound lower-body strength rows with a load that are repeated, not
    held. Where the week has some on a barbell or a leg press, only those count. Nothing is
    asked where there is no load.

Why
    Two legs carry the heaviest loads, and heavy loads are what improved running economy in
    trained runners, while holds alone did not (Eihara 2022, Llanos-Lagos 2024). The check asks
    it of advanced runners in the build phase; that intermediate ones and the other phases keep
    it, and that the sets of one session a week are enough, is convention. The weight is more
    than the tier's tolerance: a heavy lift takes minutes for lighter sets before it, and
    neither it nor its last set is to be given up for them.

Settings
    ``sets``: wanted in the week; by level, phase and minutes where absent. ``weight``: 50 points
    for a set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.dosing.main_lifts import usual_sets
from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import WeekScope

TIER = "targets"
LEVELS = ("intermediate", "advanced")
PHASES = ("base", "build", "peak", "maintenance")
HEAVY, LOADED = 2, 1


class Settings(AimSettings):
    """Settings of the two-leg lift."""

    sets: int | None = Field(default=None, ge=0, le=20)
    """Sets of two-leg main lifts that the week should hold; by level where absent."""
    weight: int = Field(default=50, ge=0, le=1000)
    """Points for a missing set."""


def _grade(problem: Problem, exercise: Exercise, place: str) -> int:
    """How heavy a two-leg main lift can be; zero for other rows."""
    prescribed = problem.prescription(exercise, place)
    dose = prescribed.dose
    if dose.dose_class != "main" or exercise.laterality != "bilateral" or dose.reps is None:
        return 0
    used = prescribed.equipment or {}
    is_heavy = any(problem.catalog.equipment_by_id[item].heavy for item in used)
    return HEAVY if is_heavy else LOADED


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


def wanted_sets(problem: Problem) -> int:
    """Sets wanted: those of a main lift in the longest session that can hold such a lift."""
    own, grade = problem.settings_of(Settings), heaviest_grade(problem)
    if not grade:
        return 0
    if own.sets is not None:
        return own.sets
    return max(
        usual_sets(problem, slot)
        for slot in problem.slots
        if any(
            problem.can_use(row, slot.id) and _grade(problem, row, slot.place) == grade
            for row in problem.candidates
        )
    )


def express(scope: WeekScope) -> Expression:
    """Weighted sets of two-leg lifts missing."""
    own, problem = scope.settings(Settings), scope.problem
    best = heaviest_grade(problem)
    if not best:
        return scope.total([])
    held = [
        scope.sets_in(row, group)
        for group in scope.classes
        for row in scope.exercises_in(group)
        if _grade(problem, row, group.place) == best
    ]
    wanted = wanted_sets(problem)
    return own.weight * scope.shortfall(wanted - scope.total(held), wanted, "two-leg lifts")


def measure(problem: Problem, plan: Plan) -> int:
    """Weighted sets of two-leg lifts missing, in the plan."""
    own, athlete = problem.settings_of(Settings), problem.scenario.athlete
    is_trained = problem.level in {"intermediate", "advanced"}
    if not is_trained or athlete.phase not in {"base", "build", "peak", "maintenance"}:
        return 0
    missing, held = 0, {"heavy load": 0, "other load": 0}
    possible: dict[str, int] = {}
    for slot in problem.slots:
        usual = own.sets if own.sets is not None else usual_sets(problem, slot)
        for row in problem.candidates:
            if problem.can_use(row, slot.id):
                kind = _kind_of_lift(problem, row, slot.place)
                possible[kind] = max(possible.get(kind, 0), usual)
    for session in plan.sessions:
        for item in session.items:
            row = problem.catalog.exercise_by_id[item.exercise]
            kind = _kind_of_lift(problem, row, session.place)
            if kind:
                held[kind] += item.sets
    for kind, sets in held.items():
        if kind in possible:
            missing = max(0, possible[kind] - sets)
            break
    return own.weight * missing


def _kind_of_lift(problem: Problem, row: Exercise, place: str) -> str:
    """The kind of two-leg main lift; empty for other rows."""
    taken = problem.prescription(row, place)
    is_held = taken.dose.hold_seconds is not None
    if row.laterality != "bilateral" or is_held or taken.dose.dose_class != "main":
        return ""
    used = [item for item in problem.catalog.equipment if item.id in (taken.equipment or {})]
    return "heavy load" if any(item.heavy for item in used) else "other load"
