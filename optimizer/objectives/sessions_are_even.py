"""The sessions of the week use similar shares of their time.

Formula
    The fullest session's share of its limit, in per cent rounded up: the least z with
    100 * seconds(s) <= z * limit(s) for every session s.

Why
    Two half-hours are easier to live with than fifty minutes and ten (convention).

Settings
    None besides ``enabled``.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import DayScope

TIER = "evenness"


class Settings(AimSettings):
    """Settings of the evenness aim."""


def express(scope: DayScope) -> Expression:
    """Per cent of its limit that the fullest session uses."""
    fullest = scope.shortfall(scope.total([]), 1_000, "fullest session")
    for slot in scope.slots:
        scope.poster.structural(slot.limit_seconds * fullest >= 100 * scope.seconds(slot))
    return fullest


def measure(problem: Problem, plan: Plan) -> int:
    """Per cent of its limit that the fullest session of the plan uses."""
    shares = (
        math.ceil(100 * session.seconds / problem.slot_by_id[session.id].limit_seconds - 1e-9)
        for session in plan.sessions
    )
    return max(shares, default=0)
