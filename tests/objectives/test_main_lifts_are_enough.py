"""The main lift aim: 20 points for each knee or hip set short of the level's number.

Two sessions of a beginner want 2 * 2 = 4 sets of each group; beyond that level 2 * 3 = 6.
"""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Day
from tests.model_check import value
from tests.worlds import catalog_with, exercise, plan_of, problem, run, session

AIM = "main_lifts_are_enough"
ENOUGH = {("air_squat", "mon"): 4, ("deadlift", "thu"): 4}


@pytest.mark.parametrize(
    ("knee", "hip", "expected"),
    [
        (4, 4, 0),
        (3, 4, 20),
        (3, 0, 100),  # 1 * 20 + 4 * 20
        (0, 0, 160),
        (9, 0, 80),  # more knee work does not make up for the hip
    ],
)
def test_each_set_short_costs_twenty(knee: int, hip: int, expected: int) -> None:
    """Four sets of each group are wanted in the whole week, on any day."""
    world = problem()
    plan = plan_of(world, {("air_squat", "mon"): knee, ("deadlift", "thu"): hip})
    assert value(world, plan, AIM) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("air_squat", 0),  # a beginner's unloaded lift counts
        ("goblet_squat", 0),
        ("reverse_lunge", 0),
        ("step_up", 0),
        ("calf_raise", 80),
        ("squat_jump", 80),
        ("push_up", 80),
    ],
)
def test_what_is_a_knee_dominant_lift(row: str, expected: int) -> None:
    """Compound squats, lunges and steps are main lifts; nothing else fills their place."""
    world = problem(history={"weeks_trained": 9})
    plan = plan_of(world, {("deadlift", "mon"): 4, (row, "thu"): 4})
    assert value(world, plan, AIM) == expected


@pytest.mark.parametrize(("row", "expected"), [("one_leg_bridge", 0), ("bridge", 80)])
def test_isolation_is_no_main_lift(row: str, expected: int) -> None:
    """The one-leg bridge is compound, the two-leg bridge isolation."""
    world = problem()
    plan = plan_of(world, {("air_squat", "mon"): 4, (row, "thu"): 4})
    assert value(world, plan, AIM) == expected


def test_a_compound_row_of_another_pattern_is_no_main_lift() -> None:
    """A full-body twist fills neither the knee nor the hip group."""
    twist = exercise("standing_twist", pattern="rotation", region="full")
    world = problem(catalog=catalog_with(twist))
    plan = plan_of(world, {("air_squat", "mon"): 4, ("standing_twist", "thu"): 9})
    assert value(world, plan, AIM) == 80


@pytest.mark.parametrize(
    ("place", "squat", "expected"),
    [
        ("home", "goblet_squat", 0),
        ("home", "air_squat", 120),  # six loaded knee sets short
        ("bare", "air_squat", 0),  # nothing to load at this place
    ],
)
def test_beyond_beginner_only_loaded_lifts_count(place: str, squat: str, expected: int) -> None:
    """An intermediate athlete wants six loaded sets where the kit has a load."""
    sessions = [session("mon", place=place), session("thu", place=place)]
    world = problem(athlete={"level": "intermediate"}, sessions=sessions)
    hip = "deadlift" if place == "home" else "one_leg_bridge"
    plan = plan_of(world, {(squat, "mon"): 6, (hip, "thu"): 6})
    assert value(world, plan, AIM) == expected


@pytest.mark.parametrize(
    ("loaded", "unloaded", "expected"),
    [
        (3, 3, 0),
        (0, 6, 2 * 3 * 20),  # the gym's own sets are missed
        (6, 0, 0),  # heavy ones stand for the others
        (3, 0, 2 * 3 * 20),
    ],
)
def test_places_with_loads_are_asked_for_loaded_lifts(
    loaded: int, unloaded: int, expected: int
) -> None:
    """Three sets of each group at the place with loads, six in all."""
    sessions = [session("mon", place="home"), session("thu", place="bare")]
    world = problem(athlete={"level": "intermediate"}, sessions=sessions)
    chosen = {
        ("goblet_squat", "mon"): loaded,
        ("deadlift", "mon"): loaded,
        ("air_squat", "thu"): unloaded,
        ("one_leg_bridge", "thu"): unloaded,
    }
    plan = plan_of(world, {key: sets for key, sets in chosen.items() if sets})
    assert value(world, plan, AIM) == expected


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"sets": 3}, 80),  # (6 - 4) * 20 for each group
        ({"most_sessions": 1}, 0),
        ({"sets": 5, "weight": 1}, 12),  # (10 - 4) for each group
        ({"sets": 0}, 0),
    ],
)
def test_the_settings_move_what_is_wanted(settings: dict[str, Any], expected: int) -> None:
    """Four sets of each group are held; what is wanted depends on the settings."""
    world = problem(objectives={AIM: settings})
    assert value(world, plan_of(world, ENOUGH), AIM) == expected


def test_three_sessions_are_counted_at_most() -> None:
    """Four sessions want 2 * 3 = 6 sets of each group: 12 * 20 in an empty week."""
    sessions = [session("mon"), session("tue"), session("thu"), session("sat")]
    world = problem(sessions=sessions)
    assert value(world, plan_of(world, {}), AIM) == 240


def test_a_session_without_possible_lifts_wants_none() -> None:
    """When every hip lift is excluded, only the four knee sets are wanted."""
    world = problem(athlete={"never": ("deadlift", "one_leg_bridge")})
    assert value(world, plan_of(world, {}), AIM) == 80


def test_lifts_of_a_forbidden_day_count_as_on_other_days() -> None:
    """Monday is the eve of a key run: its lifts are another rule's affair, and are counted."""
    world = problem(
        sessions=[session("mon"), session("thu")],
        runs=[run("tue", "tempo")],
        athlete={"level": "intermediate"},
    )
    chosen = {("goblet_squat", "mon"): 3, ("deadlift", "mon"): 3}
    assert value(world, plan_of(world, chosen), AIM) == 0
    assert value(world, plan_of(world, {}), AIM) == 20 * (3 + 3)


def test_a_phase_with_one_session_wants_the_lifts_of_one() -> None:
    """In the taper one of two sessions takes place; in build both do, and want lifts."""
    wanted = {}
    for phase in ("taper", "build"):
        world = problem(athlete={"phase": phase}, objectives={AIM: {"sets": 2}})
        wanted[phase] = value(world, plan_of(world, {}, days=first_only(world)), AIM)
    assert wanted == {"taper": 20 * (2 + 2), "build": 20 * (4 + 4)}


def first_only(world: Problem) -> dict[str, Day | None]:
    """Days on which only the first session takes place, where the others may stay empty."""
    return dict.fromkeys(world.optional_sessions[1:])
