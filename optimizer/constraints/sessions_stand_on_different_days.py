"""No day holds two sessions.

Formula
    For each day d: sum over sessions s of on(s, d) <= 1.

Why
    Two strength sessions on one day give no recovery between them (convention). The rule
    matters where sessions list several days.

Settings
    None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.placement import PlacementScope


class Settings(RuleSettings):
    """Settings of the rule for shared days."""


def post(scope: PlacementScope) -> None:
    """Each day has at most one session."""
    for day in scope.days:
        if sum(day in slot.days for slot in scope.slots) > 1:
            scope.require(scope.sessions_on(day) <= 1, day)


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Days with two sessions, and sessions on days that the scenario does not offer."""
    for day, count in Counter(session.day for session in plan.sessions).items():
        if count > 1:
            yield Breach(day, f"{count} sessions on one day")
    for session in plan.sessions:
        days = problem.slot_by_id[session.id].days
        if session.day not in days:
            yield Breach(session.id, f"is on {session.day}, offered: {', '.join(days)}")
