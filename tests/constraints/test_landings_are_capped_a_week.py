"""The landing cap of the week: 120, 200 and 240 counted contacts by level, in build.

One set of two-leg pogo hops is 20 contacts, counted 10. One set of one-leg hops is 20 a
side, counted 40. One set of squat jumps is 5 contacts for a beginner, else 6.
"""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.rows import JUMP
from tests.worlds import catalog_with, exercise, plan_of, problem

RULE = "landings_are_capped_a_week"
Chosen = dict[tuple[str, str], int]


def week_at(level: str = "beginner", **settings: Any) -> Problem:
    """A build week of this level."""
    return problem(athlete={"level": level, "phase": "build"}, constraints={RULE: settings})


def odd_hops(cap: int) -> Problem:
    """A world with a hop of one repetition a set, counted half a contact."""
    one = dict.fromkeys(("beginner", "intermediate", "advanced"), 1)
    hop = exercise("small_hop", impact="low", dose={"reps": one}, **JUMP)
    return problem(catalog=catalog_with(hop), constraints={RULE: {"contacts": cap}})


@pytest.mark.parametrize(
    ("level", "full"),
    [
        ("beginner", {("pogo_hop", "mon"): 6, ("pogo_hop", "thu"): 6}),
        ("intermediate", {("one_leg_hop", "mon"): 3, ("one_leg_hop", "thu"): 2}),
        ("advanced", {("one_leg_hop", "mon"): 3, ("one_leg_hop", "thu"): 3}),
    ],
)
def test_the_cap_of_each_level(level: str, full: Chosen) -> None:
    """12 * 10 = 120, 5 * 40 = 200 and 6 * 40 = 240 are legal; one set of jumps more is not."""
    world = week_at(level)
    assert verdict(world, plan_of(world, full), RULE) == LEGAL
    over = {**full, ("squat_jump", "mon"): 1}
    assert verdict(world, plan_of(world, over), RULE) == ILLEGAL


def test_the_breach_counts_the_whole_week() -> None:
    """13 sets of pogo hops are counted 130 against 120."""
    world = week_at()
    plan = plan_of(world, {("pogo_hop", "mon"): 6, ("pogo_hop", "thu"): 7})
    assert breaches(world, plan, RULE) == [("week", "130 counted contacts, cap 120")]


@pytest.mark.parametrize(("sets", "expected"), [(4, LEGAL), (5, ILLEGAL)])
def test_the_setting_moves_the_cap(sets: int, expected: str) -> None:
    """With a cap of 40, four sets (40) are legal and five (50) are not."""
    world = week_at(contacts=40)
    assert verdict(world, plan_of(world, {("pogo_hop", "mon"): sets}), RULE) == expected


@pytest.mark.parametrize(
    ("athlete", "cap"),
    [
        ({"phase": "base"}, 168),
        ({"phase": "taper"}, 72),
        ({"phase": "post_race"}, 0),
        ({"phase": "build", "age": 50}, 144),
    ],
)
def test_phase_and_age_scale_the_cap(athlete: dict[str, Any], cap: int) -> None:
    """240 x 0.7, 0.3, 0 and, from 50 years in build, 0.6."""
    world = problem(athlete={"level": "advanced", **athlete})
    assert world.numbers.contacts_per_week_max == cap


def test_half_contacts_are_not_rounded() -> None:
    """Five one-rep hops count 2.5: legal under 3 and illegal over 2."""
    for cap, expected in ((3, LEGAL), (2, ILLEGAL)):
        world = odd_hops(cap)
        assert verdict(world, plan_of(world, {("small_hop", "mon"): 5}), RULE) == expected


def test_work_without_landings_is_legal_at_a_cap_of_zero() -> None:
    """Squats have no contact to count."""
    world = week_at(contacts=0)
    assert verdict(world, plan_of(world, {("air_squat", "mon"): 10}), RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule lets every landing pass."""
    world = week_at(enabled=False)
    assert verdict(world, plan_of(world, {("one_leg_hop", "mon"): 10}), RULE) == LEGAL
