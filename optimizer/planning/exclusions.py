"""Which exercises the filters removed, because of what, and how many each left."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Exclusion, FunnelStep
from optimizer.domain.problem import Problem
from optimizer.planning.problems import filters


def _barred_everywhere(problem: Problem, row: Exercise) -> tuple[str, str] | None:
    """The filter and cause where no session may hold the row; the first session's cause."""
    if any(problem.can_use(row, slot.id) for slot in problem.slots):
        return None
    for rule in filters(problem):
        causes = [rule.bars(problem, row, slot) if rule.bars else None for slot in problem.slots]
        if any(causes):
            return rule.id, next(cause for cause in causes if cause)
    return None


def _barred(problem: Problem) -> Iterator[tuple[str, str, str]]:
    for row in problem.catalog.exercises:
        found = _barred_everywhere(problem, row)
        if found is not None:
            yield (*found, row.id)


def exclusions(problem: Problem) -> tuple[Exclusion, ...]:
    """Exercises that no session may hold, grouped by filter and cause."""
    groups: dict[tuple[str, str], list[str]] = {}
    for rule, because, exercise in _barred(problem):
        groups.setdefault((rule, because), []).append(exercise)
    return tuple(
        Exclusion(filter=rule, because=because, exercises=tuple(exercises))
        for (rule, because), exercises in sorted(groups.items())
    )


def funnel(problem: Problem) -> tuple[FunnelStep, ...]:
    """How many exercises each filter removed, and how many were left after it."""
    left = len(problem.catalog.exercises)
    steps = [FunnelStep(filter="catalog", removed=0, left=left)]
    removed: dict[str, int] = {}
    for rule, _, _ in _barred(problem):
        removed[rule] = removed.get(rule, 0) + 1
    for rule, count in sorted(removed.items()):
        left -= count
        steps.append(FunnelStep(filter=rule, removed=count, left=left))
    return tuple(steps)
