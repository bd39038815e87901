"""On a day with a key run, leg work starts 6 hours or more after it where it can.

Formula
    ``weight`` for each session s and day d that starts less than 6 hours after the end of a key
    run, times min(1, on(s, d) * legs(s)).

Why
    The longer the pause, the fresher the legs; 6 hours are convention, 3 are the hard rule.
    Without both start times nothing can be said and nothing is counted.

Settings
    ``wanted_hours``: 6. ``weight``: 2 points for each session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.scenario import Day
from optimizer.domain.settings import AimSettings
from optimizer.domain.week_clock import hours_after_run

if TYPE_CHECKING:
    from optimizer.model.placement import PlacementScope
    from optimizer.model.poster import Expression

TIER = "spacing"


class Settings(AimSettings):
    """Settings of the aim for days with a key run."""

    wanted_hours: float = Field(default=6, ge=0, le=14)
    """Hours wanted between a key run and leg work on the same day."""
    weight: int = Field(default=2, ge=0, le=1000)
    """Points for each session with leg work sooner than that."""


def _is_soon(problem: Problem, slot: Slot, day: Day) -> bool:
    wanted = problem.settings_of(Settings).wanted_hours
    gaps = (hours_after_run(day, slot.start, run) for run in problem.key_runs)
    return any(gap is not None and gap < wanted for gap in gaps)


def express(scope: PlacementScope) -> Expression:
    """Points for sessions with leg work soon after a key run."""
    weight = scope.settings(Settings).weight
    soon = [
        scope.holds_there(slot, day, "legs")
        for slot in scope.slots
        for day in slot.days
        if _is_soon(scope.problem, slot, day)
    ]
    return scope.weighted((held, weight) for held in soon)


def measure(problem: Problem, plan: Plan) -> int:
    """Points for the plan's sessions with leg work soon after a key run."""
    own, points = problem.settings_of(Settings), 0
    for session in plan.sessions:
        start = problem.slot_by_id[session.id].start
        gaps = [hours_after_run(session.day, start, run) for run in problem.key_runs]
        rows = [problem.catalog.exercise_by_id[item.exercise] for item in session.items]
        legs = any(problem.has_character(row, "legs") for row in rows)
        soon = any(gap is not None and gap < own.wanted_hours for gap in gaps)
        points += own.weight if legs and soon else 0
    return points
