"""The two-leg lift of a trained runner's week: 300 where there is none."""

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
        ("advanced", "build", 300),
        ("advanced", "base", 300),
        ("advanced", "maintenance", 300),
        ("advanced", "transition", 0),
        ("intermediate", "build", 300),
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
        ("air_squat", 300),  # loaded lifts are at hand
        ("bridge", 300),  # no compound lift
        ("step_up", 300),  # on one leg
    ],
)
def test_loaded_compound_lifts_on_two_legs_count(row: str, expected: int) -> None:
    """One item a week is enough, whatever its sets."""
    world = world_of()
    assert value(world, plan_of(world, {(row, "thu"): 1}), AIM) == expected


def test_without_loads_an_unloaded_squat_counts() -> None:
    """In a place without loads the air squat is the two-leg lift there is."""
    world = world_of(sessions=(session("mon", place="bare"),))
    assert value(world, plan_of(world, {}), AIM) == 300
    assert value(world, plan_of(world, {("air_squat", "mon"): 1}), AIM) == 0


def test_nothing_is_asked_where_no_lift_is_possible() -> None:
    """Without any two-leg main lift there is nothing to miss."""
    never = ("air_squat", "goblet_squat", "thruster", "deadlift")
    world = problem(athlete={"level": "advanced", "phase": "build", "never": never})
    assert value(world, plan_of(world, {}), AIM) == 0


@pytest.mark.parametrize(
    ("settings", "expected"), [({"lifts": 3}, 600), ({"lifts": 0}, 0), ({"weight": 7}, 0)]
)
def test_the_settings_move_lifts_and_weight(settings: dict[str, Any], expected: int) -> None:
    """One deadlift is two short of three."""
    world = world_of(objectives={AIM: settings})
    assert value(world, plan_of(world, {("deadlift", "mon"): 3}), AIM) == expected


@pytest.mark.parametrize(("row", "expected"), [("barbell_squat", 0), ("goblet_squat", 300)])
def test_where_there_is_a_barbell_only_lifts_on_it_count(row: str, expected: int) -> None:
    """A dumbbell in both hands is no heavy lift beside a barbell."""
    world = world_of(
        catalog=catalog_with(*framing_rows()),
        places={"home": {"kit": "home", "equipment": {"barbell": 1}}},
    )
    assert value(world, plan_of(world, {(row, "mon"): 2}), AIM) == expected


def test_a_position_that_is_held_is_no_lift() -> None:
    """A hinge hold with dumbbells neither counts nor asks for anything."""
    held = hold("hinge_hold", pattern="hinge", role="strength", equipment=({"dumbbell": 2},))
    world = world_of(catalog=catalog_with(held))
    assert value(world, plan_of(world, {("hinge_hold", "mon"): 2}), AIM) == 300
    assert value(world, plan_of(world, {("deadlift", "mon"): 2}), AIM) == 0
