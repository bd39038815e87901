"""No exercise is given that a reported pain or condition speaks against.

Formula
    sets(e, s) = 0 where e lists a reported pain or condition under ``avoid_with``, or has a flag
    that it avoids, or has impact while it avoids impact; and, above a score of 5, where e trains
    a muscle of the sore area directly. A score of 0 is no report, and any other one excludes
    the same as a report without a score.

Why
    Conservative exclusions, mostly convention (the catalog's pains name their sources). They
    are no medical advice; each pain says when to see a professional.

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
from optimizer.domain.sore_areas import pain_against

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope


class Settings(RuleSettings):
    """Settings of the pain rule."""

    enabled: Literal[True] = True
    """Always on."""


def bars(problem: Problem, exercise: Exercise, slot: Slot) -> str | None:
    """The reported pain that speaks against the exercise, or None."""
    return pain_against(exercise, problem.scenario.athlete, problem.catalog)


def post(scope: DayScope) -> None:
    """An exercise that a pain excludes has no sets."""
    for slot in scope.slots:
        for exercise in scope.exercises_of(slot):
            if bars(scope.problem, exercise, slot):
                scope.require(scope.sets(exercise, slot) == 0, f"{slot.id} {exercise.id}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Items and drills that a reported pain excludes."""
    athlete = problem.scenario.athlete
    scores = {pain.id: pain.score for pain in athlete.pains if pain.score != 0}
    scores.update(dict.fromkeys(athlete.conditions))
    for session in plan.sessions:
        for line in session.lines:
            row = problem.catalog.exercise_by_id[line.exercise]
            for name, score in scores.items():
                pain = problem.catalog.pain_by_id[name]
                reasons = [
                    name in row.avoid_with,
                    pain.avoid_impact and row.impact != "none",
                    any(flag in pain.avoid_flags for flag in row.flags),
                    (score or 0) > 5 and row.is_work and _trains_one_of(row, pain.muscles),
                ]
                if any(reasons):
                    yield Breach(session.id, f"{row.name} is excluded by {name}")


def _trains_one_of(row: Exercise, muscles: tuple[str, ...]) -> bool:
    return any(muscle in row.muscles.direct for muscle in muscles)
