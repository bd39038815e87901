"""Every session that is long enough works in every plane.

Formula
    For each session s of at least 30 minutes and each plane p: credits of its items and of
    its preparation drills sum to at least 0.5.

Why
    One side-stepping session a week does not make up for another without; that preparation
    drills count, as they are a runner's usual turning work, is convention.

Settings
    ``from_minutes``: 30, sessions shorter than this are left alone.
    ``credit``: 0.5, least credit for each plane.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.credit import HALVES_PER_CREDIT, plane_half_credits
from optimizer.domain.exercise import PLANES
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope, WeekScope


class Settings(RuleSettings):
    """Settings of the plane rule for sessions."""

    from_minutes: int = Field(default=30, ge=0, le=240)
    """Shorter sessions are left alone."""
    credit: float = Field(default=0.5, ge=0, le=4, multiple_of=0.5)
    """Least credit for each plane in a session."""


def _is_long(problem: Problem, slot: Slot) -> bool:
    return slot.minutes >= problem.settings_of(Settings).from_minutes


def post(scope: DayScope) -> None:
    """Each session's credits reach the least one for each plane."""
    if not scope.problem.cover_is_required:
        return
    least = round(scope.settings(Settings).credit * HALVES_PER_CREDIT)
    for slot in scope.slots:
        if not _is_long(scope.problem, slot):
            continue
        for plane in PLANES:
            drills = [block.half_credits(plane) for block in scope.problem.preparation_of(slot)]
            if drills[0] >= least:
                continue
            terms = [
                (scope.is_in(row, slot), plane_half_credits(row, plane))
                for row in scope.exercises_of(slot)
            ]
            for stage in range(1, len(drills)):
                terms.append((scope.prepares(slot, stage), drills[stage] - drills[stage - 1]))
            missing = (least - drills[0]) * scope.used(slot)
            scope.require(scope.weighted(terms) >= missing, f"{slot.id} {plane}")


def relax(scope: WeekScope) -> None:
    """The credits of a class reach the sum of what its long sessions need."""
    if not scope.problem.cover_is_required:
        return
    least = round(scope.settings(Settings).credit * HALVES_PER_CREDIT)
    for group in scope.classes:
        long = [scope.used(slot) for slot in group.slots if _is_long(scope.problem, slot)]
        if not long:
            continue
        blocks = scope.problem.preparation_of(group.slots[0])
        for plane in PLANES:
            drills = [block.half_credits(plane) for block in blocks]
            if drills[0] >= least:
                continue
            terms = [
                (scope.times_in(row, group), plane_half_credits(row, plane))
                for row in scope.exercises_in(group)
            ]
            for stage in range(1, len(drills)):
                terms.append((scope.preparations(group, stage), drills[stage] - drills[stage - 1]))
            missing = (least - drills[0]) * scope.total(long)
            scope.require(scope.weighted(terms) >= missing, f"{group.id} {plane}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Long sessions that leave a plane out."""
    settings = problem.settings_of(Settings)
    if not problem.cover_is_required:
        return
    for session in plan.sessions:
        if session.limit_seconds < 60 * settings.from_minutes:
            continue
        names = [drill.exercise for drill in session.preparation]
        names += [item.exercise for item in session.items]
        rows = [problem.catalog.exercise_by_id[name] for name in names]
        rows = [row for row in rows if row.pattern.primary not in ("calf", "ankle", "foot")]
        for plane in PLANES:
            moving = [row for row in rows if row.region != "upper" and plane in row.planes.motion]
            holding = [row for row in rows if row not in moving and plane in row.planes.resisted]
            credit = len(moving) + len(holding) / 2
            if credit < settings.credit:
                yield Breach(session.id, f"{plane} credit {credit:g}, least {settings.credit:g}")
