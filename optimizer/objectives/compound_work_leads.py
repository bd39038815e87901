"""At least three of five working sets are compound, one in two where small slots are full.

Formula
    max(0, p * all working sets - 100 * compound sets), in hundredths of a set, with p = 50 where
    the week holds as many calf, foot or ankle, and hip-abduction items as it has sessions (three
    at most), and p = 60 elsewhere. A kind of item that nothing can serve is not waited for.

Why
    The articles favour moves that train several regions at once because they save time. Calf,
    foot and hip-abduction rows are rarely compound, and a week that gives each its place should
    not pay for it. Both shares are convention.

Settings
    ``percent``: 60. ``percent_when_full``: 50. ``weight``: 1.
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
SMALL_SLOTS = (("calf",), ("foot", "ankle"), ("hip_abduction",))
ITEMS_MOST = 3
SETS_OF_A_SESSION_MOST = 80
"""More sets than any session holds: the highest setting of the volume cap is 60."""


class Settings(AimSettings):
    """Settings of the compound share."""

    percent: int = Field(default=60, ge=0, le=100)
    """Share of working sets that should be compound."""
    percent_when_full: int = Field(default=50, ge=0, le=100)
    """The share where calf, foot and hip slots are full; never more than ``percent``."""
    weight: int = Field(default=1, ge=0, le=100)
    """How much a hundredth of a set short weighs."""


def _missing(scope: WeekScope, percent: int) -> Expression:
    return scope.weighted(
        (scope.weekly_sets(row), percent - (100 if row.mechanics == "compound" else 0))
        for row in scope.exercises
    )


def _is_small(exercise: Exercise, patterns: tuple[str, ...]) -> bool:
    return exercise.pattern.primary in patterns


def _are_full(scope: WeekScope) -> Expression:
    """1 only if every slot that something can serve is full; may be 0 always."""
    full = scope.shortfall(scope.total([]), 1, "small slots are full")
    wanted = min(ITEMS_MOST, len(scope.problem.slots))
    for patterns in SMALL_SLOTS:
        if any(_is_small(row, patterns) for row in scope.problem.candidates):
            rows = [row for row in scope.exercises if _is_small(row, patterns)]
            held = scope.total(scope.times(row) for row in rows)
            scope.poster.structural(wanted * full <= held)
    return full


def express(scope: WeekScope) -> Expression:
    """Hundredths of a set short of the share."""
    own = scope.settings(Settings)
    least = min(own.percent, own.percent_when_full)
    short = scope.shortfall(_missing(scope, least), MOST, "compound share")
    if least < own.percent:
        usual = _missing(scope, own.percent)
        most_sets = SETS_OF_A_SESSION_MOST * len(scope.problem.slots)
        allowance = (own.percent - least) * most_sets
        scope.poster.structural(short >= usual - allowance * _are_full(scope))
    return own.weight * short


def measure(problem: Problem, plan: Plan) -> int:
    """Hundredths of a set short of the share, in the plan."""
    own = problem.settings_of(Settings)
    rows = [
        (problem.catalog.exercise_by_id[item.exercise], item.sets)
        for session in plan.sessions
        for item in session.items
    ]
    every = sum(sets for row, sets in rows if row.is_work)
    compound = sum(sets for row, sets in rows if row.is_work and row.mechanics == "compound")
    reachable = {row.pattern.primary for row in problem.candidates}
    wanted = min(3, len(problem.slots))
    full = all(
        sum(row.pattern.primary in patterns for row, _ in rows) >= wanted
        for patterns in ({"calf"}, {"foot", "ankle"}, {"hip_abduction"})
        if reachable & patterns
    )
    percent = min(own.percent, own.percent_when_full) if full else own.percent
    return own.weight * max(0, percent * every - 100 * compound)
