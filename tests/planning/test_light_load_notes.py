"""What a plan says where the load cannot rise: go on, go slower, or do the harder exercise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from optimizer.domain.problem import Problem
from optimizer.planning.advice.light_load_notes import HARDER_NAMED_MOST, light_load_notes
from tests.worlds import catalog_with, exercise, hold, plan_of, problem

DUMBBELL = ({"dumbbell": 1},)
FIRM = exercise("firm_press", region="upper", difficulty=2)
EASY = exercise("easy_press", region="upper", progressions=("sore_press", "firm_press"))
SORE = exercise("sore_press", region="upper", avoid_with=("sore_neck",))
LIFT = exercise("lift", equipment=DUMBBELL)
OWN = "If your own weight leaves more than 3 repetitions in reserve, "


def world(
    *rows: Any,
    athlete: Mapping[str, Any] | None = None,
    history: Mapping[str, Any] | None = None,
    loads_kg: Any = (),
) -> Problem:
    """An intermediate with a dumbbell, and with these rows beside the small catalog's."""
    return problem(
        catalog=catalog_with(EASY, FIRM, SORE, LIFT, *rows),
        athlete={"level": "intermediate", "pains": ["sore_neck"], **(athlete or {})},
        history={"weeks_trained": 30, **(history or {})},
        places={"home": {"equipment": {"dumbbell": {"count": 2, "loads_kg": loads_kg}}}},
    )


def noted(own: Problem, *names: str) -> list[str]:
    """The notes on a Monday with two sets of each exercise."""
    return list(light_load_notes(own, plan_of(own, {(name, "mon"): 2 for name in names})))


def test_body_weight_gets_more_repetitions_or_a_harder_exercise() -> None:
    """The first harder exercise that the session may hold; a sore neck bars the other."""
    said = f"{OWN}go on to 15-20, lower in four seconds, or do the harder one: "
    assert noted(world(), "easy_press") == [f"{said}Easy press -> Firm press."]


def test_without_a_harder_exercise_two_ways_are_left() -> None:
    """So it is at the top of a ladder, and where the harder one is in the week already."""
    said = [f"{OWN}go on to 15-20 or lower in four seconds."]
    assert noted(world(), "firm_press") == said
    assert noted(world(), "easy_press", "firm_press") == said


@pytest.mark.parametrize(
    ("loads_kg", "athlete", "subject"),
    [
        ((6, 10), {}, "your heaviest weight"),
        ((), {}, None),
        ((6, 10), {"one_rep_max_kg": {"lift": 14}}, None),
        ((6, 10), {"one_rep_max_kg": {"lift": 90}}, "your heaviest weight"),
    ],
)
def test_a_weight_counts_where_the_heaviest_is_known(
    loads_kg: Any, athlete: Mapping[str, Any], subject: str | None
) -> None:
    """Unknown loads can rise; a maximum tells by itself whether the heaviest is enough."""
    text = noted(world(athlete=athlete, loads_kg=loads_kg), "lift")
    said = f"If {subject} leaves more than 3 repetitions in reserve, go on to 15-20 or lower in "
    assert text == ([f"{said}four seconds."] if subject else [])


def test_both_subjects_stand_in_one_note() -> None:
    """Once a plan, whatever is capped."""
    (text,) = noted(world(loads_kg=(6,)), "lift", "easy_press")
    assert text.startswith("If your heaviest weight or your own weight leaves more than 3 ")


def test_strong_lowering_is_no_harder_exercise() -> None:
    """It would come too near a key run unseen."""
    slow = exercise("slow_press", region="upper", difficulty=2, flags=("eccentric_high",))
    own = world(exercise("plain_press", region="upper", progressions=("slow_press",)), slow)
    assert noted(own, "plain_press") == [f"{OWN}go on to 15-20 or lower in four seconds."]


def test_few_harder_exercises_are_named() -> None:
    """A long list would be read by nobody."""
    rows = [exercise(f"row_{n}", progressions=(f"top_{n}",)) for n in range(6)]
    tops = [exercise(f"top_{n}", difficulty=2) for n in range(6)]
    (text,) = noted(world(*rows, *tops), *(row.id for row in rows))
    assert text.count("->") == HARDER_NAMED_MOST


@pytest.mark.parametrize("phase", ["transition", "taper", "race_week", "post_race"])
def test_phases_that_are_easy_on_purpose_hear_nothing(phase: str) -> None:
    """Nobody goes on to twenty in the week of a race."""
    assert noted(world(athlete={"phase": phase}), "easy_press") == []


def test_other_work_that_is_easy_on_purpose_hears_nothing() -> None:
    """After a break, at a sore muscle, under a condition, and in what is no strength lift."""
    assert noted(world(history={"weeks_off": 5}), "easy_press") == []
    still = hold("still_hold")
    assert noted(world(still, exercise("crunches", role="core")), "still_hold", "crunches") == []
    sore = world(athlete={"pains": [{"id": "knee_pain", "score": 4}]})
    assert noted(sore, "easy_press") == []
    assert noted(world(athlete={"conditions": ["weak_heart"]}), "easy_press") == []


def test_ages_with_bounds_are_not_sent_beyond_them() -> None:
    """From 65 a strength set ends at twelve."""
    (text,) = noted(world(athlete={"age": 70}), "easy_press")
    assert "15-20" not in text
    assert "lower in four seconds, or do the harder one" in text
