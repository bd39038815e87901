"""Heavy leg work stands two days or more before a key run where it can.

Formula
    ``weight`` for each session s and day d less than two days before a key run, times
    min(1, on(s, d) * heavy(s)).

Why
    Soreness and a raised cost of running lasted up to 48 hours (Doma 2019, untrained lifters);
    the first 24 hours are a hard rule. Counting in days and the weight are convention.

Settings
    ``within_days``: 2. ``weight``: 4 points for each session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.plan import Plan, PlannedSession
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.scenario import Day
from optimizer.domain.settings import AimSettings
from optimizer.domain.week_clock import days_before_run

if TYPE_CHECKING:
    from optimizer.model.placement import PlacementScope
    from optimizer.model.poster import Expression

TIER = "spacing"


class Settings(AimSettings):
    """Settings of the key run aim."""

    within_days: int = Field(default=2, ge=0, le=4)
    """Days before a key run within which heavy legs count."""
    weight: int = Field(default=4, ge=0, le=1000)
    """Points for each session with heavy legs within those days."""


def _is_near(problem: Problem, slot: Slot, day: Day) -> bool:
    within = problem.settings_of(Settings).within_days
    return any(days_before_run(day, slot.start, run) < within for run in problem.key_runs)


def express(scope: PlacementScope) -> Expression:
    """Points for sessions with heavy legs on days near a key run."""
    weight = scope.settings(Settings).weight
    near = [
        scope.holds_there(slot, day, "heavy_legs")
        for slot in scope.slots
        for day in slot.days
        if _is_near(scope.problem, slot, day)
    ]
    return scope.weighted((held, weight) for held in near)


def measure(problem: Problem, plan: Plan) -> int:
    """Points for the plan's sessions with heavy legs near a key run."""
    own, points = problem.settings_of(Settings), 0
    for session in plan.sessions:
        slot = problem.slot_by_id[session.id]
        days = [days_before_run(session.day, slot.start, run) for run in problem.key_runs]
        near = min(days, default=7) < own.within_days
        points += own.weight if near and _is_heavy(problem, session) else 0
    return points


def _is_heavy(problem: Problem, session: PlannedSession) -> bool:
    half_contacts = 0
    for item in session.items:
        row = problem.catalog.exercise_by_id[item.exercise]
        if problem.has_character(row, "heavy_legs"):
            return True
        prescription = problem.prescription(row, session.place)
        half_contacts += item.sets * prescription.half_contacts_per_set
    return half_contacts > 80
