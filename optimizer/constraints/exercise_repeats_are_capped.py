"""No exercise stands in more sessions of the week than allowed.

Formula
    For each exercise e: times(e) <= 3.

Why
    Repeating a movement helps to learn it, but the same row in every session is monotony; the
    number is convention.

Settings
    ``most``: 3, sessions of a week that may hold the same exercise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import WeekScope


class Settings(RuleSettings):
    """Settings of the repeat cap."""

    most: int = Field(default=3, ge=1, le=7)
    """Sessions of a week that may hold the same exercise."""


def post(scope: WeekScope) -> None:
    """Each exercise stays at or under the cap."""
    most = scope.settings(Settings).most
    if most < len(scope.problem.slots):
        for row in scope.exercises:
            scope.require(scope.times(row) <= most, row.id)


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Exercises that come too often."""
    limit = problem.settings_of(Settings).most
    seen = Counter(item.exercise for session in plan.sessions for item in session.items)
    for exercise, count in seen.items():
        if count > limit:
            yield Breach("week", f"{exercise} stands in {count} sessions, cap {limit}")
