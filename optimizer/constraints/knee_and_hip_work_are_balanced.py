"""Knee-dominant and hip-dominant sets of the week stay within a factor of three.

Formula
    knee <= 3 * hip and hip <= 3 * knee, in sets of working items by primary pattern: squat,
    lunge, step and get-up against hinge, bridge and curl. Left out where one side has no row.

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

KNEE = ("squat", "lunge", "step", "get_up")
HIP = ("hinge", "hip_extension", "knee_flexion")


class Settings(RuleSettings):
    """Settings of the knee and hip rule."""

    ratio_percent: int = Field(default=300, ge=100, le=1000)
    """Sets of one side at most, for every 100 of the other."""


def _serving(rows: tuple[Exercise, ...], patterns: tuple[str, ...]) -> list[Exercise]:
    return [row for row in rows if row.pattern.primary in patterns]


def post(scope: WeekScope) -> None:
    """Neither side exceeds the ratio."""
    candidates = scope.problem.candidates
    if not _serving(candidates, KNEE) or not _serving(candidates, HIP):
        return
    percent = scope.settings(Settings).ratio_percent
    knee = scope.total(scope.weekly_sets(row) for row in _serving(scope.exercises, KNEE))
    hip = scope.total(scope.weekly_sets(row) for row in _serving(scope.exercises, HIP))
    scope.require(100 * knee <= percent * hip, "knee")
    scope.require(100 * hip <= percent * knee, "hip")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Weeks that favour the front or the back of the leg too much."""
    percent = problem.settings_of(Settings).ratio_percent
    front, back = {"squat", "lunge", "step", "get_up"}, {"hinge", "hip_extension", "knee_flexion"}
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
