"""The floor rule: two sets for tier 1 and one for tier 2, halved in a week of one session."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import catalog_of_muscles, plan_of, problem, session

RULE = "muscles_reach_their_floor"


def week_for(muscle: str, **changes: Any) -> Problem:
    """A week that counts this muscle alone."""
    return problem(catalog=catalog_of_muscles(muscle), **changes)


@pytest.mark.parametrize(
    ("muscle", "exercise_id", "just_enough"),
    [
        ("quadriceps", "air_squat", 2),  # tier 1, direct: 2 * 1.0 = 2.0
        ("erector_spinae", "goblet_squat", 4),  # tier 1, indirect: 4 * 0.5 = 2.0
        ("gastrocnemius", "pogo_hop", 4),  # tier 1, direct power: 4 * 0.5 = 2.0
        ("lats", "band_row", 1),  # tier 2, direct: 1 * 1.0 = 1.0
        ("deltoids", "push_up", 2),  # tier 2, indirect: 2 * 0.5 = 1.0
    ],
)
def test_the_floor_of_each_tier(muscle: str, exercise_id: str, just_enough: int) -> None:
    """The sets that come to the floor are legal, one set fewer is not."""
    world = week_for(muscle)
    enough = plan_of(world, {(exercise_id, "mon"): just_enough})
    short = plan_of(world, {(exercise_id, "mon"): just_enough - 1})
    assert verdict(world, enough, RULE) == LEGAL
    assert verdict(world, short, RULE) == ILLEGAL


def test_the_breach_states_sets_and_floor() -> None:
    """Three indirect sets are 1.5 of a floor of 2."""
    world = week_for("erector_spinae")
    found = breaches(world, plan_of(world, {("goblet_squat", "mon"): 3}), RULE)
    assert found == [("week", "erector_spinae gets 1.5 sets, floor 2")]


def test_sessions_add_up() -> None:
    """One set on each of two days reaches the floor of two."""
    world = week_for("quadriceps")
    plan = plan_of(world, {("air_squat", "mon"): 1, ("reverse_lunge", "thu"): 1})
    assert verdict(world, plan, RULE) == LEGAL


@pytest.mark.parametrize(
    ("muscle", "exercise_id"), [("quadriceps", "air_squat"), ("deltoids", "push_up")]
)
def test_one_session_halves_the_floor(muscle: str, exercise_id: str) -> None:
    """In a week of one session 1.0 direct (tier 1) or 0.5 indirect (tier 2) is enough."""
    world = week_for(muscle, sessions=[session("mon")])
    assert verdict(world, plan_of(world, {(exercise_id, "mon"): 1}), RULE) == LEGAL
    assert verdict(world, plan_of(world, {}), RULE) == ILLEGAL


@pytest.mark.parametrize(("sets", "expected"), [(3, LEGAL), (2, ILLEGAL)])
def test_the_scenario_sets_its_own_floor(sets: int, expected: str) -> None:
    """With a floor of 2.25 sets, three are legal and two are not."""
    world = week_for("quadriceps", targets={"muscles": {"quadriceps": {"floor": 2.25}}})
    assert verdict(world, plan_of(world, {("air_squat", "mon"): sets}), RULE) == expected


def test_an_own_target_below_the_floor_lowers_the_floor() -> None:
    """A target of one set leaves a floor of one."""
    world = week_for("quadriceps", targets={"muscles": {"quadriceps": {"target": 1}}})
    assert verdict(world, plan_of(world, {("air_squat", "mon"): 1}), RULE) == LEGAL


def test_a_muscle_without_a_row_is_never_waived() -> None:
    """When no exercise trains the lats, the floor stays and the week is illegal."""
    never = {"never": ("band_row", "one_arm_row")}
    world = week_for("lats", athlete=never)
    assert verdict(world, plan_of(world, {("air_squat", "mon"): 5}), RULE) == ILLEGAL


def test_tier_three_has_no_floor() -> None:
    """A week without triceps work is legal."""
    world = week_for("triceps")
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


def test_relaxed_floors_bind_nothing() -> None:
    """With relaxed floors an empty week passes this rule."""
    world = problem(targets={"floors": "relaxed"})
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule accepts an empty week."""
    world = problem(constraints={RULE: {"enabled": False}})
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL
