"""A problem with levers on everything that it asks for."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from optimizer.domain.problem import Problem
from optimizer.domain.scenario import DAYS, Scenario
from optimizer.planning.problems import build_problem
from optimizer.planning.repairs.lever_kinds import EASES
from optimizer.planning.repairs.levers import day_levers, levers_of, openings_of
from optimizer.solve.ledgers import direct_ledger
from optimizer.solve.limits import Limits
from optimizer.solve.members import Member
from optimizer.solve.mending import Workshop


def workshop_of(
    problem: Problem, members: Sequence[Member], limits: Limits, *, filtered: bool
) -> Workshop:
    """Levers on all that is asked; days, and filters, open where the members speak of them.

    ``filtered`` leaves the filters as they are, which makes a smaller model.
    """
    sessions = _movable(problem, members)
    free = build_problem(_on_any_day(problem, sessions), problem.catalog)
    ledger = direct_ledger(free, filtered=filtered)
    levers = [*levers_of(problem, ledger.members())]
    levers += [
        lever
        for lever in day_levers(problem, sessions)
        if tuple(lever.thing.split(" ")) in ledger.placed
    ]
    openings = () if filtered else openings_of(free, members)
    levers += [lever for one in openings for way in one.ways for lever in way]
    return Workshop(ledger, list(dict.fromkeys(levers)), openings, limits)


def _movable(problem: Problem, members: Sequence[Member]) -> tuple[str, ...]:
    """Sessions that a rule about days speaks of."""
    words = {word for rule, where in members if rule in EASES["day"] for word in where.split(" ")}
    return tuple(
        session.id
        for session in problem.scenario.week.sessions
        if words & {session.id, *session.day}
    )


def _on_any_day(problem: Problem, sessions: Collection[str]) -> Scenario:
    """The scenario with these sessions on any day."""
    week = problem.scenario.week
    freed = []
    for session in week.sessions:
        others = tuple(day for day in DAYS if day not in session.day)
        days = (*session.day, *others) if session.id in sessions else session.day
        freed.append(session.model_copy(update={"day": days}))
    changed = week.model_copy(update={"sessions": tuple(freed)})
    return problem.scenario.model_copy(update={"week": changed})
