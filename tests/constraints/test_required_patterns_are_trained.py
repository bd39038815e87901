"""The pattern rule: nine pattern groups a week, six in a week of one session."""

from __future__ import annotations

from typing import Any

import pytest

from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import plan_of, problem, session

RULE = "required_patterns_are_trained"
NINE = {
    "air_squat": "knee dominant",
    "bridge": "hip dominant",
    "push_up": "push",
    "band_row": "pull",
    "calf_raise": "calf",
    "side_leg_raise": "hip abduction",
    "plank": "anti extension",
    "bird_dog": "anti rotation",
    "side_plank": "anti lateral flexion",
}
SIX = ("air_squat", "bridge", "push_up", "band_row", "calf_raise", "russian_twist")


def monday(*rows: str) -> dict[tuple[str, str], int]:
    """One set of each row on Monday."""
    return {(row, "mon"): 1 for row in rows}


def test_one_item_of_each_group_is_enough() -> None:
    """Nine rows for nine groups, one set each on one day, are legal."""
    world = problem()
    assert verdict(world, plan_of(world, monday(*NINE)), RULE) == LEGAL


@pytest.mark.parametrize("left_out", NINE)
def test_a_group_left_out_is_illegal(left_out: str) -> None:
    """Each of the nine groups is missed when its only row is left out."""
    world = problem()
    plan = plan_of(world, monday(*(row for row in NINE if row != left_out)))
    assert verdict(world, plan, RULE) == ILLEGAL
    assert breaches(world, plan, RULE) == [("week", f"no {NINE[left_out]}")]


@pytest.mark.parametrize("left_out", SIX)
def test_one_session_needs_six_groups(left_out: str) -> None:
    """One session needs knee, hip, push, pull, calf and any core row, and nothing else."""
    world = problem(sessions=[session("mon")])
    assert verdict(world, plan_of(world, monday(*SIX)), RULE) == LEGAL
    rest = (row for row in SIX if row != left_out)
    assert verdict(world, plan_of(world, monday(*rest)), RULE) == ILLEGAL


@pytest.mark.parametrize("phase", ["peak", "taper", "maintenance"])
def test_phases_of_halved_floors_need_six_groups(phase: str) -> None:
    """Two sessions of such a week need what one base session does."""
    world = problem(athlete={"phase": phase})
    assert verdict(world, plan_of(world, monday(*SIX)), RULE) == LEGAL
    assert verdict(world, plan_of(world, monday(*SIX[1:])), RULE) == ILLEGAL


@pytest.mark.parametrize("phase", ["transition", "race_week", "post_race"])
def test_phases_without_floors_need_nothing(phase: str) -> None:
    """An empty week is legal."""
    world = problem(athlete={"phase": phase})
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


def test_a_secondary_pattern_serves_a_group() -> None:
    """The renegade row pulls, pushes and resists twisting: it replaces three rows."""
    world = problem()
    rows = {*NINE, "renegade_row"} - {"push_up", "band_row", "bird_dog"}
    assert verdict(world, plan_of(world, monday(*sorted(rows))), RULE) == LEGAL


def test_a_group_that_nothing_can_serve_is_left_out() -> None:
    """When every pulling row is excluded, a week without a pull is legal."""
    world = problem(athlete={"never": ("band_row", "one_arm_row")})
    assert world.unserved_groups == ("pull",)
    plan = plan_of(world, monday(*(row for row in NINE if row != "band_row")))
    assert verdict(world, plan, RULE) == LEGAL


@pytest.mark.parametrize(
    "changes", [{"targets": {"floors": "relaxed"}}, {"constraints": {RULE: {"enabled": False}}}]
)
def test_relaxed_floors_and_a_disabled_rule_bind_nothing(changes: dict[str, Any]) -> None:
    """Either way an empty week is legal."""
    world = problem(**changes)
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL
