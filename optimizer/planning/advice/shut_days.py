"""Pattern groups that the equipment could train and that the sessions' days forbid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from optimizer.domain.problem import Problem, Slot
from optimizer.domain.scenario import DAYS, Day
from optimizer.domain.week_clock import overlaps_run
from optimizer.planning.problems import bar, filters


class ShutGroup(NamedTuple):
    """A group that only a rule about days keeps out of the week, and what that rule says."""

    id: str
    because: str


def shut_groups(problem: Problem) -> tuple[ShutGroup, ...]:
    """Required groups without a candidate, some exercise of which only a day forbids.

    Filters about days are asked last, so that an exercise that one of them bars passes all else.
    """
    about_days = {rule.id for rule in filters(problem) if rule.kind == "placement"}
    found = ((group, _first_bar(problem, group, about_days)) for group in problem.unserved_groups)
    return tuple(ShutGroup(group, because) for group, because in found if because is not None)


def _first_bar(problem: Problem, group: str, about_days: set[str]) -> str | None:
    for slot in problem.slots:
        for row in problem.catalog.exercises:
            if not row.is_work or not problem.serves(row, group):
                continue
            cause = bar(problem, row, slot)
            if cause is not None and cause[0] in about_days:
                return cause[1]
    return None


def better_days(problem: Problem, groups: tuple[ShutGroup, ...]) -> tuple[str, tuple[Day, ...]]:
    """The first session that other days would let train all these groups, and those days.

    Days on which another session may stand, or on which the session would overlap a run, are
    left out. The session's id is empty where no session has such a day.
    """
    for slot in problem.slots:
        days = tuple(_open_days(problem, slot, groups))
        if days:
            return slot.id, days
    return "", ()


def _open_days(problem: Problem, slot: Slot, groups: tuple[ShutGroup, ...]) -> Iterator[Day]:
    taken = {day for other in problem.slots for day in other.days}
    runs = problem.scenario.week.runs
    for day in DAYS:
        if day in taken or any(overlaps_run(day, slot.start, slot.minutes, run) for run in runs):
            continue
        moved = replace(slot, days=(day,))
        if all(_is_served(problem, moved, group.id) for group in groups):
            yield day


def _is_served(problem: Problem, slot: Slot, group: str) -> bool:
    rows = (row for row in problem.catalog.exercises if row.is_work and problem.serves(row, group))
    return any(bar(problem, row, slot) is None for row in rows)
