"""Groups of athletes who need other numbers: the young, those past fifty, those coming back.

Numbers follow Fragala 2019 (older adults: 8-12 repetitions, 2-3 sets) and Faigenbaum 2009 (the
young: 1-3 sets of 6-15 under qualified supervision); contact caps are convention.
"""

from __future__ import annotations

from dataclasses import dataclass

from optimizer.domain.exercise import LEVELS, Level
from optimizer.domain.scenario import Athlete, Scenario

MASTERS_FROM_AGE = 50
OLDER_FROM_AGE = 65
ADULT_FROM_AGE = 18
SUPERVISED_UNDER_AGE = 14
WEEKS_OFF_THAT_COUNT = 3
RETURNING_SETS_PERCENT = 60


@dataclass(frozen=True)
class Population:
    """What a group of athletes changes in the level's numbers.

    ``contacts_percent`` scales both caps of landings; ``contacts_per_session_max`` bounds the
    session's cap besides. ``sets_most`` and ``strength_reps_bounds`` (lowest and highest) hold
    for every strength exercise; an exercise with one of ``avoid_flags`` is left out.
    """

    id: str
    advice: str
    contacts_percent: int = 100
    contacts_per_session_max: int | None = None
    sets_most: int | None = None
    strength_reps_bounds: tuple[int, int] | None = None
    avoid_flags: tuple[str, ...] = ()


YOUTH = Population(
    id="youth",
    advice="Under 18: technique comes first, add load in small steps, and train with a qualified "
    "coach who watches.",
    contacts_per_session_max=60,
    sets_most=3,
    strength_reps_bounds=(6, 15),
)
MASTERS = Population(
    id="masters",
    advice="From 50: keep a whole day, better two, between heavy leg days, and take an easier "
    "week every third week.",
    contacts_percent=60,
)
OLDER = Population(
    id="older",
    advice="From 65: keep something firm within reach for work on one leg; lift the light loads "
    "of fast exercises quickly, and keep a whole day, better two, between heavy leg days.",
    contacts_percent=60,
    contacts_per_session_max=20,
    sets_most=3,
    strength_reps_bounds=(8, 12),
    avoid_flags=("spinal_flexion_repeated",),
)


def population_of(athlete: Athlete) -> Population | None:
    """The group that the athlete's age puts them in, or None."""
    age = athlete.age
    if age is None:
        return None
    if age < ADULT_FROM_AGE:
        return YOUTH
    if age >= OLDER_FROM_AGE:
        return OLDER
    return MASTERS if age >= MASTERS_FROM_AGE else None


def is_returning(scenario: Scenario) -> bool:
    """Whether the athlete comes back after three or more weeks without strength work."""
    history = scenario.history
    return history is not None and history.weeks_off >= WEEKS_OFF_THAT_COUNT


def training_level(scenario: Scenario) -> Level:
    """The level to train at: one step down, but not below beginner, after a break."""
    level = scenario.athlete.level
    if not is_returning(scenario):
        return level
    return LEVELS[max(0, LEVELS.index(level) - 1)]
