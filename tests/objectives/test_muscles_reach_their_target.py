"""The muscle aim: quarter sets below the target, at 10, 3 and 1 points by tier.

A beginner's targets are 4, 3 and 1 sets, so 16, 12 and 4 quarters.
"""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from tests.model_check import value
from tests.worlds import catalog_of_muscles, plan_of, problem

AIM = "muscles_reach_their_target"


def week_for(*muscles: str, level: str = "beginner", **changes: Any) -> Problem:
    """A week that counts these muscles only."""
    return problem(catalog=catalog_of_muscles(*muscles), athlete={"level": level}, **changes)


@pytest.mark.parametrize(
    ("muscle", "exercise_id", "sets", "expected"),
    [
        ("quadriceps", "air_squat", 3, 40),  # (16 - 3 * 4) * 10
        ("quadriceps", "air_squat", 4, 0),
        ("quadriceps", "air_squat", 9, 0),  # beyond the target nothing is earned
        ("gastrocnemius", "pogo_hop", 3, 100),  # power: (16 - 3 * 2) * 10
        ("lats", "band_row", 2, 12),  # (12 - 2 * 4) * 3
        ("deltoids", "push_up", 3, 18),  # indirect: (12 - 3 * 2) * 3
        ("triceps", "push_up", 1, 2),  # indirect: (4 - 2) * 1
    ],
)
def test_quarter_sets_below_the_target(
    muscle: str, exercise_id: str, sets: int, expected: int
) -> None:
    """Direct sets give 4 quarters, indirect ones 2, and power half of that."""
    world = week_for(muscle)
    assert value(world, plan_of(world, {(exercise_id, "mon"): sets}), AIM) == expected


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("beginner", 16 * 10 + 12 * 3 + 4 * 1),
        ("intermediate", 20 * 10 + 16 * 3 + 8 * 1),
        ("advanced", 24 * 10 + 16 * 3 + 8 * 1),
    ],
)
def test_the_targets_of_each_level(level: str, expected: int) -> None:
    """An empty week misses the targets of one muscle of each tier."""
    world = week_for("quadriceps", "lats", "triceps", level=level)
    assert value(world, plan_of(world, {}), AIM) == expected


def test_the_scenario_sets_its_own_target() -> None:
    """A target of 2.5 sets is 10 quarters: two squat sets leave 2 of them."""
    world = week_for("quadriceps", targets={"muscles": {"quadriceps": {"target": 2.5}}})
    assert value(world, plan_of(world, {("air_squat", "mon"): 2}), AIM) == 20


def test_an_own_floor_above_the_target_raises_the_target() -> None:
    """A floor of six sets asks for 24 quarters."""
    world = week_for("quadriceps", targets={"muscles": {"quadriceps": {"floor": 6}}})
    assert value(world, plan_of(world, {("air_squat", "mon"): 4}), AIM) == 80


def test_the_weights_are_settings() -> None:
    """At weights 1, 2 and 3 an empty week misses 16 + 2 * 12 + 3 * 4 points."""
    objectives = {AIM: {"tier_weights": (1, 2, 3)}}
    world = week_for("quadriceps", "lats", "triceps", objectives=objectives)
    assert value(world, plan_of(world, {}), AIM) == 52
