"""The pain rule: a reported pain excludes by name, by flag and by impact; always on."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from optimizer.constraints.pains_are_respected import Settings
from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, barred, breaches, verdict
from tests.worlds import plan_of, problem

RULE = "pains_are_respected"


def hurting(*pains: Any) -> Problem:
    """A week of an athlete who reports these pains."""
    return problem(athlete={"pains": pains})


@pytest.mark.parametrize(
    ("pain", "exercise_id", "expected"),
    [
        ("achilles_pain", "pogo_hop", ILLEGAL),  # impact low
        ("achilles_pain", "squat_jump", ILLEGAL),  # impact moderate
        ("achilles_pain", "calf_raise", LEGAL),  # impact none
        ("knee_pain", "goblet_squat", ILLEGAL),  # flag deep_knee_flexion
        ("knee_pain", "reverse_lunge", LEGAL),
        ("sore_neck", "press", ILLEGAL),  # lists the pain under avoid_with
        ("sore_neck", "push_up", LEGAL),
    ],
)
def test_each_way_to_exclude(pain: str, exercise_id: str, expected: str) -> None:
    """Impact, a flag and the row's own list each exclude, and nothing else does."""
    world = hurting(pain)
    assert verdict(world, plan_of(world, {(exercise_id, "mon"): 1}), RULE) == expected


@pytest.mark.parametrize(("score", "expected"), [(0, LEGAL), (1, ILLEGAL), (None, ILLEGAL)])
def test_a_score_of_zero_is_no_report(score: int | None, expected: str) -> None:
    """From a score of 1 on, and without a score, the pain counts."""
    world = hurting({"id": "sore_neck", "score": score})
    assert verdict(world, plan_of(world, {("press", "mon"): 1}), RULE) == expected


@pytest.mark.parametrize(
    ("score", "exercise_id", "expected"),
    [
        (5, "calf_raise", LEGAL),  # halved, not left out
        (6, "calf_raise", ILLEGAL),  # trains the sore calf directly
        (10, "calf_raise", ILLEGAL),
        (6, "air_squat", LEGAL),
    ],
)
def test_above_five_the_sore_area_rests(score: int, exercise_id: str, expected: str) -> None:
    """From 6 of 10 nothing may train the sore area directly."""
    world = hurting({"id": "achilles_pain", "score": score})
    assert verdict(world, plan_of(world, {(exercise_id, "mon"): 1}), RULE) == expected


def test_drills_of_a_sore_area_stay() -> None:
    """A preparation without impact is kept at 6 of 10."""
    world = hurting({"id": "achilles_pain", "score": 6})
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


def test_a_condition_excludes_as_a_pain_does() -> None:
    """``conditions`` name the same records, without a score."""
    world = problem(athlete={"conditions": ("weak_heart",)})
    assert verdict(world, plan_of(world, {("pogo_hop", "mon"): 1}), RULE) == ILLEGAL
    assert barred(world, RULE, "pogo_hop") == "weak_heart"


def test_the_cause_states_the_score() -> None:
    """A row that is only out because of the score says so."""
    world = hurting({"id": "achilles_pain", "score": 7})
    assert barred(world, RULE, "calf_raise") == "achilles_pain above 5 of 10"


def test_each_pain_is_reported() -> None:
    """A row that two pains exclude breaks the rule for both."""
    world = hurting("knee_pain", "sore_neck")
    plan = plan_of(world, {("air_squat", "mon"): 2, ("press", "thu"): 2})
    assert breaches(world, plan, RULE) == [
        ("mon", "Air squat is excluded by knee_pain"),
        ("thu", "Press is excluded by sore_neck"),
    ]


def test_drills_are_checked_too() -> None:
    """A stiff ankle excludes the ankle rock of a plan that was made without it."""
    found = breaches(hurting("stiff_ankle"), plan_of(problem(), {}), RULE)
    assert found == [(day, "Ankle rock is excluded by stiff_ankle") for day in ("mon", "thu")]


def test_the_preparation_avoids_an_excluded_drill() -> None:
    """The athlete's own problem takes the other ankle drill."""
    world = hurting("stiff_ankle")
    plan = plan_of(world, {})
    drills = [line.exercise for line in plan.session("mon").preparation]
    assert drills == ["easy_march", "ankle_pump", "hip_circle"]
    assert verdict(world, plan, RULE) == LEGAL


def test_no_pain_is_vacuous() -> None:
    """Without a report everything is legal."""
    world = problem()
    assert verdict(world, plan_of(world, {("pogo_hop", "mon"): 9}), RULE) == LEGAL


def test_the_rule_cannot_be_switched_off() -> None:
    """The settings refuse ``enabled: false``."""
    with pytest.raises(ValidationError, match="enabled"):
        Settings.model_validate({"enabled": False})


def test_the_filter_names_the_pain() -> None:
    """The reason is the pain's id, and None where nothing speaks against the row."""
    world = hurting("achilles_pain", {"id": "sore_neck", "score": 0}, "knee_pain")
    assert barred(world, RULE, "pogo_hop") == "achilles_pain"
    assert barred(world, RULE, "air_squat") == "knee_pain"
    assert barred(world, RULE, "press") is None
