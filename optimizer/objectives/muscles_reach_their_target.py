"""Every muscle gets close to its weekly target of sets.

Formula
    Sum over muscles of weight(tier) * max(0, target(m) - sum of credit(e, m) * weekly_sets(e)),
    in quarter sets; weights 10, 3 and 1 for tiers 1, 2 and 3. Sets beyond the target earn
    nothing, so that volume is never rewarded for itself.

Why
    Four and more weekly sets a muscle when time is short (Iversen 2021), counted 1.0 direct
    and 0.5 indirect (Pelland 2025). Targets by level and the weights are convention.

Settings
    ``tier_weights``: 10, 3, 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from optimizer.domain.credit import quarter_sets
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import WeekScope

TIER = "targets"


class Settings(AimSettings):
    """Weights of the muscle tiers."""

    tier_weights: tuple[int, int, int] = (10, 3, 1)
    """Points for a quarter set below the target, by muscle tier."""


def express(scope: WeekScope) -> Expression:
    """Weighted quarter sets below the targets."""
    weights = scope.settings(Settings).tier_weights
    terms = []
    for demand in scope.problem.muscle_demands:
        gained = scope.weighted(
            (scope.weekly_sets(row), quarter_sets(row, demand.muscle)) for row in scope.exercises
        )
        target = demand.target_quarters
        missing = scope.shortfall(target - gained, target, f"target {demand.muscle}")
        terms.append((missing, weights[demand.tier - 1]))
    return scope.weighted(terms)


def measure(problem: Problem, plan: Plan) -> int:
    """Points missing from the muscle targets."""
    weights = problem.settings_of(Settings).tier_weights
    rows = problem.catalog.exercise_by_id
    points = 0.0
    for demand in problem.muscle_demands:
        counted = 0.0
        for session in plan.sessions:
            for item in session.items:
                row = rows[item.exercise]
                share = {"power": 0.5, "strength": 1, "prehab": 1, "core": 1}.get(row.role, 0)
                if demand.muscle in row.muscles.direct:
                    counted += item.sets * share
                elif demand.muscle in row.muscles.indirect:
                    counted += item.sets * share / 2
        points += max(0.0, demand.target_quarters - 4 * counted) * weights[demand.tier - 1]
    return round(points)
