"""On a day with a key run, leg work comes after it and at least 3 hours later.

Formula
    For each session s and day d with a key run: on(s, d) + legs(s) <= 1 where s starts before
    the run, or less than 3 hours after its end; legs(s) is 1 if s holds any lower-body row
    that is not core work.

Why
    Strength before running cost more of the next day's running than the other order (Doma and
    Deakin 2013). The 3 hours are a reviewer's advice remembered, not looked up (convention).
    The rule needs both start times; without them the run is taken to come first.

Settings
    ``least_hours``: 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.scenario import Day
from optimizer.domain.settings import RuleSettings
from optimizer.domain.week_clock import clock_minutes, comes_before_run, hours_after_run

if TYPE_CHECKING:
    from optimizer.model.placement import PlacementScope


class Settings(RuleSettings):
    """Settings of the rule for days with a key run."""

    least_hours: float = Field(default=3, ge=0, le=12)
    """Hours between the end of a key run and leg work on the same day."""


def _clash(problem: Problem, slot: Slot, day: Day) -> str | None:
    """How the session would clash with a key run of the day, or None."""
    least = problem.settings_of(Settings).least_hours
    for run in problem.key_runs:
        if comes_before_run(day, slot.start, run):
            return f"leg work before the {run.kind} run on {day}"
        gap = hours_after_run(day, slot.start, run)
        if gap is not None and gap < 0:
            return f"leg work during the {run.kind} run on {day}"
        if gap is not None and gap < least:
            return f"leg work {60 * gap:.0f} minutes after the {run.kind} run on {day}"
    return None


def bars(problem: Problem, exercise: Exercise, slot: Slot) -> str | None:
    """The clash with a key run on every day of the session, or None."""
    if not problem.has_character(exercise, "legs"):
        return None
    clashes = [_clash(problem, slot, day) for day in slot.days]
    return clashes[0] if all(clashes) else None


def post(scope: PlacementScope) -> None:
    """Sessions with leg work stand where no key run of the day is too near."""
    for slot in scope.slots:
        for day in slot.days:
            if _clash(scope.problem, slot, day) is not None:
                both = scope.is_on(slot, day) + scope.holds(slot, "legs")
                scope.require(both <= 1, f"{slot.id} {day}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Leg work before a key run of the same day, or too soon after it."""
    least = problem.settings_of(Settings).least_hours
    for session in plan.sessions:
        rows = [problem.catalog.exercise_by_id[item.exercise] for item in session.items]
        work = [row for row in rows if row.role in {"power", "strength", "prehab"}]
        legs = [row for row in work if row.region in {"lower", "full"}]
        start = problem.slot_by_id[session.id].start
        if not legs or start is None:
            continue
        for run in problem.key_runs:
            if run.day != session.day or run.start is None:
                continue
            gap = (clock_minutes(start) - clock_minutes(run.start) - run.minutes) / 60
            if clock_minutes(start) < clock_minutes(run.start):
                yield Breach(session.id, f"{legs[0].name} before the {run.kind} run of the day")
            elif gap < 0:
                yield Breach(session.id, f"{legs[0].name} during the {run.kind} run of the day")
            elif gap < least:
                yield Breach(session.id, f"{legs[0].name} {gap:.1f} h after the {run.kind} run")
