"""Every session trains thighs and hips, calves and the side of the hip.

Formula
    For each session s and each of three kinds of work: 20 * max(0, 1 - sum of is_in(e, s) over
    the exercises of the kind), in points. The kinds are lower-body strength that tires the legs,
    calf raises and hip abduction; a kind that no exercise of the session can serve costs nothing
    there.

Why
    Two calf exercises one after the other train the calf once a week, on two days twice, and
    the second is done fresh; a missed session leaves no part untrained (article 001; two days
    or more a week, ACSM 2026). Heavy legs before key runs stay away first. Convention.

Settings
    ``weight``: 20 points for a kind that a session lacks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.leg_work import is_tiring_leg_strength
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import DayScope

TIER = "sessions"

Belongs: TypeAlias = Callable[[Exercise], bool]

KINDS: dict[str, Belongs] = {
    "thighs and hips": is_tiring_leg_strength,
    "the calves": lambda row: row.pattern.primary == "calf",
    "the side of the hip": lambda row: row.pattern.primary == "hip_abduction",
}


class Settings(AimSettings):
    """Settings of the leg work of a session."""

    weight: int = Field(default=20, ge=0, le=200)
    """Points for a kind of work that a session lacks."""


def kinds_of(row: Exercise) -> tuple[str, ...]:
    """The kinds of leg work that an exercise is."""
    return tuple(kind for kind, belongs in KINDS.items() if belongs(row))


def _servable(problem: Problem, slot: Slot) -> tuple[Belongs, ...]:
    """The kinds of work that the session could hold."""
    rows = [row for row in problem.candidates if problem.can_use(row, slot.id)]
    return tuple(belongs for belongs in KINDS.values() if any(belongs(row) for row in rows))


def express(scope: DayScope) -> Expression:
    """Weighted kinds of work that sessions lack."""
    terms = []
    for slot in scope.slots:
        for number, belongs in enumerate(_servable(scope.problem, slot)):
            rows = [row for row in scope.exercises_of(slot) if belongs(row)]
            held = scope.total(scope.is_in(row, slot) for row in rows)
            missing = scope.shortfall(scope.used(slot) - held, 1, f"leg work {number} {slot.id}")
            terms.append((missing, scope.settings(Settings).weight))
    return scope.weighted(terms)


def measure(problem: Problem, plan: Plan) -> int:
    """Weighted kinds of work that sessions of the plan lack."""
    missing = 0
    for session in plan.sessions:
        rows = [problem.catalog.exercise_by_id[item.exercise] for item in session.items]
        kinds = _servable(problem, problem.slot_by_id[session.id])
        missing += sum(not any(belongs(row) for row in rows) for belongs in kinds)
    return problem.settings_of(Settings).weight * missing
