"""Ages, breaks and conditions against the numbers of the training notes, section 2.9."""

from __future__ import annotations

import pytest

from optimizer.domain.refusals import refusals
from optimizer.errors import InputError
from optimizer.planning.problems import build_problem
from optimizer.reading.catalog.reader import read_catalog
from tests.worlds import catalog_with, exercise, problem, scenario, small_catalog


@pytest.mark.parametrize(
    ("age", "group"),
    [
        (None, None),
        (14, "youth"),
        (17, "youth"),
        (18, None),
        (49, None),
        (50, "masters"),
        (64, "masters"),
        (65, "older"),
    ],
)
def test_the_group_of_an_age(age: int | None, group: str | None) -> None:
    """Youth under 18, masters from 50, older from 65."""
    found = problem(athlete={"age": age}).population
    assert (found.id if found else None) == group


def reps_of(exercise_id: str, age: int, own: int | None = None) -> int | None:
    """Repetitions of an advanced athlete's build week at this age."""
    levels = ("beginner", "intermediate", "advanced")
    dose = {} if own is None else {"reps": dict.fromkeys(levels, own)}
    catalog = catalog_with(exercise("odd_lift", dose=dose))
    world = problem(
        catalog=catalog,
        athlete={"age": age, "level": "advanced", "phase": "build"},
        history={"weeks_trained": 30},
    )
    row = world.catalog.exercise_by_id[exercise_id]
    return world.prescription(row, "home").dose.reps


@pytest.mark.parametrize(
    ("age", "own", "reps"),
    [
        (30, 3, 3),
        (17, 3, 6),  # no lift under 6
        (17, 30, 15),  # and none over 15
        (65, 3, 8),
        (65, 30, 12),
        (60, 30, 30),
    ],
)
def test_strength_repetitions_stay_in_the_bounds_of_the_age(age: int, own: int, reps: int) -> None:
    """6 to 15 under 18, 8 to 12 from 65."""
    assert reps_of("odd_lift", age, own) == reps


def test_the_young_lift_no_heavy_triples() -> None:
    """The goblet squat's four repetitions of an advanced build week become six."""
    assert reps_of("goblet_squat", 30) == 4
    assert reps_of("goblet_squat", 16) == 6


@pytest.mark.parametrize(("age", "most"), [(30, 5), (16, 3), (65, 3)])
def test_strength_sets_are_at_most_three(age: int, most: int) -> None:
    """1 to 3 sets under 18, 2 to 3 from 65, against 5 of the advanced level."""
    world = problem(athlete={"age": age, "level": "advanced"})
    assert world.numbers.sets_range["main"][1] == most


@pytest.mark.parametrize(
    ("level", "weeks_off", "trained"),
    [
        ("advanced", 2, "advanced"),
        ("advanced", 3, "intermediate"),
        ("intermediate", 8, "beginner"),
        ("beginner", 8, "beginner"),
    ],
)
def test_a_break_of_three_weeks_steps_the_level_down(
    level: str, weeks_off: int, trained: str
) -> None:
    """One level down, never below beginner."""
    world = problem(athlete={"level": level}, history={"weeks_off": weeks_off})
    assert world.level == trained


def test_a_break_leaves_sixty_percent_of_the_sets() -> None:
    """24 sets of an intermediate session become 14, the target of 5 becomes 3."""
    history = {"weeks_trained": 100, "weeks_off": 3}
    numbers = problem(athlete={"level": "advanced"}, history=history).numbers
    assert numbers.working_sets_per_session_max == 14
    assert numbers.target_sets[1] == 3.0
    assert numbers.floor_sets[1] == 2.0  # the floor of a base week stays


@pytest.mark.parametrize(("phase", "cap"), [("base", 14), ("taper", 12), ("race_week", 7)])
def test_of_a_break_and_a_phase_the_smaller_share_counts(phase: str, cap: int) -> None:
    """24 sets of an intermediate session at 60, 50 and 30 per cent."""
    history = {"weeks_trained": 100, "weeks_off": 3}
    world = problem(athlete={"level": "advanced", "phase": phase}, history=history)
    assert world.numbers.working_sets_per_session_max == cap


def test_a_condition_with_light_loads_keeps_four_in_reserve_and_many_repetitions() -> None:
    """An advanced build week lifts like a transition week."""
    world = problem(
        athlete={"level": "advanced", "phase": "build", "conditions": ["weak_heart"]},
        history={"weeks_trained": 100},
    )
    assert world.numbers.reps_in_reserve == 4
    assert world.numbers.bilateral_reps["main"] == 8


@pytest.mark.parametrize(
    ("athlete", "refused"),
    [
        ({"age": 13}, 1),
        ({"age": 13, "supervised": True}, 0),
        ({"age": 14}, 0),
        ({"conditions": ["pregnancy"]}, 1),
        ({"pains": ["pregnancy"]}, 1),
        ({"age": 12, "conditions": ["pregnancy"]}, 2),
        ({"conditions": ["weak_heart"]}, 0),
    ],
)
def test_who_is_referred(athlete: dict[str, object], refused: int) -> None:
    """Children alone and refused conditions; each with a hint at somebody who can help."""
    found = list(refusals(scenario(athlete=athlete), small_catalog()))
    assert len(found) == refused
    assert all(one.code == "needs-a-professional" and one.hint for one in found)


def test_a_problem_is_not_built_for_somebody_who_is_referred() -> None:
    """Also without a file, a refusal is an error and never a plan."""
    with pytest.raises(InputError, match="needs-a-professional"):
        build_problem(scenario(athlete={"conditions": ["pregnancy"]}), small_catalog())


def test_the_shipped_catalog_refuses_and_lightens_what_the_notes_say() -> None:
    """Pregnancy and the months after birth; low energy, osteoporosis and heart disease."""
    pains = read_catalog().pains
    assert {pain.id for pain in pains if pain.refuse} == {"pregnancy", "postpartum"}
    light = {pain.id for pain in pains if pain.light_loads}
    assert light == {"low_energy_availability", "osteoporosis", "cardiac_history"}
    assert all(pain.avoid_impact for pain in pains if pain.light_loads or pain.refuse)
