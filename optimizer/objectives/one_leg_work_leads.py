"""At least half of the lower-body strength sets are on one leg.

Formula
    max(0, 50 * lower-body strength sets - 100 * those that are not bilateral), in hundredths
    of a set; calf, ankle and foot rows are left out.

Why
    Running is done on one leg (article 001); one-leg training helps one-leg jumps (Liao 2022)
    and two-leg lifts remain fine. The share is convention.

Settings
    ``percent``: 50. ``weight``: 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.leg_work import is_leg_strength
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import WeekScope

TIER = "quality"
MOST = 100_000


class Settings(AimSettings):
    """Settings of the one-leg share."""

    percent: int = Field(default=50, ge=0, le=100)
    """Share of lower-body strength sets that should be on one leg."""
    weight: int = Field(default=1, ge=0, le=100)
    """How much a hundredth of a set short weighs."""


def express(scope: WeekScope) -> Expression:
    """Hundredths of a set short of the share."""
    own = scope.settings(Settings)
    missing = scope.weighted(
        (scope.weekly_sets(row), own.percent - (0 if row.laterality == "bilateral" else 100))
        for row in scope.exercises
        if is_leg_strength(row)
    )
    return own.weight * scope.shortfall(missing, MOST, "one-leg share")


def measure(problem: Problem, plan: Plan) -> int:
    """Hundredths of a set short of the share, in the plan."""
    own = problem.settings_of(Settings)
    every, one_leg = 0, 0
    for session in plan.sessions:
        for item in session.items:
            row = problem.catalog.exercise_by_id[item.exercise]
            small = row.pattern.primary in {"calf", "ankle", "foot"}
            if row.role == "strength" and row.region in {"lower", "full"} and not small:
                every += item.sets
                one_leg += item.sets if row.laterality != "bilateral" else 0
    return own.weight * max(0, own.percent * every - 100 * one_leg)
