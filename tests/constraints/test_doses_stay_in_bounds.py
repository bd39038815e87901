"""The bounds of doses: repetitions by level, role and sides; reserve; holds."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.exercise import LEVELS, Exercise
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from tests.model_check import ILLEGAL, LEGAL, barred, breaches, verdict
from tests.rows import CORE, JUMP, ONE_SIDE, PREHAB, UPPER
from tests.worlds import catalog_with, changed, exercise, hold, plan_of, problem

RULE = "doses_stay_in_bounds"
LOADED: dict[str, Any] = {"equipment": ({"dumbbell": 1},)}
KINDS: dict[str, dict[str, Any]] = {
    "two legs, loaded": LOADED,
    "two legs, unloaded": {},
    "one leg, loaded": {**LOADED, **ONE_SIDE},
    "one leg, unloaded": ONE_SIDE,
    "leg machine": {"mechanics": "isolation"},
    "calf": {"pattern": "calf", "mechanics": "isolation"},
    "upper": {"pattern": "push_horizontal", **UPPER},
    "prehab": {"pattern": "hip_abduction", **PREHAB},
    "ankle": {"pattern": "ankle", **PREHAB},
}


def of(reps: int, **changes: Any) -> Exercise:
    """A row with this many repetitions at every level."""
    return exercise("lift", dose={"reps": dict.fromkeys(LEVELS, reps)}, **changes)


def world_of(row: Exercise, level: str, **settings: Any) -> Problem:
    """A week of an athlete of this level in a catalog with the row."""
    return problem(
        catalog=catalog_with(row),
        athlete={"level": level},
        constraints={RULE: settings} if settings else {},
    )


def answer(row: Exercise, level: str, **settings: Any) -> str:
    """The verdict on two sets of the row, on which filter, model and verifier agree."""
    world = world_of(row, level, **settings)
    found = verdict(world, plan_of(world, {(row.id, "mon"): 2}), RULE)
    assert (barred(world, RULE, row.id) is None) == (found == LEGAL)
    return found


@pytest.mark.parametrize(
    ("kind", "level", "low", "high"),
    [
        ("two legs, loaded", "intermediate", 5, 15),
        ("two legs, loaded", "advanced", 3, 12),
        ("two legs, loaded", "beginner", 6, 15),
        ("two legs, unloaded", "beginner", 6, 20),
        ("two legs, unloaded", "intermediate", 5, 20),
        ("two legs, unloaded", "advanced", 3, 20),
        ("one leg, loaded", "beginner", 5, 15),
        ("one leg, loaded", "intermediate", 5, 15),
        ("one leg, loaded", "advanced", 3, 12),
        ("one leg, unloaded", "beginner", 5, 20),
        ("leg machine", "beginner", 6, 20),
        ("leg machine", "intermediate", 5, 20),
        ("leg machine", "advanced", 4, 20),
        ("calf", "intermediate", 5, 25),
        ("calf", "beginner", 6, 25),
        ("upper", "beginner", 5, 20),
        ("upper", "advanced", 4, 20),
        ("prehab", "intermediate", 5, 20),
        ("ankle", "beginner", 5, 25),
        ("ankle", "advanced", 5, 25),
    ],
)
def test_the_bounds_of_each_kind_and_level(kind: str, level: str, low: int, high: int) -> None:
    """Lowest and highest are legal; one less and one more are not."""
    reps = {low - 1: ILLEGAL, low: LEGAL, high: LEGAL, high + 1: ILLEGAL}
    assert {count: answer(of(count, **KINDS[kind]), level) for count in reps} == reps


@pytest.mark.parametrize("changes", [CORE, {**JUMP, "impact": "low"}], ids=["core", "power"])
def test_core_and_power_have_no_bounds(changes: dict[str, Any]) -> None:
    """One repetition and forty are legal: other rules cap landings and holds."""
    row = {"pattern": "anti_rotation", **changes}
    assert [answer(of(count, **row), "beginner") for count in (1, 40)] == [LEGAL, LEGAL]


def test_the_young_do_six_at_least_on_two_legs() -> None:
    """Their dose is raised to six loaded squats; a plan with five is refused."""
    athlete = {"level": "intermediate", "age": 17}
    world = problem(catalog=catalog_with(of(5, **LOADED)), athlete=athlete)
    plan = plan_of(world, {("lift", "mon"): 2})
    assert plan.session("mon").items[0].reps == 6
    assert verdict(world, plan, RULE) == LEGAL
    items = [plan.session("mon").items[0].model_copy(update={"reps": 5})]
    assert breaches(world, changed(plan, "mon", items=tuple(items)), RULE) != []


def test_five_are_legal_for_grown_up_intermediates() -> None:
    """Five loaded squats are legal from eighteen."""
    world = problem(
        catalog=catalog_with(of(5, **LOADED)), athlete={"level": "intermediate", "age": 18}
    )
    assert verdict(world, plan_of(world, {("lift", "mon"): 2}), RULE) == LEGAL


@pytest.mark.parametrize(("capped", "expected"), [(False, ILLEGAL), (True, LEGAL)])
def test_light_loads_may_have_twenty(capped: bool, expected: str) -> None:
    """Sixteen squats with a dumbbell are legal where all loads at hand are light."""
    assert answer(of(16, **LOADED), "intermediate", loads_are_capped=capped) == expected


@pytest.mark.parametrize(("seconds", "expected"), [(60, LEGAL), (61, ILLEGAL)])
def test_holds_end_at_sixty_seconds(seconds: int, expected: str) -> None:
    """A hold of 60 s is legal and one of 61 s is not."""
    row = hold("long_plank", pattern="anti_extension", **CORE)
    long = row.model_copy(
        update={
            "dose": row.dose.model_copy(update={"hold_seconds": dict.fromkeys(LEVELS, seconds)})
        }
    )
    assert answer(long, "advanced") == expected


def test_the_easy_march_of_the_preparation_is_no_hold() -> None:
    """180 s of marching are cardio, and the drills of a plan are no items."""
    world = problem()
    assert breaches(world, plan_of(world, {}), RULE) == []
    assert barred(world, RULE, "easy_march") is None


def with_reserve(world: Problem, row: str, reserve: int | None) -> Plan:
    """A Monday of two sets of the row with this many repetitions in reserve."""
    plan = plan_of(world, {(row, "mon"): 2})
    (item,) = plan.session("mon").items
    return changed(plan, "mon", items=(item.model_copy(update={"reps_in_reserve": reserve}),))


@pytest.mark.parametrize(
    ("level", "least"), [("beginner", 3), ("intermediate", 2), ("advanced", 1)]
)
def test_the_reserve_of_each_level(level: str, least: int) -> None:
    """From the level's least to four in reserve is legal; less and more are not."""
    world = problem(athlete={"level": level})
    counts = {
        reserve: len(breaches(world, with_reserve(world, "push_up", reserve), RULE))
        for reserve in range(6)
    }
    assert counts == {reserve: 0 if least <= reserve <= 4 else 1 for reserve in range(6)}


def test_legs_never_go_to_failure() -> None:
    """Nothing in reserve is a breach for a hip raise that has no bounds of reserve otherwise."""
    world = problem()
    found = breaches(world, with_reserve(world, "side_leg_raise", 0), RULE)
    assert found == [("mon", "Side leg raise takes the legs to failure")]
    assert breaches(world, with_reserve(world, "side_leg_raise", 1), RULE) == []
    assert breaches(world, with_reserve(world, "bird_dog", 0), RULE) == []


def test_the_filter_says_which_bound() -> None:
    """Repetitions with their bounds."""
    world = world_of(of(16, **LOADED), "intermediate")
    assert barred(world, RULE, "lift") == "16 repetitions, 5 to 15 allowed"
    plan = plan_of(world, {("lift", "mon"): 2})
    assert breaches(world, plan, RULE) == [("mon", "Lift has 16 repetitions, allowed 5 to 15")]


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule accepts 30 squats."""
    world = world_of(of(30), "beginner", enabled=False)
    assert verdict(world, plan_of(world, {("lift", "mon"): 2}), RULE) == LEGAL
