"""The week differs from other weeks by some exercises, one way and the other.

Formula
    For each other week B: sum over e not in B of held(e) >= n, and
    sum over e in B of (1 - held(e)) >= n, where held(e) = 1 if times(e) >= 1, else 0.

Why
    A choice is one only where the plans differ; how much a week should change is convention.

Settings
    ``weeks``: none, the exercise ids of each other week.
    ``exercises``: 3, exercises that each of the two weeks holds and the other does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import WeekScope


class Settings(RuleSettings):
    """Settings of the difference between weeks."""

    weeks: tuple[tuple[str, ...], ...] = ()
    """The exercise ids of each other week."""
    exercises: int = Field(default=3, ge=1, le=40)
    """Exercises that each of the two weeks holds and the other does not."""


def post(scope: WeekScope) -> None:
    """Enough exercises are new, and enough of the other week's are left out."""
    settings = scope.settings(Settings)
    least, sessions = settings.exercises, len(scope.problem.slots)
    for number, week in enumerate(settings.weeks, start=1):
        others = frozenset(week)
        left_out, new = [], []
        for row in scope.exercises:
            times = scope.times(row)
            not_held = scope.shortfall(1 - times, 1, f"not held {number} {row.id}")
            if row.id in others:
                scope.require(times <= sessions - sessions * not_held, f"{number} {row.id}")
                left_out.append(not_held)
            else:
                new.append(1 - not_held)
        scope.require(scope.total(new) >= least, f"{number} new")
        unused = len(others) - len(left_out)
        scope.require(scope.total(left_out) >= least - unused, f"{number} left out")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Other weeks that are too much alike."""
    least = problem.settings_of(Settings).exercises
    own = {item.exercise for session in plan.sessions for item in session.items}
    for number, week in enumerate(problem.settings_of(Settings).weeks, start=1):
        new, gone = len(own - set(week)), len(set(week) - own)
        if min(new, gone) < least:
            text = f"{new} exercises are new and {gone} left out against week {number}"
            yield Breach("week", f"{text}, {least} each are asked for")
