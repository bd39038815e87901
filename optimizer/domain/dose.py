"""The dose of an exercise: repetitions or hold, sets, rest and effort by level and equipment."""

from __future__ import annotations

from dataclasses import dataclass

from optimizer.domain.exercise import Exercise, Level
from optimizer.domain.levels import LEVEL_NUMBERS, DoseClass

SMALL_FOOT_PATTERNS = ("ankle", "foot")
HELD_DEFAULT_SECONDS = 30
PREPARATION_REPS = 8


@dataclass(frozen=True)
class Dose:
    """How an exercise is done in one set, and how often it may be repeated.

    ``reps`` and ``hold_seconds`` are per side where the exercise has sides; exactly one of
    them is given.
    """

    dose_class: DoseClass
    reps: int | None
    hold_seconds: int | None
    rest_seconds: int
    sets_lowest: int
    sets_highest: int
    reps_in_reserve: int


def dose_class(exercise: Exercise, *, loaded: bool) -> DoseClass:
    """The row of the level's dose table that applies."""
    if exercise.role in ("power", "prehab", "core"):
        return exercise.role
    if exercise.pattern.primary == "calf":
        return "calf"
    if exercise.region in ("lower", "full") and exercise.mechanics == "compound":
        return "main" if loaded else "main_unloaded"
    return "accessory"


def default_reps(exercise: Exercise, level: Level, *, loaded: bool) -> int | None:
    """Repetitions of one set, per side where the exercise has sides; none for held positions."""
    if exercise.dose.hold_seconds is not None or exercise.timing.seconds_per_rep is None:
        return None
    if exercise.dose.reps is not None:
        return exercise.dose.reps[level]
    if not exercise.is_work:
        return PREPARATION_REPS
    if exercise.role == "power" and exercise.impact == "low":
        return LEVEL_NUMBERS[level].low_impact_reps
    if exercise.role == "prehab" and exercise.pattern.primary in SMALL_FOOT_PATTERNS:
        return 12
    numbers = LEVEL_NUMBERS[level]
    table = numbers.sided_reps if exercise.has_sides else numbers.bilateral_reps
    return table[dose_class(exercise, loaded=loaded)]


def dose_of(exercise: Exercise, level: Level, *, loaded: bool) -> Dose:
    """The dose of an exercise for a level, with or without a load in hand."""
    numbers = LEVEL_NUMBERS[level]
    row = dose_class(exercise, loaded=loaded)
    reps = default_reps(exercise, level, loaded=loaded)
    holds = exercise.dose.hold_seconds or {}
    lowest, highest = exercise.dose.sets or numbers.sets_range[row]
    return Dose(
        dose_class=row,
        reps=reps,
        hold_seconds=holds.get(level, HELD_DEFAULT_SECONDS) if reps is None else None,
        rest_seconds=numbers.rest_seconds[row],
        sets_lowest=lowest,
        sets_highest=highest,
        reps_in_reserve=numbers.reps_in_reserve,
    )
