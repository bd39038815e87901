"""The cap rule: 16, 20 and 24 weekly sets by level, 22, 26 and 30 for often credited muscles."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import catalog_of_muscles, plan_of, problem

RULE = "muscles_stay_under_their_cap"


def week_for(muscle: str, level: str = "beginner", **settings: Any) -> Problem:
    """A week of this level that counts this muscle alone."""
    return problem(
        catalog=catalog_of_muscles(muscle),
        athlete={"level": level},
        constraints={RULE: settings},
    )


@pytest.mark.parametrize(("level", "cap"), [("beginner", 16), ("intermediate", 20)])
def test_the_cap_of_a_level(level: str, cap: int) -> None:
    """16 or 20 direct hamstring sets are legal; an indirect set (0.5) more is not."""
    world = week_for("hamstrings", level)
    full = {("deadlift", "mon"): cap // 2, ("deadlift", "thu"): cap // 2}
    assert verdict(world, plan_of(world, full), RULE) == LEGAL
    over = {**full, ("bridge", "mon"): 1}
    assert verdict(world, plan_of(world, over), RULE) == ILLEGAL


def test_the_cap_of_the_advanced() -> None:
    """24 = 10 + 10 + 4 hamstring sets are legal for the advanced, 24.5 are not."""
    world = week_for("hamstrings", "advanced")
    full = {("deadlift", "mon"): 10, ("deadlift", "thu"): 10, ("one_leg_bridge", "mon"): 4}
    assert verdict(world, plan_of(world, full), RULE) == LEGAL
    over = {**full, ("bridge", "mon"): 1}
    assert verdict(world, plan_of(world, over), RULE) == ILLEGAL


@pytest.mark.parametrize(
    ("level", "extra"), [("beginner", 2), ("intermediate", 6), ("advanced", 10)]
)
def test_often_credited_muscles_have_a_higher_cap(level: str, extra: int) -> None:
    """22, 26 and 30 quadriceps sets are legal, one jump set (0.5) more is not."""
    world = week_for("quadriceps", level)
    full = {("air_squat", "mon"): 10, ("air_squat", "thu"): 10, ("side_lunge", "mon"): extra}
    assert verdict(world, plan_of(world, full), RULE) == LEGAL
    over = {**full, ("squat_jump", "mon"): 1}
    assert verdict(world, plan_of(world, over), RULE) == ILLEGAL


def test_the_breach_states_sets_and_cap() -> None:
    """Sixteen direct sets and an indirect one are 16.5 over a cap of 16."""
    world = week_for("hamstrings")
    chosen = {("deadlift", "mon"): 8, ("deadlift", "thu"): 8, ("bridge", "mon"): 1}
    found = breaches(world, plan_of(world, chosen), RULE)
    assert found == [("week", "hamstrings gets 16.5 sets, cap 16")]


@pytest.mark.parametrize(
    ("cap", "sets", "expected"), [(4, 4, LEGAL), (4, 5, ILLEGAL), (0, 0, LEGAL), (0, 1, ILLEGAL)]
)
def test_the_setting_moves_one_muscle(cap: int, sets: int, expected: str) -> None:
    """A cap by muscle id replaces the level's, even a cap of zero."""
    world = week_for("hamstrings", sets={"hamstrings": cap})
    assert verdict(world, plan_of(world, {("deadlift", "mon"): sets}), RULE) == expected


@pytest.mark.parametrize(("sets", "expected"), [(2, LEGAL), (3, ILLEGAL)])
def test_power_counts_half(sets: int, expected: str) -> None:
    """Two direct sets of hops are 1.0 of a cap of one, three are 1.5."""
    world = week_for("gastrocnemius", sets={"gastrocnemius": 1})
    assert verdict(world, plan_of(world, {("pogo_hop", "mon"): sets}), RULE) == expected


def test_the_setting_leaves_other_muscles_alone() -> None:
    """A cap of zero for the hamstrings does not touch squats."""
    world = problem(constraints={RULE: {"sets": {"hamstrings": 0}}})
    assert verdict(world, plan_of(world, {("air_squat", "mon"): 10}), RULE) == LEGAL


def test_an_empty_week_is_legal() -> None:
    """Nothing trained exceeds no cap."""
    world = problem()
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule has no cap."""
    world = week_for("hamstrings", enabled=False)
    plan = plan_of(world, {("deadlift", "mon"): 10, ("deadlift", "thu"): 10})
    assert verdict(world, plan, RULE) == LEGAL
