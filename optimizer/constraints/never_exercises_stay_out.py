"""No exercise is given that the athlete never wants to see.

Formula
    sets(e, s) = 0 for every e that the scenario lists under ``never``.

Why
    A plan that holds a hated exercise is not done.

Settings
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope


class Settings(RuleSettings):
    """Settings of the never rule."""


def bars(problem: Problem, exercise: Exercise, slot: Slot) -> str | None:
    """A word where the athlete never wants the exercise, else None."""
    return "never wanted" if exercise.id in problem.scenario.athlete.never else None


def post(scope: DayScope) -> None:
    """An unwanted exercise has no sets."""
    for slot in scope.slots:
        for exercise in scope.exercises_of(slot):
            if bars(scope.problem, exercise, slot):
                scope.require(scope.sets(exercise, slot) == 0, f"{slot.id} {exercise.id}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Items and drills that the athlete never wants."""
    unwanted = problem.scenario.athlete.never
    for session in plan.sessions:
        for line in session.lines:
            if line.exercise in unwanted:
                yield Breach(session.id, f"{line.exercise} is never wanted")
