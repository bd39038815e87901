"""A session holds at most two exercises of one pattern for the same muscles.

Formula
    For each session s, primary pattern p and set M of muscles: sum of is_in(e, s) over
    exercises with primary pattern p and direct muscles M <= 2; for a class of sessions the sum
    is at most twice their number.

Why
    A session is a whole-body one rather than a split (article 001); the number is convention.

Settings
    ``most``: 2, exercises of one primary pattern and the same direct muscles in a session.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope, WeekScope


class Settings(RuleSettings):
    """Settings of the pattern cap."""

    most: int = Field(default=2, ge=1, le=9)
    """Exercises of one primary pattern and the same direct muscles in a session."""


def _by_pattern(exercises: tuple[Exercise, ...], most: int) -> dict[str, list[Exercise]]:
    """Exercises by pattern and muscles, those that cannot exceed the cap left out."""
    patterns: dict[str, list[Exercise]] = {}
    for exercise in exercises:
        muscles = ", ".join(sorted(exercise.muscles.direct))
        patterns.setdefault(f"{exercise.pattern.primary} for {muscles}", []).append(exercise)
    return {pattern: rows for pattern, rows in patterns.items() if len(rows) > most}


def post(scope: DayScope) -> None:
    """Each session stays at or under the cap for each pattern and its muscles."""
    most = scope.settings(Settings).most
    for slot in scope.slots:
        for pattern, rows in _by_pattern(scope.exercises_of(slot), most).items():
            used = scope.total(scope.is_in(row, slot) for row in rows)
            scope.require(used <= most, f"{slot.id} {pattern}")


def relax(scope: WeekScope) -> None:
    """A class stays at or under the cap times its sessions."""
    most = scope.settings(Settings).most
    for group in scope.classes:
        for pattern, rows in _by_pattern(scope.exercises_in(group), most).items():
            for held, sessions in scope.crowds(group, rows):
                used = scope.total(scope.times_in(row, group) for row in held)
                scope.require(used <= most * sessions, f"{group.id} {pattern}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Sessions with too many exercises of one pattern for the same muscles."""
    limit = problem.settings_of(Settings).most
    for session in plan.sessions:
        rows = [problem.catalog.exercise_by_id[item.exercise] for item in session.items]
        alike = Counter((row.pattern.primary, frozenset(row.muscles.direct)) for row in rows)
        for (pattern, muscles), count in alike.items():
            if count > limit:
                names = ", ".join(sorted(muscles))
                yield Breach(session.id, f"{count} exercises of the pattern {pattern} for {names}")
