"""The season rule: no heavy legs in a race week, no landing and no soreness after a race."""

from __future__ import annotations

from typing import Any

import pytest

from tests.model_check import ILLEGAL, LEGAL, barred, breaches, verdict
from tests.worlds import catalog_with, exercise, plan_of, problem

RULE = "exercises_suit_the_season"
HELD = {"hold_seconds": {"beginner": 30, "intermediate": 30, "advanced": 30}}


@pytest.mark.parametrize(
    ("phase", "exercise_id", "expected"),
    [
        ("race_week", "air_squat", ILLEGAL),  # lower-body strength
        ("race_week", "bridge", ILLEGAL),
        ("race_week", "calf_raise", LEGAL),  # calf rows are no heavy legs
        ("race_week", "side_leg_raise", LEGAL),
        ("race_week", "push_up", LEGAL),
        ("race_week", "pogo_hop", LEGAL),  # capped, not barred
        ("race_week", "renegade_row", ILLEGAL),  # difficulty 3
        ("race_week", "russian_twist", LEGAL),  # difficulty 2
        ("post_race", "pogo_hop", ILLEGAL),  # lands
        ("post_race", "sliding_curl", ILLEGAL),  # makes sore
        ("post_race", "air_squat", LEGAL),
        ("post_race", "goblet_squat", ILLEGAL),  # a load, and no way without one
        ("post_race", "band_row", LEGAL),  # upper body
        ("post_race", "renegade_row", ILLEGAL),
        ("taper", "air_squat", LEGAL),
        ("taper", "sliding_curl", LEGAL),
        ("base", "renegade_row", LEGAL),
    ],
)
def test_each_phase_bars_its_rows(phase: str, exercise_id: str, expected: str) -> None:
    """A single set of a row out of season is illegal."""
    world = problem(athlete={"phase": phase, "level": "advanced"})
    assert verdict(world, plan_of(world, {(exercise_id, "mon"): 1}), RULE) == expected


def test_an_easy_sore_making_row_is_out_of_a_race_week_too() -> None:
    """An upper-body row of difficulty 1 that makes sore is no work before a race."""
    row = exercise("slow_row", pattern="pull_horizontal", region="upper", flags=("eccentric_high",))
    world = problem(catalog=catalog_with(row), athlete={"phase": "race_week"})
    assert verdict(world, plan_of(world, {("slow_row", "mon"): 1}), RULE) == ILLEGAL


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"flags": ("loaded_hip_flexion",)}, ILLEGAL),
        ({"flags": ("achilles_load",)}, ILLEGAL),
        ({"flags": ("loaded_hip_flexion",), "seconds_per_rep": None, "dose": HELD}, LEGAL),
        ({}, LEGAL),
    ],
)
def test_hamstrings_and_calves_rest_after_a_race(changes: dict[str, Any], expected: str) -> None:
    """Hinges that move and raises on one leg are out for the week; a hinge hold is not."""
    row = exercise("leg_row", direct=("hamstrings",), **changes)
    for phase, verdict_then in (("post_race", expected), ("taper", LEGAL)):
        world = problem(catalog=catalog_with(row), athlete={"phase": phase})
        assert verdict(world, plan_of(world, {("leg_row", "mon"): 1}), RULE) == verdict_then


def test_the_breaches_name_the_week() -> None:
    """Each breach says what kind of week it is."""
    before, after = (problem(athlete={"phase": phase}) for phase in ("race_week", "post_race"))
    found = breaches(before, plan_of(before, {("air_squat", "mon"): 2}), RULE)
    assert found == [("mon", "Air squat in a race week")]
    found = breaches(after, plan_of(after, {("pogo_hop", "thu"): 2}), RULE)
    assert found == [("thu", "Pogo hop in the days after a race")]


def test_the_filter_says_why() -> None:
    """Five causes, each with the name of the phase."""
    before = problem(athlete={"phase": "race_week"})
    after = problem(athlete={"phase": "post_race"})
    assert barred(before, RULE, "air_squat") == "no leg strength work in this phase: race week"
    assert barred(after, RULE, "pogo_hop") == "no jumps in this phase: after the race"
    reason = "no strong lowering work in this phase: after the race"
    assert barred(after, RULE, "sliding_curl") == reason
    row = exercise("leg_row", direct=("hamstrings",), flags=("loaded_hip_flexion",))
    sore = problem(catalog=catalog_with(row), athlete={"phase": "post_race"})
    reason = "no loaded lowering for hamstrings and calves in this phase: after the race"
    assert barred(sore, RULE, "leg_row") == reason
    reason = "harder than 2 of 5, the most in this phase: after the race"
    assert barred(after, RULE, "renegade_row") == reason


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule lets a race week squat."""
    world = problem(athlete={"phase": "race_week"}, constraints={RULE: {"enabled": False}})
    assert verdict(world, plan_of(world, {("air_squat", "mon"): 3}), RULE) == LEGAL
