"""Knee-dominant and hip-dominant sets of the week stay within a factor of two.

Formula
    max(0, 100 * knee - 200 * hip) + max(0, 100 * hip - 200 * knee), in hundredths of a set, by
    primary pattern: squat, lunge, step and get-up against hinge, bridge and curl. Zero where
    one side has no row.

Why
    Front and back of the leg share the work; no source supports a fixed ratio (convention).

Settings
    ``ratio_percent``: 200. ``weight``: 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import WeekScope

TIER = "quality"
MOST = 100_000
KNEE = ("squat", "lunge", "step", "get_up")
HIP = ("hinge", "hip_extension", "knee_flexion")


class Settings(AimSettings):
    """Settings of the knee and hip aim."""

    ratio_percent: int = Field(default=200, ge=100, le=1000)
    """Sets of one side that may stand against 100 of the other."""
    weight: int = Field(default=1, ge=0, le=100)
    """How much a hundredth of a set too many weighs."""


def _does(exercise: Exercise, patterns: tuple[str, ...]) -> bool:
    return exercise.pattern.primary in patterns


def express(scope: WeekScope) -> Expression:
    """Hundredths of a set beyond the ratio."""
    own, candidates = scope.settings(Settings), scope.problem.candidates
    excess = []
    for name, side, other in (("knee", KNEE, HIP), ("hip", HIP, KNEE)):
        if not any(_does(row, other) for row in candidates):
            continue
        missing = scope.weighted(
            (scope.weekly_sets(row), 100 * _does(row, side) - own.ratio_percent * _does(row, other))
            for row in scope.exercises
        )
        excess.append((scope.shortfall(missing, MOST, f"{name} excess"), own.weight))
    return scope.weighted(excess)


def measure(problem: Problem, plan: Plan) -> int:
    """Hundredths of a set beyond the ratio, in the plan."""
    own = problem.settings_of(Settings)
    front, back = {"squat", "lunge", "step", "get_up"}, {"hinge", "hip_extension", "knee_flexion"}
    reachable = {row.pattern.primary for row in problem.candidates}
    knee, hip, ratio = 0, 0, own.ratio_percent
    for session in plan.sessions:
        for item in session.items:
            primary = problem.catalog.exercise_by_id[item.exercise].pattern.primary
            knee += item.sets * (primary in front)
            hip += item.sets * (primary in back)
    too_much_knee = max(0, 100 * knee - ratio * hip) if reachable & back else 0
    too_much_hip = max(0, 100 * hip - ratio * knee) if reachable & front else 0
    return own.weight * (too_much_knee + too_much_hip)
