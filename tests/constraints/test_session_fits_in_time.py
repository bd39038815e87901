"""The time rule: preparation and items take no longer than the session's minutes.

A beginner's seconds for one more set, and once for the item: push-up 10 * 3 + 60 rest = 90
and 0; side plank 2 * 30 + 5 + 40 = 105 and 0; calf raise 15 * 3 + 60 = 105 and 0; one-leg
calf raise 2 * 45 + 5 = 95 with max(20, 60 - 95 / 2) = 20 rest, so 115, and its gap of
20 + 5 against 20 rest, so 5. The shortest preparation takes 300 s.
"""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Day
from tests.framing_rows import framing_rows
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import catalog_with, changed, exercise, plan_of, problem, session

RULE = "session_fits_in_time"
TEN_MINUTES = {("push_up", "mon"): 1, ("side_plank", "mon"): 1, ("calf_raise", "mon"): 1}


def one_session(minutes: int = 10, **settings: Any) -> Problem:
    """A week of one Monday session."""
    return problem(sessions=[session("mon", minutes)], constraints={RULE: settings})


def test_a_session_may_be_full_to_the_second() -> None:
    """300 + 90 + 105 + 105 = 600 seconds are ten minutes."""
    world = one_session()
    plan = plan_of(world, TEN_MINUTES)
    assert plan.session("mon").seconds == 600
    assert verdict(world, plan, RULE) == LEGAL


def test_one_second_too_many_is_illegal() -> None:
    """With a set-up that makes a line one second longer, 601 seconds break ten minutes."""
    slow = exercise(
        "slow_push_up",
        pattern="push_horizontal",
        region="upper",
        setup_seconds=41,  # 20 + 41 = 61 s, one more than the rest of 60 s
    )
    world = problem(catalog=catalog_with(slow), sessions=[session("mon", 10)])
    chosen = {("slow_push_up", "mon"): 1, ("side_plank", "mon"): 1, ("calf_raise", "mon"): 1}
    plan = plan_of(world, chosen)
    assert plan.session("mon").seconds == 601
    assert verdict(world, plan, RULE) == ILLEGAL
    assert breaches(world, plan, RULE) == [("mon", "takes 601 s, 1 s more than there is")]


@pytest.mark.parametrize(("sets", "expected"), [(2, LEGAL), (3, ILLEGAL)])
def test_the_waiting_leg_rests(sets: int, expected: str) -> None:
    """Two one-leg sets take 2 * 115 + 5 = 235 s beside 300 s; three take 350 s."""
    world = one_session()
    assert verdict(world, plan_of(world, {("one_leg_calf_raise", "mon"): sets}), RULE) == expected


@pytest.mark.parametrize(("sets", "expected"), [(3, LEGAL), (4, ILLEGAL)])
def test_alternating_sides_take_both_sides_and_no_switch(sets: int, expected: str) -> None:
    """A bird dog set takes 2 * 8 * 3 + 40 = 88 s: three take 264 s, four 352 s."""
    world = one_session()
    plan = plan_of(world, {("bird_dog", "mon"): sets})
    assert plan.session("mon").seconds == 300 + 88 * sets
    assert verdict(world, plan, RULE) == expected


@pytest.mark.parametrize(("stage", "expected"), [(0, LEGAL), (1, ILLEGAL)])
def test_the_preparation_counts(stage: int, expected: str) -> None:
    """A full session has no minute left for the longer block."""
    world = one_session()
    assert verdict(world, plan_of(world, TEN_MINUTES, {"mon": stage}), RULE) == expected


@pytest.mark.parametrize(("spare", "expected"), [(0, LEGAL), (1, ILLEGAL)])
def test_spare_seconds_stay_free(spare: int, expected: str) -> None:
    """A full session is illegal as soon as one second is to be spared."""
    world = one_session(spare_seconds=spare)
    assert verdict(world, plan_of(world, TEN_MINUTES), RULE) == expected


@pytest.mark.parametrize(("minutes", "expected"), [(5, LEGAL), (4, ILLEGAL)])
def test_an_empty_session_takes_its_preparation(minutes: int, expected: str) -> None:
    """Five minutes hold the 300 s of preparation, four do not."""
    world = one_session(minutes)
    assert verdict(world, plan_of(world, {}), RULE) == expected


def test_sessions_do_not_share_their_minutes() -> None:
    """A long Thursday does not help a Monday of four minutes."""
    world = problem(sessions=[session("mon", 4), session("thu", 60)])
    found = breaches(world, plan_of(world, {}), RULE)
    assert found == [("mon", "takes 300 s, 60 s more than there is")]


def shortened(plan: Plan, seconds: int) -> Plan:
    """The plan with this many seconds written beside Monday's first item."""
    first, *rest = plan.session("mon").items
    wrong = first.model_copy(update={"seconds": seconds})
    return changed(plan, "mon", items=(wrong, *rest))


def test_a_line_with_wrong_seconds_is_reported() -> None:
    """The verifier works the seconds of a line out anew: a push-up set takes 90 s."""
    world = one_session()
    plan = shortened(plan_of(world, {("push_up", "mon"): 1}), 60)
    assert breaches(world, plan, RULE) == [("mon", "push_up takes 90 s, not 60 s")]


def test_a_session_with_a_wrong_sum_is_reported() -> None:
    """The session's own total must be that of its lines: 300 + 90."""
    world = one_session()
    plan = changed(plan_of(world, {("push_up", "mon"): 1}), "mon", seconds=380)
    assert breaches(world, plan, RULE) == [("mon", "the lines add up to 390 s, not 380 s")]


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule lets a session overrun."""
    world = one_session(4, enabled=False)
    assert verdict(world, plan_of(world, TEN_MINUTES), RULE) == LEGAL


def heavy(level: str = "advanced", minutes: int = 60) -> Problem:
    """One session with a barbell; an advanced squat set takes 6 * 3 s, with 150 s of rest."""
    return problem(
        catalog=catalog_with(*framing_rows()),
        sessions=[session("mon", minutes)],
        athlete={"level": level},
        history={"weeks_trained": 30},
        places={"home": {"kit": "home", "equipment": {"barbell": 1}}},
    )


@pytest.mark.parametrize(
    ("level", "seconds"),
    [("beginner", 2 * (10 * 3 + 75)), ("advanced", 2 * (6 * 3 + 150) + 108)],
)
def test_heavy_barbell_lifts_take_ramp_up_sets(level: str, seconds: int) -> None:
    """Two sets of 3 * 3 s, each with 45 s after it, come before an advanced squat."""
    world = heavy(level)
    plan = plan_of(world, {("barbell_squat", "mon"): 2})
    assert plan.session("mon").items[0].seconds == seconds
    assert verdict(world, plan, RULE) == LEGAL


@pytest.mark.parametrize(("minutes", "expected"), [(13, LEGAL), (12, ILLEGAL)])
def test_ramp_up_sets_are_in_the_session(minutes: int, expected: str) -> None:
    """300 + 108 + 2 * 168 = 744 s fit into 13 minutes and not into 12."""
    world = heavy(minutes=minutes)
    plan = plan_of(world, {("barbell_squat", "mon"): 2})
    assert plan.session("mon").seconds == 744
    assert verdict(world, plan, RULE) == expected


def test_a_line_that_hides_its_ramp_up_sets_is_reported() -> None:
    """The verifier knows which lifts have lighter sets, and for how long."""
    world = heavy()
    plan = plan_of(world, {("barbell_squat", "mon"): 2})
    hidden = plan.session("mon").items[0].model_copy(update={"ramp_up_seconds": 0})
    found = breaches(world, changed(plan, "mon", items=(hidden,)), RULE)
    assert found == [("mon", "barbell_squat ramps up for 108 s, not 0 s")]


@pytest.mark.parametrize(("minutes", "expected"), [(10, LEGAL), (9, ILLEGAL)])
def test_the_cool_down_counts(minutes: int, expected: str) -> None:
    """300 s of preparation, 120 s of cool-down and two push-up sets are 600 s."""
    world = problem(sessions=[session("mon", minutes, cool_down_minutes=2)])
    plan = plan_of(world, {("push_up", "mon"): 2})
    assert plan.session("mon").seconds == 600
    assert verdict(world, plan, RULE) == expected


@pytest.mark.parametrize(("day", "expected"), [("mon", ILLEGAL), (None, LEGAL)])
def test_a_session_that_does_not_take_place_takes_no_time(day: Day | None, expected: str) -> None:
    """In race week a session without any room may stay empty."""
    world = problem(
        sessions=[session("mon", 20)],
        athlete={"phase": "race_week"},
        constraints={RULE: {"spare_seconds": 1300}},
    )
    assert verdict(world, plan_of(world, {}, days={"mon": day}), RULE) == expected
