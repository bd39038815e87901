"""Knee-dominant and hip-dominant sets of the week stay within a factor of three.

Formula
    knee <= 3 * hip and hip <= 3 * knee, in sets of working items by primary pattern: squat,
    lunge and step against hinge, bridge and curl. Left out where one side has no row.

Why
    Front and back of the leg share the work. No source supports a fixed ratio: convention.

Settings
    ``ratio_percent``: 300, how much of one side may stand against 100 of the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import WeekScope

KNEE = "knee_dominant"
HIP = "hip_dominant"


class Settings(RuleSettings):
    """Settings of the knee and hip rule."""

    ratio_percent: int = Field(default=300, ge=100, le=1000)
    """Sets of one side at most, for every 100 of the other."""


def _serving(problem: Problem, rows: tuple[Exercise, ...], group: str) -> list[Exercise]:
    patterns = problem.catalog.group_by_id[group].patterns
    return [row for row in rows if row.pattern.primary in patterns]


def post(scope: WeekScope) -> None:
    """Neither side exceeds the ratio."""
    problem = scope.problem
    if not all(_serving(problem, problem.candidates, group) for group in (KNEE, HIP)):
        return
    percent = scope.settings(Settings).ratio_percent
    knee_rows = _serving(problem, scope.exercises, KNEE)
    hip_rows = _serving(problem, scope.exercises, HIP)
    knee = scope.total(scope.weekly_sets(row) for row in knee_rows)
    hip = scope.total(scope.weekly_sets(row) for row in hip_rows)
    scope.require(100 * knee <= percent * hip, "knee")
    scope.require(100 * hip <= percent * knee, "hip")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Weeks that favour the front or the back of the leg too much."""
    percent = problem.settings_of(Settings).ratio_percent
    groups = {group.id: set(group.patterns) for group in problem.catalog.pattern_groups}
    front, back = groups["knee_dominant"], groups["hip_dominant"]
    reachable = {row.pattern.primary for row in problem.candidates}
    if not reachable & front or not reachable & back:
        return
    knee, hip = 0, 0
    for session in plan.sessions:
        for item in session.items:
            primary = problem.catalog.exercise_by_id[item.exercise].pattern.primary
            knee += item.sets if primary in front else 0
            hip += item.sets if primary in back else 0
    if 100 * knee > percent * hip or 100 * hip > percent * knee:
        yield Breach("week", f"{knee} knee-dominant against {hip} hip-dominant sets")
