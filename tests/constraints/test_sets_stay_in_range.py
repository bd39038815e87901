"""The set range: by level and kind of work, two sets at least unless the top is lower."""

from __future__ import annotations

from typing import Any

import pytest

from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import catalog_with, exercise, plan_of, problem

RULE = "sets_stay_in_range"


@pytest.mark.parametrize(
    ("level", "exercise_id", "low", "high"),
    [
        ("beginner", "air_squat", 2, 3),  # main 1 to 3, from two
        ("beginner", "calf_raise", 2, 3),  # calf 1 to 3, from two
        ("beginner", "side_leg_raise", 2, 2),  # prehab 1 to 2, from two
        ("beginner", "plank", 2, 2),  # core 1 to 2, from two
        ("intermediate", "goblet_squat", 2, 4),  # main 2 to 4
        ("intermediate", "push_up", 2, 3),  # accessory 2 to 3
        ("intermediate", "side_leg_raise", 2, 3),  # prehab 1 to 3, from two
        ("advanced", "goblet_squat", 2, 5),  # main 2 to 5
        ("advanced", "push_up", 2, 4),  # accessory 2 to 4
        ("advanced", "plank", 2, 3),  # core 2 to 3
    ],
)
def test_the_range_of_each_level(level: str, exercise_id: str, low: int, high: int) -> None:
    """Both ends of the range are legal, one set beyond either is not."""
    world = problem(athlete={"level": level})
    for sets, expected in ((low - 1, ILLEGAL), (low, LEGAL), (high, LEGAL), (high + 1, ILLEGAL)):
        assert verdict(world, plan_of(world, {(exercise_id, "mon"): sets}), RULE) == expected


@pytest.mark.parametrize(
    ("changes", "exercise_id", "high"),
    [
        ({"athlete": {"level": "intermediate", "phase": "build"}}, "goblet_squat", 4),
        ({"athlete": {"level": "intermediate", "phase": "peak"}}, "goblet_squat", 2),  # 2.4
        ({"athlete": {"level": "intermediate", "phase": "taper"}}, "goblet_squat", 2),  # 4 x 0.5
        ({"athlete": {"level": "advanced", "phase": "taper"}}, "goblet_squat", 3),  # 2.5
        ({"athlete": {"level": "advanced", "phase": "race_week"}}, "plank", 1),  # 0.9
        ({"athlete": {"level": "advanced", "phase": "maintenance"}}, "goblet_squat", 2),
        ({"athlete": {"level": "advanced"}, "history": {"weeks_off": 3}}, "goblet_squat", 2),
        ({"athlete": {"level": "advanced", "age": 65}}, "goblet_squat", 3),
        ({"athlete": {"level": "advanced", "age": 17}}, "push_up", 3),
        ({"athlete": {"pains": [{"id": "achilles_pain", "score": 4}]}}, "calf_raise", 1),  # 3 // 2
    ],
)
def test_phase_break_age_and_pain_move_the_top(
    changes: dict[str, Any], exercise_id: str, high: int
) -> None:
    """The top is scaled, halves rounded up; one more set is illegal."""
    world = problem(**changes)
    for sets, expected in ((high, LEGAL), (high + 1, ILLEGAL)):
        assert verdict(world, plan_of(world, {(exercise_id, "mon"): sets}), RULE) == expected


@pytest.mark.parametrize(("phase", "expected"), [("base", ILLEGAL), ("peak", LEGAL)])
def test_weeks_with_fewer_sets_allow_a_single_one(phase: str, expected: str) -> None:
    """One set of squats is too few in base, and enough in peak."""
    world = problem(athlete={"phase": phase})
    assert verdict(world, plan_of(world, {("air_squat", "mon"): 1}), RULE) == expected


def test_the_breach_states_sets_and_range() -> None:
    """One set of squats is less than the range of a beginner."""
    world = problem()
    found = breaches(world, plan_of(world, {("air_squat", "thu"): 1}), RULE)
    assert found == [("thu", "Air squat has 1 sets, allowed 2 to 3")]


def test_sessions_are_asked_one_by_one() -> None:
    """Two sets on each of two days are not four sets."""
    world = problem()
    plan = plan_of(world, {("plank", "mon"): 2, ("plank", "thu"): 2})
    assert verdict(world, plan, RULE) == LEGAL


@pytest.mark.parametrize(
    ("least", "exercise_id", "sets", "expected"),
    [
        (1, "air_squat", 1, LEGAL),
        (3, "air_squat", 2, ILLEGAL),
        (3, "air_squat", 3, LEGAL),
        (3, "plank", 2, LEGAL),  # never above the row's own top of two
        (5, "air_squat", 3, LEGAL),
    ],
)
def test_the_setting_moves_the_low_end(
    least: int, exercise_id: str, sets: int, expected: str
) -> None:
    """``least`` raises or lowers the low end, but never above the high one."""
    world = problem(constraints={RULE: {"least": least}})
    assert verdict(world, plan_of(world, {(exercise_id, "mon"): sets}), RULE) == expected


@pytest.mark.parametrize(
    ("own", "sets", "expected"),
    [
        ((1, 1), 1, LEGAL),
        ((1, 1), 2, ILLEGAL),
        ((4, 5), 3, ILLEGAL),
        ((4, 5), 4, LEGAL),
        ((4, 5), 5, LEGAL),
        ((4, 5), 6, ILLEGAL),
    ],
)
def test_the_range_of_the_catalog_wins(own: tuple[int, int], sets: int, expected: str) -> None:
    """An exercise's own range replaces the level's."""
    row = exercise("odd_row", dose={"sets": own})
    world = problem(catalog=catalog_with(row))
    assert verdict(world, plan_of(world, {("odd_row", "mon"): sets}), RULE) == expected


@pytest.mark.parametrize(
    ("pins", "expected"),
    [
        ([{"sets": 5}], LEGAL),
        ([{"sets": None}], ILLEGAL),
        ([{"sets": 5}, {"sets": None}], LEGAL),
        ([{"sets": 5, "session": "thu"}], ILLEGAL),
        ([{"sets": 5, "exercise": "goblet_squat"}], ILLEGAL),
    ],
)
def test_a_pin_with_sets_wins(pins: list[dict[str, Any]], expected: str) -> None:
    """Five squat sets on Monday are legal where exactly this session and row are pinned."""
    usual = {"session": "mon", "exercise": "air_squat"}
    world = problem(pin=[{**usual, **pin} for pin in pins])
    assert verdict(world, plan_of(world, {("air_squat", "mon"): 5}), RULE) == expected


def test_an_empty_week_is_legal() -> None:
    """An exercise that is not done has no range to keep."""
    world = problem()
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule accepts ten sets."""
    world = problem(constraints={RULE: {"enabled": False}})
    assert verdict(world, plan_of(world, {("plank", "mon"): 10}), RULE) == LEGAL
