"""From the age of 65 no exercise bends the trunk again and again.

Formula
    sets(e, s) = 0 for every e flagged ``spinal_flexion_repeated`` where ``athlete.age`` >= 65.

Why
    Bones of the spine may be thinner than anybody knows; the training notes rule repeated loaded
    bending out for older athletes (shaped by Fragala 2019; the rule itself is convention).

Settings
    None: this rule is about safety and cannot be switched off.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope


class Settings(RuleSettings):
    """Settings of the age rule."""

    enabled: Literal[True] = True
    """Always on."""


def bars(problem: Problem, exercise: Exercise, slot: Slot) -> str | None:
    """What the athlete's age says against the exercise, or None."""
    population = problem.population
    if population is not None and set(population.avoid_flags) & set(exercise.flags):
        return f"bends the trunk again and again, at {problem.scenario.athlete.age} years"
    return None


def post(scope: DayScope) -> None:
    """An exercise that the age rules out has no sets."""
    for slot in scope.slots:
        for exercise in scope.exercises_of(slot):
            if bars(scope.problem, exercise, slot):
                scope.require(scope.sets(exercise, slot) == 0, f"{slot.id} {exercise.id}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Items and drills that bend the trunk repeatedly at 65 and over."""
    age = problem.scenario.athlete.age
    if age is None or age < 65:
        return
    for session in plan.sessions:
        for line in session.lines:
            row = problem.catalog.exercise_by_id[line.exercise]
            if "spinal_flexion_repeated" in row.flags:
                yield Breach(session.id, f"{row.name} at {age} years")
