"""The floor aim: points for what is missing from relaxed floors.

An empty week of two sessions that counts one tier-1 muscle misses 8 quarter sets (80), three
planes of 2 half credits (60) and nine pattern groups (360): 500 points.
"""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from tests.model_check import value
from tests.worlds import catalog_of_muscles, plan_of, problem

AIM = "floors_are_missed_least"


def relaxed(*muscles: str, targets: dict[str, Any] | None = None, **settings: Any) -> Problem:
    """A week with relaxed floors that counts these muscles only."""
    return problem(
        catalog=catalog_of_muscles(*muscles),
        targets={"floors": "relaxed", **(targets or {})},
        objectives={AIM: settings},
    )


def muscles_only(*muscles: str, **changes: Any) -> Problem:
    """The same, with nothing asked of planes and patterns."""
    return relaxed(*muscles, plane_weight=0, pattern_weight=0, **changes)


def test_an_empty_week_misses_everything() -> None:
    """80 for the muscle, 60 for the planes and 360 for the patterns."""
    world = relaxed("quadriceps")
    assert value(world, plan_of(world, {}), AIM) == 500


def test_what_is_trained_is_not_missed() -> None:
    """A squat set leaves 4 quarters (40), two planes (40) and eight groups (320)."""
    world = relaxed("quadriceps")
    assert value(world, plan_of(world, {("air_squat", "mon"): 1}), AIM) == 400


@pytest.mark.parametrize(
    ("muscle", "exercise_id", "sets", "expected"),
    [
        ("quadriceps", "air_squat", 1, 40),  # tier 1: (8 - 4) * 10
        ("quadriceps", "air_squat", 2, 0),
        ("quadriceps", "air_squat", 9, 0),  # more than the floor earns nothing
        ("gastrocnemius", "pogo_hop", 3, 20),  # power: (8 - 3 * 2) * 10
        ("erector_spinae", "goblet_squat", 1, 60),  # indirect: (8 - 2) * 10
        ("lats", "band_row", 0, 12),  # tier 2: 4 * 3
        ("deltoids", "push_up", 1, 6),  # tier 2, indirect: (4 - 2) * 3
        ("triceps", "push_up", 0, 0),  # tier 3 has no floor
    ],
)
def test_muscles_count_in_quarter_sets(
    muscle: str, exercise_id: str, sets: int, expected: int
) -> None:
    """A quarter set below the floor costs 10, 3 or 1 by the muscle's tier."""
    world = muscles_only(muscle)
    assert value(world, plan_of(world, {(exercise_id, "mon"): sets}), AIM) == expected


def test_an_own_floor_of_tier_three_counts_one_a_quarter() -> None:
    """A floor of one triceps set is 4 quarters at 1 point, and a push-up set gives 2."""
    world = muscles_only("triceps", targets={"muscles": {"triceps": {"floor": 1}}})
    assert value(world, plan_of(world, {("push_up", "mon"): 1}), AIM) == 2


def test_planes_count_in_half_credits_of_items() -> None:
    """A bird dog leaves one half credit of turning; drills of stage 2 give none."""
    world = relaxed("triceps", pattern_weight=0)
    plan = plan_of(world, {("bird_dog", "mon"): 2}, {"mon": 2})
    assert value(world, plan, AIM) == 50  # sagittal 20, frontal 20, transverse 10


def test_secondary_patterns_serve_groups() -> None:
    """The renegade row serves pull, push and anti-rotation: six groups stay."""
    world = relaxed("quadriceps", tier_weights=(0, 0, 0), plane_weight=0)
    assert value(world, plan_of(world, {("renegade_row", "mon"): 2}), AIM) == 240


def test_a_group_that_nothing_can_serve_is_not_missed() -> None:
    """Without any pulling row an empty week misses eight groups."""
    world = problem(
        athlete={"never": ("band_row", "one_arm_row")},
        targets={"floors": "relaxed"},
        objectives={AIM: {"tier_weights": (0, 0, 0), "plane_weight": 0}},
    )
    assert value(world, plan_of(world, {}), AIM) == 320


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"tier_weights": (1, 0, 0)}, 428),  # 8 + 60 + 360
        ({"plane_weight": 0}, 440),
        ({"pattern_weight": 1}, 149),  # 80 + 60 + 9
    ],
)
def test_the_weights_are_settings(settings: dict[str, Any], expected: int) -> None:
    """Each weight changes its own part of the 500 points."""
    world = relaxed("quadriceps", **settings)
    assert value(world, plan_of(world, {}), AIM) == expected


def test_hard_floors_cost_nothing() -> None:
    """While floors are hard they are a rule and no aim."""
    world = problem()
    assert value(world, plan_of(world, {}), AIM) == 0
