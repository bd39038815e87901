"""Every required movement pattern is trained in the week, where the kit has a row for it.

Formula
    For each required group g of patterns: sum of times(e) over exercises whose primary or
    secondary pattern is in g >= 1. Groups: squat, lunge or step; hinge, bridge or curl; push;
    pull; calf; hip abduction; resisting arching, twisting and side bending. A week of one
    session, or of peak, taper or maintenance, needs only the first five and one core row; a
    transition, race or post-race week needs none. A group that no exercise of any session can
    serve is left out, and the plan says so.

Why
    The articles build on a few basics and on the whole body; hip and core work has the best
    prevention trial in novice runners (Leppanen 2024, no promise). The list is convention.

Settings
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import WeekScope


class Settings(RuleSettings):
    """Settings of the pattern rule."""


def post(scope: WeekScope) -> None:
    """Each required group that can be served is served."""
    if not scope.problem.floors_are_hard:
        return
    for group in scope.problem.servable_groups:
        patterns = scope.catalog.group_by_id[group].patterns
        rows = [row for row in scope.exercises if set(patterns) & set(row.pattern.every)]
        scope.require(scope.total(scope.times(row) for row in rows) >= 1, group)


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Required groups that the week leaves out although the kit has a row."""
    if not problem.floors_are_hard:
        return
    trained = {
        pattern
        for session in plan.sessions
        for item in session.items
        for pattern in problem.catalog.exercise_by_id[item.exercise].pattern.every
    }
    for group in problem.catalog.pattern_groups:
        if group.id in problem.servable_groups and trained.isdisjoint(group.patterns):
            yield Breach("week", f"no {group.name}")
