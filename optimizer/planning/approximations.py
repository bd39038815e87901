"""What a plan takes for granted or only estimates, where the scenario leaves it open."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem


def approximations(problem: Problem, plan: Plan) -> Iterator[str]:
    """Notes on guesses: run days and start times that are not given, and loads.

    The advice for a week without runs is convention: 48 to 72 hours between strength days.
    """
    yield from _runs(problem)
    yield from _loads(problem, plan)


def _runs(problem: Problem) -> Iterator[str]:
    if not problem.scenario.week.runs:
        text = "No runs given: leave two or three days between strength days where you can"
        yield f"{text}, and run hard on days that do not follow leg work."
        return
    timeless = [run.day for run in problem.key_runs if run.start is None]
    sessions = [slot.id for slot in problem.slots if slot.start is None]
    if problem.key_runs and (timeless or sessions):
        text = "Start times are missing, so the rest before key runs is counted as short as the"
        yield f"{text} days allow; on a shared day, run first."


def _loads(problem: Problem, plan: Plan) -> Iterator[str]:
    items = [item for session in plan.sessions for item in session.items]
    loads = {thing.id for thing in problem.catalog.equipment if thing.load}
    if any(item.load and "1RM" in item.load for item in items):
        yield "Loads reckoned from a maximum are a place to start: go by the repetitions left."
    unknown = [
        item
        for item in items
        if item.load is None
        and item.reps is not None
        and item.reps_in_reserve is not None
        and loads & set(item.equipment)
    ]
    if unknown:
        yield (
            "Where a weight is named without kilograms, take one that leaves the stated "
            "repetitions in reserve; a blank means no weight."
        )
