"""No heavy leg work ends less than 24 hours before a key run.

Formula
    For each session s and day d that ends less than the window before a key run:
    on(s, d) + heavy(s) <= 1, where heavy(s) is 1 if s holds a lower-body strength row (calf,
    ankle, foot and hip-abduction rows left out), a lower-body row flagged ``eccentric_high``,
    or more than 40 counted contacts; and on(s, d) + jumps(s) <= 1, where jumps(s) is 1 if s
    holds any landing but low two-leg hops. Lower-body rows flagged ``eccentric_high`` that the
    runner is new to, and every heavy row of a beginner in the first weeks, also stay two days
    clear.

Why
    Strength work raised the cost of running the next day and shortened time to exhaustion
    (Doma and Deakin 2013), and soreness lasted 48 hours in novices (Doma 2019). The windows of
    24 hours and two days are convention; Monday evening is two days before any Wednesday run.
    Without start times the gap is taken as short as the days allow.

Settings
    ``window_hours``: 24. ``new_days``: 2, for beginners in their first weeks and for new
    eccentric work. ``first_weeks``: 3, weeks of strength work that count as the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan, PlannedSession
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.scenario import DAYS, Day, Run
from optimizer.domain.session_character import Character
from optimizer.domain.settings import RuleSettings
from optimizer.domain.week_clock import days_before_run, hours_from_session_to_run

if TYPE_CHECKING:
    from optimizer.model.placement import PlacementScope


CHARACTERS: tuple[Character, ...] = ("heavy_legs", "jumps", "new_eccentrics")
"""What a session may not hold shortly before a key run."""

NAMES: dict[Character, str] = {
    "heavy_legs": "heavy legs",
    "jumps": "jumps",
    "new_eccentrics": "new eccentric work",
}


class Settings(RuleSettings):
    """Settings of the key run rule."""

    window_hours: int = Field(default=24, ge=0, le=96)
    """Hours between heavy legs and a key run at least."""
    new_days: int = Field(default=2, ge=0, le=4)
    """Days before a key run for new eccentric work, and for beginners in their first weeks."""
    first_weeks: int = Field(default=3, ge=0, le=26)
    """Weeks of strength work that count as a beginner's first."""


def _first_run_after(
    problem: Problem, slot: Slot, day: Day, character: Character
) -> tuple[Run, str] | None:
    """The key run that a session with the character would stand too close to, and how close."""
    own = problem.settings_of(Settings)
    for run in problem.key_runs:
        gap = hours_from_session_to_run(day, slot.start, slot.minutes, run)
        if character != "new_eccentrics" and gap is not None and gap < own.window_hours:
            return run, f"less than {own.window_hours} h"
        needs_days = character == "new_eccentrics" or _is_in_first_weeks(problem)
        if needs_days and days_before_run(day, slot.start, run) < own.new_days:
            return run, f"less than {own.new_days} days"
    return None


def _is_in_first_weeks(problem: Problem) -> bool:
    history = problem.scenario.history
    weeks = history.weeks_trained if history is not None else 0
    return problem.level == "beginner" and weeks < problem.settings_of(Settings).first_weeks


def bars(problem: Problem, exercise: Exercise, slot: Slot) -> str | None:
    """The key run that follows too soon on every day of the session, or None."""
    for character in CHARACTERS:
        if problem.has_character(exercise, character):
            found = [_first_run_after(problem, slot, day, character) for day in slot.days]
            if all(found) and found[0] is not None:
                run, gap = found[0]
                return f"{NAMES[character]} {gap} before the {run.kind} run on {run.day}"
    return None


def post(scope: PlacementScope) -> None:
    """Sessions with heavy legs stand on days with no key run in the window after them."""
    for character in CHARACTERS:
        for slot in scope.slots:
            for day in slot.days:
                if _first_run_after(scope.problem, slot, day, character) is not None:
                    both = scope.is_on(slot, day) + scope.holds(slot, character)
                    scope.require(both <= 1, f"{slot.id} {day}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Heavy legs, new eccentric work or many landings shortly before a key run."""
    settings, history = problem.settings_of(Settings), problem.scenario.history
    weeks = history.weeks_trained if history is not None else 0
    known = history.known if history is not None else ()
    is_novice = problem.scenario.athlete.level == "beginner" and weeks < settings.first_weeks
    for session in plan.sessions:
        slot = problem.slot_by_id[session.id]
        for run in problem.key_runs:
            hours = hours_from_session_to_run(session.day, slot.start, slot.minutes, run)
            nights = (DAYS.index(run.day) - DAYS.index(session.day)) % 7
            is_early = nights == 0 and hours is not None and hours < 24
            is_close = (nights > 0 or is_early) and nights < settings.new_days
            for name, is_new in _heavy_work(problem, session, known):
                if (hours is not None and hours < settings.window_hours) or (
                    is_close and (is_new or is_novice)
                ):
                    text = f"{name} {nights} days before the {run.kind} run on {run.day}"
                    yield Breach(session.id, text)


def _heavy_work(
    problem: Problem, session: PlannedSession, known: tuple[str, ...]
) -> Iterator[tuple[str, bool]]:
    """What is heavy for the legs in a session, and whether it is new eccentric work."""
    landings = 0.0
    for item in session.items:
        row = problem.catalog.exercise_by_id[item.exercise]
        sides = 1 if row.side_mode == "bilateral" else 2
        easy = 0.5 if row.impact == "low" and sides == 1 else 1.0
        landings += item.sets * (item.reps or 0) * sides * row.contacts_per_rep * easy
        slow = "eccentric_high" in row.flags
        small = row.pattern.primary in {"calf", "ankle", "foot", "hip_abduction"}
        if row.region in {"lower", "full"} and (slow or (row.role == "strength" and not small)):
            yield row.name, slow and row.id not in known
        elif row.impact != "none" and (row.impact != "low" or sides == 2):
            yield row.name, False
    if landings > 40:
        yield f"{landings:g} contacts", False
