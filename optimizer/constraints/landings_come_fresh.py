"""Jumps and one-leg landings come before hard leg work, and a set holds few hard ones.

Formula
    For each power item or single-leg landing of a session: the lower-body strength sets before
    it, counted at 3 or fewer repetitions in reserve or with strong lowering, are at most 2, and
    no such item shares its superset. The order is constructed, so nothing is posted about it.
    sets(e, s) = 0 where a set of e lands more than 12 times on one leg at moderate or high
    impact.

Why
    A tired leg lands worse. Order and numbers are convention; the one study that compared
    orders found alike gains (plyometric_order_2013, abstract read).

Settings
    ``hard_sets``: 2, hard leg sets before a landing at most. ``contacts_a_side``: 12, hard
    landings of one leg in a set at most.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan, PlannedItem
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope

HARD_RESERVE_MOST = 3


class Settings(RuleSettings):
    """Settings of the landing rule."""

    hard_sets: int = Field(default=2, ge=0, le=60)
    """Hard lower-body sets before a jump or a one-leg landing at most."""
    contacts_a_side: int = Field(default=12, ge=1, le=100)
    """Landings of one leg in a set at most, at moderate or high impact."""


def bars(problem: Problem, exercise: Exercise, slot: Slot) -> str | None:
    """Why a set of the exercise lands too often on one leg, or None."""
    most = problem.settings_of(Settings).contacts_a_side
    one_leg = exercise.has_sides or "single_leg_landing" in exercise.flags
    if exercise.impact not in ("moderate", "high") or not one_leg:
        return None
    reps = problem.prescription(exercise, slot.place).dose.reps or 0
    contacts = reps * exercise.contacts_per_rep
    return f"{contacts} landings a side, {most} at most" if contacts > most else None


def post(scope: DayScope) -> None:
    """An exercise that lands too often on one leg has no sets."""
    for slot in scope.slots:
        for row in scope.exercises_of(slot):
            if bars(scope.problem, row, slot):
                scope.require(scope.sets(row, slot) == 0, f"{slot.id} {row.id}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Landings on tired legs, and sets with too many of them."""
    own = problem.settings_of(Settings)
    for session in plan.sessions:
        lines = [(item, problem.catalog.exercise_by_id[item.exercise]) for item in session.items]
        tired = 0
        for item, row in lines:
            if item.role == "power" or "single_leg_landing" in row.flags:
                if tired > own.hard_sets:
                    yield Breach(session.id, f"{row.name} comes after {tired} hard leg sets")
                if any(_is_partner(item, other) and _is_hard(other, leg) for other, leg in lines):
                    yield Breach(session.id, f"{row.name} shares a superset with heavy legs")
            tired += item.sets if _is_hard(item, row) else 0
            contacts = (item.reps or 0) * row.contacts_per_rep
            one_leg = row.side_mode != "bilateral" or "single_leg_landing" in row.flags
            is_hard_landing = one_leg and row.impact in {"moderate", "high"}
            if is_hard_landing and contacts > own.contacts_a_side:
                yield Breach(session.id, f"{row.name} lands {contacts} times a side in a set")


def _is_hard(item: PlannedItem, row: Exercise) -> bool:
    """Whether the sets of an item tire the legs: close to the limit, or lowered slowly."""
    if row.region not in ("lower", "full"):
        return False
    reserve = item.reps_in_reserve
    is_close = reserve is None or reserve <= HARD_RESERVE_MOST
    return (item.role == "strength" and is_close) or "eccentric_high" in row.flags


def _is_partner(item: PlannedItem, other: PlannedItem) -> bool:
    """Whether two items of a session are done in turns."""
    return item.group is not None and item.group == other.group and item.id != other.id
