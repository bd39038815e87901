"""A valid scenario, and what its names become."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from optimizer.errors import InputError, Position
from optimizer.reading.scenario_reader import parse_scenario, read_scenario
from tests.reading.small_catalog import (
    GOOD_SCENARIO,
    RULE_SETTINGS,
    TimeSettings,
    WeightSettings,
    exercise,
    small_catalog,
)


def test_names_become_ids_and_blocks_become_settings() -> None:
    scenario = parse_scenario(GOOD_SCENARIO, "f", small_catalog(), RULE_SETTINGS).scenario
    assert scenario.athlete.never == ("box_jump",)
    assert scenario.athlete.likes == ("goblet_squat", "push_up")
    assert scenario.athlete.one_rep_max_kg == {"goblet_squat": 40}
    assert scenario.history is not None
    assert scenario.history.known == ("step_up",)
    assert scenario.pin[0].exercise == "goblet_squat"
    assert scenario.week.start_date == date(2026, 3, 2)
    assert scenario.week.sessions[0].day == ("mon",)
    assert [pain.score for pain in scenario.athlete.pains] == [2, None]
    assert scenario.places["home"].equipment["box"].count == 1
    assert scenario.constraints == {"session_fits_in_time": TimeSettings(spare_seconds=60)}
    expected = WeightSettings(tier_weights=(5, 2, 1))
    assert scenario.objectives == {"muscles_reach_their_target": expected}


def test_without_settings_classes_the_blocks_stay_as_read() -> None:
    scenario = parse_scenario(GOOD_SCENARIO, "f", small_catalog()).scenario
    assert scenario.constraints == {"session_fits_in_time": {"spare_seconds": 60}}


def test_the_smallest_scenario() -> None:
    text = (
        "format: 1\nname: x\nweek: {sessions: [{id: a, day: mon, minutes: 30, place: p}]}\n"
        "places: {p: {}, unused: {}}\n"
    )
    assert parse_scenario(text, "f", small_catalog(), RULE_SETTINGS).scenario.pin == ()


def test_an_id_wins_over_a_name() -> None:
    catalog = small_catalog(exercise("curl", aliases=["goblet_squat"]))
    scenario = parse_scenario(GOOD_SCENARIO, "f", catalog, RULE_SETTINGS).scenario
    assert "goblet_squat" in scenario.athlete.likes


def test_read_from_a_file_with_hash_and_positions(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(GOOD_SCENARIO, encoding="utf-8")
    found = read_scenario(path, small_catalog(), RULE_SETTINGS)
    assert found.sha256 == hashlib.sha256(GOOD_SCENARIO.encode()).hexdigest()
    assert found.file == str(path)
    assert found.position(("week", "sessions", 0, "minutes")) == Position(str(path), 20, 50)


def test_several_days_and_a_near_race_are_read() -> None:
    """The planner chooses the day, and plans weeks with a race in them."""
    text = (
        "format: 1\nname: x\nweek:\n  start_date: 2026-03-02\n"
        "  races: [{date: 2026-03-08, distance: 10 km}]\n"
        "  sessions: [{id: a, day: [tue, mon], minutes: 30, place: p}]\nplaces: {p: {}}\n"
    )
    week = parse_scenario(text, "f", small_catalog(), RULE_SETTINGS).scenario.week
    assert week.sessions[0].day == ("tue", "mon")
    assert (week.races[0].date, week.races[0].priority) == (date(2026, 3, 8), "B")


def test_over_a_megabyte_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(GOOD_SCENARIO + "#" * 1_000_000, encoding="utf-8")
    with pytest.raises(InputError, match="file-too-large"):
        read_scenario(path, small_catalog())
