"""Heavy leg work never falls on two days in a row.

Formula
    For each day d of the repeating week: the sessions with heavy legs on d and on d + 1 are at
    most 1 together, and so are those on d alone. Heavy legs are lower-body strength (calf,
    ankle, foot and hip-abduction rows left out), lower-body rows flagged ``eccentric_high``, or
    more than 40 counted contacts.

Why
    Strength returns within about 48 hours; leg soreness of untrained lifters lasted as long
    (Doma 2019). The rule counts in days: Tuesday and Thursday are far enough apart whatever the
    hours (convention). It also keeps the same heavy hinge off neighbouring days.

Settings
    ``days_apart``: 2, days between two sessions with heavy legs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.plan import Breach, Plan, PlannedSession
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import DAYS
from optimizer.domain.settings import RuleSettings
from optimizer.domain.week_clock import days_apart

if TYPE_CHECKING:
    from optimizer.model.placement import PlacementScope


class Settings(RuleSettings):
    """Settings of the rule for neighbouring days."""

    days_apart: int = Field(default=2, ge=1, le=3)
    """Days between two sessions with heavy legs."""


def post(scope: PlacementScope) -> None:
    """Of two days too near each other, at most one session has heavy legs."""
    least = scope.settings(Settings).days_apart
    days = scope.days
    for index, first in enumerate(days):
        if sum(first in slot.days for slot in scope.slots) > 1:
            scope.require(scope.holds_on(first, "heavy_legs") <= 1, first)
        for second in days[index + 1 :]:
            if days_apart(first, second) < least:
                heavy = [scope.holds_on(day, "heavy_legs") for day in (first, second)]
                scope.require(scope.total(heavy) <= 1, f"{first} {second}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Pairs of sessions with heavy legs on days too near each other."""
    least = problem.settings_of(Settings).days_apart
    heavy = [session for session in plan.sessions if _is_heavy(problem, session)]
    for index, first in enumerate(heavy):
        for second in heavy[index + 1 :]:
            gap = abs(DAYS.index(first.day) - DAYS.index(second.day))
            if min(gap, 7 - gap) < least:
                text = f"heavy legs on {first.day} and again on {second.day}"
                yield Breach(second.id, text)


def _is_heavy(problem: Problem, session: PlannedSession) -> bool:
    landings = 0.0
    for item in session.items:
        row = problem.catalog.exercise_by_id[item.exercise]
        sides = 1 if row.side_mode == "bilateral" else 2
        easy = 0.5 if row.impact == "low" and sides == 1 else 1.0
        landings += item.sets * (item.reps or 0) * sides * row.contacts_per_rep * easy
        small = row.pattern.primary in {"calf", "ankle", "foot", "hip_abduction"}
        strong = row.role == "strength" and not small
        if row.region in {"lower", "full"} and (strong or "eccentric_high" in row.flags):
            return True
    return landings > 40
