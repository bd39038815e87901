"""Every pinned exercise stands in its session, with exactly its sets where they are given.

Formula
    For a pin (s, e): is_in(e, s) = 1, and sets(e, s) = pinned sets where given. For the week:
    the class of s holds e in at least as many sessions as pin it, with at least those sets.

Why
    The runner or the coach has the last word.

Settings
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope, WeekScope


class Settings(RuleSettings):
    """Settings of the pin rule."""


def trait(problem: Problem, slot: Slot) -> tuple[tuple[str, int | None], ...]:
    """What this rule tells sessions apart by: their pins of working exercises."""
    return tuple(
        (pin.exercise, pin.sets)
        for pin in problem.pins_of(slot.id)
        if problem.catalog.exercise_by_id[pin.exercise].is_work
    )


def post(scope: DayScope) -> None:
    """Pinned exercises are in, with their sets."""
    for slot in scope.slots:
        for exercise_id, sets in trait(scope.problem, slot):
            exercise = scope.catalog.exercise_by_id[exercise_id]
            if exercise not in scope.exercises_of(slot):
                scope.require(scope.total([]) >= 1, f"{slot.id} {exercise_id}")
            elif sets is None:
                scope.require(scope.is_in(exercise, slot) >= 1, f"{slot.id} {exercise_id}")
            else:
                scope.require(scope.sets(exercise, slot) == sets, f"{slot.id} {exercise_id}")


def relax(scope: WeekScope) -> None:
    """A class of sessions with these pins holds each exercise in every session."""
    for group in scope.classes:
        for exercise_id, sets in trait(scope.problem, group.slots[0]):
            exercise = scope.catalog.exercise_by_id[exercise_id]
            where = f"{group.slots[0].id} {exercise_id}"
            if exercise not in scope.exercises_in(group):
                scope.require(scope.total([]) >= 1, where)
                continue
            scope.require(scope.times_in(exercise, group) >= group.count, where)
            if sets is not None:
                scope.require(scope.sets_in(exercise, group) == sets * group.count, where)


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Pins that the plan does not keep."""
    for pin in problem.scenario.pin:
        sessions = [session for session in plan.sessions if session.id == pin.session]
        drills = [line.exercise for session in sessions for line in session.lines]
        sets = sum(session.sets_of(pin.exercise) for session in sessions)
        if not sets and pin.exercise not in drills:
            yield Breach(pin.session, f"{pin.exercise} is pinned and missing")
        elif sets and pin.sets is not None and sets != pin.sets:
            yield Breach(pin.session, f"{pin.exercise} is pinned with {pin.sets} sets, not {sets}")
