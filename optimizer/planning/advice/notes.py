"""What the reader of a plan should know besides the numbers."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.planning.advice.athlete_notes import athlete_notes
from optimizer.planning.advice.dose_notes import dose_notes
from optimizer.planning.advice.light_load_notes import light_load_notes
from optimizer.planning.advice.missed import missed
from optimizer.planning.advice.preparation_notes import preparation_notes
from optimizer.planning.approximations import approximations

LITTLE_USED_PERCENT = 60
FEW_WEEKS = 8
NEW_NAMED_MOST = 6


def notes(problem: Problem, plan: Plan) -> tuple[str, ...]:
    """Notes on safety first, then on what is missed, then on how to read the plan."""
    return (
        *athlete_notes(problem),
        *missed(problem, plan),
        *_little_used(plan),
        *_history(problem, plan),
        *preparation_notes(problem, plan),
        *dose_notes(problem, plan),
        *light_load_notes(problem, plan),
        *approximations(problem, plan),
        "General training guidance, not medical advice.",
    )


def _little_used(plan: Plan) -> Iterator[str]:
    for session in plan.sessions:
        if 100 * session.seconds < LITTLE_USED_PERCENT * session.limit_seconds:
            used, limit = round(session.seconds / 60), session.limit_seconds // 60
            text = f"Session {session.id} takes only {used} of its {limit} minutes"
            yield f"{text}: end there, or spend the rest on easy mobility."


def _easy_start(problem: Problem, plan: Plan) -> str:
    """How to begin with what is new: with less load where the week has one."""
    loads = {thing.id for thing in problem.catalog.equipment if thing.load}
    items = (item for session in plan.sessions for item in session.items)
    if any(loads & set(item.equipment) for item in items):
        return "begin lighter than you could"
    return "stop each set well before it gets hard"


def _history(problem: Problem, plan: Plan) -> Iterator[str]:
    history, start = problem.scenario.history, _easy_start(problem, plan)
    if history is None:
        yield f"No history given: every exercise counts as new, so {start}."
        return
    if history.weeks_trained < FEW_WEEKS:
        yield f"Few weeks of strength work behind you: {start}."
    rows = problem.catalog.exercise_by_id
    held = dict.fromkeys(item.exercise for session in plan.sessions for item in session.items)
    new = [rows[exercise].name for exercise in held if exercise not in history.known]
    if history.known and new:
        names = ", ".join(new)
        if len(new) == len(held):
            names = "every exercise of the week"
        elif len(new) > NEW_NAMED_MOST:
            names = f"{len(new)} of the {len(held)} exercises"
        yield f"New to you, so {start}: {names}."
