"""Exercises that the athlete likes are in the week where nothing speaks against them.

Formula
    20 points for each liked exercise that some session could hold and none holds.

Why
    A plan that is liked gets done (convention).

Settings
    ``weight``: 20.
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

TIER = "variety"


class Settings(AimSettings):
    """Settings of the likes."""

    weight: int = Field(default=20, ge=0, le=1000)
    """Points for a liked exercise left out."""


def express(scope: WeekScope) -> Expression:
    """Points for likes left out."""
    weight, problem = scope.settings(Settings).weight, scope.problem
    liked = [row for row in problem.candidates if row.id in problem.scenario.athlete.likes]
    missing = []
    for row in liked:
        times = scope.times(row) if row in scope.exercises else scope.total([])
        missing.append((scope.shortfall(1 - times, 1, f"like {row.id}"), weight))
    return scope.weighted(missing)


def measure(problem: Problem, plan: Plan) -> int:
    """Points for likes left out of the plan."""
    held = {item.exercise for session in plan.sessions for item in session.items}
    possible = {row.id for row in problem.candidates} & set(problem.scenario.athlete.likes)
    return problem.settings_of(Settings).weight * len(possible - held)
