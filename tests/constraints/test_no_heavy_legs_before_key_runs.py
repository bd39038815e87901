"""The key run rule: no heavy legs end less than 24 hours before a key run."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, barred, breaches, verdict
from tests.worlds import catalog_with, exercise, plan_of, problem, run, session

RULE = "no_heavy_legs_before_key_runs"
HOURS_OFF = {"window_hours": 0}
"""Leaves the days alone to decide."""


def thursday_before(kind: str = "intervals", day: Any = "fri", **changes: Any) -> Problem:
    """An intermediate's Thursday session without a start time, and one run."""
    minutes = changes.pop("minutes", 40)
    level = {"level": "intermediate"}
    given = {"sessions": [session("thu")], "athlete": level, **changes}
    return problem(runs=[run(day, kind, minutes)], **given)


def beginner_before(day: Any, weeks_trained: int | None, **changes: Any) -> Problem:
    """A beginner's Thursday session, so many weeks into strength work, and intervals."""
    history = None if weeks_trained is None else {"weeks_trained": weeks_trained}
    return thursday_before(day=day, athlete={}, history=history, **changes)


def answer(world: Problem, row: str = "air_squat") -> str:
    """Whether Thursday's session may hold the row."""
    return verdict(world, plan_of(world, {(row, "thu"): 2}), RULE)


@pytest.mark.parametrize(("start", "expected"), [("18:45", LEGAL), ("18:44", ILLEGAL)])
def test_twenty_four_hours_from_end_to_start(start: str, expected: str) -> None:
    """45 minutes from 18:00 end at 18:45: a run at 18:45 next day is exactly 24 h later."""
    sessions, level = [session("thu", start="18:00")], {"level": "intermediate"}
    runs = [run("fri", "tempo", start=start)]
    world = problem(sessions=sessions, runs=runs, athlete=level)
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
    assert found == [("thu", "Air squat 0 days before the hills run on thu")]


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
        ("one_leg_hop", 1, ILLEGAL),
        ("squat_jump", 1, ILLEGAL),
    ],
)
def test_only_few_low_hops_on_two_legs_are_light(
    exercise_id: str, sets: int, expected: str
) -> None:
    """Forty counted contacts of low hops are legal before a key run; more are not, nor jumps."""
    world = thursday_before()
    assert verdict(world, plan_of(world, {(exercise_id, "thu"): sets}), RULE) == expected


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"window_hours": 25}, ILLEGAL),
        ({"window_hours": 24}, LEGAL),
        ({"window_hours": 48, "enabled": False}, LEGAL),
    ],
)
def test_the_setting_moves_the_window(settings: dict[str, Any], expected: str) -> None:
    """Saturday's run is 24 h away: inside a window of 25 h, outside one of 24 h."""
    assert answer(thursday_before(day="sat", constraints={RULE: settings})) == expected


@pytest.mark.parametrize(("day", "expected"), [("fri", ILLEGAL), ("sat", LEGAL)])
@pytest.mark.parametrize("weeks_trained", [None, 0, 2])
def test_a_beginners_first_weeks_are_counted_in_days(
    weeks_trained: int | None, day: str, expected: str
) -> None:
    """The eve of the run is out whatever the hours, two days before are enough."""
    starts = {"sessions": [session("thu", start="07:00")], "constraints": {RULE: HOURS_OFF}}
    assert answer(beginner_before(day, weeks_trained, **starts)) == expected


@pytest.mark.parametrize(
    ("settings", "day", "weeks_trained", "expected"),
    [
        ({}, "fri", 3, LEGAL),
        ({"first_weeks": 4}, "fri", 3, ILLEGAL),
        ({"new_days": 3}, "sat", 0, ILLEGAL),
        ({"new_days": 3}, "sun", 0, LEGAL),
        ({"new_days": 0}, "fri", 0, LEGAL),
    ],
)
def test_the_settings_move_days_and_weeks(
    settings: dict[str, int], day: str, weeks_trained: int, expected: str
) -> None:
    """After ``first_weeks`` the hours alone count; ``new_days`` is the distance before."""
    given = {RULE: {**HOURS_OFF, **settings}}
    assert answer(beginner_before(day, weeks_trained, constraints=given)) == expected


@pytest.mark.parametrize(
    ("known", "day", "expected"),
    [
        ((), "fri", ILLEGAL),
        (("sliding_curl",), "fri", LEGAL),
        ((), "sat", LEGAL),
    ],
)
def test_slow_lowering_that_is_new_keeps_two_days(
    known: tuple[str, ...], day: str, expected: str
) -> None:
    """Curls that the runner knows follow the hours, new ones the days as well."""
    history = {"weeks_trained": 30, "known": known}
    world = thursday_before(day=day, history=history, constraints={RULE: HOURS_OFF})
    assert answer(world, "sliding_curl") == expected


def test_squats_are_nothing_new() -> None:
    """Only slow lowering asks for the days; a squat that is not known follows the hours."""
    history = {"weeks_trained": 30}
    assert answer(thursday_before(history=history, constraints={RULE: HOURS_OFF})) == LEGAL


def test_new_lowering_on_sunday_is_too_near_mondays_run() -> None:
    """The week repeats for days as it does for hours."""
    world = problem(
        sessions=[session("sun")],
        runs=[run("mon", "intervals")],
        athlete={"level": "intermediate"},
        constraints={RULE: HOURS_OFF},
    )
    assert verdict(world, plan_of(world, {("sliding_curl", "sun"): 2}), RULE) == ILLEGAL
    assert verdict(world, plan_of(world, {("air_squat", "sun"): 2}), RULE) == LEGAL


@pytest.mark.parametrize(("day", "expected"), [("wed", LEGAL), ("thu", ILLEGAL)])
def test_the_chosen_day_counts(day: Any, expected: str) -> None:
    """Wednesday is two days before Friday's intervals, Thursday one."""
    world = thursday_before(sessions=[session("thu", days=("wed", "thu"))])
    plan = plan_of(world, {("air_squat", "thu"): 2}, days={"thu": day})
    assert verdict(world, plan, RULE) == expected
    assert barred(world, RULE, "air_squat", "thu") is None


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
    novice = beginner_before("fri", 0, constraints={RULE: HOURS_OFF})
    reason = "heavy legs less than 2 days before the intervals run on fri"
    assert barred(novice, RULE, "air_squat", "thu") == reason
    used = thursday_before(constraints={RULE: HOURS_OFF})
    reason = "new eccentric work less than 2 days before the intervals run on fri"
    assert barred(used, RULE, "sliding_curl", "thu") == reason
