"""Whether a changed scenario has a plan, shown by one that passes the independent check."""

from __future__ import annotations

from collections.abc import Sequence

from optimizer.domain.plan import Plan
from optimizer.domain.plan_writer import write_sessions
from optimizer.domain.problem import Problem
from optimizer.planning.changes import Change, apply
from optimizer.planning.problems import build_problem
from optimizer.solve.any_week import ANY_DETERMINISTIC_SECONDS, any_week
from optimizer.solve.limits import Limits
from optimizer.verify import verify

SPARE_SECONDS = 0.1
"""Deterministic time for the question whether a change can be spared."""


def changed_problem(problem: Problem, changes: Sequence[Change]) -> Problem:
    """The problem of the changed scenario."""
    return build_problem(apply(problem.scenario, changes), problem.catalog)


def shows_a_plan(
    problem: Problem, limits: Limits, seconds: float = ANY_DETERMINISTIC_SECONDS
) -> bool:
    """Whether some plan was found, and passes the check without the solver."""
    chosen = any_week(problem, limits, seconds)
    if chosen is None:
        return False
    plan = Plan(sessions=write_sessions(problem, chosen))
    return not verify(problem, plan).violations


def helps(problem: Problem, changes: Sequence[Change], limits: Limits) -> bool:
    """Whether the changed scenario has a plan that keeps every rule."""
    return shows_a_plan(changed_problem(problem, changes), limits)


def without_spare(
    problem: Problem, changes: tuple[Change, ...], limits: Limits
) -> tuple[Change, ...]:
    """The changes without those that are not needed beside the others, the dearest first."""
    for change in sorted(changes, key=lambda one: -one.cost):
        rest = tuple(one for one in changes if one != change)
        if rest and shows_a_plan(changed_problem(problem, rest), limits, SPARE_SECONDS):
            changes = rest
    return changes
