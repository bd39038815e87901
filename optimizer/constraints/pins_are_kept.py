"""Every pinned exercise stands in its session, with exactly its sets where they are given.

Formula
    For a pin (s, e): is_in(e, s) = 1, and sets(e, s) = pinned sets where given; s takes place,
    also where e is a drill. For the week: the class of s holds e in at least as many sessions
    as pin it, with at least those sets.

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


def _pins(problem: Problem, slot: Slot) -> tuple[tuple[str, int | None], ...]:
    """The session's pins of working exercises, with their sets."""
    return tuple(
        (pin.exercise, pin.sets)
        for pin in problem.pins_of(slot.id)
        if problem.catalog.exercise_by_id[pin.exercise].is_work
    )


def _keep_sessions(scope: DayScope | WeekScope) -> None:
    """Sessions with a pin take place, also where only a drill is pinned."""
    for slot in scope.slots:
        pins = scope.problem.pins_of(slot.id)
        if pins and slot.id in scope.problem.optional_sessions:
            scope.require(scope.used(slot) >= 1, f"{slot.id} {pins[0].exercise}")


def post(scope: DayScope) -> None:
    """Pinned exercises are in, with their sets."""
    _keep_sessions(scope)
    for slot in scope.slots:
        for exercise_id, sets in _pins(scope.problem, slot):
            exercise = scope.catalog.exercise_by_id[exercise_id]
            if exercise not in scope.exercises_of(slot):
                scope.require(scope.total([]) >= 1, f"{slot.id} {exercise_id}")
            elif sets is None:
                scope.require(scope.is_in(exercise, slot) >= 1, f"{slot.id} {exercise_id}")
            else:
                scope.require(scope.sets(exercise, slot) == sets, f"{slot.id} {exercise_id}")


def relax(scope: WeekScope) -> None:
    """A class holds each exercise as often, and with as many sets, as its sessions pin it."""
    _keep_sessions(scope)
    for group in scope.classes:
        pins = [(slot, pin) for slot in group.slots for pin in _pins(scope.problem, slot)]
        for exercise_id in dict.fromkeys(pin[0] for _, pin in pins):
            exercise = scope.catalog.exercise_by_id[exercise_id]
            mine = [(slot, sets) for slot, (pinned, sets) in pins if pinned == exercise_id]
            where = f"{mine[0][0].id} {exercise_id}"
            if exercise not in scope.exercises_in(group):
                scope.require(scope.total([]) >= 1, where)
                continue
            scope.require(scope.times_in(exercise, group) >= len(mine), where)
            pinned_sets = sum(sets or 1 for _, sets in mine)
            scope.require(scope.sets_in(exercise, group) >= pinned_sets, where)


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
