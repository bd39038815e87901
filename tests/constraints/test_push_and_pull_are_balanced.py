"""The push and pull rule: neither side has more than twice the sets of the other."""

from __future__ import annotations

import pytest

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.objectives.push_and_pull_stay_close import measure
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import catalog_with, exercise, plan_of, problem

RULE = "push_and_pull_are_balanced"


def week_of(world: Problem, push: int, pull: int) -> Plan:
    """A week of this many push-up and band row sets."""
    return plan_of(world, {("push_up", "mon"): push, ("band_row", "thu"): pull})


@pytest.mark.parametrize(
    ("push", "pull", "expected"),
    [(4, 2, LEGAL), (5, 2, ILLEGAL), (2, 4, LEGAL), (2, 5, ILLEGAL), (0, 1, ILLEGAL)],
)
def test_two_to_one_is_the_limit(push: int, pull: int, expected: str) -> None:
    """4 = 2 * 2 sets are legal on either side, 5 are not, and one against none is not."""
    world = problem()
    assert verdict(world, week_of(world, push, pull), RULE) == expected


def test_the_breach_counts_both_sides() -> None:
    """The breach states the sets of both sides."""
    world = problem()
    found = breaches(world, week_of(world, 2, 5), RULE)
    assert found == [("week", "5 pull sets against 2 push sets")]


@pytest.mark.parametrize(
    ("percent", "push", "expected"), [(100, 2, LEGAL), (100, 3, ILLEGAL), (250, 5, LEGAL)]
)
def test_the_setting_moves_the_ratio(percent: int, push: int, expected: str) -> None:
    """At 100 per cent both sides are equal, at 250 five against two are legal."""
    world = problem(constraints={RULE: {"ratio_percent": percent}})
    assert verdict(world, week_of(world, push, 2), RULE) == expected


def test_vertical_and_horizontal_are_pooled() -> None:
    """Two push-ups and two presses against two rows are 4 to 2."""
    world = problem()
    chosen = {("push_up", "mon"): 2, ("press", "mon"): 2, ("one_arm_row", "thu"): 2}
    assert verdict(world, plan_of(world, chosen), RULE) == LEGAL


@pytest.mark.parametrize(("pushes", "expected"), [(2, LEGAL), (3, ILLEGAL)])
def test_a_row_that_does_both_counts_on_both_sides(pushes: int, expected: str) -> None:
    """Two renegade rows and two push-ups are 4 to 2, three push-ups 5 to 2."""
    world = problem()
    chosen = {("renegade_row", "mon"): 2, ("push_up", "thu"): pushes}
    assert verdict(world, plan_of(world, chosen), RULE) == expected


def test_a_secondary_pattern_counts() -> None:
    """The thruster's secondary press is a push without a pull."""
    world = problem()
    assert verdict(world, plan_of(world, {("thruster", "mon"): 1}), RULE) == ILLEGAL


@pytest.mark.parametrize("never", [("band_row", "one_arm_row"), ("push_up", "press")])
def test_a_side_without_any_row_leaves_the_rule_out(never: tuple[str, ...]) -> None:
    """When no row can pull, or none can push, nine sets of the other are legal."""
    world = problem(athlete={"never": never})
    sets = {"push_up": (9, 0), "band_row": (0, 9)}
    allowed = "push_up" if "band_row" in never else "band_row"
    assert verdict(world, week_of(world, *sets[allowed]), RULE) == LEGAL


def test_a_week_of_legs_is_legal() -> None:
    """Zero against zero is balanced."""
    world = problem()
    assert verdict(world, plan_of(world, {("air_squat", "mon"): 3}), RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule accepts pushing alone."""
    world = problem(constraints={RULE: {"enabled": False}})
    assert verdict(world, week_of(world, 9, 0), RULE) == LEGAL


@pytest.mark.parametrize(("pushes", "expected"), [(4, LEGAL), (5, ILLEGAL)])
def test_shoulder_blade_work_counts_as_a_pull(pushes: int, expected: str) -> None:
    """Two sets of band pull-aparts carry four push-ups, in rule and aim."""
    blades = exercise("pull_apart", role="prehab", pattern="pull_scapular", direct=("lats",))
    world = problem(catalog=catalog_with(blades))
    plan = plan_of(world, {("push_up", "mon"): pushes, ("pull_apart", "thu"): 2})
    assert verdict(world, plan, RULE) == expected
    assert measure(world, plan) == 100 * pushes - 150 * 2
