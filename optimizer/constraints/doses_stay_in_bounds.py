"""Repetitions, effort and holds stay within the bounds of level, role and sides.

Formula
    sets(e, s) = 0 for every e whose dose at the place of s leaves its bounds. Repetitions:
    main lifts on two legs 6-15, 5-15 and 3-12 by level, on one leg 5-15, 5-15 and 3-12 a side;
    up to 20 where they are done without a load or with one that is too light; calf, ankle and
    foot 5-25; other strength and prehab 5-20, 5-20 and 4-20. Strength rows on two legs 6 at
    least for beginners and under 18. Reserve of strength rows 3-4, 2-4 and 1-4. Holds up to
    60 s. Power and core rows have no bounds of repetitions.

Why
    Loads for fewer than six repetitions are for those who have learned to lift (Faigenbaum
    2009 on the young), and legs that fail in the gym run badly (Refalo 2023: failure is not
    needed for strength). Four in reserve suits weeks that begin or taper. A hold that passes
    60 s asks for a harder one (article 001). All numbers are convention.

Settings
    ``loads_are_capped``: false, whether all loads at hand are so light that main lifts may have
    up to 20 repetitions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.dosing.dose_bounds import DoseBounds, dose_bounds
from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan, PlannedItem
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope


class Settings(RuleSettings):
    """Settings of the dose bounds."""

    loads_are_capped: bool = False
    """Whether every load at hand is too light for the usual repetitions."""


def _bounds(problem: Problem, exercise: Exercise, slot: Slot) -> DoseBounds:
    dose = problem.prescription(exercise, slot.place).dose
    capped = dose.dose_class == "main_unloaded" or problem.settings_of(Settings).loads_are_capped
    age = problem.scenario.athlete.age
    return dose_bounds(exercise, problem.level, age, load_is_capped=capped)


def bars(problem: Problem, exercise: Exercise, slot: Slot) -> str | None:
    """Which bound the exercise's dose leaves, or None."""
    if not exercise.is_work:
        return None
    dose = problem.prescription(exercise, slot.place).dose
    bounds = _bounds(problem, exercise, slot)
    if bounds.reps is not None and dose.reps is not None:
        low, high = bounds.reps
        if not low <= dose.reps <= high:
            return f"{dose.reps} repetitions, {low} to {high} allowed"
    if bounds.reserve is not None:
        low, high = bounds.reserve
        if not low <= dose.reps_in_reserve <= high:
            return f"{dose.reps_in_reserve} repetitions in reserve, {low} to {high} allowed"
    if dose.hold_seconds is not None and dose.hold_seconds > bounds.hold_seconds_most:
        return f"held {dose.hold_seconds} s, {bounds.hold_seconds_most} s the most"
    return None


def post(scope: DayScope) -> None:
    """An exercise whose dose leaves its bounds has no sets."""
    for slot in scope.slots:
        for row in scope.exercises_of(slot):
            if bars(scope.problem, row, slot):
                scope.require(scope.sets(row, slot) == 0, f"{slot.id} {row.id}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Items whose repetitions, effort or hold leave the bounds."""
    for session in plan.sessions:
        for item in session.items:
            row = problem.catalog.exercise_by_id[item.exercise]
            kind = problem.prescription(row, session.place).dose.dose_class
            for text in (
                _wrong_reps(problem, row, item, is_unloaded=kind == "main_unloaded"),
                _wrong_reserve(problem, row, item),
                f"is held {item.hold_seconds} s" if (item.hold_seconds or 0) > 60 else None,
            ):
                if row.is_work and text is not None:
                    yield Breach(session.id, f"{row.name} {text}")


def _wrong_reps(
    problem: Problem, row: Exercise, item: PlannedItem, *, is_unloaded: bool
) -> str | None:
    if item.reps is None or row.role in ("power", "core"):
        return None
    advanced, beginner = problem.level == "advanced", problem.level == "beginner"
    lift = row.role == "strength" and row.region in ("lower", "full")
    if row.pattern.primary in ("calf", "ankle", "foot"):
        low, high = 5, 25
    elif lift and row.mechanics == "compound":
        low, high = (3, 12) if advanced else (5, 15)
    else:
        low, high = (4, 20) if advanced else (5, 20)
    age = problem.scenario.athlete.age
    two_legs = lift and row.side_mode == "bilateral"
    if two_legs and (beginner or (age is not None and age < 18)):
        low = max(low, 6)
    if is_unloaded or problem.settings_of(Settings).loads_are_capped:
        high = max(high, 20)
    if low <= item.reps <= high:
        return None
    return f"has {item.reps} repetitions, allowed {low} to {high}"


def _wrong_reserve(problem: Problem, row: Exercise, item: PlannedItem) -> str | None:
    least = {"beginner": 3, "intermediate": 2, "advanced": 1}[problem.level]
    reserve = item.reps_in_reserve
    if reserve is None:
        return None
    if reserve < 1 and row.region in ("lower", "full"):
        return "takes the legs to failure"
    if row.role == "strength" and not least <= reserve <= 4:
        return f"keeps {reserve} repetitions in reserve, allowed {least} to 4"
    return None
