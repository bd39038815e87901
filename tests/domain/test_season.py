"""The phase table against the numbers of the training notes, section 2.4."""

from __future__ import annotations

from typing import get_args

import pytest

from optimizer.domain.dosing.season import SEASONS
from optimizer.domain.exercise import LEVELS
from optimizer.domain.scenario import Phase
from tests.worlds import problem, session

NOTES = {
    # phase: sets wanted and most in percent, contacts in percent, floors, sessions B I A
    "transition": (60, 60, 20, "waived", (2, 2, 2)),
    "base": (100, 100, 70, "full", (3, 3, 3)),
    "build": (85, 100, 100, "full", (3, 3, 3)),
    "peak": (60, 60, 60, "halved", (2, 2, 2)),
    "taper": (40, 50, 30, "halved", (1, 1, 1)),
    "race_week": (30, 30, 20, "waived", (1, 1, 1)),
    "post_race": (30, 30, 0, "waived", (1, 1, 1)),
    "maintenance": (50, 100, 50, "halved", (1, 1, 1)),
}


def test_every_phase_of_the_format_has_a_season() -> None:
    """No phase can be written that has no numbers."""
    assert set(SEASONS) == set(get_args(Phase)) == set(NOTES)


@pytest.mark.parametrize("phase", NOTES)
def test_the_numbers_are_those_of_the_notes(phase: Phase) -> None:
    """Multipliers, floors and sessions of each phase."""
    season = SEASONS[phase]
    sessions = tuple(season.sessions_most[level] for level in LEVELS)
    found = (
        season.sets_wanted_percent,
        season.sets_most_percent,
        season.contacts_percent,
        season.floors,
        sessions,
    )
    assert found == NOTES[phase]


@pytest.mark.parametrize(
    ("phase", "working", "lower_body"),
    [("base", 24, 12), ("peak", 14, 7), ("taper", 12, 6), ("race_week", 7, 3)],
)
def test_the_caps_of_sets_are_scaled(phase: str, working: int, lower_body: int) -> None:
    """24 and 12 sets of an intermediate session, times 1.0, 0.6, 0.5 and 0.3, rounded down."""
    numbers = problem(athlete={"level": "intermediate", "phase": phase}).numbers
    assert numbers.working_sets_per_session_max == working
    assert numbers.lower_body_sets_per_session_max == lower_body


@pytest.mark.parametrize(
    ("phase", "floor", "target"),
    [
        ("base", 2.0, 5.0),
        ("build", 2.0, 4.25),
        ("peak", 1.0, 3.0),
        ("taper", 1.0, 2.0),
        ("race_week", 0.0, 1.5),
        ("post_race", 0.0, 1.5),
        ("transition", 0.0, 3.0),
        ("maintenance", 1.0, 2.5),
    ],
)
def test_floors_and_targets_are_scaled(phase: str, floor: float, target: float) -> None:
    """Floor 2 and target 5 of an intermediate tier-1 muscle."""
    world = problem(athlete={"level": "intermediate", "phase": phase})
    demand = next(demand for demand in world.muscle_demands if demand.tier == 1)
    assert (demand.floor_quarters / 4, demand.target_quarters / 4) == (floor, target)


@pytest.mark.parametrize("phase", ["base", "peak"])
def test_floors_are_halved_once(phase: str) -> None:
    """A single session in a phase of halved floors keeps half, not a quarter."""
    world = problem(sessions=[session("mon")], athlete={"phase": phase})
    assert {demand.floor_quarters for demand in world.muscle_demands if demand.tier == 1} == {4}
    assert {demand.floor_halves for demand in world.plane_demands} == {1}


@pytest.mark.parametrize(
    ("phase", "floor"), [("base", 2), ("taper", 1), ("race_week", 0), ("transition", 0)]
)
def test_floors_of_planes_follow(phase: str, floor: int) -> None:
    """1.0 credit, that is two half credits, times 1.0, 0.5 and 0."""
    world = problem(athlete={"phase": phase})
    assert {demand.floor_halves for demand in world.plane_demands} == {floor}


def test_the_scenario_s_own_floor_wins_in_every_phase() -> None:
    """A floor that somebody writes is not scaled."""
    world = problem(athlete={"phase": "race_week"}, targets={"muscles": {"soleus": {"floor": 2}}})
    demand = next(demand for demand in world.muscle_demands if demand.muscle == "soleus")
    assert (demand.floor_quarters, demand.target_quarters) == (8, 8)


@pytest.mark.parametrize(
    ("level", "phase", "reserve"),
    [
        ("beginner", "base", 4),  # the notes: 3 to 4
        ("beginner", "build", 3),
        ("intermediate", "base", 3),  # 2 to 3
        ("intermediate", "build", 2),
        ("advanced", "base", 2),  # 1 to 3
        ("advanced", "build", 2),
        ("advanced", "peak", 2),
        ("intermediate", "maintenance", 3),
        ("advanced", "taper", 4),
        ("advanced", "race_week", 4),
        ("advanced", "post_race", 4),
        ("advanced", "transition", 4),
    ],
)
def test_the_reserve_follows_level_and_phase(level: str, phase: str, reserve: int) -> None:
    """Repetitions in reserve after some weeks of training."""
    world = problem(athlete={"level": level, "phase": phase}, history={"weeks_trained": 12})
    assert world.numbers.reps_in_reserve == reserve


@pytest.mark.parametrize(
    "history", [None, {"weeks_trained": 0}, {"weeks_trained": 40, "weeks_off": 3}]
)
def test_the_first_weeks_keep_four_in_reserve(history: dict[str, int] | None) -> None:
    """Without weeks of training behind, or after a break, an advanced athlete stops four early."""
    world = problem(athlete={"level": "advanced", "phase": "build"}, history=history)
    assert world.numbers.reps_in_reserve == 4


@pytest.mark.parametrize(("weeks_off", "reps", "reserve"), [(2, 8, 3), (3, 12, 4)])
def test_a_break_asks_for_the_repetitions_of_a_beginning(
    weeks_off: int, reps: int, reserve: int
) -> None:
    """Three weeks off take an intermediate athlete to the doses of a beginner's first weeks."""
    history = {"weeks_trained": 40, "weeks_off": weeks_off}
    world = problem(athlete={"level": "intermediate"}, history=history)
    assert world.numbers.bilateral_reps["main"] == reps
    assert world.numbers.reps_in_reserve == reserve


@pytest.mark.parametrize(
    ("phase", "sets"),
    [("base", 3), ("build", 3), ("peak", 2), ("taper", 1), ("race_week", 1), ("maintenance", 2)],
)
def test_main_lifts_want_fewer_sets(phase: str, sets: int) -> None:
    """3 sets times 1.0, 0.85, 0.6, 0.4, 0.3 and 0.5, rounded, and 1 at least."""
    world = problem(athlete={"level": "intermediate", "phase": phase})
    assert world.numbers.main_lift_sets == sets
