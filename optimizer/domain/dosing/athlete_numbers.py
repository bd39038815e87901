"""The level's numbers as the athlete's season, age, history and conditions change them."""

from __future__ import annotations

from dataclasses import replace

from optimizer.domain.dosing.levels import LEVEL_NUMBERS, DoseClass, LevelNumbers, RepStyle
from optimizer.domain.dosing.season import SEASONS, Season
from optimizer.domain.population import (
    RETURNING_SETS_PERCENT,
    Population,
    is_returning,
    population_of,
    training_level,
)
from optimizer.domain.scenario import Scenario

FIRST_WEEKS_REPS_IN_RESERVE = 4
FEW_WEEKS_TRAINED = 4
"""Weeks in which a beginner's main lifts stay at many repetitions."""

LOAD_PERCENT_CHANGE: dict[RepStyle, int] = {"few": 5, "usual": 0, "many": -10}
"""Percentage points that the load of main lifts moves with the repetitions (convention)."""


def numbers_of(scenario: Scenario, light_loads: bool = False) -> LevelNumbers:
    """The numbers that a scenario's athlete trains by.

    Parameters
    ----------
    light_loads
        Whether a condition keeps every load light.
    """
    season = SEASONS[scenario.athlete.phase]
    numbers = LEVEL_NUMBERS[training_level(scenario)]
    returning = RETURNING_SETS_PERCENT if is_returning(scenario) else 100
    numbers = _with_sets(numbers, season, returning)
    numbers = _with_contacts(numbers, season.contacts_percent)
    numbers = _with_repetitions(numbers, _rep_style(scenario, season, light_loads=light_loads))
    numbers = replace(
        numbers, reps_in_reserve=_reps_in_reserve(scenario, season, light_loads=light_loads)
    )
    if scenario.targets.rests == "least":
        numbers = replace(numbers, rest_seconds=numbers.rest_seconds_least)
    population = population_of(scenario.athlete)
    return numbers if population is None else _for_population(numbers, population)


def _share(value: int, percent: int) -> int:
    """A percentage in whole units, halves rounded up, and 1 at least."""
    return max(1, (value * percent + 50) // 100)


def _with_sets(numbers: LevelNumbers, season: Season, returning: int) -> LevelNumbers:
    """Sets, caps and targets in the share of the season or of a break, whichever is less."""
    most = min(season.sets_most_percent, returning)
    wanted = min(season.sets_wanted_percent, returning)
    is_cut = most < 100 or season.sets_per_exercise_max is not None
    ranges = {
        row: _range(bounds, most, season.sets_per_exercise_max, is_cut=is_cut)
        for row, bounds in numbers.sets_range.items()
    }
    main_most = ranges["main"][1]
    return replace(
        numbers,
        sets_range=ranges,
        sets_least=1 if is_cut else numbers.sets_least,
        working_sets_per_session_max=numbers.working_sets_per_session_max * most // 100,
        lower_body_sets_per_session_max=numbers.lower_body_sets_per_session_max * most // 100,
        main_lift_sets=min(_share(numbers.main_lift_sets, wanted), main_most),
        floor_sets={
            tier: sets * season.floor_percent / 100 for tier, sets in numbers.floor_sets.items()
        },
        target_sets={tier: sets * wanted / 100 for tier, sets in numbers.target_sets.items()},
    )


def _range(
    bounds: tuple[int, int], percent: int, most: int | None, *, is_cut: bool
) -> tuple[int, int]:
    """Lowest and highest sets of an exercise; a week that is cut down allows a single set."""
    highest = _share(bounds[1], percent)
    highest = highest if most is None else min(highest, most)
    return (1 if is_cut else bounds[0]), highest


def _with_contacts(numbers: LevelNumbers, percent: int) -> LevelNumbers:
    return replace(
        numbers,
        contacts_per_session_max=numbers.contacts_per_session_max * percent // 100,
        contacts_per_week_max=numbers.contacts_per_week_max * percent // 100,
    )


def _weeks_behind(scenario: Scenario) -> int:
    """Weeks of strength work that doses build on: none without a history and after a break."""
    history = scenario.history
    return 0 if history is None or is_returning(scenario) else history.weeks_trained


def _rep_style(scenario: Scenario, season: Season, *, light_loads: bool) -> RepStyle:
    """Many repetitions with light loads and in a beginner's first weeks, else the season's."""
    weeks = _weeks_behind(scenario)
    is_new = training_level(scenario) == "beginner" and weeks < FEW_WEEKS_TRAINED
    return "many" if light_loads or is_new else season.rep_style


def _with_repetitions(numbers: LevelNumbers, style: RepStyle) -> LevelNumbers:
    bilateral, sided = numbers.main_reps[style]
    main: dict[DoseClass, int] = {"main": bilateral}
    main_sided: dict[DoseClass, int] = {"main": sided}
    change = LOAD_PERCENT_CHANGE[style]
    lowest, highest = numbers.load_percent_of_1rm
    return replace(
        numbers,
        load_percent_of_1rm=(lowest + change, highest + change),
        bilateral_reps={**numbers.bilateral_reps, **main},
        sided_reps={**numbers.sided_reps, **main_sided},
    )


def _reps_in_reserve(scenario: Scenario, season: Season, *, light_loads: bool) -> int:
    weeks = _weeks_behind(scenario)
    level = LEVEL_NUMBERS[training_level(scenario)].reps_in_reserve
    least = season.reps_in_reserve_least
    if weeks == 0 or light_loads:
        least = max(least, FIRST_WEEKS_REPS_IN_RESERVE)
    return max(level + season.reps_in_reserve_change, least)


def _for_population(numbers: LevelNumbers, population: Population) -> LevelNumbers:
    session = numbers.contacts_per_session_max * population.contacts_percent // 100
    if population.contacts_per_session_max is not None:
        session = min(session, population.contacts_per_session_max)
    strength: tuple[DoseClass, ...] = ("main", "main_unloaded", "accessory", "calf")
    ranges = dict(numbers.sets_range)
    for row in strength:
        low, high = ranges[row]
        ranges[row] = (
            low,
            high if population.sets_most is None else min(high, population.sets_most),
        )
    return replace(
        numbers,
        sets_range=ranges,
        contacts_per_session_max=session,
        contacts_per_week_max=numbers.contacts_per_week_max * population.contacts_percent // 100,
        strength_reps_bounds=population.strength_reps_bounds,
    )
