"""Repetitions, tempo, sets and loads of a dose, with the numbers worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from optimizer.domain.dosing.dose import Dose, tempo_seconds
from optimizer.domain.dosing.load_guide import guide, percent_for
from optimizer.domain.problem import Prescription, Problem
from tests.rows import ONE_SIDE
from tests.worlds import catalog_with, exercise, problem, small_catalog

SEASONED = {"weeks_trained": 30}


def prescribed(world: Problem, exercise_id: str, place: str = "home") -> Prescription:
    """The prescription of an exercise."""
    return world.prescription(world.catalog.exercise_by_id[exercise_id], place)


def dose(exercise_id: str, history: Any = SEASONED, **athlete: Any) -> Dose:
    """The dose at home of an athlete."""
    return prescribed(problem(athlete=athlete, history=history), exercise_id).dose


@pytest.mark.parametrize(
    ("level", "phase", "two_legs", "one_leg"),
    [
        ("beginner", "base", 10, 10),
        ("beginner", "build", 8, 8),
        ("beginner", "transition", 12, 12),
        ("intermediate", "base", 8, 8),
        ("intermediate", "build", 6, 6),
        ("advanced", "base", 6, 6),
        ("advanced", "build", 4, 5),
        ("advanced", "peak", 4, 5),
        ("advanced", "maintenance", 6, 6),
        ("advanced", "transition", 8, 8),
    ],
)
def test_repetitions_of_main_lifts_follow_the_phase(
    level: str, phase: str, two_legs: int, one_leg: int
) -> None:
    """Few when heaviest, many when light, inside the bounds of the notes (2.3)."""
    assert dose("goblet_squat", level=level, phase=phase).reps == two_legs
    assert dose("step_up", level=level, phase=phase).reps == one_leg


@pytest.mark.parametrize(("phase", "items"), [("base", {"dumbbell": 1}), ("post_race", {})])
def test_after_a_race_everything_that_can_goes_without_a_load(
    phase: str, items: dict[str, int]
) -> None:
    """The first choice with a load gives way to the one without."""
    row = exercise("either", pattern="squat", equipment=({"dumbbell": 1}, {}))
    world = problem(athlete={"phase": phase}, history=SEASONED, catalog=catalog_with(row))
    assert prescribed(world, "either").equipment == items


@pytest.mark.parametrize(("weeks", "reps"), [(0, 12), (3, 12), (4, 10)])
def test_a_beginner_s_first_four_weeks_have_many_repetitions(weeks: int, reps: int) -> None:
    """10 to 15 for four weeks, then 8 to 12."""
    assert dose("goblet_squat", history={"weeks_trained": weeks}).reps == reps


@pytest.mark.parametrize(
    ("level", "exercise_id", "tempo"),
    [
        ("advanced", "air_squat", "3-1-1"),  # two legs without a load
        ("advanced", "reverse_lunge", None),  # one leg makes it hard enough
        ("advanced", "goblet_squat", None),
        ("intermediate", "air_squat", None),
    ],
)
def test_a_light_two_leg_lift_is_slow_for_the_advanced(
    level: str, exercise_id: str, tempo: str | None
) -> None:
    """The notes ask for tempo or one leg where the load is light."""
    assert dose(exercise_id, level=level).tempo == tempo


def test_a_tempo_takes_its_seconds() -> None:
    """12 repetitions of 3-1-1 take 60 s, not 36 s."""
    world = problem(athlete={"level": "advanced"}, history=SEASONED)
    found = prescribed(world, "air_squat")
    assert tempo_seconds("3-1-1") == 5
    assert (found.dose.reps, found.time.set_seconds) == (12, 60)


def test_a_sore_tendon_slows_calf_raises() -> None:
    """3-0-3 for ten repetitions of calf raises, and nothing else."""
    world = problem(athlete={"pains": ["achilles_pain"]}, history=SEASONED)
    raise_ = prescribed(world, "calf_raise")
    assert (raise_.dose.tempo, raise_.dose.reps, raise_.time.set_seconds) == ("3-0-3", 10, 60)
    assert prescribed(world, "goblet_squat").dose.tempo is None


def test_the_catalog_s_own_tempo_is_shown() -> None:
    """A row that asks for slow lowering says so in its dose."""
    row = exercise("slow_lift", seconds_per_rep=5.0, dose={"tempo": "4-0-1"})
    world = problem(catalog=catalog_with(row))
    assert prescribed(world, "slow_lift").dose.tempo == "4-0-1"


@pytest.mark.parametrize(("reps", "percent"), [(1, 97), (5, 86), (8, 79), (10, 75), (14, 68)])
def test_percentages_are_those_of_epley(reps: int, percent: int) -> None:
    """30 / (30 + n), in percent."""
    assert percent_for(reps) == percent


def test_the_guide_leaves_the_reserve() -> None:
    """8 repetitions with 3 left are 11 in all: 73 %; three more left are 68 %."""
    made = guide(100.0, Dose("main", 8, None, 120, 2, 4, 3), 85)
    assert (made.lowest_percent, made.highest_percent) == (68, 73)
    assert (made.lowest_kg, made.highest_kg) == (68.0, 73.0)


def test_the_level_bounds_the_guide() -> None:
    """8 repetitions with 3 left would be 73 %; a beginner stays at 70 %."""
    assert guide(100.0, Dose("main", 8, None, 75, 1, 3, 3), 70).highest_percent == 70


def at_home(loads: list[float], maximum: float | None, level: str = "intermediate") -> Problem:
    """A home with dumbbells of these sizes, and a maximum of the goblet squat."""
    known = {} if maximum is None else {"goblet_squat": maximum}
    return problem(
        athlete={"level": level, "one_rep_max_kg": known},
        history=SEASONED,
        places={"home": {"equipment": {"dumbbell": {"count": 2, "loads_kg": loads}}}},
    )


@pytest.mark.parametrize(
    ("loads", "maximum", "text"),
    [
        ([8, 12], None, "8 or 12 kg"),
        ([], None, None),
        ([], 40, "27-29 kg (68-73 % of 1RM)"),
        ([20, 28], 40, "27-29 kg (68-73 % of 1RM); you own 28 kg"),
        ([20, 32], 40, "27-29 kg (68-73 % of 1RM); nearest you own: 20 kg"),
        ([8, 12], 40, "12 kg, your heaviest, is light for you: hence more repetitions"),
    ],
)
def test_the_load_in_words(loads: list[float], maximum: float | None, text: str | None) -> None:
    """Kilograms where the maximum is known, rounded to what is owned; else the sizes."""
    assert prescribed(at_home(loads, maximum), "goblet_squat").load == text


def test_a_load_for_two_hands_counts_both() -> None:
    """Two dumbbells of 12 kg are 24 kg in a deadlift."""
    world = problem(
        athlete={"level": "intermediate", "one_rep_max_kg": {"deadlift": 34}},
        history=SEASONED,
        places={"home": {"equipment": {"dumbbell": {"count": 2, "loads_kg": [12]}}}},
    )
    text = prescribed(world, "deadlift").load
    assert text == "23-25 kg (68-73 % of 1RM); you own 2 x 12 kg"


def test_loads_that_are_too_light_get_the_light_band() -> None:
    """12 kg against a guide from 27 kg: 15 repetitions and the rest of light sets."""
    heavy, light = at_home([28], 40), at_home([12], 40)
    assert prescribed(heavy, "goblet_squat").dose.reps == 8
    found = prescribed(light, "goblet_squat").dose
    assert (found.dose_class, found.reps, found.rest_seconds) == ("main_unloaded", 15, 75)


@pytest.mark.parametrize(("score", "sets"), [(3, (1, 3)), (4, (1, 1)), (5, (1, 1))])
def test_a_pain_of_four_halves_the_sets_of_its_area(score: int, sets: tuple[int, int]) -> None:
    """Three sets of calf raises become one, and squats keep theirs."""
    pains = [{"id": "achilles_pain", "score": score}]
    found = dose("calf_raise", pains=pains)
    assert (found.sets_lowest, found.sets_highest) == sets
    assert dose("air_squat", pains=pains).sets_highest == 3


LOADED_FIRST = ({"dumbbell": 1, "wall": 1}, {"wall": 1})
"""Equipment of a calf raise with a dumbbell or without."""


@pytest.mark.parametrize(
    ("level", "sides", "score", "used"),
    [
        ("beginner", ONE_SIDE, None, {"wall": 1}),
        ("intermediate", ONE_SIDE, None, {"dumbbell": 1, "wall": 1}),
        ("beginner", {}, None, {"dumbbell": 1, "wall": 1}),
        ("intermediate", ONE_SIDE, 3, {"dumbbell": 1, "wall": 1}),
        ("intermediate", ONE_SIDE, 4, {"wall": 1}),
        ("intermediate", {}, 5, {"wall": 1}),
    ],
)
def test_calf_raises_are_loaded_when_they_are_clean_and_free_of_pain(
    level: str, sides: dict[str, Any], score: int | None, used: dict[str, int]
) -> None:
    """A beginner on one leg, and a sore calf at 4 and 5, leave the dumbbell where it is."""
    row = exercise(
        "loaded_raise",
        direct=("soleus",),
        pattern="calf",
        mechanics="isolation",
        equipment=LOADED_FIRST,
        **sides,
    )
    pains = [] if score is None else [{"id": "achilles_pain", "score": score}]
    world = problem(
        catalog=catalog_with(row),
        athlete={"level": level, "pains": pains},
        places={"home": {"equipment": {"dumbbell": 2}}},
    )
    assert prescribed(world, "loaded_raise").equipment == used


def test_a_sore_area_keeps_a_load_that_cannot_be_left_out() -> None:
    """A goblet squat is nothing without its weight."""
    world = problem(athlete={"pains": [{"id": "knee_pain", "score": 4}]})
    assert prescribed(world, "goblet_squat").equipment == {"dumbbell": 1}


@pytest.mark.parametrize(
    ("score", "floor", "target"), [(None, 8, 16), (3, 8, 16), (4, 4, 8), (5, 4, 8), (6, 0, 0)]
)
def test_floors_of_a_sore_area_follow_the_score(score: int | None, floor: int, target: int) -> None:
    """Quarter sets of the soleus: full up to 3, half at 4 and 5, none above."""
    world = problem(athlete={"pains": [{"id": "achilles_pain", "score": score}]})
    demand = next(demand for demand in world.muscle_demands if demand.muscle == "soleus")
    assert (demand.floor_quarters, demand.target_quarters) == (floor, target)


def test_a_muscle_that_pain_left_no_exercise_for_has_no_floor() -> None:
    """Every row that trains the shin lists the pain; the floor goes, the rest stays."""
    shin = exercise("toe_raise_seated", pattern="ankle", direct=("tibialis_anterior",))
    sore = shin.model_copy(update={"avoid_with": ("sore_neck",)})
    rows = tuple(row for row in small_catalog().exercises if row.id != "toe_raise")
    catalog = replace(small_catalog(), exercises=(*rows, sore))
    floors = {}
    for pains in ((), ("sore_neck",)):
        world = problem(catalog=catalog, athlete={"pains": pains})
        demands = {demand.muscle: demand for demand in world.muscle_demands}
        floors[pains] = demands["tibialis_anterior"].floor_quarters
        assert demands["soleus"].floor_quarters == 8
    assert floors == {(): 4, ("sore_neck",): 0}


def test_a_muscle_that_equipment_left_no_exercise_for_keeps_its_floor() -> None:
    """No pain is the cause, so the week is impossible rather than lacking."""
    rows = tuple(row for row in small_catalog().exercises if row.id != "toe_raise")
    catalog = replace(small_catalog(), exercises=rows)
    world = problem(catalog=catalog, athlete={"pains": ["sore_neck"]})
    demands = {demand.muscle: demand for demand in world.muscle_demands}
    assert demands["tibialis_anterior"].floor_quarters == 4
    assert world.muscles_lost_to_pain == ()
