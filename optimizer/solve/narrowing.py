"""Fixes which sessions stand where, so that the week layer can tell its sessions apart.

The first week layer merges all sessions of a place. Where its totals cannot be dealt out, the
days and the heavy sessions that it chose are kept, and the week is decided again with sessions
told apart by length, pins and what they may hold. Its plans are measured against the bounds of
the first layer, which hold for every placement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from optimizer.domain.problem import Problem, Slot
from optimizer.domain.scenario import Day
from optimizer.model.scopes import SessionClass


@dataclass(frozen=True)
class Placement:
    """Days of the sessions that take place, by session id, and which of them are heavy."""

    days: Mapping[str, Day]
    heavy: frozenset[str]


def narrowed(problem: Problem, placement: Placement) -> Problem:
    """The problem with its placement fixed."""
    week = problem.scenario.week
    sessions = tuple(
        session.model_copy(update={"day": (placement.days[session.id],)})
        for session in week.sessions
        if session.id in placement.days
    )
    scenario = problem.scenario.model_copy(
        update={"week": week.model_copy(update={"sessions": sessions})}
    )
    heavy = {row.id for row in problem.candidates if problem.has_character(row, "heavy_legs")}
    modelled = {
        slot: rows if slot in placement.heavy else rows - heavy
        for slot, rows in problem.modelled.items()
        if slot in placement.days
    }
    return replace(problem, scenario=scenario, modelled=modelled, optional_sessions=())


def distinct_classes(problem: Problem) -> tuple[SessionClass, ...]:
    """Sessions grouped by place, length, pins and the exercises that they may hold."""
    groups: dict[object, list[Slot]] = {}
    for slot in problem.slots:
        rows = tuple(sorted(problem.modelled.get(slot.id, ())))
        pins = tuple((pin.exercise, pin.sets) for pin in problem.pins_of(slot.id))
        key = (slot.place, slot.minutes, rows, pins, problem.routines[slot.id].signature)
        groups.setdefault(key, []).append(slot)
    return tuple(
        SessionClass("+".join(slot.id for slot in slots), tuple(slots)) for slots in groups.values()
    )
