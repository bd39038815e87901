"""Strength sessions do not fall on neighbouring days where the days can be chosen.

Formula
    ``weight`` * max(0, sessions on d + sessions on d + 1 - 1), summed over the days d of the
    repeating week on which, as on the next day, some session may stand: with one session a day
    at most, the pairs of neighbouring days that both hold one.

Why
    48 to 72 hours between strength sessions are the usual advice (convention); heavy legs on
    neighbouring days are a hard rule of their own.

Settings
    ``weight``: 1 point for each pair of days.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import DAYS
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.placement import PlacementScope
    from optimizer.model.poster import Expression

TIER = "spacing"


class Settings(AimSettings):
    """Settings of the spread aim."""

    weight: int = Field(default=1, ge=0, le=1000)
    """Points for each pair of neighbouring days with sessions."""


def express(scope: PlacementScope) -> Expression:
    """Points for neighbouring days that both hold a session."""
    weight = scope.settings(Settings).weight
    pairs = []
    for index, first in enumerate(DAYS):
        second = DAYS[(index + 1) % len(DAYS)]
        if first in scope.days and second in scope.days:
            both = scope.sessions_on(first) + scope.sessions_on(second)
            pairs.append(scope.shortfall(both - 1, len(scope.slots), f"{first} and {second}"))
    return scope.weighted((pair, weight) for pair in pairs)


def measure(problem: Problem, plan: Plan) -> int:
    """Points for the plan's neighbouring days with sessions."""
    offered = {day for slot in problem.slots for day in slot.days}
    held = Counter(session.day for session in plan.sessions)
    pairs = zip(DAYS, (*DAYS[1:], DAYS[0]), strict=True)
    over = sum(
        max(0, held[first] + held[second] - 1)
        for first, second in pairs
        if {first, second} <= offered
    )
    return over * problem.settings_of(Settings).weight
