"""Before a race, heavy legs, landings and then all leg work stop.

Formula
    For each session s, day d and race r that is n days later (1 <= n): on(s, d) + heavy(s) <= 1
    for n < 7 (10 for a marathon) before an A race and n < 3 before others; on(s, d) +
    landings(s) <= 1 for n < 5 (A) and 2 (others); on(s, d) + legs(s) <= 1 for n < 3 (A) and 2
    (others). On the race day itself no session stands.

Why
    A taper keeps load and drops volume; the windows are convention, shaped by the finding that
    soreness and a raised cost of running last about two days (Doma 2019).

Settings
    ``heavy_days``: 7. ``marathon_heavy_days``: 10. ``landing_days``: 5. ``leg_days``: 3.
    ``minor_heavy_days``: 3. ``minor_leg_days``: 2, for races of priority B and C.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan, PlannedSession
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.scenario import DAYS, Day, Race
from optimizer.domain.session_character import Character
from optimizer.domain.settings import RuleSettings
from optimizer.domain.week_clock import days_to_race

if TYPE_CHECKING:
    from optimizer.model.placement import PlacementScope


class Settings(RuleSettings):
    """Settings of the race rule, in days between a session and the race."""

    heavy_days: int = Field(default=7, ge=0, le=21)
    """Heavy legs before an A race."""
    marathon_heavy_days: int = Field(default=10, ge=0, le=21)
    """Heavy legs before a marathon of priority A."""
    landing_days: int = Field(default=5, ge=0, le=21)
    """Landings before an A race."""
    leg_days: int = Field(default=3, ge=0, le=21)
    """Any leg work before an A race."""
    minor_heavy_days: int = Field(default=3, ge=0, le=21)
    """Heavy legs before a B or C race."""
    minor_leg_days: int = Field(default=2, ge=0, le=21)
    """Any leg work, and any landing, before a B or C race."""


def _windows(own: Settings, race: Race) -> tuple[tuple[Character, int], ...]:
    """How many days before the race each character stops."""
    if race.priority != "A":
        minor = own.minor_leg_days
        return (("heavy_legs", own.minor_heavy_days), ("landings", minor), ("legs", minor))
    is_marathon = race.distance.strip().lower() in ("marathon", "ultra")
    heavy = own.marathon_heavy_days if is_marathon else own.heavy_days
    return (("heavy_legs", heavy), ("landings", own.landing_days), ("legs", own.leg_days))


def _banned(problem: Problem, day: Day) -> dict[Character, str]:
    """Characters that a race keeps off the day, each with the race."""
    start, own = problem.scenario.week.start_date, problem.settings_of(Settings)
    banned: dict[Character, str] = {}
    for race in problem.scenario.week.races if start is not None else ():
        days = days_to_race(start, day, race) if start is not None else 0
        for character, window in _windows(own, race):
            if 0 <= days < window:
                text = f"{days} days before the {race.distance} on {race.date}"
                banned.setdefault(character, text)
    return banned


def bars(problem: Problem, exercise: Exercise, slot: Slot) -> str | None:
    """The race that is too near on every day of the session, or None."""
    if not problem.scenario.week.races:
        return None
    banned = [_banned(problem, day) for day in slot.days]
    for character in ("heavy_legs", "landings", "legs"):
        is_banned = all(character in day for day in banned)
        if is_banned and problem.has_character(exercise, character):
            return f"{character.replace('_', ' ')} {banned[0][character]}"
    return None


def _has_race(problem: Problem, day: Day) -> bool:
    start = problem.scenario.week.start_date
    races = problem.scenario.week.races if start is not None else ()
    return any(start is not None and days_to_race(start, day, race) == 0 for race in races)


def post(scope: PlacementScope) -> None:
    """Sessions near a race hold nothing that the race forbids, and none stands on its day."""
    for slot in scope.slots:
        for day in slot.days:
            if _has_race(scope.problem, day):
                scope.require(scope.is_on(slot, day) <= 0, f"{slot.id} {day}")
            for character in _banned(scope.problem, day):
                both = scope.is_on(slot, day) + scope.holds(slot, character)
                scope.require(both <= 1, f"{slot.id} {day}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Sessions on the day of a race, and heavy legs, landings or leg work too near it."""
    week = problem.scenario.week
    if week.start_date is None:
        return
    for race in week.races:
        for session in plan.sessions:
            first = week.start_date.toordinal()
            days = race.date.toordinal() - first - DAYS.index(session.day)
            if days == 0:
                yield Breach(session.id, f"is on the day of the {race.distance}")
            for name, kinds in _work(problem, session) if days >= 0 else ():
                if any(days < _days_clear(problem, race, kind) for kind in kinds):
                    yield Breach(session.id, f"{name} {days} days before the {race.distance}")


def _days_clear(problem: Problem, race: Race, kind: str) -> int:
    """Days that work of a kind keeps clear before a race."""
    own = problem.settings_of(Settings)
    if race.priority != "A":
        return own.minor_heavy_days if kind == "heavy" else own.minor_leg_days
    is_long = race.distance.strip().lower() in {"marathon", "ultra"}
    heavy = own.marathon_heavy_days if is_long else own.heavy_days
    return {"heavy": heavy, "landing": own.landing_days, "legs": own.leg_days}[kind]


def _work(problem: Problem, session: PlannedSession) -> Iterator[tuple[str, list[str]]]:
    """What a session does to the legs: names, each with what kinds of work it is."""
    contacts = 0.0
    for item in session.items:
        row = problem.catalog.exercise_by_id[item.exercise]
        if row.role not in {"power", "strength", "prehab", "core"}:
            continue
        low, kinds = row.region in {"lower", "full"}, []
        small = row.pattern.primary in {"calf", "ankle", "foot", "hip_abduction"}
        if low and ("eccentric_high" in row.flags or (row.role == "strength" and not small)):
            kinds.append("heavy")
        if row.impact != "none":
            sides = 1 if row.side_mode == "bilateral" else 2
            easy = 0.5 if row.impact == "low" and sides == 1 else 1.0
            contacts += item.sets * (item.reps or 0) * sides * row.contacts_per_rep * easy
            kinds.append("landing")
        if low and row.role != "core":
            kinds.append("legs")
        yield row.name, kinds
    if contacts > 40:
        yield f"{contacts:g} contacts", ["heavy"]
