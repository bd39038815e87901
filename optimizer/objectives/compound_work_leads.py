"""At least three of five working sets are compound.

Formula
    max(0, 60 * all working sets - 100 * compound sets), in hundredths of a set.

Why
    The articles favour moves that train several regions at once because they save time; the
    share is convention.

Settings
    ``percent``: 60. ``weight``: 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import WeekScope

TIER = "quality"
MOST = 100_000


class Settings(AimSettings):
    """Settings of the compound share."""

    percent: int = Field(default=60, ge=0, le=100)
    """Share of working sets that should be compound."""
    weight: int = Field(default=1, ge=0, le=100)
    """How much a hundredth of a set short weighs."""


def express(scope: WeekScope) -> Expression:
    """Hundredths of a set short of the share."""
    own = scope.settings(Settings)
    missing = scope.weighted(
        (scope.weekly_sets(row), own.percent - (100 if row.mechanics == "compound" else 0))
        for row in scope.exercises
    )
    return own.weight * scope.shortfall(missing, MOST, "compound share")


def measure(problem: Problem, plan: Plan) -> int:
    """Hundredths of a set short of the share, in the plan."""
    own = problem.settings_of(Settings)
    every, compound = 0, 0
    for session in plan.sessions:
        for item in session.items:
            every += item.sets
            if problem.catalog.exercise_by_id[item.exercise].mechanics == "compound":
                compound += item.sets
    return own.weight * max(0, own.percent * every - 100 * compound)
