"""Bounds on the week's totals that follow from several rules together.

No single rule implies them, so they stand apart from the rules' own relaxations. They are left
out where the week layer is asked which rules clash, for they would blur the answer.
"""

from __future__ import annotations

from typing import Any

from optimizer.constraints import (
    pins_are_kept,
    session_fits_in_time,
    sessions_train_the_whole_body,
)
from optimizer.constraints import sets_stay_in_range as ranges
from optimizer.domain.problem import Problem, Slot
from optimizer.model.scopes import SessionClass
from optimizer.model.week_model import WeekModel

TOGETHER = (session_fits_in_time, sessions_train_the_whole_body, ranges, pins_are_kept)
"""The rules that imply the bound on heavy leg work."""

PINNED = (ranges, pins_are_kept)
"""The rules that imply the bound on the sets of pinned exercises."""


def tighten(week: WeekModel) -> None:
    """Post what several active rules imply together."""
    if _are_active(week.problem, PINNED):
        _bound_pinned(week)
    if _are_active(week.problem, TOGETHER) and week.problem.floors_are_hard:
        _leave_room(week)


def _are_active(problem: Problem, rules: tuple[Any, ...]) -> bool:
    return all(problem.settings_of(rule.Settings).enabled for rule in rules)


def _bound_pinned(week: WeekModel) -> None:
    """A pinned number of sets counts once, and the range for all other sessions."""
    for group in week.classes:
        pinned = [ranges.pinned_sets(week.problem, slot) for slot in group.slots]
        for row in week.exercises_in(group):
            exact = [pins[row.id] for pins in pinned if row.id in pins]
            low, high = ranges.set_range(week.problem, row, group.place)
            sets, free = week.sets_in(row, group), week.times_in(row, group) - len(exact)
            if exact:
                week.poster.structural(sets >= low * free + sum(exact))
                week.poster.structural(sets <= high * free + sum(exact))


def _leave_room(week: WeekModel) -> None:
    """Heavy leg work leaves room in its sessions for upper body and core."""
    problem = week.problem
    spare = problem.settings_of(session_fits_in_time.Settings).spare_seconds
    for group in week.classes:
        rooms = [
            slot.limit_seconds
            - spare
            - session_fits_in_time.framed_seconds(problem, slot)
            - _seconds_of_other_parts(problem, group, slot)
            for slot in group.slots
        ]
        if group.count > 1 and min(rooms) > 0:
            _bound_heavy(week, group, rooms)


def _bound_heavy(week: WeekModel, group: SessionClass, rooms: list[int]) -> None:
    terms = []
    for row in week.exercises_in(group):
        if week.problem.has_character(row, "heavy_legs"):
            time = week.problem.prescription(row, group.place).time
            terms.append((week.sets_in(row, group), time.seconds_per_set))
            terms.append((week.times_in(row, group), time.seconds_once))
    most = [
        (week.holds(slot, "heavy_legs"), room)
        for slot, room in zip(group.slots, rooms, strict=True)
    ]
    week.poster.structural(week.weighted(terms) <= week.weighted(most))


def _seconds_of_other_parts(problem: Problem, group: SessionClass, slot: Slot) -> int:
    """Seconds that the cheapest upper-body and core exercises of a long session take."""
    if not sessions_train_the_whole_body.is_long(problem, slot):
        return 0
    total = 0
    for part in ("upper body", "core"):
        if sessions_train_the_whole_body.servable(problem, slot, part):
            total += min(
                problem.prescription(row, group.place).time.seconds(
                    ranges.least_sets(problem, row, slot)
                )
                for row in problem.candidates
                if sessions_train_the_whole_body.belongs(row, part)
                and problem.can_use(row, slot.id)
                and not problem.has_character(row, "heavy_legs")
            )
    return total
