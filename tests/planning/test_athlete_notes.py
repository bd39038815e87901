"""The notes about the athlete: what is changed and left out is said, and by how much."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.planning.advice.athlete_notes import athlete_notes
from optimizer.planning.problems import build_problem
from tests.worlds import problem, scenario, small_catalog


def notes(history: Any = None, **athlete: Any) -> list[str]:
    """The notes of an athlete."""
    return list(athlete_notes(problem(athlete=athlete, history=history)))


def test_an_athlete_of_thirty_in_base_needs_no_note() -> None:
    """Nothing is changed, so nothing is said."""
    assert notes(age=30) == []


@pytest.mark.parametrize("score", [None, 1, 3])
def test_a_weak_pain_is_named_with_whom_to_see(score: int | None) -> None:
    """One line with the words of the catalog."""
    found = notes(pains=[{"id": "knee_pain", "score": score}])
    assert found == ["knee pain: See a professional if it does not get better."]


def test_a_pain_of_four_is_halved_aloud() -> None:
    """The muscles of the area are named."""
    found = notes(pains=[{"id": "knee_pain", "score": 4}])
    assert found[1] == (
        "knee pain at 4 of 10: half the sets for quadriceps, without a load where that can "
        "be; go down to what does not hurt, and stop if it is worse next morning."
    )


def test_a_pain_of_six_points_to_a_professional() -> None:
    """What is left out is said."""
    found = notes(pains=[{"id": "knee_pain", "score": 6}])
    assert found[1] == (
        "knee pain at 6 of 10: see a professional before training on; nothing here trains "
        "quadriceps directly."
    )


def test_light_loads_are_said() -> None:
    """A condition without a score."""
    found = notes(conditions=["weak_heart"])
    assert found[1] == "weak heart: loads stay light until a professional has cleared more."


def test_a_break_says_level_and_sets() -> None:
    """The level is named where it changed only."""
    stepped = notes(history={"weeks_off": 4}, level="advanced")
    assert stepped == [
        (
            "Back after 4 weeks off (3 or more count): planned at intermediate level and with at "
            "most 60 % of the sets; keep to that for two weeks."
        )
    ]
    assert "level" not in notes(history={"weeks_off": 4})[0]


@pytest.mark.parametrize(("age", "start"), [(16, "Under 18"), (50, "From 50"), (65, "From 65")])
def test_an_age_says_what_it_asks_for(age: int, start: str) -> None:
    """One sentence by group."""
    (only,) = notes(age=age)
    assert only.startswith(start)


@pytest.mark.parametrize("age", [50, 65])
def test_rest_is_asked_for_in_days_as_the_week_keeps_it(age: int) -> None:
    """Monday at 18:30 and Wednesday at 18:00 are a day apart, and no 48 hours."""
    (only,) = notes(age=age)
    assert "a whole day, better two, between heavy leg days" in only
    assert "hours" not in only


def test_before_a_race_an_empty_list_is_said() -> None:
    """With known exercises the rule leaves the others out, and no note is needed."""
    assert [note.split(":")[0] for note in notes(phase="taper")] == [
        "Taper",
        "Nothing new before a race",
    ]
    assert len(notes(phase="taper", history={"known": ["plank"]})) == 1


def test_a_week_without_sessions_is_told_of_its_phase_alone() -> None:
    """Nothing can be new in it."""
    free = scenario(athlete={"phase": "race_week"})
    free = free.model_copy(update={"week": free.week.model_copy(update={"sessions": ()})})
    assert len(list(athlete_notes(build_problem(free, small_catalog())))) == 1
