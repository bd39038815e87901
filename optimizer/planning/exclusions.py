"""Which exercises the filters removed from which sessions, because of what, and how many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Exclusion
from optimizer.domain.plan_diagnosis import FunnelStep
from optimizer.domain.problem import Problem
from optimizer.domain.rule import Rule
from optimizer.planning.problems import bar, filters_in_turn


class Cause(NamedTuple):
    """The first filter that removes an exercise from some sessions, and because of what."""

    rule: str
    because: str
    sessions: tuple[str, ...]


def _causes(problem: Problem, row: Exercise, rules: tuple[Rule, ...]) -> Iterator[Cause]:
    """Why the row is barred, session by session, sessions with the same cause together."""
    sessions: dict[tuple[str, str], list[str]] = {}
    for slot in problem.slots:
        found = bar(problem, row, slot, rules)
        if found is not None:
            sessions.setdefault(found, []).append(slot.id)
    for (rule, because), where in sessions.items():
        yield Cause(rule, because, tuple(where))


def exclusions(problem: Problem) -> tuple[Exclusion, ...]:
    """Every exercise that a filter removed from a session, grouped by cause and sessions.

    An exercise that other sessions may hold is named too; ``sessions`` tells where it is
    missing. Each session's exclusions and its usable exercises make up the whole catalog.
    """
    groups: dict[Cause, list[str]] = {}
    rules = filters_in_turn(problem)
    for row in problem.catalog.exercises:
        for cause in _causes(problem, row, rules):
            groups.setdefault(cause, []).append(row.id)
    return tuple(
        Exclusion(
            filter=cause.rule,
            because=cause.because,
            exercises=tuple(exercises),
            sessions=cause.sessions,
        )
        for cause, exercises in sorted(groups.items())
    )


def funnel(problem: Problem) -> tuple[FunnelStep, ...]:
    """How many exercises each filter removed from the whole week, and how many were left.

    An exercise that every session lacks counts for the filter that the first session names.
    """
    left = len(problem.catalog.exercises)
    steps = [FunnelStep(filter="catalog", removed=0, left=left)]
    removed: dict[str, int] = {}
    rules = filters_in_turn(problem)
    for row in problem.catalog.exercises:
        found = [bar(problem, row, slot, rules) for slot in problem.slots]
        if found and all(found) and found[0] is not None:
            removed[found[0][0]] = removed.get(found[0][0], 0) + 1
    for rule, count in sorted(removed.items()):
        left -= count
        steps.append(FunnelStep(filter=rule, removed=count, left=left))
    return tuple(steps)
