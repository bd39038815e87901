"""Every plan of a tiny problem, checked by violations and valued by measure: no solver at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from optimizer.domain.plan import Plan, PlannedSession
from optimizer.domain.plan_writer import write_sessions
from optimizer.domain.problem import Problem, Slot
from optimizer.solve.build import active_rules, active_tiers
from optimizer.verify import verify

SETS = (0, 2, 3)
"""Sets of an exercise in a session; a beginner's default range allows no others."""


@dataclass(frozen=True)
class Option:
    """One way to fill a session."""

    sets: tuple[int, ...]
    stage: int
    session: PlannedSession


@dataclass(frozen=True)
class Valued:
    """A plan that obeys all rules, with the value of each tier in the order of the tiers."""

    options: tuple[Option, ...]
    values: dict[str, int]

    def totals(self, problem: Problem, classes: tuple[tuple[str, ...], ...]) -> object:
        """Times and sets of every exercise, and stages, in every class of sessions."""
        at = {slot.id: option for slot, option in zip(problem.slots, self.options, strict=True)}
        return tuple(totals_of([at[slot] for slot in group]) for group in classes)


def totals_of(options: list[Option]) -> tuple[object, ...]:
    """Times and sets of each exercise over some sessions, and their stages in order."""
    by_row = zip(*(option.sets for option in options), strict=True)
    stages = sorted(option.stage for option in options)
    return (*((sum(n > 0 for n in own), sum(own)) for own in by_row), *stages)


def options_of(problem: Problem, slot: Slot) -> Iterator[Option]:
    """Ways to fill a session that break no rule inside the session."""
    rows = [row.id for row in problem.candidates]
    at = [other.id for other in problem.slots].index(slot.id)
    for sets in product(SETS, repeat=len(rows)):
        chosen = {(row, slot.id): n for row, n in zip(rows, sets, strict=True) if n}
        for stage in range(len(problem.preparation[slot.place])):
            session = write_sessions(problem, chosen, {slot.id: stage})[at]
            if not breaks_a_rule(problem, session):
                yield Option(sets, stage, session)


def breaks_a_rule(problem: Problem, session: PlannedSession) -> bool:
    """Whether the session alone breaks a rule of single sessions."""
    alone = Plan(sessions=(session,))
    return any(
        breach.where == session.id
        for rule in active_rules(problem)
        if rule.is_day_rule
        for breach in rule.violations(problem, alone)
    )


def values_of(problem: Problem, plan: Plan) -> dict[str, int]:
    """The value of each active tier."""
    return {
        tier.id: sum(aim.measure(problem, plan) for aim in aims)
        for tier, aims in active_tiers(problem)
    }


def legal_plans(problem: Problem) -> list[Valued]:
    """Every plan that the verifier passes, with its values."""
    found = []
    for options in product(*(tuple(options_of(problem, slot)) for slot in problem.slots)):
        plan = Plan(sessions=tuple(option.session for option in options))
        if not verify(problem, plan).violations:
            found.append(Valued(options, values_of(problem, plan)))
    return found
