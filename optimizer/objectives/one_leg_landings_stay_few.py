"""A set lands at most eight times on one leg at moderate or high impact.

Formula
    Sum over exercises e that land on one leg at moderate or high impact of
    10 * weekly_sets(e) * max(0, contacts of a set and side - 8), in hundredths of a set.

Why
    The later landings of a long set are the poor ones; both numbers are convention. The rule
    about fresh landings forbids more than twelve.

Settings
    ``contacts_a_side``: 8. ``weight``: 10 for a landing.
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


class Settings(AimSettings):
    """Settings of the one-leg landings."""

    contacts_a_side: int = Field(default=8, ge=0, le=100)
    """Landings of one leg in a set that cost nothing."""
    weight: int = Field(default=10, ge=0, le=100)
    """How much each further landing weighs."""


def _excess(problem: Problem, exercise: Exercise, place: str) -> int:
    one_leg = exercise.has_sides or "single_leg_landing" in exercise.flags
    if exercise.impact not in ("moderate", "high") or not one_leg:
        return 0
    reps = problem.prescription(exercise, place).dose.reps or 0
    most = problem.settings_of(Settings).contacts_a_side
    return max(0, reps * exercise.contacts_per_rep - most)


def express(scope: WeekScope) -> Expression:
    """Weighted landings beyond the free ones."""
    weight = scope.settings(Settings).weight
    return scope.weighted(
        (scope.sets_in(row, group), weight * _excess(scope.problem, row, group.place))
        for group in scope.classes
        for row in scope.exercises_in(group)
    )


def measure(problem: Problem, plan: Plan) -> int:
    """Weighted landings beyond the free ones, in the plan."""
    own, landings = problem.settings_of(Settings), 0
    for session in plan.sessions:
        for item in session.items:
            row = problem.catalog.exercise_by_id[item.exercise]
            one_leg = row.side_mode != "bilateral" or "single_leg_landing" in row.flags
            if one_leg and row.impact in {"moderate", "high"}:
                a_side = (item.reps or 0) * row.contacts_per_rep
                landings += item.sets * max(0, a_side - own.contacts_a_side)
    return own.weight * landings
