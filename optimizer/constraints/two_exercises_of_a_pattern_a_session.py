"""A session holds at most two exercises of one pattern for the same muscles, one of steps.

Formula
    For each session s, primary pattern p and set M of muscles: sum of is_in(e, s) over
    exercises with primary pattern p and direct muscles M <= 2. For steps the sum is taken over
    the pattern alone, and <= 1. For a class of sessions the sum is at most so many times their
    number.

Why
    A session is a whole-body one rather than a split (article 001); the numbers are
    convention. A step-up and a step-up to the side tire the same leg in nearly the same way.

Settings
    ``most``: 2, exercises of one primary pattern and the same direct muscles in a session.
    ``most_by_pattern``: 1 for the pattern ``step``; instead of ``most``, whatever the muscles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from optimizer.domain.exercise import Exercise, Identifier
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope, WeekScope


class Settings(RuleSettings):
    """Settings of the pattern cap."""

    most: int = Field(default=2, ge=1, le=9)
    """Exercises of one primary pattern and the same direct muscles in a session."""
    most_by_pattern: dict[Identifier, Annotated[int, Field(ge=1, le=9)]] = {"step": 1}
    """Exercises of single primary patterns in a session, whatever their muscles."""


def _crowded(
    exercises: tuple[Exercise, ...], own: Settings
) -> Iterator[tuple[str, int, list[Exercise]]]:
    """Exercises by pattern and muscles with their cap, those that cannot exceed it left out."""
    kinds: dict[str, tuple[int, list[Exercise]]] = {}
    for exercise in exercises:
        kind, most = exercise.pattern.primary, own.most
        if kind in own.most_by_pattern:
            most = own.most_by_pattern[kind]
        else:
            kind = f"{kind} for {', '.join(sorted(exercise.muscles.direct))}"
        kinds.setdefault(kind, (most, []))[1].append(exercise)
    for kind, (most, rows) in kinds.items():
        if len(rows) > most:
            yield kind, most, rows


def post(scope: DayScope) -> None:
    """Each session stays at or under the cap for each pattern and its muscles."""
    own = scope.settings(Settings)
    for slot in scope.slots:
        for pattern, most, rows in _crowded(scope.exercises_of(slot), own):
            used = scope.total(scope.is_in(row, slot) for row in rows)
            scope.require(used <= most, f"{slot.id} {pattern}")


def relax(scope: WeekScope) -> None:
    """A class stays at or under the cap times its sessions."""
    own = scope.settings(Settings)
    for group in scope.classes:
        for pattern, most, rows in _crowded(scope.exercises_in(group), own):
            for held, sessions in scope.crowds(group, rows):
                used = scope.total(scope.times_in(row, group) for row in held)
                scope.require(used <= most * sessions, f"{group.id} {pattern}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Sessions with too many exercises of one pattern for the same muscles."""
    own = problem.settings_of(Settings)
    for session in plan.sessions:
        rows = [problem.catalog.exercise_by_id[item.exercise] for item in session.items]
        for pattern, count in Counter(row.pattern.primary for row in rows).items():
            if count > own.most_by_pattern.get(pattern, count):
                yield Breach(session.id, f"{count} exercises of the pattern {pattern}")
        alike = Counter((row.pattern.primary, frozenset(row.muscles.direct)) for row in rows)
        for (pattern, muscles), count in alike.items():
            if pattern not in own.most_by_pattern and count > own.most:
                names = ", ".join(sorted(muscles))
                yield Breach(session.id, f"{count} exercises of the pattern {pattern} for {names}")
