"""The knee and hip rule: neither side has more than three times the sets of the other."""

from __future__ import annotations

import pytest

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import catalog_with, exercise, plan_of, problem

RULE = "knee_and_hip_work_are_balanced"


def week_of(world: Problem, knee: int, hip: int) -> Plan:
    """A week of this many squat and bridge sets."""
    return plan_of(world, {("air_squat", "mon"): knee, ("bridge", "thu"): hip})


@pytest.mark.parametrize(
    ("knee", "hip", "expected"),
    [(6, 2, LEGAL), (7, 2, ILLEGAL), (2, 6, LEGAL), (2, 7, ILLEGAL), (1, 0, ILLEGAL)],
)
def test_three_to_one_is_the_limit(knee: int, hip: int, expected: str) -> None:
    """6 = 3 * 2 sets are legal on either side, 7 are not, and one against none is not."""
    world = problem()
    assert verdict(world, week_of(world, knee, hip), RULE) == expected


def test_the_breach_counts_both_sides() -> None:
    """The breach states the sets of both sides, for the week."""
    world = problem()
    found = breaches(world, week_of(world, 7, 2), RULE)
    assert found == [("week", "7 knee-dominant against 2 hip-dominant sets")]


@pytest.mark.parametrize(("knee", "expected"), [(4, LEGAL), (5, ILLEGAL)])
def test_the_setting_moves_the_ratio(knee: int, expected: str) -> None:
    """At 200 per cent, 4 against 2 is legal and 5 against 2 is not."""
    world = problem(constraints={RULE: {"ratio_percent": 200}})
    assert verdict(world, week_of(world, knee, 2), RULE) == expected


def test_every_pattern_of_a_side_counts() -> None:
    """Lunge and step are knee, hinge and curl are hip: 3 + 3 against 1 + 1 is legal."""
    world = problem()
    chosen = {
        ("reverse_lunge", "mon"): 3,
        ("step_up", "mon"): 3,
        ("deadlift", "mon"): 1,
        ("sliding_curl", "mon"): 1,
    }
    assert verdict(world, plan_of(world, chosen), RULE) == LEGAL


@pytest.mark.parametrize(("sets", "expected"), [(3, LEGAL), (4, ILLEGAL)])
def test_a_get_up_is_knee_work(sets: int, expected: str) -> None:
    """Three sets of get-ups against one bridge are legal, four are not."""
    world = problem(catalog=catalog_with(exercise("get_up", pattern="get_up")))
    plan = plan_of(world, {("get_up", "mon"): sets, ("bridge", "thu"): 1})
    assert verdict(world, plan, RULE) == expected


def test_secondary_patterns_do_not_count() -> None:
    """A squat with a hinge as its secondary pattern is knee work alone: 1 against 0."""
    swing = exercise("squat_swing", secondary=("hinge",))
    world = problem(catalog=catalog_with(swing))
    assert verdict(world, plan_of(world, {("squat_swing", "mon"): 1}), RULE) == ILLEGAL


def test_a_side_without_any_row_leaves_the_rule_out() -> None:
    """When no hip row is left, seven knee sets against none are legal."""
    world = problem(athlete={"never": ("deadlift", "bridge", "one_leg_bridge")})
    assert verdict(world, week_of(world, 7, 0), RULE) == LEGAL


def test_no_leg_work_is_legal() -> None:
    """Zero against zero is balanced."""
    world = problem()
    assert verdict(world, plan_of(world, {("calf_raise", "mon"): 3}), RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule accepts knee work alone."""
    world = problem(constraints={RULE: {"enabled": False}})
    assert verdict(world, week_of(world, 7, 0), RULE) == LEGAL
