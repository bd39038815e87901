"""Drills with their doses, made from catalog rows."""

from __future__ import annotations

from dataclasses import replace

from optimizer.domain.dosing.dose import dose_of
from optimizer.domain.dosing.time_model import drill_seconds
from optimizer.domain.exercise import Exercise, Level
from optimizer.domain.frame.preparation import Drill, is_held
from optimizer.domain.frame.preparation_numbers import HOLD_SECONDS_MOST


def drill_of(exercise: Exercise, level: Level, instead_of: str | None = None) -> Drill:
    """A row as a drill of the level's dose; a stretch is held for at most a minute."""
    dose = dose_of(exercise, level, loaded=False)
    if is_held(exercise) and (dose.hold_seconds or 0) > HOLD_SECONDS_MOST:
        return held_for(exercise, level, HOLD_SECONDS_MOST)
    return Drill(exercise, dose, drill_seconds(exercise, dose), instead_of)


def held_for(exercise: Exercise, level: Level, hold_seconds: int) -> Drill:
    """A row as a drill that is held, rolled or kept moving for this long, on each side."""
    dose = replace(dose_of(exercise, level, loaded=False), reps=None, hold_seconds=hold_seconds)
    return Drill(exercise, dose, drill_seconds(exercise, dose))
