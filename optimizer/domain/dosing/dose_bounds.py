"""How far repetitions, effort and holds may go, by level, role and sides.

The bounds are wider than the doses: they say what no plan leaves, whatever the catalog, the
season or the equipment make of a dose. Convention inside the ranges of ACSM 2009; six
repetitions at least on two legs for beginners and the young follow Faigenbaum 2009, and no set
to failure on legs follows Refalo 2023 (abstracts read; the cut-offs are convention).
"""

from __future__ import annotations

from dataclasses import dataclass

from optimizer.domain.exercise import Exercise, Level

TWO_LEG_REPS: dict[Level, tuple[int, int]] = {
    "beginner": (6, 15),
    "intermediate": (5, 15),
    "advanced": (3, 12),
}
ONE_LEG_REPS: dict[Level, tuple[int, int]] = {
    "beginner": (5, 15),
    "intermediate": (5, 15),
    "advanced": (3, 12),
}
OTHER_REPS: dict[Level, tuple[int, int]] = {
    "beginner": (5, 20),
    "intermediate": (5, 20),
    "advanced": (4, 20),
}
LOWER_LEG_REPS = (5, 25)
LOWER_LEG_PATTERNS = ("calf", "ankle", "foot")
LIGHT_REPS_MOST = 20
"""Most repetitions of main lifts whose load is capped: the light-equipment band, 12 to 20."""
CAREFUL_TWO_LEG_REPS_LEAST = 6
ADULT_FROM_AGE = 18
RESERVE_LEAST: dict[Level, int] = {"beginner": 3, "intermediate": 2, "advanced": 1}
RESERVE_MOST = 4
"""Weeks that begin, taper or come after a break keep four repetitions in reserve."""
HOLD_SECONDS_MOST = 60


@dataclass(frozen=True)
class DoseBounds:
    """Lowest and highest repetitions of a set, per side, and reserve; None where unbounded."""

    reps: tuple[int, int] | None
    reserve: tuple[int, int] | None
    hold_seconds_most: int = HOLD_SECONDS_MOST


def dose_bounds(
    exercise: Exercise, level: Level, age: int | None, *, load_is_capped: bool
) -> DoseBounds:
    """The bounds of one working exercise.

    Parameters
    ----------
    age
        In years; None counts as grown up.
    load_is_capped
        Whether a main lift is done without a load, or with one that is too light, so that more
        repetitions take the load's place.
    """
    reserve = (RESERVE_LEAST[level], RESERVE_MOST) if exercise.role == "strength" else None
    return DoseBounds(_reps(exercise, level, age, load_is_capped=load_is_capped), reserve)


def _reps(
    exercise: Exercise, level: Level, age: int | None, *, load_is_capped: bool
) -> tuple[int, int] | None:
    if exercise.role in ("power", "core"):
        return None
    lowest, highest = _table(exercise, level)
    legs = exercise.role == "strength" and exercise.region in ("lower", "full")
    if legs and not exercise.has_sides and _is_careful(level, age):
        lowest = max(lowest, CAREFUL_TWO_LEG_REPS_LEAST)
    return lowest, max(highest, LIGHT_REPS_MOST) if load_is_capped else highest


def _table(exercise: Exercise, level: Level) -> tuple[int, int]:
    if exercise.pattern.primary in LOWER_LEG_PATTERNS:
        return LOWER_LEG_REPS
    legs = exercise.role == "strength" and exercise.region in ("lower", "full")
    if legs and exercise.mechanics == "compound":
        return (ONE_LEG_REPS if exercise.has_sides else TWO_LEG_REPS)[level]
    return OTHER_REPS[level]


def _is_careful(level: Level, age: int | None) -> bool:
    """Whether an athlete does no low repetitions on two legs."""
    return level == "beginner" or (age is not None and age < ADULT_FROM_AGE)
