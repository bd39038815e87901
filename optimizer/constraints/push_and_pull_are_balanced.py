"""Push sets and pull sets of the week stay within a factor of two.

Formula
    push <= 2 * pull and pull <= 2 * push, in sets, horizontal and vertical pooled, primary and
    secondary patterns counted; a row that does both counts on both sides. Shoulder-blade work
    counts as a pull here, although it is none of the pulls that a week must train. Left out
    where no exercise of the week can pull, or none can push.

Why
    Balanced shoulders. No source supports a fixed ratio: convention.

Settings
    ``ratio_percent``: 200, how much of one side may stand against 100 of the other.
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


class Settings(RuleSettings):
    """Settings of the push and pull rule."""

    ratio_percent: int = Field(default=200, ge=100, le=1000)
    """Sets of one side at most, for every 100 of the other."""


def _serving(rows: tuple[Exercise, ...], kind: str) -> list[Exercise]:
    return [row for row in rows if any(name.startswith(kind) for name in row.pattern.every)]


def post(scope: WeekScope) -> None:
    """Neither side exceeds the ratio."""
    candidates = scope.problem.candidates
    if not _serving(candidates, "push_") or not _serving(candidates, "pull_"):
        return
    percent = scope.settings(Settings).ratio_percent
    push = scope.total(scope.weekly_sets(row) for row in _serving(scope.exercises, "push_"))
    pull = scope.total(scope.weekly_sets(row) for row in _serving(scope.exercises, "pull_"))
    scope.require(100 * push <= percent * pull, "push")
    scope.require(100 * pull <= percent * push, "pull")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Weeks that push or pull too one-sidedly."""
    percent = problem.settings_of(Settings).ratio_percent
    sides = {
        "push": ("push_horizontal", "push_vertical"),
        "pull": ("pull_horizontal", "pull_scapular", "pull_vertical"),
    }
    sets = {"push": 0, "pull": 0}
    possible = {"push": False, "pull": False}
    for side, patterns in sides.items():
        possible[side] = any(set(patterns) & set(row.pattern.every) for row in problem.candidates)
        for session in plan.sessions:
            for item in session.items:
                row = problem.catalog.exercise_by_id[item.exercise]
                if set(patterns) & set(row.pattern.every):
                    sets[side] += item.sets
    if not all(possible.values()):
        return
    for side, other in (("push", "pull"), ("pull", "push")):
        if 100 * sets[side] > percent * sets[other]:
            yield Breach("week", f"{sets[side]} {side} sets against {sets[other]} {other} sets")
