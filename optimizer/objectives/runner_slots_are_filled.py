"""The week holds calf, hip-abduction and core items in every session, and a little jumping.

Formula
    For each group g: 100 * max(0, wanted(g) - sum of times(e) over exercises with a primary
    pattern in g). Wanted is the number of sessions that take place, but at most 3 for calf, hip
    abduction and core and at most 1 for jumps; nothing is wanted of a group that no exercise
    can serve.

Why
    Hip and core training cut overuse injuries in novice runners in one trial (Leppanen 2024;
    pooled trials show no overall effect, so nothing is promised); runners with Achilles
    tendinopathy are weak in plantar flexion (O'Neill 2019); jumps beside lifting helped economy
    (Barrio 2023) and so did daily low hopping (Engeroff 2023). The numbers are convention.

Settings
    ``most``: 3, 3, 3 and 1 by group. ``weight``: 100 for an item.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from optimizer.domain.exercise import Identifier
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import WeekScope

TIER = "quality"


class Settings(AimSettings):
    """Settings of the runner's slots."""

    most: dict[Identifier, Annotated[int, Field(ge=0, le=7)]] = {
        "calf": 3,
        "hip_abduction": 3,
        "core": 3,
        "jump": 1,
    }
    """Items wanted of each pattern group at most; as many as there are sessions otherwise."""
    weight: int = Field(default=100, ge=0, le=1000)
    """How much a missing item weighs."""


def express(scope: WeekScope) -> Expression:
    """Weighted items missing."""
    own, problem = scope.settings(Settings), scope.problem
    terms = []
    for group, most in own.most.items():
        patterns = scope.catalog.group_by_id[group].patterns
        if not any(row.pattern.primary in patterns for row in problem.candidates):
            continue
        wanted = _wanted(scope, most)
        highest = min(most, len(problem.slots))
        rows = [row for row in scope.exercises if row.pattern.primary in patterns]
        held = scope.total(scope.times(row) for row in rows)
        terms.append((scope.shortfall(wanted - held, highest, f"slots {group}"), own.weight))
    return scope.weighted(terms)


def _wanted(scope: WeekScope, most: int) -> Expression:
    """One for each session that takes place, ``most`` at most."""
    slots = scope.slots
    if not scope.problem.optional_sessions:
        return min(most, len(slots))
    used = scope.total(scope.used(slot) for slot in slots)
    reached = []
    for count in range(1, min(most, len(slots)) + 1):
        reached.append(scope.shortfall(scope.total([]), 1, f"{count} of {most} sessions"))
        scope.poster.structural(len(slots) * reached[-1] >= used - (count - 1))
    return scope.total(reached)


def measure(problem: Problem, plan: Plan) -> int:
    """Weighted items missing, in the plan."""
    own = problem.settings_of(Settings)
    reachable = {row.pattern.primary for row in problem.candidates}
    missing = 0
    for group in problem.catalog.pattern_groups:
        if group.id in own.most and reachable & set(group.patterns):
            held = sum(
                problem.catalog.exercise_by_id[item.exercise].pattern.primary in group.patterns
                for session in plan.sessions
                for item in session.items
            )
            missing += max(0, min(own.most[group.id], len(plan.sessions)) - held)
    return own.weight * missing
