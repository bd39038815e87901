"""Wanted exercises: each stands in some session of the week."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.domain.problem import Problem
from optimizer.errors import InputError
from optimizer.planning.files import read_scenario
from optimizer.reading.catalog.reader import read_catalog
from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import plan_of, problem

RULE = "wanted_exercises_are_planned"
SCENARIO = Path(__file__).parents[2] / "scenarios" / "knee_pain_with_bands.yaml"


def wanting(*exercises: str, **settings: object) -> Problem:
    """A week of two sessions that wants these exercises."""
    return problem(constraints={RULE: {"exercises": exercises, **settings}})


@pytest.mark.parametrize("day", ["mon", "thu"])
def test_one_session_is_enough(day: str) -> None:
    """A wanted squat may stand in either session."""
    world = wanting("air_squat")
    assert verdict(world, plan_of(world, {("air_squat", day): 2}), RULE) == LEGAL


def test_a_week_without_it_is_illegal() -> None:
    """Another row does not stand in for it, and the breach names what is missing."""
    world = wanting("air_squat")
    plan = plan_of(world, {("goblet_squat", "mon"): 2})
    assert verdict(world, plan, RULE) == ILLEGAL
    assert breaches(world, plan, RULE) == [("week", "air_squat is wanted and stands in no session")]


def test_each_of_several_is_wanted() -> None:
    """Two wishes are two demands."""
    world = wanting("air_squat", "push_up")
    one, both = {("air_squat", "mon"): 2}, {("air_squat", "mon"): 2, ("push_up", "thu"): 2}
    assert verdict(world, plan_of(world, one), RULE) == ILLEGAL
    assert verdict(world, plan_of(world, both), RULE) == LEGAL


def test_nothing_is_wanted_by_default() -> None:
    """Without the setting an empty week is legal."""
    world = problem()
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule wants nothing."""
    world = wanting("air_squat", enabled=False)
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL


@pytest.mark.parametrize(
    ("wish", "code", "words"),
    [
        ("goblet_squatt", "unknown-exercise", "goblet_squat"),
        ("Goblet squat", "unknown-exercise", "write goblet_squat"),
        ("nordic_curl_assisted", "pin-not-possible", "triplane why"),
        ("rocking_ankle_mobilization", "pin-not-possible", "pin it"),
    ],
)
def test_a_wish_that_cannot_be_is_told_with_its_line(
    tmp_path: Path, wish: str, code: str, words: str
) -> None:
    """Unknown, barred and drill: each a coded error at the line of the wish."""
    text = SCENARIO.read_text(encoding="utf-8").rstrip()
    file = tmp_path / "week.yaml"
    file.write_text(f"{text}\nconstraints:\n  {RULE}:\n    exercises: ['{wish}']\n")
    with pytest.raises(InputError) as caught:
        read_scenario(file, read_catalog())
    (complaint,) = caught.value.complaints
    assert complaint.code == code
    assert words in complaint.hint
    assert complaint.position is not None
    assert complaint.position.line == len(text.splitlines()) + 3
