"""The equipment rule: some alternative of every exercise can be served at the place."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, barred, breaches, verdict
from tests.worlds import catalog_with, changed, exercise, plan_of, problem

RULE = "equipment_is_at_hand"
DAYS = ("mon", "thu")


def place_with(**place: Any) -> Problem:
    """A week at a home that offers exactly this."""
    return problem(places={"home": place})


@pytest.mark.parametrize(("dumbbells", "expected"), [(2, LEGAL), (1, ILLEGAL)])
def test_an_item_must_be_there_as_often_as_needed(dumbbells: int, expected: str) -> None:
    """The deadlift needs two dumbbells: two are enough, one is not."""
    world = place_with(equipment={"dumbbell": dumbbells})
    assert verdict(world, plan_of(world, {("deadlift", "mon"): 2}), RULE) == expected


def test_the_breach_names_the_exercise() -> None:
    """Without a band, the band row is reported for its session."""
    world = place_with(kit="bodyweight")
    found = breaches(world, plan_of(world, {("band_row", "thu"): 2}), RULE)
    assert found == [("thu", "Band row needs equipment that is not there")]


@pytest.mark.parametrize(("mini_bands", "expected"), [(1, LEGAL), (0, ILLEGAL)])
def test_an_alternative_needs_all_its_items(mini_bands: int, expected: str) -> None:
    """A row that needs a dumbbell and a mini band is illegal with the dumbbell alone."""
    both = exercise("band_squat", equipment=({"dumbbell": 1, "mini_band": 1},))
    things = {"dumbbell": 1, "mini_band": mini_bands}
    world = problem(catalog=catalog_with(both), places={"home": {"equipment": things}})
    assert verdict(world, plan_of(world, {("band_squat", "mon"): 2}), RULE) == expected


@pytest.mark.parametrize(
    ("things", "expected"),
    [({"step": 1}, LEGAL), ({"chair": 1}, LEGAL), ({"stair": 1}, LEGAL), ({}, ILLEGAL)],
)
def test_one_alternative_or_stand_in_is_enough(things: dict[str, int], expected: str) -> None:
    """The step-up is legal with a step, stair or chair and no dumbbells; not with nothing."""
    world = place_with(equipment=things)
    assert verdict(world, plan_of(world, {("step_up", "mon"): 2}), RULE) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ({}, LEGAL),
        ({"without": ("towel",)}, ILLEGAL),
        ({"without": ("towel",), "equipment": {"slider": 1}}, LEGAL),
    ],
)
def test_fixtures_are_there_until_taken_away(place: dict[str, Any], expected: str) -> None:
    """A towel is everywhere; taken away, only its stand-in can serve the curl."""
    world = place_with(**place)
    assert verdict(world, plan_of(world, {("sliding_curl", "mon"): 2}), RULE) == expected


def test_an_exercise_without_equipment_is_always_legal() -> None:
    """The empty alternative fits an empty place."""
    world = place_with(without=("wall", "towel"))
    assert verdict(world, plan_of(world, {("air_squat", "mon"): 2}), RULE) == LEGAL


@pytest.mark.parametrize(("thing", "count"), [("dumbbell", 3), ("slider", 1)])
def test_a_line_that_uses_more_than_there_is_is_reported(thing: str, count: int) -> None:
    """A line with three of two dumbbells, or with absent sliders, breaks the rule."""
    world = problem()
    plan = plan_of(world, {("deadlift", "mon"): 2})
    item = plan.session("mon").items[0].model_copy(update={"equipment": {thing: count}})
    found = breaches(world, changed(plan, "mon", items=(item,)), RULE)
    assert found == [("mon", f"Deadlift uses {count} {thing}, too many")]


def test_drills_are_checked_too() -> None:
    """A preparation written for a place with a band is illegal at a place without one."""
    drill = exercise(
        "banded_rock",
        role="mobility",
        pattern="mobility",
        mobilises=("gastrocnemius",),
        equipment=({"mini_band": 1},),
        direct=(),
    )
    catalog = catalog_with(drill)
    never = {"never": ("ankle_rock", "ankle_pump")}
    rich = problem(catalog=catalog, athlete=never)
    poor = problem(catalog=catalog, athlete=never, places={"home": {"kit": "bodyweight"}})
    found = breaches(poor, plan_of(rich, {}), RULE)
    assert found == [(day, "Banded rock needs equipment that is not there") for day in DAYS]


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule does not ask for the dumbbells."""
    world = problem(constraints={RULE: {"enabled": False}}, places={"home": {}})
    assert verdict(world, plan_of(world, {("deadlift", "mon"): 2}), RULE) == LEGAL


@pytest.mark.parametrize(
    ("exercise_id", "reason"),
    [
        ("deadlift", "no dumbbell at home"),
        ("step_up", "no step at home"),
        ("air_squat", None),
    ],
)
def test_the_filter_names_what_is_missing(exercise_id: str, reason: str | None) -> None:
    """The reason is the alternative that lacks least: the step alone, without the dumbbells."""
    assert barred(place_with(), RULE, exercise_id) == reason
