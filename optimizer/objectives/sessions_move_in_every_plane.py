"""Every session that is long enough gives each plane a full credit.

Formula
    For each session s of at least 30 minutes and each plane p: 10 * max(0, 2 - half credits of
    its items and of its preparation drills), in points, 10 for half a credit.

Why
    The rule for sessions asks for half a credit, which a resisted plane gives; a full one moves
    in the plane, or resists it twice. Convention, as are the credits.

Settings
    ``from_minutes``: 30, shorter sessions are left alone. ``credit``: 1, wanted of each plane.
    ``weight``: 10 points for half a credit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import Field

from optimizer.domain.credit import HALVES_PER_CREDIT, plane_half_credits
from optimizer.domain.exercise import PLANES, Plane
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import DayScope

TIER = "sessions"


class Settings(AimSettings):
    """Settings of the planes of a session."""

    from_minutes: int = Field(default=30, ge=0, le=240)
    """Shorter sessions are left alone."""
    credit: float = Field(default=1, ge=0, le=4, multiple_of=0.5)
    """Credit that each plane should have in a session."""
    weight: int = Field(default=10, ge=0, le=100)
    """Points for half a credit short."""


def _credits(scope: DayScope, slot: Slot, plane: Plane) -> Expression:
    """Half credits of the session's items and drills for the plane."""
    drills = [block.half_credits(plane) for block in scope.problem.preparation_of(slot)]
    terms: list[tuple[Any, int]] = [
        (scope.is_in(row, slot), plane_half_credits(row, plane)) for row in scope.exercises_of(slot)
    ]
    for stage in range(1, len(drills)):
        terms.append((scope.prepares(slot, stage), drills[stage] - drills[stage - 1]))
    terms.append((scope.used(slot), drills[0]))
    return scope.weighted(terms)


def express(scope: DayScope) -> Expression:
    """Weighted half credits short, summed over long sessions and planes."""
    own = scope.settings(Settings)
    wanted = round(own.credit * HALVES_PER_CREDIT)
    terms = []
    for slot in scope.slots:
        for plane in PLANES if slot.minutes >= own.from_minutes else ():
            missing = wanted * scope.used(slot) - _credits(scope, slot, plane)
            short = scope.shortfall(missing, wanted, f"{plane} {slot.id}")
            terms.append((short, own.weight))
    return scope.weighted(terms)


def measure(problem: Problem, plan: Plan) -> int:
    """Weighted half credits short, in the plan."""
    own, short = problem.settings_of(Settings), 0
    for session in plan.sessions:
        if session.limit_seconds < 60 * own.from_minutes:
            continue
        drills = [line.exercise for line in session.preparation]
        names = [*drills, *(item.exercise for item in session.items)]
        rows = [problem.catalog.exercise_by_id[name] for name in names]
        rows = [row for row in rows if row.pattern.primary not in {"calf", "ankle", "foot"}]
        for plane in PLANES:
            halves = 0
            for row in rows:
                moves = plane in row.planes.motion and row.region != "upper"
                halves += 2 if moves else int(plane in row.planes.resisted)
            short += max(0, round(2 * own.credit) - halves)
    return own.weight * short
