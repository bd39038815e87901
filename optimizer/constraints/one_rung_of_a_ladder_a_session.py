"""A session holds at most one exercise of a ladder family.

Formula
    For each session s and family f: sum of is_in(e, s) over exercises of f <= 1; for a class
    of sessions the sum is at most their number.

Why
    Two rungs of one ladder are the same movement twice (convention).

Settings
    None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope, WeekScope


class Settings(RuleSettings):
    """Settings of the ladder family rule."""


def _families(exercises: tuple[Exercise, ...]) -> dict[str, list[Exercise]]:
    """Exercises by ladder family, families of one left out."""
    families: dict[str, list[Exercise]] = {}
    for exercise in exercises:
        if exercise.ladder is not None:
            families.setdefault(exercise.ladder.family, []).append(exercise)
    return {family: rows for family, rows in families.items() if len(rows) > 1}


def post(scope: DayScope) -> None:
    """Each session holds at most one exercise of each family."""
    for slot in scope.slots:
        for family, rows in _families(scope.exercises_of(slot)).items():
            used = scope.total(scope.is_in(row, slot) for row in rows)
            scope.require(used <= 1, f"{slot.id} {family}")


def relax(scope: WeekScope) -> None:
    """A class holds at most one exercise of each family for each of its sessions."""
    for group in scope.classes:
        for family, rows in _families(scope.exercises_in(group)).items():
            for held, sessions in scope.crowds(group, rows):
                used = scope.total(scope.times_in(row, group) for row in held)
                scope.require(used <= sessions, f"{group.id} {family}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Sessions with two exercises of one family."""
    for session in plan.sessions:
        seen: Counter[str] = Counter()
        for item in session.items:
            ladder = problem.catalog.exercise_by_id[item.exercise].ladder
            if ladder is not None:
                seen[ladder.family] += 1
        for family, count in seen.items():
            if count > 1:
                yield Breach(session.id, f"{count} exercises of the {family} ladder")
