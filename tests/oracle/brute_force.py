"""Every plan of a tiny problem, checked by violations and valued by measure: no solver at all.

A plan is a choice for each session: its sets, its preparation and its day, or not to take place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from optimizer.domain.plan import Plan, PlannedSession
from optimizer.domain.plan_writer import Chosen, write_sessions
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.scenario import DAYS, Day
from optimizer.solve.build import active_rules, active_tiers
from optimizer.verify import verify

SETS = (0, 2, 3)
"""Sets of an exercise in a session; a beginner's default range allows no others."""


@dataclass(frozen=True)
class Option:
    """One way to fill a session; without a day it does not take place."""

    sets: tuple[int, ...]
    stage: int = 0
    day: Day | None = None
    session: PlannedSession | None = None


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
    """Times and sets of each exercise over some sessions, and their stages in order.

    A session that does not take place counts like one with the shortest preparation, as the
    week layer sees no more of it.
    """
    by_row = zip(*(option.sets for option in options), strict=True)
    stages = sorted(option.stage for option in options)
    return (*((sum(n > 0 for n in own), sum(own)) for own in by_row), *stages)


def options_of(problem: Problem, slot: Slot) -> Iterator[Option]:
    """Ways to fill a session on each of its days that break no rule inside the session."""
    rows = [row.id for row in problem.candidates]
    if slot.id in problem.optional_sessions:
        yield Option((0,) * len(rows))
    for sets in product(SETS, repeat=len(rows)):
        chosen = {(row, slot.id): n for row, n in zip(rows, sets, strict=True) if n}
        for stage in range(len(problem.preparation_of(slot))):
            kept = Chosen(chosen, {slot.id: stage}, {slot.id: slot.days[0]})
            (session,) = write_sessions(problem, kept)
            if not breaks_a_rule(problem, session):
                for day in slot.days:
                    moved = session.model_copy(update={"day": day})
                    yield Option(sets, stage, day, moved)


def breaks_a_rule(problem: Problem, session: PlannedSession) -> bool:
    """Whether the session alone breaks a rule of single sessions."""
    alone = Plan(sessions=(session,))
    return any(
        breach.where == session.id
        for rule in active_rules(problem)
        if rule.kind == "day"
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
        sessions = [option.session for option in options if option.session is not None]
        in_order = sorted(sessions, key=lambda session: DAYS.index(session.day))
        plan = Plan(sessions=tuple(in_order))
        if not verify(problem, plan).violations:
            found.append(Valued(options, values_of(problem, plan)))
    return found
