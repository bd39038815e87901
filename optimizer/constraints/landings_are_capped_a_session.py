"""No session holds more landings than the level's cap, fewer before a beginner is ready.

Formula
    For each session s: sum over exercises of contacts(e) * sets(e, s) <= cap, two-leg low hops
    counted half. Caps: 60, 100 and 120 by level, scaled by the phase of the season (70 % in
    base) and by age (60 % from 50; at most 20 from 65, 60 under 18). A beginner with
    fewer than four weeks of strength work, or with none stated, stays at 20 and does no jump of
    moderate or high impact.

Why
    Tendon and bone need time; the caps sit below the NSCA table because a runner lands
    thousands of times a week anyway. Caps and gate are convention; two-leg hopping five
    minutes a day was well tolerated by amateurs (Engeroff 2023).

Settings
    ``contacts``: the cap; by level where absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.dosing.levels import CONTACTS_BEFORE_GATE, GATE_WEEKS_TRAINED
from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope, WeekScope


class Settings(RuleSettings):
    """Settings of the landing cap for sessions."""

    contacts: int | None = Field(default=None, ge=0, le=400)
    """Counted contacts of a session at most."""


def _before_gate(problem: Problem) -> bool:
    history = problem.scenario.history
    weeks = history.weeks_trained if history else 0
    return problem.level == "beginner" and weeks < GATE_WEEKS_TRAINED


def bars(problem: Problem, exercise: Exercise, slot: Slot) -> str | None:
    """Why a beginner is not ready for the jump, or None."""
    is_jump = exercise.impact in ("moderate", "high")
    is_sided_hop = exercise.impact == "low" and exercise.has_sides
    if _before_gate(problem) and (is_jump or is_sided_hop):
        return f"fewer than {GATE_WEEKS_TRAINED} weeks of strength work behind"
    return None


def _cap(problem: Problem) -> int:
    own = problem.settings_of(Settings).contacts
    usual = problem.numbers.contacts_per_session_max if own is None else own
    return min(usual, CONTACTS_BEFORE_GATE) if _before_gate(problem) else usual


def post(scope: DayScope) -> None:
    """Each session's counted contacts stay at or under the cap."""
    most = 2 * _cap(scope.problem)
    for slot in scope.slots:
        rows = scope.exercises_of(slot)
        for row in rows:
            if bars(scope.problem, row, slot):
                scope.require(scope.sets(row, slot) == 0, f"{slot.id} {row.id}")
        scope.require(scope.half_contacts(slot) <= most, slot.id)


def relax(scope: WeekScope) -> None:
    """Counted contacts stay at or under the cap times their sessions, of each exercise and all."""
    most = 2 * _cap(scope.problem)
    for group in scope.classes:
        landing = scope.sessions_with(group, "landings")
        scope.require(scope.half_contacts(group) <= most * landing, group.id)
        for row in scope.exercises_in(group):
            contacts = scope.problem.prescription(row, group.place).half_contacts_per_set
            if contacts:
                landings = contacts * scope.sets_in(row, group)
                scope.require(landings <= most * scope.times_in(row, group), group.id)


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Sessions with too many landings, and jumps before the gate."""
    history = problem.scenario.history
    ready = problem.level != "beginner" or (history is not None and history.weeks_trained >= 4)
    own = problem.settings_of(Settings).contacts
    limit = own if own is not None else problem.numbers.contacts_per_session_max
    limit = limit if ready else min(limit, 20)
    for session in plan.sessions:
        landings = 0.0
        for item in session.items:
            row = problem.catalog.exercise_by_id[item.exercise]
            sides = 1 if row.side_mode == "bilateral" else 2
            two_leg_low = row.impact == "low" and sides == 1
            if not ready and row.impact != "none" and not two_leg_low:
                yield Breach(session.id, f"{row.name} before the readiness gate")
            count = item.sets * (item.reps or 0) * sides * row.contacts_per_rep
            landings += count / 2 if two_leg_low else count
        if landings > limit:
            yield Breach(session.id, f"{landings:g} counted contacts, cap {limit}")
