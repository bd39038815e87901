"""No exercise is harder than the athlete's level allows, unless its rung was mastered.

Formula
    sets(e, s) = 0 where difficulty(e) > d(level), with d = 2, 3 and 5 for beginner,
    intermediate and advanced; one step harder is allowed where the scenario's ``unlocked``
    reaches the exercise's rung.

Why
    An exercise pays off only when it is done well: bodyweight form before load, easier rungs
    before harder ones (articles 000, 002 and 004).

Settings
    ``highest``: the hardest difficulty allowed, by level unless given.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope


class Settings(RuleSettings):
    """Settings of the difficulty rule."""

    highest: int | None = Field(default=None, ge=1, le=5)
    """Hardest difficulty allowed, 1 to 5; by level where absent."""


def bars(problem: Problem, exercise: Exercise, slot: Slot) -> str | None:
    """Why the exercise is too hard, or None."""
    highest = problem.settings_of(Settings).highest or problem.numbers.difficulty_max
    if exercise.difficulty <= highest:
        return None
    unlocked = problem.scenario.athlete.unlocked
    if exercise.ladder and unlocked.get(exercise.ladder.family, 0) >= exercise.ladder.rung:
        highest += 1
    if exercise.difficulty <= highest:
        return None
    return f"harder than {highest} of 5, the most for {problem.level}"


def post(scope: DayScope) -> None:
    """An exercise that is too hard has no sets."""
    for slot in scope.slots:
        for exercise in scope.exercises_of(slot):
            if bars(scope.problem, exercise, slot):
                scope.require(scope.sets(exercise, slot) == 0, f"{slot.id} {exercise.id}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Items harder than the level, or than the unlocked rung, allows."""
    limit = problem.settings_of(Settings).highest or problem.numbers.difficulty_max
    mastered = problem.scenario.athlete.unlocked
    for session in plan.sessions:
        for line in session.lines:
            row = problem.catalog.exercise_by_id[line.exercise]
            ladder = row.ladder
            has_mastered = ladder is not None and mastered.get(ladder.family, -1) >= ladder.rung
            if row.difficulty > limit + (1 if has_mastered else 0):
                yield Breach(session.id, f"{row.name} has difficulty {row.difficulty} of 5")
