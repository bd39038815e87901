"""What a session begins and ends with: a jog, or a march where the legs should not land."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from optimizer.domain.catalog import Catalog
from optimizer.domain.frame.preparation import is_cardio
from optimizer.domain.problem import Problem
from optimizer.planning.problems import build_problem
from optimizer.reading.catalog.reader import read_catalog
from tests.worlds import run, scenario, session

JOG, MARCH = "light_cardio", "march_or_cycle"


@cache
def shipped() -> Catalog:
    """The shipped catalog."""
    return read_catalog()


def week(**changes: Any) -> Problem:
    """A week of one session on Monday at 18:00, with a cool-down of four minutes."""
    own = session("mon", 45, start="18:00", cool_down_minutes=4)
    return build_problem(scenario(**{"sessions": [own], **changes}), shipped())


def easy_movement(world: Problem) -> set[str]:
    """Ids of the easy movement in every block and in the cool-down."""
    routine = world.routines["mon"]
    drills = [drill for block in routine.preparation for drill in block.drills]
    return {one.exercise.id for one in (*drills, *routine.cool_down) if is_cardio(one.exercise)}


@pytest.mark.parametrize(
    ("athlete", "expected"),
    [
        ({}, JOG),
        ({"pains": ["shin_pain"]}, MARCH),
        ({"pains": [{"id": "achilles_pain", "score": 2}]}, MARCH),
        ({"pains": ["low_back_pain_acute"]}, MARCH),
        ({"pains": ["wrist_pain"]}, JOG),
        ({"conditions": ["osteoporosis"]}, MARCH),
        ({"phase": "post_race"}, MARCH),
        ({"phase": "race_week"}, JOG),
    ],
)
def test_nobody_jogs_where_landing_is_barred(athlete: dict[str, Any], expected: str) -> None:
    """A pain or condition that bars impact, and the days after a race, ask for a march."""
    assert easy_movement(week(athlete=athlete)) == {expected}


@pytest.mark.parametrize(
    ("kind", "start", "expected"),
    [
        ("easy", "16:29", JOG),
        ("easy", "16:30", MARCH),
        ("tempo", "17:30", MARCH),
        ("easy", "19:00", JOG),
        ("easy", None, JOG),
    ],
)
def test_nobody_jogs_again_within_an_hour_of_a_run(
    kind: str, start: str | None, expected: str
) -> None:
    """The run takes 30 minutes; one that comes later or has no time does not count."""
    assert easy_movement(week(runs=[run("mon", kind, 30, start)])) == {expected}


def test_a_pinned_jog_stays() -> None:
    """The runner has the last word, also against the first easy movement of the catalog."""
    pin = [{"session": "mon", "exercise": JOG}]
    assert easy_movement(week(athlete={"pains": ["shin_pain"]}, pin=pin)) == {JOG}
    pin = [{"session": "mon", "exercise": MARCH}]
    assert easy_movement(week(pin=pin)) == {MARCH}
