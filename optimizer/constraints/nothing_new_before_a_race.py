"""In a taper and in a race week, no working exercise is given that the athlete does not know.

Formula
    sets(e, s) = 0 in taper and race_week for every working e that ``history.known`` does not
    list. Where that list is empty or absent nothing is left out, for everything would be; the
    plan then says so. Preparation drills are free.

Why
    What is new makes sore (Doma 2019), and there is no time left to gain from it. That the rule
    begins with the taper is convention.

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
    """Settings of the rule about new exercises."""


def bars(problem: Problem, exercise: Exercise, slot: Slot) -> str | None:
    """Why the exercise is new at the wrong time, or None."""
    history = problem.scenario.history
    if problem.season.new_exercises_are_welcome or history is None or not history.known:
        return None
    if exercise.is_work and exercise.id not in history.known:
        return f"new to you, and nothing is new in this phase: {problem.season.name}"
    return None


def post(scope: DayScope) -> None:
    """A new exercise has no sets."""
    for slot in scope.slots:
        for exercise in scope.exercises_of(slot):
            if bars(scope.problem, exercise, slot):
                scope.require(scope.sets(exercise, slot) == 0, f"{slot.id} {exercise.id}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Items that the athlete does not know, in a taper or a race week."""
    scenario = problem.scenario
    known = scenario.history.known if scenario.history else ()
    if scenario.athlete.phase not in ("taper", "race_week") or not known:
        return
    for session in plan.sessions:
        for item in session.items:
            if item.exercise not in known:
                yield Breach(session.id, f"{item.exercise} is new before a race")
