"""The volume caps: 18/24/28 sets, 8/12/14 leg strength sets and 9/9/8 exercises a session."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import catalog_with, exercise, plan_of, problem

RULE = "session_volume_is_capped"
ELEVEN_ROWS = (
    "push_up",
    "press",
    "band_row",
    "one_arm_row",
    "plank",
    "side_plank",
    "bird_dog",
    "russian_twist",
    "calf_raise",
    "toe_raise",
    "short_foot",
)


def monday(**sets: int) -> dict[tuple[str, str], int]:
    """Sets by exercise, on Monday."""
    return {(row, "mon"): count for row, count in sets.items()}


def week_at(level: str = "beginner", **settings: Any) -> Problem:
    """A week of this level."""
    return problem(athlete={"level": level}, constraints={RULE: settings})


@pytest.mark.parametrize(
    ("level", "cap"), [("beginner", 18), ("intermediate", 24), ("advanced", 28)]
)
def test_working_sets(level: str, cap: int) -> None:
    """18, 24 and 28 upper-body sets are legal, one more is not."""
    world = week_at(level)
    full = monday(push_up=10, press=8, band_row=cap - 18)
    over = {**full, ("one_arm_row", "mon"): 1}
    assert verdict(world, plan_of(world, full), RULE) == LEGAL
    assert verdict(world, plan_of(world, over), RULE) == ILLEGAL


@pytest.mark.parametrize(
    ("level", "cap"), [("beginner", 8), ("intermediate", 12), ("advanced", 14)]
)
def test_lower_body_sets(level: str, cap: int) -> None:
    """8, 12 and 14 sets of squats and thrusters (full body) are legal, one more is not."""
    world = week_at(level)
    full = monday(air_squat=cap - 6, thruster=6)
    over = monday(air_squat=cap - 6, thruster=7)
    assert verdict(world, plan_of(world, full), RULE) == LEGAL
    assert verdict(world, plan_of(world, over), RULE) == ILLEGAL


@pytest.mark.parametrize(
    ("level", "count", "expected"),
    [
        ("beginner", 10, LEGAL),
        ("beginner", 11, ILLEGAL),
        ("intermediate", 10, LEGAL),
        ("intermediate", 11, ILLEGAL),
        ("advanced", 9, LEGAL),
        ("advanced", 10, ILLEGAL),
    ],
)
def test_exercises(level: str, count: int, expected: str) -> None:
    """Ten exercises are the cap, nine for the advanced."""
    world = week_at(level)
    plan = plan_of(world, {(row, "mon"): 1 for row in ELEVEN_ROWS[:count]})
    assert verdict(world, plan, RULE) == expected


@pytest.mark.parametrize("row", ["calf_raise", "toe_raise", "short_foot", "side_leg_raise"])
def test_small_leg_rows_are_no_lower_body_sets(row: str) -> None:
    """Beside eight squat sets, more sets of calf, ankle, foot or hip abduction are legal."""
    world = week_at()
    assert verdict(world, plan_of(world, monday(air_squat=8, **{row: 5})), RULE) == LEGAL


@pytest.mark.parametrize("pattern", ["calf", "ankle", "foot", "hip_abduction"])
def test_small_patterns_are_no_lower_body_sets_even_as_strength(pattern: str) -> None:
    """A strength row of a small pattern leaves the eight squat sets their room."""
    row = exercise("small_row", pattern=pattern)
    world = problem(catalog=catalog_with(row))
    assert verdict(world, plan_of(world, monday(air_squat=8, small_row=1)), RULE) == LEGAL


def test_jumps_are_no_lower_body_strength() -> None:
    """Beside eight squat sets, jump sets count as working sets only."""
    world = week_at()
    assert verdict(world, plan_of(world, monday(air_squat=8, squat_jump=3)), RULE) == LEGAL


def test_the_breaches_state_number_and_cap() -> None:
    """Nineteen squat sets break two caps, eleven exercises the third."""
    world = week_at()
    squats = plan_of(world, monday(air_squat=10, goblet_squat=9))
    rows = plan_of(world, {(row, "thu"): 1 for row in ELEVEN_ROWS})
    assert breaches(world, squats, RULE) == [
        ("mon", "19 working sets, cap 18"),
        ("mon", "19 lower-body strength sets, cap 8"),
    ]
    assert breaches(world, rows, RULE) == [("thu", "11 exercises, cap 10")]


def test_sessions_do_not_add_up() -> None:
    """Eighteen sets on each of two days are legal."""
    world = week_at()
    chosen = {(row, day): 9 for row in ("push_up", "press") for day in ("mon", "thu")}
    assert verdict(world, plan_of(world, chosen), RULE) == LEGAL


@pytest.mark.parametrize(
    ("settings", "sets", "expected"),
    [
        ({"working_sets": 3}, {"push_up": 3}, LEGAL),
        ({"working_sets": 3}, {"push_up": 4}, ILLEGAL),
        ({"lower_body_sets": 0}, {"air_squat": 1}, ILLEGAL),
        ({"lower_body_sets": 9}, {"air_squat": 9}, LEGAL),
        ({"exercises": 1}, {"push_up": 5}, LEGAL),
        ({"exercises": 1}, {"push_up": 1, "press": 1}, ILLEGAL),
        ({"enabled": False}, {"air_squat": 10, "push_up": 10}, LEGAL),
    ],
)
def test_the_settings_move_each_cap(
    settings: dict[str, Any], sets: dict[str, int], expected: str
) -> None:
    """Each of the three settings replaces its cap, up or down."""
    world = week_at(**settings)
    assert verdict(world, plan_of(world, monday(**sets)), RULE) == expected


def test_an_empty_week_is_legal() -> None:
    """No item exceeds no cap."""
    world = week_at()
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL
