"""One day of the week has neither strength work nor a key run.

Formula
    ``weight`` * max(0, 1 - free days), where a day is free if no session stands on it and no key
    run is on it.

Why
    A full rest day a week is convention.

Settings
    ``weight``: 2 points for a week without a free day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import DAYS, Day
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.placement import PlacementScope
    from optimizer.model.poster import Expression

TIER = "spacing"


class Settings(AimSettings):
    """Settings of the rest day aim."""

    weight: int = Field(default=2, ge=0, le=1000)
    """Points for a week without a free day."""


def _days_without_key_run(problem: Problem) -> list[Day]:
    taken = {run.day for run in problem.key_runs}
    return [day for day in DAYS if day not in taken]


def express(scope: PlacementScope) -> Expression:
    """Points if no day is free."""
    weight = scope.settings(Settings).weight
    days = _days_without_key_run(scope.problem)
    if any(day not in scope.days for day in days):
        return scope.total([])
    missing = scope.shortfall(scope.total([]), 1, "no free day")
    taken = scope.total(_taken(scope, day) for day in days)
    scope.poster.structural(missing >= taken - (len(days) - 1))
    return scope.weighted([(missing, weight)])


def _taken(scope: PlacementScope, day: Day) -> Expression:
    """At least 1 if a session stands on the day; 1 also where two do."""
    taken = scope.shortfall(scope.total([]), 1, f"taken {day}")
    for slot in scope.slots:
        if day in slot.days:
            scope.poster.structural(taken >= scope.is_on(slot, day))
    return taken


def measure(problem: Problem, plan: Plan) -> int:
    """Points if the plan leaves no day free."""
    taken = {run.day for run in problem.key_runs} | {session.day for session in plan.sessions}
    return 0 if len(taken) < len(DAYS) else problem.settings_of(Settings).weight
