"""The two-leg lift of a trained runner's week: 50 points for each set that is missing."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from tests.framing_rows import framing_rows
from tests.model_check import value
from tests.rows import hold
from tests.worlds import catalog_with, plan_of, problem, session

AIM = "two_leg_lift_is_kept"


def world_of(level: str = "advanced", phase: str = "build", **changes: Any) -> Problem:
    """A week of an athlete of this level in this phase."""
    return problem(athlete={"level": level, "phase": phase}, **changes)


@pytest.mark.parametrize(
    ("level", "phase", "expected"),
    [
        ("advanced", "build", 150),
        ("advanced", "base", 150),
        ("advanced", "maintenance", 100),
        ("advanced", "transition", 0),
        ("intermediate", "build", 150),
        ("intermediate", "taper", 0),
        ("beginner", "build", 0),
    ],
)
def test_only_trained_athletes_in_weeks_of_hard_work_are_asked(
    level: str, phase: str, expected: int
) -> None:
    """A week of lunges and calf raises has no two-leg main lift."""
    world = world_of(level, phase)
    plan = plan_of(world, {("reverse_lunge", "mon"): 3, ("calf_raise", "thu"): 3})
    assert value(world, plan, AIM) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("goblet_squat", 0),
        ("deadlift", 0),
        ("thruster", 0),
        ("air_squat", 150),  # no load
        ("bridge", 150),  # no compound lift
        ("step_up", 150),  # on one leg
    ],
)
def test_loaded_compound_lifts_on_two_legs_count(row: str, expected: int) -> None:
    """Three sets a week are enough."""
    world = world_of()
    assert value(world, plan_of(world, {(row, "thu"): 3}), AIM) == expected


@pytest.mark.parametrize(("sets", "expected"), [(1, 100), (2, 50), (3, 0), (5, 0)])
def test_each_set_short_costs_its_weight(sets: int, expected: int) -> None:
    """Three sets are wanted of an advanced runner's 45 minutes."""
    world = world_of()
    assert value(world, plan_of(world, {("deadlift", "thu"): sets}), AIM) == expected


def test_sets_of_several_sessions_add_up() -> None:
    """Two sets on Monday and one on Thursday."""
    world = world_of()
    plan = plan_of(world, {("deadlift", "mon"): 2, ("goblet_squat", "thu"): 1})
    assert value(world, plan, AIM) == 0


def test_the_longest_session_that_can_hold_a_lift_sets_the_number() -> None:
    """Short sessions want two sets."""
    short = world_of(sessions=(session("mon", minutes=30), session("thu", minutes=44)))
    assert value(short, plan_of(short, {}), AIM) == 100
    bare = world_of(sessions=(session("mon", minutes=30), session("thu", minutes=60, place="bare")))
    assert value(bare, plan_of(bare, {}), AIM) == 100


def test_without_loads_nothing_is_asked() -> None:
    """In a place without loads no lift is heavy."""
    world = world_of(sessions=(session("mon", place="bare"),))
    assert value(world, plan_of(world, {}), AIM) == 0


def test_nothing_is_asked_where_no_lift_is_possible() -> None:
    """Without any two-leg main lift there is nothing to miss."""
    never = ("air_squat", "goblet_squat", "thruster", "deadlift")
    world = problem(athlete={"level": "advanced", "phase": "build", "never": never})
    assert value(world, plan_of(world, {}), AIM) == 0


@pytest.mark.parametrize(
    ("settings", "expected"),
    [({"sets": 3}, 100), ({"sets": 0}, 0), ({"weight": 7}, 14), ({"sets": 2, "weight": 7}, 7)],
)
def test_the_settings_move_sets_and_weight(settings: dict[str, Any], expected: int) -> None:
    """One set is two short of three."""
    world = world_of(objectives={AIM: settings})
    assert value(world, plan_of(world, {("deadlift", "mon"): 1}), AIM) == expected


@pytest.mark.parametrize(("row", "expected"), [("barbell_squat", 0), ("goblet_squat", 150)])
def test_where_there_is_a_barbell_only_lifts_on_it_count(row: str, expected: int) -> None:
    """A dumbbell in both hands is no heavy lift beside a barbell."""
    world = world_of(
        catalog=catalog_with(*framing_rows()),
        places={"home": {"kit": "home", "equipment": {"barbell": 1}}},
    )
    assert value(world, plan_of(world, {(row, "mon"): 3}), AIM) == expected


def test_a_position_that_is_held_is_no_lift() -> None:
    """A hinge hold with dumbbells neither counts nor asks for anything."""
    held = hold("hinge_hold", pattern="hinge", role="strength", equipment=({"dumbbell": 2},))
    world = world_of(catalog=catalog_with(held))
    assert value(world, plan_of(world, {("hinge_hold", "mon"): 3}), AIM) == 150
    assert value(world, plan_of(world, {("deadlift", "mon"): 3}), AIM) == 0
