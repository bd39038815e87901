"""Where floors are relaxed, as little as possible is missing from them.

Formula
    10, 3 or 1 point (muscle tier 1, 2 or 3) for each quarter set below a muscle's floor, 10
    for each half credit below a plane's floor, and 40 for each required pattern group left
    out that the kit could serve. Nothing while floors are hard.

Why
    When not everything fits, the most important muscles come first. The weights are
    convention.

Settings
    ``tier_weights``: 10, 3, 1. ``plane_weight``: 10. ``pattern_weight``: 40.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.credit import plane_half_credits, quarter_sets
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import WeekScope

TIER = "floors"


class Settings(AimSettings):
    """Weights of what is missing."""

    tier_weights: tuple[int, int, int] = (10, 3, 1)
    """Points for a quarter set below the floor, by muscle tier."""
    plane_weight: int = Field(default=10, ge=0, le=1000)
    """Points for a half credit below the floor."""
    pattern_weight: int = Field(default=40, ge=0, le=1000)
    """Points for a required pattern group left out."""


def express(scope: WeekScope) -> Expression:
    """Weighted shortfalls below the floors."""
    own, problem = scope.settings(Settings), scope.problem
    terms = []
    if problem.floors_are_hard:
        return scope.total([])
    for muscle in problem.muscle_demands:
        gained = scope.weighted(
            (scope.weekly_sets(row), quarter_sets(row, muscle.muscle)) for row in scope.exercises
        )
        floor = muscle.floor_quarters
        missing = scope.shortfall(floor - gained, floor, f"floor {muscle.muscle}")
        terms.append((missing, own.tier_weights[muscle.tier - 1]))
    for demand in problem.plane_demands:
        gained = scope.weighted(
            (scope.times(row), plane_half_credits(row, demand.plane)) for row in scope.exercises
        )
        floor = demand.floor_halves
        missing = scope.shortfall(floor - gained, floor, f"floor {demand.plane}")
        terms.append((missing, own.plane_weight))
    for group in problem.servable_groups:
        served = scope.total(
            scope.times(row) for row in scope.exercises if problem.serves(row, group)
        )
        terms.append((scope.shortfall(1 - served, 1, f"pattern {group}"), own.pattern_weight))
    return scope.weighted(terms)


def measure(problem: Problem, plan: Plan) -> int:
    """Points missing from the floors."""
    own = problem.settings_of(Settings)
    if problem.floors_are_hard:
        return 0
    rows = problem.catalog.exercise_by_id
    items = [(item, rows[item.exercise]) for session in plan.sessions for item in session.items]
    points = 0.0
    for muscle in problem.muscle_demands:
        got = sum(item.sets * quarter_sets(row, muscle.muscle) for item, row in items)
        points += max(0, muscle.floor_quarters - got) * own.tier_weights[muscle.tier - 1]
    for demand in problem.plane_demands:
        got = sum(plane_half_credits(row, demand.plane) for _, row in items)
        points += max(0, demand.floor_halves - got) * own.plane_weight
    for group in problem.servable_groups:
        if not any(problem.serves(row, group) for _, row in items):
            points += own.pattern_weight
    return round(points)
