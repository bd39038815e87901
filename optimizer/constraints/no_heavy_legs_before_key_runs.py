"""No heavy leg work ends less than 24 hours before a key run.

Formula
    For each session s and day d that ends less than the window before a key run:
    on(s, d) + heavy(s) <= 1, where heavy(s) is 1 if s holds a lower-body strength row (calf,
    ankle, foot and hip-abduction rows left out), a lower-body row flagged ``eccentric_high``,
    or more than 40 counted contacts. The same with the longer window for lower-body rows
    flagged ``eccentric_high`` that the runner is new to, and for every heavy row of a beginner
    in the first weeks.

Why
    Strength work raised the cost of running the next day and shortened time to exhaustion
    (Doma and Deakin 2013), and soreness lasted 48 hours in novices (Doma 2019). The windows of
    24 and 48 hours are convention. Without start times the gap is taken as short as the days
    allow.

Settings
    ``window_hours``: 24. ``new_window_hours``: 48, for beginners in their first weeks and for
    new eccentric work. ``first_weeks``: 3, weeks of strength work that count as the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan, PlannedSession
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.scenario import Day, Run
from optimizer.domain.session_character import Character
from optimizer.domain.settings import RuleSettings
from optimizer.domain.week_clock import hours_from_session_to_run

if TYPE_CHECKING:
    from optimizer.model.placement import PlacementScope


class Settings(RuleSettings):
    """Settings of the key run rule."""

    window_hours: int = Field(default=24, ge=0, le=96)
    """Hours between heavy legs and a key run at least."""
    new_window_hours: int = Field(default=48, ge=0, le=96)
    """The same for new eccentric work, and for beginners in their first weeks."""
    first_weeks: int = Field(default=3, ge=0, le=26)
    """Weeks of strength work that count as a beginner's first."""


def _windows(problem: Problem) -> tuple[tuple[Character, int], ...]:
    """How many hours before a key run each character ends at least."""
    own = problem.settings_of(Settings)
    history = problem.scenario.history
    weeks = history.weeks_trained if history is not None else 0
    is_new = problem.level == "beginner" and weeks < own.first_weeks
    return (
        ("heavy_legs", own.new_window_hours if is_new else own.window_hours),
        ("new_eccentrics", own.new_window_hours),
    )


def _run_too_soon(problem: Problem, slot: Slot, day: Day, window_hours: int) -> Run | None:
    for run in problem.key_runs:
        gap = hours_from_session_to_run(day, slot.start, slot.minutes, run)
        if gap is not None and gap < window_hours:
            return run
    return None


def bars(problem: Problem, exercise: Exercise, slot: Slot) -> str | None:
    """The key run that follows too soon on every day of the session, or None."""
    for character, hours in _windows(problem):
        if not problem.has_character(exercise, character):
            continue
        runs = [_run_too_soon(problem, slot, day, hours) for day in slot.days]
        if all(runs) and runs[0] is not None:
            kind = "heavy legs" if character == "heavy_legs" else "new eccentric work"
            return f"{kind} less than {hours} h before the {runs[0].kind} run on {runs[0].day}"
    return None


def post(scope: PlacementScope) -> None:
    """Sessions with heavy legs stand on days with no key run in the window after them."""
    for character, hours in _windows(scope.problem):
        for slot in scope.slots:
            for day in slot.days:
                if _run_too_soon(scope.problem, slot, day, hours) is not None:
                    both = scope.is_on(slot, day) + scope.holds(slot, character)
                    scope.require(both <= 1, f"{slot.id} {day}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Heavy legs, new eccentric work or many landings shortly before a key run."""
    settings, history = problem.settings_of(Settings), problem.scenario.history
    weeks = history.weeks_trained if history is not None else 0
    known = history.known if history is not None else ()
    usual = settings.window_hours
    if problem.scenario.athlete.level == "beginner" and weeks < settings.first_weeks:
        usual = settings.new_window_hours
    for session in plan.sessions:
        slot = problem.slot_by_id[session.id]
        for run in problem.key_runs:
            hours = hours_from_session_to_run(session.day, slot.start, slot.minutes, run)
            if hours is None:
                continue
            for name, is_new in _heavy_work(problem, session, known):
                if hours < (settings.new_window_hours if is_new else usual):
                    text = f"{name} ends {hours:g} h before the {run.kind} run on {run.day}"
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
    if landings > 40:
        yield f"{landings:g} contacts", False
