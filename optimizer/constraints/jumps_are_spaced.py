"""Jumps never fall on two days in a row; low two-leg hops may follow hops, not jumps.

Formula
    For each two neighbouring days d, e of the repeating week: jumps on d plus landings on e are
    at most 1 together, and so are landings on d and jumps on e. Landings are any impact; jumps
    are any impact but low two-leg hops. On one day at most one session has landings.

Why
    A strength association's table asks for 48 to 72 hours between plyometric sessions (read in
    summary only); 24 hours for low two-leg hops is convention. The rule counts in days.

Settings
    ``days_apart``: 2, days between jumps and other landings.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan, PlannedSession
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import DAYS
from optimizer.domain.settings import RuleSettings
from optimizer.domain.week_clock import days_apart

if TYPE_CHECKING:
    from optimizer.model.placement import PlacementScope


class Settings(RuleSettings):
    """Settings of the rule for jumps on neighbouring days."""

    days_apart: int = Field(default=2, ge=1, le=3)
    """Days between jumps and other landings."""


def post(scope: PlacementScope) -> None:
    """A day with jumps has no neighbour with landings, and no day has landings twice."""
    least = scope.settings(Settings).days_apart
    for day in scope.days:
        if sum(day in slot.days for slot in scope.slots) > 1:
            scope.require(scope.holds_on(day, "landings") <= 1, day)
    for first, second in permutations(scope.days, 2):
        if days_apart(first, second) < least:
            both = [scope.holds_on(first, "jumps"), scope.holds_on(second, "landings")]
            scope.require(scope.total(both) <= 1, f"{first} {second}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Pairs of sessions with landings, one of them with jumps, on days too near each other."""
    least = problem.settings_of(Settings).days_apart
    landing = [session for session in plan.sessions if _impacts(problem, session)]
    for index, first in enumerate(landing):
        for second in landing[index + 1 :]:
            gap = abs(DAYS.index(first.day) - DAYS.index(second.day))
            rows = [*_impacts(problem, first), *_impacts(problem, second)]
            all_easy = all(row.impact == "low" and row.side_mode == "bilateral" for row in rows)
            if not gap or (min(gap, 7 - gap) < least and not all_easy):
                yield Breach(second.id, f"landings on {first.day} and again on {second.day}")


def _impacts(problem: Problem, session: PlannedSession) -> list[Exercise]:
    rows = [problem.catalog.exercise_by_id[item.exercise] for item in session.items]
    return [row for row in rows if row.impact != "none"]
