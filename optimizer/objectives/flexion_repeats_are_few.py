"""No session bends the spine more than sixty times.

Formula
    Sum over sessions of max(0, repetitions - 60), where the sets, repetitions and sides of the
    session's rows flagged ``spinal_flexion_repeated`` are multiplied and summed; a point each.

Why
    Flexed again and again the back tires, and other core work serves a runner as well. The
    number is convention.

Settings
    ``repetitions``: 60, of a session that cost nothing. ``weight``: 1 for a repetition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import DayScope

TIER = "sessions"
MOST = 100_000


class Settings(AimSettings):
    """Settings of the bending aim."""

    repetitions: int = Field(default=60, ge=0, le=1000)
    """Repetitions of a session that cost nothing."""
    weight: int = Field(default=1, ge=0, le=100)
    """Points for each further repetition."""


def _bends(problem: Problem, exercise: Exercise, place: str) -> int:
    """How often one set bends the spine."""
    if "spinal_flexion_repeated" not in exercise.flags:
        return 0
    reps = problem.prescription(exercise, place).dose.reps or 0
    return reps * (2 if exercise.has_sides else 1)


def express(scope: DayScope) -> Expression:
    """Weighted repetitions beyond the free ones, summed over sessions."""
    own, problem = scope.settings(Settings), scope.problem
    terms = []
    for slot in scope.slots:
        bends = scope.weighted(
            (scope.sets(row, slot), _bends(problem, row, slot.place))
            for row in scope.exercises_of(slot)
        )
        excess = scope.shortfall(bends - own.repetitions, MOST, f"bends {slot.id}")
        terms.append((excess, own.weight))
    return scope.weighted(terms)


def measure(problem: Problem, plan: Plan) -> int:
    """Weighted repetitions beyond the free ones, in the plan."""
    own, excess = problem.settings_of(Settings), 0
    for session in plan.sessions:
        bends = 0
        for item in session.items:
            row = problem.catalog.exercise_by_id[item.exercise]
            if "spinal_flexion_repeated" in row.flags:
                sides = 1 if row.side_mode == "bilateral" else 2
                bends += item.sets * (item.reps or 0) * sides
        excess += max(0, bends - own.repetitions)
    return own.weight * excess
