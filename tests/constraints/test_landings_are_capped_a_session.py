"""The landing cap of a session: 60, 100 and 120 by level in build, 20 before a beginner's gate.

Other phases and ages scale the cap: 70 % in base, 60 % from 50 years, 20 from 65, 60 under 18.

One set of two-leg pogo hops is 20 contacts, counted 10. One set of one-leg hops is 20 a
side, counted 40. One set of squat jumps is 5 contacts for a beginner, else 6.
"""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, barred, breaches, verdict
from tests.worlds import plan_of, problem

RULE = "landings_are_capped_a_session"


def trained(level: str = "beginner", weeks: int = 4, **settings: Any) -> Problem:
    """A build week of an athlete with this many weeks of strength work behind."""
    return problem(
        athlete={"level": level, "phase": "build"},
        history={"weeks_trained": weeks},
        constraints={RULE: settings},
    )


def cap_of(**athlete: Any) -> int:
    """The cap of an advanced athlete's session; 120 in build."""
    usual = {"level": "advanced", "phase": "build"}
    return problem(athlete={**usual, **athlete}).numbers.contacts_per_session_max


@pytest.mark.parametrize(
    ("phase", "cap"),
    [
        ("transition", 24),
        ("base", 84),
        ("build", 120),
        ("peak", 72),
        ("taper", 36),
        ("race_week", 24),
        ("post_race", 0),
        ("maintenance", 60),
    ],
)
def test_the_phase_scales_the_cap(phase: str, cap: int) -> None:
    """120 x 0.2, 0.7, 1.0, 0.6, 0.3, 0.2, 0 and 0.5."""
    assert cap_of(phase=phase) == cap


@pytest.mark.parametrize(
    ("age", "cap"), [(17, 60), (18, 120), (49, 120), (50, 72), (64, 72), (65, 20)]
)
def test_the_age_scales_the_cap(age: int, cap: int) -> None:
    """At most 60 under 18, 0.6 of the cap from 50, at most 20 from 65."""
    assert cap_of(age=age) == cap


@pytest.mark.parametrize(("sets", "expected"), [(4, LEGAL), (5, ILLEGAL)])
def test_a_base_week_holds_seventy_percent(sets: int, expected: str) -> None:
    """A beginner's 42 hold four sets of pogo hops (40), not five (50)."""
    world = problem(history={"weeks_trained": 4})
    assert verdict(world, plan_of(world, {("pogo_hop", "mon"): sets}), RULE) == expected


@pytest.mark.parametrize(("sets", "expected"), [(2, LEGAL), (3, ILLEGAL)])
def test_twenty_counted_contacts_before_the_gate(sets: int, expected: str) -> None:
    """Without a history 2 sets (20) are legal and 3 sets (30) are not."""
    world = problem()
    assert verdict(world, plan_of(world, {("pogo_hop", "mon"): sets}), RULE) == expected


def test_the_breach_counts_contacts() -> None:
    """Three sets are 60 landings, counted 30 against a cap of 20."""
    world = problem()
    found = breaches(world, plan_of(world, {("pogo_hop", "mon"): 3}), RULE)
    assert found == [("mon", "30 counted contacts, cap 20")]


@pytest.mark.parametrize("exercise_id", ["squat_jump", "one_leg_hop"])
def test_no_jump_and_no_one_leg_hop_before_the_gate(exercise_id: str) -> None:
    """Before the gate a single set of a moderate jump or a one-leg hop is illegal."""
    world = problem()
    plan = plan_of(world, {(exercise_id, "mon"): 1})
    assert verdict(world, plan, RULE) == ILLEGAL


@pytest.mark.parametrize(("weeks", "expected"), [(4, LEGAL), (3, ILLEGAL)])
def test_four_weeks_open_the_gate(weeks: int, expected: str) -> None:
    """One set of squat jumps is legal from four weeks of strength work on."""
    world = trained(weeks=weeks)
    assert verdict(world, plan_of(world, {("squat_jump", "mon"): 1}), RULE) == expected


@pytest.mark.parametrize(
    ("level", "chosen", "expected"),
    [
        ("beginner", {"pogo_hop": 6}, LEGAL),
        ("beginner", {"pogo_hop": 6, "squat_jump": 1}, ILLEGAL),
        ("intermediate", {"pogo_hop": 10}, LEGAL),
        ("intermediate", {"pogo_hop": 10, "squat_jump": 1}, ILLEGAL),
        ("advanced", {"one_leg_hop": 3}, LEGAL),
        ("advanced", {"one_leg_hop": 3, "squat_jump": 1}, ILLEGAL),
    ],
)
def test_the_cap_of_each_level(level: str, chosen: dict[str, int], expected: str) -> None:
    """60 = 6 * 10, 100 = 10 * 10 and 120 = 3 * 40 are legal; 5 or 6 more are not."""
    world = trained(level)
    plan = plan_of(world, {(row, "mon"): sets for row, sets in chosen.items()})
    assert verdict(world, plan, RULE) == expected


def test_sessions_do_not_add_up() -> None:
    """Sixty contacts in each of two sessions are legal."""
    world = trained()
    chosen = {("pogo_hop", "mon"): 6, ("pogo_hop", "thu"): 6}
    assert verdict(world, plan_of(world, chosen), RULE) == LEGAL


@pytest.mark.parametrize(("sets", "expected"), [(1, LEGAL), (2, ILLEGAL)])
def test_the_setting_moves_the_cap(sets: int, expected: str) -> None:
    """With a cap of 10, one set (10) is legal and two (20) are not."""
    world = trained(contacts=10)
    assert verdict(world, plan_of(world, {("pogo_hop", "mon"): sets}), RULE) == expected


@pytest.mark.parametrize(("sets", "expected"), [(2, LEGAL), (3, ILLEGAL)])
def test_the_setting_cannot_open_the_gate(sets: int, expected: str) -> None:
    """A cap of 100 still leaves an untrained beginner at 20."""
    world = trained(weeks=0, contacts=100)
    assert verdict(world, plan_of(world, {("pogo_hop", "mon"): sets}), RULE) == expected


def test_work_without_landings_is_legal_at_a_cap_of_zero() -> None:
    """Ten sets of squats have no contact to count."""
    world = trained(contacts=0)
    assert verdict(world, plan_of(world, {("air_squat", "mon"): 10}), RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule lets an untrained beginner jump."""
    world = problem(constraints={RULE: {"enabled": False}})
    assert verdict(world, plan_of(world, {("squat_jump", "mon"): 10}), RULE) == LEGAL


def test_the_filter_bars_jumps_before_the_gate_only() -> None:
    """Jumps and one-leg hops wait for four weeks; two-leg hops do not."""
    reason = "fewer than 4 weeks of strength work behind"
    before, after = trained(weeks=3), trained(weeks=4)
    assert barred(before, RULE, "squat_jump") == reason
    assert barred(before, RULE, "one_leg_hop") == reason
    assert barred(before, RULE, "pogo_hop") is None
    assert barred(after, RULE, "squat_jump") is None
    assert barred(trained("intermediate", weeks=0), RULE, "squat_jump") is None
