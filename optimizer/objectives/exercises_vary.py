"""The sessions of the week repeat few exercises.

Formula
    10 points for each session beyond the first that holds the same exercise:
    10 * sum over e of max(0, times(e) - 1).

Why
    Minimising time alone picks the same few rows every day; a wider choice trains more angles
    and is less dull (convention; main lifts may still repeat where they earn it).

Settings
    ``weight``: 10.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import WeekScope

TIER = "variety"


class Settings(AimSettings):
    """Settings of the variety aim."""

    weight: int = Field(default=10, ge=0, le=1000)
    """Points for a repeat."""


def express(scope: WeekScope) -> Expression:
    """Points for repeats."""
    weight, most = scope.settings(Settings).weight, len(scope.problem.slots) - 1
    if most == 0:
        return scope.total([])
    return scope.weighted(
        (scope.shortfall(scope.times(row) - 1, most, f"repeats {row.id}"), weight)
        for row in scope.exercises
    )


def measure(problem: Problem, plan: Plan) -> int:
    """Points for repeats in the plan."""
    seen = Counter(item.exercise for session in plan.sessions for item in session.items)
    return problem.settings_of(Settings).weight * sum(count - 1 for count in seen.values())
