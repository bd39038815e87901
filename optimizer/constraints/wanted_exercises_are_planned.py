"""Every exercise that the scenario wants stands in some session of the week.

Formula
    For each e in ``exercises``: times(e) >= 1.

Why
    A pin names the session; a wish for the week leaves the choice of the session to the planner.

Settings
    ``exercises``: none, ids of the exercises that the week must hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import WeekScope


class Settings(RuleSettings):
    """Settings of the wanted exercises."""

    exercises: tuple[str, ...] = ()
    """Ids of the exercises that the week must hold."""


def post(scope: WeekScope) -> None:
    """Each wanted exercise stands in a session; one that no session may hold is impossible."""
    rows = {row.id: row for row in scope.exercises}
    for wanted in scope.settings(Settings).exercises:
        times = scope.times(rows[wanted]) if wanted in rows else scope.total([])
        scope.require(times >= 1, wanted)


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Wanted exercises that no session holds."""
    held = {item.exercise for session in plan.sessions for item in session.items}
    for wanted in problem.settings_of(Settings).exercises:
        if wanted not in held:
            yield Breach("week", f"{wanted} is wanted and stands in no session")
