"""Each session, or three of them, trains thighs and hips, calves and the side of the hip.

Formula
    For each of three kinds of work: 20 * max(0, lacking - max(0, n - 3)), in points, where n
    sessions can serve the kind and lacking of them hold no exercise of it. The kinds are
    lower-body strength that tires the legs, calf raises and hip abduction.

Why
    Two calf exercises one after the other train the calf once a week, on two days twice, and
    the second is done fresh; a missed session leaves no part untrained (article 001; two days
    or more a week, ACSM 2026). Heavy legs before key runs stay away first. Convention.

Settings
    ``most``: 3 sessions of a week are asked for a kind. ``weight``: 20 points for each that
    lacks it.
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

    most: int = Field(default=3, ge=0, le=7)
    """Sessions of a week that should hold each kind of work."""
    weight: int = Field(default=20, ge=0, le=200)
    """Points for a kind of work that a session lacks."""


def kinds_of(row: Exercise) -> tuple[str, ...]:
    """The kinds of leg work that an exercise is."""
    return tuple(kind for kind, belongs in KINDS.items() if belongs(row))


def _sessions_by_kind(problem: Problem) -> dict[str, tuple[Slot, ...]]:
    """The sessions that could hold each kind of work."""
    return {
        kind: tuple(
            slot
            for slot in problem.slots
            if any(belongs(row) and problem.can_use(row, slot.id) for row in problem.candidates)
        )
        for kind, belongs in KINDS.items()
    }


def express(scope: DayScope) -> Expression:
    """Weighted sessions that lack a kind of work, but for those beyond the number asked."""
    own, terms = scope.settings(Settings), []
    for kind, slots in _sessions_by_kind(scope.problem).items():
        lacking = []
        for slot in slots:
            rows = [row for row in scope.exercises_of(slot) if KINDS[kind](row)]
            held = scope.total(scope.is_in(row, slot) for row in rows)
            lacking.append(scope.shortfall(scope.used(slot) - held, 1, f"{kind} {slot.id}"))
        spare = max(0, len(slots) - own.most)
        missing = scope.shortfall(scope.total(lacking) - spare, len(slots), f"lacking {kind}")
        terms.append((missing, own.weight))
    return scope.weighted(terms)


def measure(problem: Problem, plan: Plan) -> int:
    """Weighted sessions of the plan that lack a kind of work, beyond those that may."""
    own, missing = problem.settings_of(Settings), 0
    rows = problem.catalog.exercise_by_id
    for kind, slots in _sessions_by_kind(problem).items():
        able = {slot.id for slot in slots}
        lacking = sum(
            session.id in able
            and not any(kind in kinds_of(rows[item.exercise]) for item in session.items)
            for session in plan.sessions
        )
        missing += max(0, lacking - max(0, len(slots) - own.most))
    return own.weight * missing
