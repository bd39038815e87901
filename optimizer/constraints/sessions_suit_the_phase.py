"""No more sessions than the phase allows take place; the others stay free.

Formula
    Sum over sessions s of used(s) = min(number of sessions, most); in race week and after a
    race, at most that.

Why
    One session a week kept strength for months where the load stayed (Spiering 2021), so the
    weeks around a race need few; the numbers by phase are convention.

Settings
    ``most``: sessions a week; by default 3 in base and build, 2 in transition and peak, 1 in
    the other phases.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.placement import PlacementScope

MAY_BE_EMPTY = ("race_week", "post_race")
"""Phases in which a week without strength work is a good week."""


class Settings(RuleSettings):
    """Settings of the rule for the number of sessions."""

    most: int | None = Field(default=None, ge=0, le=7)
    """Sessions of the week at most."""


def _most(problem: Problem) -> int:
    own = problem.settings_of(Settings).most
    return problem.sessions_most if own is None else own


def frees(problem: Problem, slot: Slot) -> bool:
    """Whether the session may stay empty: there are too many, or the phase needs none."""
    phase = problem.scenario.athlete.phase
    return phase in MAY_BE_EMPTY or len(problem.slots) > _most(problem)


def post(scope: PlacementScope) -> None:
    """As many sessions as the phase allows take place, or fewer where it needs none."""
    problem = scope.problem
    most = min(len(scope.slots), _most(problem))
    used = scope.total(scope.used(slot) for slot in scope.slots)
    scope.require(used <= most, "week")
    if problem.scenario.athlete.phase not in MAY_BE_EMPTY:
        scope.require(used >= most, "week")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Weeks with too many sessions, or without one that should take place."""
    own, planned = problem.settings_of(Settings).most, len(plan.sessions)
    limit = problem.sessions_most if own is None else own
    if planned > limit:
        yield Breach("week", f"{planned} sessions, at most {limit} in this phase")
    wanted = min(len(problem.scenario.week.sessions), limit)
    if planned < wanted and problem.scenario.athlete.phase not in {"race_week", "post_race"}:
        yield Breach("week", f"{planned} sessions, {wanted} should take place")
