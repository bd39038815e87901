"""The numbers that follow from the athlete's level: doses, rests, caps and weekly targets.

Every number is a coaching convention unless a source is named; the ranges stay inside those of
ACSM 2009 (novice 8-12 repetitions, advanced 1-12) and 2026, Iversen 2021 (four or more weekly
sets a muscle when time is short) and Pelland 2025 (direct sets count 1.0, indirect 0.5). The
contact caps sit below the NSCA table because a runner lands thousands of times a week anyway.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from optimizer.domain.exercise import Level

RepStyle = Literal["few", "usual", "many"]
"""Lower part, middle and upper part of the level's repetitions for main lifts."""
DoseClass = Literal["main", "main_unloaded", "accessory", "calf", "prehab", "core", "power"]


@dataclass(frozen=True)
class LevelNumbers:
    """What one level may and should do.

    Rests are seconds, sets are per exercise and session unless the name says otherwise,
    contacts are landings with two-leg low hops counted half. ``main_reps`` holds repetitions of
    two-leg and of one-leg main lifts; ``load_percent_of_1rm`` is the load of main lifts, whose
    upper end bounds the load guide.
    ``strength_reps_bounds`` are the lowest and highest repetitions of any strength exercise
    where the athlete's age sets them.
    """

    difficulty_max: int
    sets_range: dict[DoseClass, tuple[int, int]]
    rest_seconds: dict[DoseClass, int]
    rest_seconds_least: dict[DoseClass, int]
    bilateral_reps: dict[DoseClass, int]
    sided_reps: dict[DoseClass, int]
    main_reps: dict[RepStyle, tuple[int, int]]
    low_impact_reps: int
    reps_in_reserve: int
    load_percent_of_1rm: tuple[int, int]
    working_sets_per_session_max: int
    lower_body_sets_per_session_max: int
    exercises_per_session_max: int
    main_lift_sets: int
    contacts_per_session_max: int
    contacts_per_week_max: int
    floor_sets: dict[int, float]
    target_sets: dict[int, float]
    weekly_sets_cap: int
    weekly_sets_cap_often_credited: int
    sets_least: int = 2
    strength_reps_bounds: tuple[int, int] | None = None


OFTEN_CREDITED_MUSCLES = ("glute_max", "quadriceps", "transversus_abdominis")
"""Muscles that nearly every compound row credits; their weekly caps are higher."""

CONTACTS_BEFORE_GATE = 20
"""Counted contacts a session before a beginner is ready for jumps (convention)."""

GATE_WEEKS_TRAINED = 4
"""Weeks of strength work before a beginner's jumps (convention)."""


def _by_class(
    main: int, main_unloaded: int, accessory: int, calf: int, prehab: int, core: int, power: int
) -> dict[DoseClass, int]:
    return {
        "main": main,
        "main_unloaded": main_unloaded,
        "accessory": accessory,
        "calf": calf,
        "prehab": prehab,
        "core": core,
        "power": power,
    }


def _rests(main: int, accessory: int, small: int, power: int) -> dict[DoseClass, int]:
    """Rests by dose class; unloaded and calf work rest like accessories."""
    return _by_class(main, accessory, accessory, accessory, small, small, power)


def _set_ranges(
    main: tuple[int, int], accessory: tuple[int, int], small: tuple[int, int]
) -> dict[DoseClass, tuple[int, int]]:
    return {
        "main": main,
        "main_unloaded": main,
        "accessory": accessory,
        "calf": accessory,
        "prehab": small,
        "core": small,
        "power": accessory,
    }


LEVEL_NUMBERS: dict[Level, LevelNumbers] = {
    "beginner": LevelNumbers(
        difficulty_max=2,
        sets_range=_set_ranges((1, 3), (1, 3), (1, 2)),
        rest_seconds=_rests(75, 60, 40, 60),
        rest_seconds_least=_rests(60, 45, 30, 45),
        bilateral_reps=_by_class(10, 12, 10, 15, 10, 8, 5),
        sided_reps=_by_class(10, 10, 10, 15, 10, 8, 5),
        main_reps={"few": (8, 8), "usual": (10, 10), "many": (12, 12)},
        low_impact_reps=20,
        reps_in_reserve=4,
        load_percent_of_1rm=(50, 65),
        working_sets_per_session_max=18,
        lower_body_sets_per_session_max=8,
        exercises_per_session_max=10,
        main_lift_sets=2,
        contacts_per_session_max=60,
        contacts_per_week_max=120,
        floor_sets={1: 2.0, 2: 1.0, 3: 0.0},
        target_sets={1: 4.0, 2: 3.0, 3: 1.0},
        weekly_sets_cap=16,
        weekly_sets_cap_often_credited=22,
    ),
    "intermediate": LevelNumbers(
        difficulty_max=3,
        sets_range=_set_ranges((2, 4), (2, 3), (1, 3)),
        rest_seconds=_rests(120, 75, 45, 75),
        rest_seconds_least=_rests(90, 60, 30, 60),
        bilateral_reps=_by_class(8, 15, 10, 12, 10, 8, 6),
        sided_reps=_by_class(8, 12, 10, 12, 10, 8, 6),
        main_reps={"few": (6, 6), "usual": (8, 8), "many": (10, 10)},
        low_impact_reps=20,
        reps_in_reserve=3,
        load_percent_of_1rm=(65, 75),
        working_sets_per_session_max=24,
        lower_body_sets_per_session_max=12,
        exercises_per_session_max=10,
        main_lift_sets=3,
        contacts_per_session_max=100,
        contacts_per_week_max=200,
        floor_sets={1: 2.0, 2: 1.0, 3: 0.0},
        target_sets={1: 5.0, 2: 4.0, 3: 2.0},
        weekly_sets_cap=20,
        weekly_sets_cap_often_credited=26,
    ),
    "advanced": LevelNumbers(
        difficulty_max=5,
        sets_range=_set_ranges((2, 5), (2, 4), (2, 3)),
        rest_seconds=_rests(150, 90, 45, 90),
        rest_seconds_least=_rests(120, 60, 30, 60),
        bilateral_reps=_by_class(6, 12, 8, 12, 10, 10, 6),
        sided_reps=_by_class(6, 12, 8, 12, 10, 10, 6),
        main_reps={"few": (4, 5), "usual": (6, 6), "many": (8, 8)},
        low_impact_reps=20,
        reps_in_reserve=2,
        load_percent_of_1rm=(75, 85),
        working_sets_per_session_max=28,
        lower_body_sets_per_session_max=14,
        exercises_per_session_max=9,
        main_lift_sets=3,
        contacts_per_session_max=120,
        contacts_per_week_max=240,
        floor_sets={1: 2.0, 2: 1.0, 3: 0.0},
        target_sets={1: 6.0, 2: 4.0, 3: 2.0},
        weekly_sets_cap=24,
        weekly_sets_cap_often_credited=30,
    ),
}
