"""Of exercises that serve alike, the one that the catalog lists first is taken.

Formula
    Sum over exercises of place(e) * times(e), where place(e) is the number of exercises with
    the same primary pattern that the catalog lists before e.

Why
    The catalog lists the rows of a pattern in the order in which a running coach would reach
    for them (convention); without this aim, equals would be chosen at random.

Settings
    ``weight``: 1.
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
    """Settings of the catalog order aim."""

    weight: int = Field(default=1, ge=0, le=100)
    """Points for each place further down the catalog."""


def _places(problem: Problem) -> dict[str, int]:
    seen: dict[str, int] = {}
    places = {}
    for row in problem.catalog.exercises:
        places[row.id] = seen.get(row.pattern.primary, 0)
        seen[row.pattern.primary] = places[row.id] + 1
    return places


def express(scope: WeekScope) -> Expression:
    """Points for places further down the catalog."""
    weight, places = scope.settings(Settings).weight, _places(scope.problem)
    return scope.weighted((scope.times(row), weight * places[row.id]) for row in scope.exercises)


def measure(problem: Problem, plan: Plan) -> int:
    """Points for places further down the catalog, in the plan."""
    rows = problem.catalog.exercises
    points = 0
    for session in plan.sessions:
        for item in session.items:
            row = problem.catalog.exercise_by_id[item.exercise]
            before = rows[: rows.index(row)]
            points += sum(other.pattern.primary == row.pattern.primary for other in before)
    return points * problem.settings_of(Settings).weight
