"""No session takes longer than its minutes.

Formula
    For each session s: preparation(s) + sum over its exercises e of
    sets(e, s) * (set_seconds + rest_seconds) + is_in(e, s) * (gap_seconds - rest_seconds +
    ramp_up_seconds) + cool_down(s) <= 60 * minutes(s). The sum over a class of interchangeable
    sessions obeys the sum of their limits.

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
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import DayScope, SessionClass, WeekScope

ROUNDED_PARTS = (2, 3, 4, 5, 6, 7, 8, 10, 12)
"""Parts of a session's room for which the rounded row is posted."""


class Settings(RuleSettings):
    """Settings of the time rule."""

    spare_seconds: int = Field(default=0, ge=0, le=3600)
    """Seconds of each session that stay free."""


def post(scope: DayScope) -> None:
    """Each session's seconds stay within its limit."""
    spare = scope.settings(Settings).spare_seconds
    for slot in scope.slots:
        room = (slot.limit_seconds - spare) * scope.used(slot)
        scope.require(scope.seconds(slot) <= room, slot.id)


def relax(scope: WeekScope) -> None:
    """The seconds of a class stay within the sum of its limits, also when rounded."""
    spare = scope.settings(Settings).spare_seconds
    for group in scope.classes:
        scope.require(scope.class_seconds(group) <= scope.limit_seconds(group, spare), group.id)
        rooms = [
            slot.limit_seconds - spare - framed_seconds(scope.problem, slot) for slot in group.slots
        ]
        if group.count > 1:
            _relax_heavy(scope, group, rooms)
        for parts in ROUNDED_PARTS if min(rooms) > 0 and group.count > 1 else ():
            _relax_rounded(scope, group, rooms, parts)


def framed_seconds(problem: Problem, slot: Slot) -> int:
    """Seconds of the shortest preparation and of the cool-down."""
    return problem.preparation_of(slot)[0].seconds + problem.cool_down_seconds(slot)


def _relax_heavy(scope: WeekScope, group: SessionClass, rooms: list[int]) -> None:
    """Heavy leg work fits into the sessions that have any."""
    terms: list[tuple[Expression, int]] = []
    for row in scope.exercises_in(group):
        if scope.problem.has_character(row, "heavy_legs"):
            time = scope.problem.prescription(row, group.place).time
            terms.append((scope.sets_in(row, group), time.seconds_per_set))
            terms.append((scope.times_in(row, group), time.seconds_once))
    most = [
        (scope.holds(slot, "heavy_legs"), max(room, 0))
        for slot, room in zip(group.slots, rooms, strict=True)
    ]
    scope.require(scope.weighted(terms) <= scope.weighted(most), group.id)


def _relax_rounded(scope: WeekScope, group: SessionClass, rooms: list[int], parts: int) -> None:
    """A rounded copy of the row: no two items of over half a session's room stand in one.

    With f(w) = floor(parts * w / most room), a session whose items' seconds w sum to at most
    its own room has sum f(w) <= f(room) (Chvatal-Gomory). As f(v + w) >= f(v) + f(w), an item
    of n sets counts at least f(first set) + (n - 1) * f(one more set).
    """
    room = max(rooms)
    terms: list[tuple[Expression, int]] = []
    for row in scope.exercises_in(group):
        time = scope.problem.prescription(row, group.place).time
        first, more = parts * time.seconds(1) // room, parts * time.seconds_per_set // room
        terms.append((scope.times_in(row, group), first - more))
        terms.append((scope.sets_in(row, group), more))
    most = [
        (scope.used(slot), parts * own // room)
        for slot, own in zip(group.slots, rooms, strict=True)
    ]
    scope.require(scope.weighted(terms) <= scope.weighted(most), group.id)


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Sessions over their limit, and lines whose seconds are not those of the time model."""
    spare = problem.settings_of(Settings).spare_seconds
    for session in plan.sessions:
        slot = problem.slot_by_id[session.id]
        spent = sum(line.seconds for line in (*session.preparation, *session.cool_down))
        for item in session.items:
            ramp_up = _lighter_seconds(problem, item)
            expected = _line_seconds(problem, item) + ramp_up
            spent += expected
            if item.ramp_up_seconds != ramp_up:
                text = f"{item.exercise} ramps up for {ramp_up} s, not {item.ramp_up_seconds} s"
                yield Breach(session.id, text)
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
    pace = sum(int(part) for part in item.tempo.split("-")) if item.tempo else None
    once = item.hold_seconds or (item.reps or 0) * (pace or row.timing.seconds_per_rep or 0)
    per_set = {
        "bilateral": once,
        "alternating": 2 * once,
        "per_side_sequential": 2 * once + 5,
    }[row.side_mode]
    pause = max(item.rest_seconds, 20 + row.timing.setup_seconds)
    work = math.ceil(round(per_set, 6)) * item.sets
    return work + (item.sets - 1) * item.rest_seconds + pause


def _lighter_seconds(problem: Problem, item: PlannedItem) -> int:
    """Seconds of the two lighter sets before a leg lift on a barbell or a leg press."""
    row = problem.catalog.exercise_by_id[item.exercise]
    is_leg_lift = row.mechanics == "compound" and row.region in ("lower", "full")
    is_main = row.role == "strength" and is_leg_lift and row.pattern.primary != "calf"
    on_it = [one for one in problem.catalog.equipment if one.id in item.equipment]
    if not is_main or not any(one.heavy for one in on_it):
        return 0
    if problem.numbers.load_percent_of_1rm[1] < 70:
        return 0
    sides = 1 if row.side_mode == "bilateral" else 2
    pace = sum(int(part) for part in item.tempo.split("-")) if item.tempo else None
    half = math.ceil((item.reps or 0) / 2) * (pace or row.timing.seconds_per_rep or 0) * sides
    switch = 5 if row.side_mode == "per_side_sequential" else 0
    return 2 * (math.ceil(round(half + switch, 6)) + 45)
