"""Which lines have no room left in a plan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.planning.conflict_words import statement
from optimizer.planning.diagnosis import Locate
from optimizer.planning.scenario_lines import line_of
from optimizer.planning.scenario_text import dotted
from optimizer.solve.limits import Limits
from optimizer.solve.members import Member
from optimizer.solve.tight import tight_members
from optimizer.studies.explaining.explanation import Limit

TAKEN_FOR_GRANTED = (
    "pins_are_kept",
    "preparation_suits_the_work",
    "sets_stay_in_range",
    "one_rung_of_a_ladder_a_session",
    "sessions_suit_the_phase",
    "sessions_stand_on_different_days",
)
"""Rules whose rows are at their limit in nearly every plan, which says nothing."""


def limits_of(
    problem: Problem, plan: Plan, limits: Limits, locate: Locate | None
) -> tuple[Limit, ...]:
    """Lines that are at their limit in the plan, the user's own first."""
    sets = {
        (item.exercise, session.id): item.sets
        for session in plan.sessions
        for item in session.items
    }
    days = {session.id: session.day for session in plan.sessions}
    tight = [
        member
        for member in tight_members(problem, sets, days, limits)
        if member[0] not in TAKEN_FOR_GRANTED
    ]
    return tuple(_limits(problem, tight, locate))


def _limits(problem: Problem, tight: list[Member], locate: Locate | None) -> Iterator[Limit]:
    def key(member: Member) -> tuple[int, str]:
        line = line_of(problem, member)
        return line.rank, line.name

    for _, group in groupby(sorted(tight, key=lambda one: (key(one), one)), key=key):
        members = tuple(group)
        line = line_of(problem, members[0])
        position = locate(line.path) if locate and line.path else None
        yield Limit(
            rule=members[0][0],
            where=", ".join(where for _, where in members),
            text=statement(problem, members),
            source="scenario" if line.is_own else "default",
            path=dotted(problem.scenario, line.path) if line.is_own else None,
            file=position.file if position else None,
            line=position.line if position else None,
        )
