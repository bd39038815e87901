"""No heavy leg work ends less than 24 hours before a key run.

Formula
    For each session s whose end is less than 24 hours before a key run: sets(e, s) = 0 for
    every lower-body strength row (calf, ankle, foot and hip-abduction rows left out) and every
    lower-body row flagged ``eccentric_high``; and the counted contacts of s are at most 40.

Why
    Strength work raised the cost of running the next day and shortened time to exhaustion
    (Doma and Deakin 2013), and soreness lasted 48 hours in novices (Doma 2019). The window of
    24 hours is convention. Without start times the gap is taken as short as the days allow.

Settings
    ``window_hours``: 24. ``contacts``: 40, counted contacts that are still light.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import RuleSettings
from optimizer.domain.week_clock import hours_from_session_to_run

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope, WeekScope

LIGHT_PATTERNS = ("calf", "ankle", "foot", "hip_abduction")


class Settings(RuleSettings):
    """Settings of the key run rule."""

    window_hours: int = Field(default=24, ge=0, le=96)
    """Hours between heavy legs and a key run at least."""
    contacts: int = Field(default=40, ge=0, le=200)
    """Counted contacts of a session that are still light."""


def trait(problem: Problem, slot: Slot) -> bool:
    """What this rule tells sessions apart by: whether a key run follows within the window."""
    window = problem.settings_of(Settings).window_hours
    gaps = (
        hours_from_session_to_run(slot.day, slot.start, slot.minutes, run)
        for run in problem.key_runs
    )
    return any(gap is not None and gap < window for gap in gaps)


def _is_heavy(exercise: Exercise) -> bool:
    if exercise.region not in ("lower", "full"):
        return False
    strong = exercise.role == "strength" and exercise.pattern.primary not in LIGHT_PATTERNS
    return strong or "eccentric_high" in exercise.flags


def bars(problem: Problem, exercise: Exercise, slot: Slot) -> str | None:
    """The key run that follows too soon after this session for heavy legs, or None."""
    if not _is_heavy(exercise):
        return None
    window = problem.settings_of(Settings).window_hours
    for run in problem.key_runs:
        gap = hours_from_session_to_run(slot.day, slot.start, slot.minutes, run)
        if gap is not None and gap < window:
            return f"heavy legs less than {window} h before the {run.kind} run on {run.day}"
    return None


def post(scope: DayScope) -> None:
    """Sessions shortly before a key run hold no heavy legs and few landings."""
    most = scope.settings(Settings).contacts
    for slot in scope.slots:
        if not trait(scope.problem, slot):
            continue
        rows = scope.exercises_of(slot)
        for row in rows:
            if _is_heavy(row):
                scope.require(scope.sets(row, slot) == 0, slot.id)
        landings = scope.weighted(
            (
                scope.sets(row, slot),
                scope.problem.prescription(row, slot.place).half_contacts_per_set,
            )
            for row in rows
        )
        scope.require(landings <= 2 * most, slot.id)


def relax(scope: WeekScope) -> None:
    """Classes shortly before a key run hold few landings; heavy legs are filtered out."""
    most = scope.settings(Settings).contacts
    for group in scope.classes:
        if not trait(scope.problem, group.slots[0]):
            continue
        landings = scope.weighted(
            (
                scope.sets_in(row, group),
                scope.problem.prescription(row, group.place).half_contacts_per_set,
            )
            for row in scope.exercises_in(group)
        )
        scope.require(landings <= 2 * most * group.count, group.id)


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Heavy legs, or many landings, shortly before a key run."""
    settings = problem.settings_of(Settings)
    for session in plan.sessions:
        slot = problem.slot_by_id[session.id]
        for run in problem.key_runs:
            hours = hours_from_session_to_run(slot.day, slot.start, slot.minutes, run)
            if hours is None or hours >= settings.window_hours:
                continue
            landings = 0.0
            for item in session.items:
                row = problem.catalog.exercise_by_id[item.exercise]
                legs = row.region in {"lower", "full"}
                small = row.pattern.primary in {"calf", "ankle", "foot", "hip_abduction"}
                if legs and (
                    (row.role == "strength" and not small) or "eccentric_high" in row.flags
                ):
                    text = f"{row.name} ends {hours:g} h before the {run.kind} run on {run.day}"
                    yield Breach(session.id, text)
                sides = 1 if row.side_mode == "bilateral" else 2
                easy = 0.5 if row.impact == "low" and sides == 1 else 1.0
                landings += item.sets * (item.reps or 0) * sides * row.contacts_per_rep * easy
            if landings > settings.contacts:
                yield Breach(session.id, f"{landings:g} contacts before the {run.kind} run")
