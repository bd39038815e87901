"""From the age of 50 the week holds an exercise that trains balance.

Formula
    100 * max(0, 1 - sum of times(e) over exercises flagged ``balance``), where
    ``athlete.age`` >= 50 and some exercise of the week trains balance; nothing otherwise.

Why
    Balance fades with age, and one-leg work is how a runner keeps it (Fragala 2019 for balance
    in programmes of older adults; the age, the number and the weight are convention).

Settings
    ``items``: 1 a week. ``weight``: 100 for an item, as for the runner's slots.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.plan import Plan
from optimizer.domain.population import MASTERS_FROM_AGE
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import WeekScope

TIER = "quality"
FLAG = "balance"


class Settings(AimSettings):
    """Settings of the balance aim."""

    items: int = Field(default=1, ge=0, le=7)
    """Items of a week that train balance."""
    weight: int = Field(default=100, ge=0, le=1000)
    """How much a missing item weighs."""


def _wanted(problem: Problem) -> int:
    """Items that the athlete's age asks for, where the week can hold any."""
    age = problem.scenario.athlete.age
    is_asked = age is not None and age >= MASTERS_FROM_AGE
    can_be = any(FLAG in row.flags for row in problem.candidates)
    return problem.settings_of(Settings).items if is_asked and can_be else 0


def express(scope: WeekScope) -> Expression:
    """Weighted items missing."""
    own = scope.settings(Settings)
    wanted = _wanted(scope.problem)
    if not wanted:
        return scope.total([])
    held = scope.total(scope.times(row) for row in scope.exercises if FLAG in row.flags)
    missing = scope.shortfall(wanted - held, wanted, "balance items")
    return scope.weighted([(missing, own.weight)])


def measure(problem: Problem, plan: Plan) -> int:
    """Weighted items missing, in the plan."""
    rows = problem.catalog.exercise_by_id
    held = sum(
        "balance" in rows[item.exercise].flags
        for session in plan.sessions
        for item in session.items
    )
    return problem.settings_of(Settings).weight * max(0, _wanted(problem) - held)
