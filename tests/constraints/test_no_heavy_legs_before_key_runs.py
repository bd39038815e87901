"""The key run rule: no heavy legs end less than 24 hours before a key run."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, barred, breaches, verdict
from tests.worlds import catalog_with, exercise, plan_of, problem, run, session

RULE = "no_heavy_legs_before_key_runs"


def thursday_before(kind: str = "intervals", day: Any = "fri", **changes: Any) -> Problem:
    """A Thursday session without a start time, and one run."""
    minutes = changes.pop("minutes", 40)
    runs = [run(day, kind, minutes)]
    return problem(sessions=[session("thu")], runs=runs, **changes)


@pytest.mark.parametrize(("start", "expected"), [("18:45", LEGAL), ("18:44", ILLEGAL)])
def test_twenty_four_hours_from_end_to_start(start: str, expected: str) -> None:
    """45 minutes from 18:00 end at 18:45: a run at 18:45 next day is exactly 24 h later."""
    sessions = [session("thu", start="18:00")]
    world = problem(sessions=sessions, runs=[run("fri", "tempo", start=start)])
    assert verdict(world, plan_of(world, {("air_squat", "thu"): 1}), RULE) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [("fri", ILLEGAL), ("sat", LEGAL), ("thu", LEGAL), ("wed", LEGAL)]
)
def test_without_start_times_the_gap_is_as_short_as_days_allow(day: str, expected: str) -> None:
    """The next day may be 0 h later, the day after 24 h; a shared day has the run first."""
    world = thursday_before(day=day)
    assert verdict(world, plan_of(world, {("air_squat", "thu"): 1}), RULE) == expected


def test_a_run_later_on_the_same_day_counts() -> None:
    """Squats from 07:00 to 07:45 are 10.25 h before a run at 18:00."""
    sessions = [session("thu", start="07:00")]
    world = problem(sessions=sessions, runs=[run("thu", "hills", start="18:00")])
    found = breaches(world, plan_of(world, {("air_squat", "thu"): 1}), RULE)
    assert found == [("thu", "Air squat ends 10.25 h before the hills run on thu")]


def test_the_week_repeats() -> None:
    """Sunday's squats are on the eve of Monday's intervals."""
    world = problem(sessions=[session("sun")], runs=[run("mon", "intervals")])
    assert verdict(world, plan_of(world, {("air_squat", "sun"): 1}), RULE) == ILLEGAL


@pytest.mark.parametrize(
    ("kind", "minutes", "expected"),
    [
        ("easy", 40, LEGAL),
        ("long", 89, LEGAL),
        ("long", 90, ILLEGAL),
        ("race", 20, ILLEGAL),
    ],
)
def test_only_key_runs_count(kind: str, minutes: int, expected: str) -> None:
    """Easy runs and a longest run under 90 minutes are no key runs."""
    world = thursday_before(kind, minutes=minutes)
    assert verdict(world, plan_of(world, {("air_squat", "thu"): 1}), RULE) == expected


@pytest.mark.parametrize(("minutes", "expected"), [(55, ILLEGAL), (54, LEGAL)])
def test_a_long_run_over_three_tenths_of_the_week_counts(minutes: int, expected: str) -> None:
    """55 of 181 minutes in four runs are over 30 per cent; 54 of 180 are exactly 30."""
    runs = [run("fri", "long", minutes), *(run(day, "easy", 42) for day in ("mon", "tue", "sat"))]
    world = problem(sessions=[session("thu")], runs=runs)
    assert verdict(world, plan_of(world, {("air_squat", "thu"): 1}), RULE) == expected


@pytest.mark.parametrize(
    "exercise_id", ["calf_raise", "toe_raise", "side_leg_raise", "push_up", "plank"]
)
def test_light_work_is_legal(exercise_id: str) -> None:
    """Calf, ankle, hip-abduction, upper-body and core rows may stand before a key run."""
    world = thursday_before()
    assert verdict(world, plan_of(world, {(exercise_id, "thu"): 5}), RULE) == LEGAL


@pytest.mark.parametrize(
    ("role", "pattern", "flags", "region", "expected"),
    [
        ("prehab", "knee_flexion", ("eccentric_high",), "lower", ILLEGAL),
        ("prehab", "knee_flexion", (), "lower", LEGAL),
        ("strength", "calf", ("eccentric_high",), "lower", ILLEGAL),
        ("strength", "pull_vertical", ("eccentric_high",), "upper", LEGAL),
        ("strength", "get_up", (), "full", ILLEGAL),
    ],
)
def test_what_is_heavy(
    role: str, pattern: str, flags: tuple[str, ...], region: str, expected: str
) -> None:
    """Lower or full-body strength is heavy, and so is any lower-body eccentric row."""
    row = exercise("odd_row", role=role, pattern=pattern, flags=flags, region=region)
    world = thursday_before(catalog=catalog_with(row))
    assert verdict(world, plan_of(world, {("odd_row", "thu"): 1}), RULE) == expected


@pytest.mark.parametrize(
    ("exercise_id", "sets", "expected"),
    [
        ("pogo_hop", 4, LEGAL),  # 4 * 10
        ("pogo_hop", 5, ILLEGAL),
        ("one_leg_hop", 1, LEGAL),  # 2 sides * 20
        ("one_leg_hop", 2, ILLEGAL),
        ("squat_jump", 8, LEGAL),  # 8 * 5
        ("squat_jump", 9, ILLEGAL),
    ],
)
def test_forty_counted_contacts_are_light(exercise_id: str, sets: int, expected: str) -> None:
    """Forty counted contacts are legal before a key run, more are not."""
    world = thursday_before()
    assert verdict(world, plan_of(world, {(exercise_id, "thu"): sets}), RULE) == expected


@pytest.mark.parametrize(
    ("settings", "exercise_id", "expected"),
    [
        ({"window_hours": 48}, "air_squat", ILLEGAL),
        ({"window_hours": 24}, "air_squat", LEGAL),
        ({"window_hours": 48, "contacts": 10}, "pogo_hop", LEGAL),
        ({"window_hours": 48, "contacts": 9}, "pogo_hop", ILLEGAL),
        ({"window_hours": 48, "enabled": False}, "air_squat", LEGAL),
    ],
)
def test_the_settings_move_the_window_and_the_contacts(
    settings: dict[str, Any], exercise_id: str, expected: str
) -> None:
    """Saturday's run is 24 h away: inside a window of 48 h, outside one of 24 h."""
    world = thursday_before(day="sat", constraints={RULE: settings})
    assert verdict(world, plan_of(world, {(exercise_id, "thu"): 1}), RULE) == expected


def test_a_week_without_runs_is_vacuous() -> None:
    """Where nobody runs, heavy legs are legal every day."""
    world = problem()
    assert verdict(world, plan_of(world, {("air_squat", "mon"): 10}), RULE) == LEGAL


def test_the_filter_names_the_run() -> None:
    """Heavy rows are barred with the run as the reason, light rows are not."""
    world = thursday_before()
    reason = "heavy legs less than 24 h before the intervals run on fri"
    assert barred(world, RULE, "air_squat", "thu") == reason
    assert barred(world, RULE, "calf_raise", "thu") is None
    assert barred(thursday_before(day="sat"), RULE, "air_squat", "thu") is None
