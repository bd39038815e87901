"""Push sets and pull sets of the week stay within a factor of one and a half.

Formula
    max(0, 100 * push - 150 * pull) + max(0, 100 * pull - 150 * push), in hundredths of a set;
    primary and secondary patterns count, a row that does both counts on both sides.

Why
    Balanced shoulders; no source supports a fixed ratio (convention).

Settings
    ``ratio_percent``: 150. ``weight``: 1.
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
MOST = 100_000


class Settings(AimSettings):
    """Settings of the push and pull aim."""

    ratio_percent: int = Field(default=150, ge=100, le=1000)
    """Sets of one side that may stand against 100 of the other."""
    weight: int = Field(default=1, ge=0, le=100)
    """How much a hundredth of a set too many weighs."""


def _does(exercise: Exercise, kind: str) -> bool:
    return any(pattern.startswith(kind) for pattern in exercise.pattern.every)


def express(scope: WeekScope) -> Expression:
    """Hundredths of a set beyond the ratio."""
    own = scope.settings(Settings)
    excess = []
    for kind, other in (("push_", "pull_"), ("pull_", "push_")):
        missing = scope.weighted(
            (scope.weekly_sets(row), 100 * _does(row, kind) - own.ratio_percent * _does(row, other))
            for row in scope.exercises
        )
        excess.append((scope.shortfall(missing, MOST, f"{kind} excess"), own.weight))
    return scope.weighted(excess)


def measure(problem: Problem, plan: Plan) -> int:
    """Hundredths of a set beyond the ratio, in the plan."""
    own = problem.settings_of(Settings)
    push, pull = 0, 0
    for session in plan.sessions:
        for item in session.items:
            patterns = problem.catalog.exercise_by_id[item.exercise].pattern.every
            push += item.sets * bool({"push_horizontal", "push_vertical"} & set(patterns))
            pulls = {"pull_horizontal", "pull_scapular", "pull_vertical"}
            pull += item.sets * bool(pulls & set(patterns))
    ratio = own.ratio_percent
    return own.weight * (max(0, 100 * push - ratio * pull) + max(0, 100 * pull - ratio * push))
