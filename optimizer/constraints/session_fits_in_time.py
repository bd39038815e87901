"""No session takes longer than its minutes.

Formula
    For each session s: preparation(s) + sum over its exercises e of
    sets(e, s) * (set_seconds + rest_seconds) + is_in(e, s) * (gap_seconds - rest_seconds)
    <= 60 * minutes(s). The sum over a class of interchangeable sessions obeys the sum of
    their limits.

Why
    The runner's time is the hard limit; a plan that overruns is not done.

Settings
    ``spare_seconds``: seconds of each session to leave free, 0 by default (no hidden slack).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.plan import Breach, Plan, PlannedItem
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope, WeekScope


class Settings(RuleSettings):
    """Settings of the time rule."""

    spare_seconds: int = Field(default=0, ge=0, le=3600)
    """Seconds of each session that stay free."""


def trait(problem: Problem, slot: Slot) -> int:
    """What this rule tells sessions apart by: their limit."""
    return slot.limit_seconds


def post(scope: DayScope) -> None:
    """Each session's seconds stay within its limit."""
    spare = scope.settings(Settings).spare_seconds
    for slot in scope.slots:
        scope.require(scope.seconds(slot) <= slot.limit_seconds - spare, slot.id)


def relax(scope: WeekScope) -> None:
    """The seconds of a class stay within the sum of its limits."""
    spare = scope.settings(Settings).spare_seconds
    for group in scope.classes:
        most = group.count * (group.limit_seconds - spare)
        scope.require(scope.class_seconds(group) <= most, group.id)


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Sessions over their limit, and lines whose seconds are not those of the time model."""
    spare = problem.settings_of(Settings).spare_seconds
    for session in plan.sessions:
        slot = problem.slot_by_id[session.id]
        spent = sum(line.seconds for line in session.preparation)
        for item in session.items:
            expected = _line_seconds(problem, item)
            spent += expected
            if item.seconds != expected:
                text = f"{item.exercise} takes {expected} s, not {item.seconds} s"
                yield Breach(session.id, text)
        if session.seconds != spent:
            yield Breach(session.id, f"the lines add up to {spent} s, not {session.seconds} s")
        if spent > slot.limit_seconds - spare:
            over = spent - (slot.limit_seconds - spare)
            yield Breach(session.id, f"takes {spent} s, {over} s more than there is")


def _line_seconds(problem: Problem, item: PlannedItem) -> int:
    """Seconds of a line, worked out from the catalog row and the plan's own numbers."""
    row = problem.catalog.exercise_by_id[item.exercise]
    once = item.hold_seconds or (item.reps or 0) * (row.timing.seconds_per_rep or 0)
    per_set = {
        "bilateral": once,
        "alternating": 2 * once,
        "per_side_sequential": 2 * once + 5,
    }[row.side_mode]
    pause = max(item.rest_seconds, 20 + row.timing.setup_seconds)
    work = math.ceil(round(per_set, 6)) * item.sets
    return work + (item.sets - 1) * item.rest_seconds + pause
