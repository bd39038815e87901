"""No exercise stands on a higher rung of its ladder than the scenario says is mastered.

Formula
    sets(e, s) = 0 where the scenario gives ``unlocked[family(e)]`` and rung(e) is above it.
    Families that the scenario does not mention are limited by difficulty alone.

Why
    Progress goes one rung at a time (articles 000 and 003; ACSM 2009 for the principle).

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
    """Settings of the ladder rule."""


def bars(problem: Problem, exercise: Exercise, slot: Slot) -> str | None:
    """Why the rung is out of reach, or None."""
    ladder = exercise.ladder
    if ladder is None:
        return None
    highest = problem.scenario.athlete.unlocked.get(ladder.family)
    if highest is None or ladder.rung <= highest:
        return None
    return f"above rung {highest} of the {ladder.family} ladder"


def post(scope: DayScope) -> None:
    """An exercise above the unlocked rung has no sets."""
    for slot in scope.slots:
        for exercise in scope.exercises_of(slot):
            if bars(scope.problem, exercise, slot):
                scope.require(scope.sets(exercise, slot) == 0, f"{slot.id} {exercise.id}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Items above a rung that the scenario gives."""
    for session in plan.sessions:
        for line in session.lines:
            row = problem.catalog.exercise_by_id[line.exercise]
            if row.ladder and row.ladder.family in problem.scenario.athlete.unlocked:
                top = problem.scenario.athlete.unlocked[row.ladder.family]
                if top < row.ladder.rung:
                    text = f"{row.name} is rung {row.ladder.rung} of {row.ladder.family}, top {top}"
                    yield Breach(session.id, text)
