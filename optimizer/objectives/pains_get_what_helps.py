"""The week of an athlete with a pain holds some of what is usually done for it.

Formula
    For each reported pain and each group of exercises that help with it, as far as some session
    could hold them: 30 * max(0, 2 - sum of weekly_sets(e) over the group), in points.

Why
    A filter only takes away. What the catalog's advice for a pain names (for instance bridges
    for pain at the front of the knee, foot drills for pain under the heel) should be in the
    week and not in its notes alone. The lists are convention, after the papers that each pain
    names; no cure is promised. Two missing sets weigh more than the tier's tolerance, so that
    they are not left out to save minutes.

Settings
    ``sets``: 2, wanted of each group. ``weight``: 30 points for a set.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import WeekScope

TIER = "targets"


class Settings(AimSettings):
    """Settings of what helps."""

    sets: int = Field(default=2, ge=0, le=20)
    """Sets that the week should hold of each group of helpful exercises."""
    weight: int = Field(default=30, ge=0, le=1000)
    """Points for a missing set."""


def _helpful(problem: Problem) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Groups of helpful exercises by name, as far as some session could hold them."""
    possible = {row.id for row in problem.candidates if row.is_work}
    for reported in problem.scenario.athlete.pains:
        pain = problem.catalog.pain_by_id[reported.id]
        for number, group in enumerate(pain.helps):
            rows = tuple(row for row in group if row in possible)
            if rows:
                yield f"{pain.id} {number}", rows


def express(scope: WeekScope) -> Expression:
    """Weighted helpful sets missing."""
    own, terms = scope.settings(Settings), []
    for name, helpful in _helpful(scope.problem):
        rows = [row for row in scope.exercises if row.id in helpful]
        held = scope.total(scope.weekly_sets(row) for row in rows)
        missing = scope.shortfall(own.sets - held, own.sets, f"help {name}")
        terms.append((missing, own.weight))
    return scope.weighted(terms)


def measure(problem: Problem, plan: Plan) -> int:
    """Weighted helpful sets missing, in the plan."""
    own, missing = problem.settings_of(Settings), 0
    for reported in problem.scenario.athlete.pains:
        for helpful in problem.catalog.pain_by_id[reported.id].helps:
            if not any(row.id in helpful and row.is_work for row in problem.candidates):
                continue
            held = sum(
                item.sets
                for session in plan.sessions
                for item in session.items
                if item.exercise in helpful
            )
            missing += max(0, own.sets - held)
    return own.weight * missing
