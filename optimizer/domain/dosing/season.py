"""The phases of a season: how a week's work is scaled, and what it must leave out.

Every multiplier, floor and window is coaching convention, shaped by Beattie 2017 (one session a
week kept strength in season), Spiering 2021 (one set an exercise keeps strength if the load
stays) and Berryman 2021 (four weeks without explosive work cost nothing measurable).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from optimizer.domain.dosing.levels import RepStyle
from optimizer.domain.exercise import Level
from optimizer.domain.scenario import Phase

Floors = Literal["full", "halved", "waived"]

FLOOR_PERCENT: dict[Floors, int] = {"full": 100, "halved": 50, "waived": 0}
SMALL_LEG_PATTERNS = ("calf", "ankle", "foot", "hip_abduction")
"""Patterns of lower-body rows that are never heavy legs."""
MOBILITY_MINUTES = 5
"""Cool-down in phases that are for mobility (convention)."""


@dataclass(frozen=True)
class Season:
    """What one phase makes of the level's week.

    ``sets_wanted_percent`` scales weekly targets and main lifts, ``sets_most_percent`` scales
    caps and ranges of sets; the two differ where a phase has a range. ``reps_in_reserve_change``
    is added to the level's reserve, and ``reps_in_reserve_least`` is its lower end.
    ``cool_down_minutes`` are those of sessions that ask for none and against none.
    """

    phase: Phase
    name: str
    sessions_most: dict[Level, int]
    sets_wanted_percent: int
    sets_most_percent: int
    contacts_percent: int
    floors: Floors
    rep_style: RepStyle
    advice: str
    sets_per_exercise_max: int | None = None
    reps_in_reserve_change: int = 0
    reps_in_reserve_least: int = 2
    difficulty_max: int | None = None
    legs_may_be_heavy: bool = True
    may_land: bool = True
    may_make_sore: bool = True
    may_strain_tendons: bool = True
    new_exercises_are_welcome: bool = True
    may_be_free: bool = False
    cool_down_minutes: int = 0

    @property
    def floor_percent(self) -> int:
        """Percent of the level's weekly floors that the phase asks for."""
        return FLOOR_PERCENT[self.floors]

    @property
    def asks_for_cover(self) -> bool:
        """Whether the week must cover muscles, planes and patterns at all."""
        return self.floors != "waived"


def _sessions(beginner: int, intermediate: int, advanced: int) -> dict[Level, int]:
    return {"beginner": beginner, "intermediate": intermediate, "advanced": advanced}


_PHASES = (
    Season(
        "transition",
        "transition",
        _sessions(2, 2, 2),
        sets_wanted_percent=60,
        sets_most_percent=60,
        contacts_percent=20,
        floors="waived",
        rep_style="many",
        reps_in_reserve_least=4,
        cool_down_minutes=MOBILITY_MINUTES,
        advice="Transition: light to moderate loads, mobility and technique; the time to learn "
        "new exercises.",
    ),
    Season(
        "base",
        "base",
        _sessions(3, 3, 3),
        sets_wanted_percent=100,
        sets_most_percent=100,
        contacts_percent=70,
        floors="full",
        rep_style="usual",
        advice="Base: let the load rise slowly; gains in economy take ten weeks or more.",
    ),
    Season(
        "build",
        "build",
        _sessions(3, 3, 3),
        sets_wanted_percent=85,
        sets_most_percent=100,
        contacts_percent=100,
        floors="full",
        rep_style="few",
        reps_in_reserve_change=-1,
        advice="Build: the heaviest loads of the season with few repetitions, and no new exercise "
        "that makes sore in its last two weeks.",
    ),
    Season(
        "peak",
        "peak",
        _sessions(2, 2, 2),
        sets_wanted_percent=60,
        sets_most_percent=60,
        contacts_percent=60,
        floors="halved",
        rep_style="few",
        reps_in_reserve_change=-1,
        advice="Peak: keep the load and do fewer sets; key runs come first.",
    ),
    Season(
        "taper",
        "taper",
        _sessions(1, 1, 1),
        sets_wanted_percent=40,
        sets_most_percent=50,
        contacts_percent=30,
        floors="halved",
        rep_style="few",
        reps_in_reserve_least=4,
        new_exercises_are_welcome=False,
        advice="Taper: keep the load, stop four repetitions early, and try nothing new; the last "
        "heavy legs are 7 days or more before the race, 10 before a marathon.",
    ),
    Season(
        "race_week",
        "race week",
        _sessions(1, 1, 1),
        sets_wanted_percent=30,
        sets_most_percent=30,
        contacts_percent=20,
        floors="waived",
        rep_style="few",
        reps_in_reserve_least=4,
        difficulty_max=2,
        legs_may_be_heavy=False,
        may_make_sore=False,
        new_exercises_are_welcome=False,
        may_be_free=True,
        advice="Race week: one short session at most, and none is as good; the last work for the "
        "legs is 72 hours or more before the race.",
    ),
    Season(
        "post_race",
        "after the race",
        _sessions(1, 1, 1),
        sets_wanted_percent=30,
        sets_most_percent=30,
        contacts_percent=0,
        floors="waived",
        rep_style="many",
        reps_in_reserve_least=4,
        difficulty_max=2,
        may_land=False,
        may_make_sore=False,
        may_strain_tendons=False,
        may_be_free=True,
        cool_down_minutes=MOBILITY_MINUTES,
        advice="After the race: light work and mobility; 7 days without jumps and without strong "
        "lowering work after a marathon.",
    ),
    Season(
        "maintenance",
        "in-season maintenance",
        _sessions(1, 1, 1),
        sets_wanted_percent=50,
        sets_most_percent=100,
        contacts_percent=50,
        floors="halved",
        rep_style="usual",
        sets_per_exercise_max=2,
        advice="Maintenance: one or two sets of the main lifts; the load is what keeps strength, "
        "so keep it.",
    ),
)

SEASONS: dict[Phase, Season] = {season.phase: season for season in _PHASES}
"""The phases by their id."""
