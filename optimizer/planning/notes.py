"""What the reader of a plan should know besides the numbers."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.planning.athlete_notes import athlete_notes

LITTLE_USED_PERCENT = 60
FEW_WEEKS = 8


def notes(problem: Problem, plan: Plan) -> tuple[str, ...]:
    """Notes on safety first, then on what is missed, then on how to read the plan."""
    return (
        *athlete_notes(problem),
        *_missed(problem, plan),
        *_little_used(plan),
        *_history(problem, plan),
        *_lighter_sets(plan),
        "General training guidance, not medical advice.",
    )


def _missed(problem: Problem, plan: Plan) -> Iterator[str]:
    for muscle in plan.coverage.muscles:
        if muscle.sets < muscle.floor:
            name = problem.catalog.muscle_by_id[muscle.id].name
            yield f"MISSED: {name} gets {muscle.sets:g} sets, its floor is {muscle.floor:g}."
    for plane in plan.coverage.planes:
        if plane.credit < plane.floor:
            yield f"MISSED: {plane.id} credit {plane.credit:g}, its floor is {plane.floor:g}."
    for pattern in plan.coverage.patterns:
        if pattern.items < pattern.floor:
            name = problem.catalog.group_by_id[pattern.id].name
            lacking = pattern.id in problem.unserved_groups
            why = "no exercise here can train it" if lacking else "left out"
            yield f"MISSED: {name}: {why}."


def _little_used(plan: Plan) -> Iterator[str]:
    for session in plan.sessions:
        if 100 * session.seconds < LITTLE_USED_PERCENT * session.limit_seconds:
            used, limit = round(session.seconds / 60), session.limit_seconds // 60
            yield f"Session {session.id} needs only {used} of its {limit} minutes."


def _history(problem: Problem, plan: Plan) -> Iterator[str]:
    history = problem.scenario.history
    if history is None:
        yield "No history given: every exercise counts as new, so begin lighter than you could."
        return
    if history.weeks_trained < FEW_WEEKS:
        yield "Few weeks of strength work behind you: begin lighter than you could."
    rows = problem.catalog.exercise_by_id
    held = dict.fromkeys(item.exercise for session in plan.sessions for item in session.items)
    new = [rows[exercise].name for exercise in held if exercise not in history.known]
    if history.known and new:
        yield f"New to you, so begin lighter than you could: {', '.join(new)}."


def _lighter_sets(plan: Plan) -> Iterator[str]:
    items = [item for session in plan.sessions for item in session.items]
    if any("barbell" in item.equipment for item in items):
        yield "Take two or three lighter sets before the first barbell lift of a session."
