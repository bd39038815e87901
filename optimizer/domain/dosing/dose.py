"""The dose of an exercise: repetitions or hold, sets, rest, tempo and effort of one athlete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from optimizer.domain.dosing.levels import LEVEL_NUMBERS, DoseClass, LevelNumbers
from optimizer.domain.exercise import Exercise, Level, Tempo

SMALL_FOOT_PATTERNS = ("ankle", "foot")
HELD_DEFAULT_SECONDS = 30
PREPARATION_REPS = 8
LIGHT_REPS = (12, 20)
"""Repetitions of a loaded exercise whose load is too light (convention, training notes)."""
LIGHT_TEMPO: Tempo = "3-1-1"
"""Tempo of advanced athletes' two-leg lifts without a load that is heavy enough (convention)."""
SLOW_CALF_REPS = 10
"""Repetitions of slow calf raises, the middle of Rathleff 2015's 12 to 8."""

LoadCase = Literal["heavy", "light", "none"]
"""Whether there is a load in hand, and whether it is heavy enough for the usual repetitions."""


@dataclass(frozen=True)
class Dose:
    """How an exercise is done in one set, and how often it may be repeated.

    ``reps`` and ``hold_seconds`` are per side where the exercise has sides; exactly one of
    them is given. ``tempo`` is the pace of one repetition in seconds of lowering, holding and
    lifting where one is asked for; ``seconds_per_rep`` is then what it takes.
    """

    dose_class: DoseClass
    reps: int | None
    hold_seconds: int | None
    rest_seconds: int
    sets_lowest: int
    sets_highest: int
    reps_in_reserve: int
    tempo: Tempo | None = None
    seconds_per_rep: float | None = None


@dataclass(frozen=True)
class Regimen:
    """What every dose of an athlete follows from.

    ``eased_muscles`` are trained with half the sets; ``calf_tempo`` is the pace of calf raises
    that a pain asks for. ``no_loads`` where every exercise that can goes without a load.
    """

    level: Level
    numbers: LevelNumbers
    eased_muscles: frozenset[str] = frozenset()
    calf_tempo: Tempo | None = None
    no_loads: bool = False


def tempo_seconds(tempo: Tempo) -> int:
    """Seconds of one repetition at a tempo."""
    return sum(int(part) for part in tempo.split("-"))


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
    """Repetitions of one set in a base week; none for held positions."""
    regimen = Regimen(level, LEVEL_NUMBERS[level])
    return _table_reps(exercise, regimen, "heavy" if loaded else "none")


def dose_of(exercise: Exercise, level: Level, *, loaded: bool) -> Dose:
    """The dose of an exercise in a base week, with or without a load in hand."""
    regimen = Regimen(level, LEVEL_NUMBERS[level])
    return dose_in(regimen, exercise, "heavy" if loaded else "none")


def dose_in(regimen: Regimen, exercise: Exercise, load: LoadCase) -> Dose:
    """The dose of an exercise for an athlete, with or without a load that is heavy enough."""
    numbers = regimen.numbers
    row = dose_class(exercise, loaded=load == "heavy")
    tempo = _tempo(exercise, regimen, row)
    reps = _reps(exercise, regimen, load)
    holds = exercise.dose.hold_seconds or {}
    lowest, highest = _sets(exercise, regimen, row)
    return Dose(
        dose_class=row,
        reps=reps,
        hold_seconds=holds.get(regimen.level, HELD_DEFAULT_SECONDS) if reps is None else None,
        rest_seconds=numbers.rest_seconds[row],
        sets_lowest=lowest,
        sets_highest=highest,
        reps_in_reserve=numbers.reps_in_reserve,
        tempo=tempo,
        seconds_per_rep=tempo_seconds(tempo) if tempo else None,
    )


def goes_unloaded(exercise: Exercise, regimen: Regimen) -> bool:
    """Whether an athlete does the exercise without a load where it has such an alternative.

    So do beginners in calf raises on one leg, until the unweighted set is clean, sore areas at a
    score of 4 or 5, and everybody in the days after a race (convention).
    """
    if regimen.no_loads or regimen.eased_muscles & set(exercise.muscles.direct):
        return True
    is_one_leg = exercise.pattern.primary == "calf" and exercise.has_sides
    return is_one_leg and regimen.level == "beginner"


def _table_reps(exercise: Exercise, regimen: Regimen, load: LoadCase) -> int | None:
    """Repetitions of the catalog or of the level's table, per side where there are sides."""
    level, numbers = regimen.level, regimen.numbers
    if exercise.dose.hold_seconds is not None or exercise.timing.seconds_per_rep is None:
        return None
    if exercise.dose.reps is not None:
        return exercise.dose.reps[level]
    if not exercise.is_work:
        return PREPARATION_REPS
    if exercise.role == "power" and exercise.impact == "low":
        return numbers.low_impact_reps
    if exercise.role == "prehab" and exercise.pattern.primary in SMALL_FOOT_PATTERNS:
        return 12
    table = numbers.sided_reps if exercise.has_sides else numbers.bilateral_reps
    return table[dose_class(exercise, loaded=load == "heavy")]


def _reps(exercise: Exercise, regimen: Regimen, load: LoadCase) -> int | None:
    """Repetitions within the bounds that load, pains and age set."""
    reps = _table_reps(exercise, regimen, load)
    if reps is None or exercise.role != "strength":
        return reps
    if load == "light":
        reps = min(max(reps, LIGHT_REPS[0]), LIGHT_REPS[1])
    if regimen.calf_tempo and "calf" in exercise.pattern.every:
        reps = min(reps, SLOW_CALF_REPS)
    lowest, highest = regimen.numbers.strength_reps_bounds or (reps, reps)
    return min(max(reps, lowest), highest)


def _tempo(exercise: Exercise, regimen: Regimen, row: DoseClass) -> Tempo | None:
    """The pace that a pain, the catalog or a light load asks for, in this order."""
    if exercise.timing.seconds_per_rep is None:
        return None
    is_raise = exercise.role in ("strength", "prehab") and "calf" in exercise.pattern.every
    if is_raise and regimen.calf_tempo:
        return regimen.calf_tempo
    if exercise.dose.tempo:
        return exercise.dose.tempo
    is_light = row == "main_unloaded" and not exercise.has_sides
    is_slower = exercise.timing.seconds_per_rep < tempo_seconds(LIGHT_TEMPO)
    return LIGHT_TEMPO if regimen.level == "advanced" and is_light and is_slower else None


def _sets(exercise: Exercise, regimen: Regimen, row: DoseClass) -> tuple[int, int]:
    """Lowest and highest sets: the table's or the exercise's own, halved for sore areas."""
    lowest, highest = regimen.numbers.sets_range[row]
    if exercise.dose.sets is not None:
        own_lowest, own_highest = exercise.dose.sets
        is_cut = regimen.numbers.sets_least == 1
        lowest, highest = (1, min(own_highest, highest)) if is_cut else (own_lowest, own_highest)
    if regimen.eased_muscles & set(exercise.muscles.direct):
        return 1, max(1, highest // 2)
    return lowest, highest
