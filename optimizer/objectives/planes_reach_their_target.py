"""Every plane gets close to its weekly target of credit.

Formula
    Sum over planes of weight * max(0, target(p) - sum of credit(e, p) * times(e)), in half
    credits: 1.0 for an item that moves in the plane, 0.5 for one that resists it.

Why
    One credit of each plane a session is what the articles' call for side-to-side and turning
    work comes to (convention).

Settings
    ``weight``: 10 points for a half credit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.credit import plane_half_credits
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import WeekScope

TIER = "targets"


class Settings(AimSettings):
    """Weight of the planes."""

    weight: int = Field(default=10, ge=0, le=1000)
    """Points for a half credit below the target."""


def express(scope: WeekScope) -> Expression:
    """Weighted half credits below the targets."""
    terms = []
    for demand in scope.problem.plane_demands:
        gained = scope.weighted(
            (scope.times(row), plane_half_credits(row, demand.plane)) for row in scope.exercises
        )
        target = demand.target_halves
        missing = scope.shortfall(target - gained, target, f"target {demand.plane}")
        terms.append((missing, scope.settings(Settings).weight))
    return scope.weighted(terms)


def measure(problem: Problem, plan: Plan) -> int:
    """Points missing from the plane targets."""
    points = 0.0
    for demand in problem.plane_demands:
        credit = 0.0
        for session in plan.sessions:
            for item in session.items:
                row = problem.catalog.exercise_by_id[item.exercise]
                if row.pattern.primary in {"calf", "ankle", "foot"}:
                    continue
                if demand.plane in row.planes.motion and row.region != "upper":
                    credit += 1.0
                elif demand.plane in row.planes.resisted:
                    credit += 0.5
        points += max(0.0, demand.target_halves - 2 * credit)
    return round(points * problem.settings_of(Settings).weight)
