"""The whole-body rule: legs, upper body and core in sessions of 30 minutes or more."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import catalog_with, exercise, plan_of, problem, session

RULE = "sessions_train_the_whole_body"
PARTS = {"air_squat": "legs", "push_up": "upper body", "plank": "core"}


def monday(*rows: str) -> dict[tuple[str, str], int]:
    """One set of each row on Monday."""
    return {(row, "mon"): 1 for row in rows}


def one_session(minutes: int = 30, **settings: Any) -> Problem:
    """A week of one Monday session."""
    return problem(sessions=[session("mon", minutes)], constraints={RULE: settings})


def test_one_item_of_each_part_is_enough() -> None:
    """A squat, a push-up and a plank train the whole body."""
    world = one_session()
    assert verdict(world, plan_of(world, monday(*PARTS)), RULE) == LEGAL


@pytest.mark.parametrize("left_out", PARTS)
def test_a_part_left_out_is_illegal(left_out: str) -> None:
    """Two of three parts are not the whole body, and the breach names the third."""
    world = one_session()
    plan = plan_of(world, monday(*(row for row in PARTS if row != left_out)))
    assert verdict(world, plan, RULE) == ILLEGAL
    assert breaches(world, plan, RULE) == [("mon", f"nothing for {PARTS[left_out]}")]


def test_a_full_body_lift_trains_legs() -> None:
    """A row of the full body stands for the legs."""
    world = one_session()
    assert verdict(world, plan_of(world, monday("thruster", "push_up", "plank")), RULE) == LEGAL


@pytest.mark.parametrize("row", ["calf_raise", "side_leg_raise"])
def test_small_work_trains_legs(row: str) -> None:
    """On the eve of a key run a calf raise or a side leg raise stands for the legs."""
    world = one_session()
    assert verdict(world, plan_of(world, monday(row, "push_up", "plank")), RULE) == LEGAL


@pytest.mark.parametrize("row", ["pogo_hop", "squat_jump"])
def test_hops_and_jumps_do_not_train_legs(row: str) -> None:
    """Power does not stand for a leg exercise."""
    world = one_session()
    assert verdict(world, plan_of(world, monday(row, "push_up", "plank")), RULE) == ILLEGAL


@pytest.mark.parametrize(
    ("role", "region", "expected"),
    [("core", "lower", LEGAL), ("core", "upper", LEGAL), ("prehab", "trunk", ILLEGAL)],
)
def test_core_is_a_role_and_not_a_region(role: str, region: str, expected: str) -> None:
    """A core row of any region is core; a trunk row of another role is none of the parts."""
    row = exercise("odd_row", role=role, region=region)
    world = problem(catalog=catalog_with(row), sessions=[session("mon", 30)])
    plan = plan_of(world, monday("odd_row", "air_squat", "push_up"))
    assert verdict(world, plan, RULE) == expected


@pytest.mark.parametrize("part", ["air_squat", "push_up"])
def test_a_trunk_row_of_another_role_trains_neither_legs_nor_arms(part: str) -> None:
    """A trunk row beside core stands for neither the legs nor the upper body."""
    row = exercise("odd_row", role="prehab", region="trunk")
    world = problem(catalog=catalog_with(row), sessions=[session("mon", 30)])
    assert verdict(world, plan_of(world, monday("odd_row", "plank", part)), RULE) == ILLEGAL


def test_a_core_row_of_the_legs_does_not_train_legs() -> None:
    """A core row counts once, as core."""
    row = exercise("odd_row", role="core", region="lower")
    world = problem(catalog=catalog_with(row), sessions=[session("mon", 30)])
    assert verdict(world, plan_of(world, monday("odd_row", "push_up")), RULE) == ILLEGAL


@pytest.mark.parametrize(
    ("minutes", "settings", "expected"),
    [
        (29, {}, LEGAL),
        (30, {}, ILLEGAL),
        (29, {"from_minutes": 29}, ILLEGAL),
        (30, {"from_minutes": 31}, LEGAL),
        (30, {"enabled": False}, LEGAL),
    ],
)
def test_short_sessions_are_left_alone(
    minutes: int, settings: dict[str, Any], expected: str
) -> None:
    """The rule begins at ``from_minutes``, 30 unless set."""
    world = one_session(minutes, **settings)
    assert verdict(world, plan_of(world, {}), RULE) == expected


def test_each_session_is_asked() -> None:
    """Thursday's whole body does not help Monday."""
    world = problem()
    plan = plan_of(world, {(row, "thu"): 1 for row in PARTS})
    assert {where for where, _ in breaches(world, plan, RULE)} == {"mon"}


def test_a_part_that_nothing_can_train_is_left_out() -> None:
    """When every core row is excluded, legs and upper body are enough."""
    never = ("plank", "side_plank", "bird_dog", "russian_twist")
    world = problem(athlete={"never": never}, sessions=[session("mon", 30)])
    assert verdict(world, plan_of(world, monday("air_squat", "push_up")), RULE) == LEGAL


def test_relaxed_floors_bind_nothing() -> None:
    """With relaxed floors an empty session is legal."""
    world = problem(targets={"floors": "relaxed"})
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL
