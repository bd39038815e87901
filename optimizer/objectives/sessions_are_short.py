"""Once cover and proportions stand, the week takes as little time as possible.

Formula
    Sum of the seconds of all sessions, preparation included. The tier has a tolerance of a
    minute a session, which later aims may spend.

Why
    The least that still moves strength and mobility forward (article 002): a runner's time
    belongs to running.

Settings
    None besides ``enabled``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import WeekScope

TIER = "minutes"


class Settings(AimSettings):
    """Settings of the time aim."""


def express(scope: WeekScope) -> Expression:
    """Seconds of all sessions."""
    return scope.week_seconds()


def measure(problem: Problem, plan: Plan) -> int:
    """Seconds of all sessions of the plan."""
    return sum(session.seconds for session in plan.sessions)
