"""One-leg landings: 10 for each hard landing of a set and side beyond eight."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.exercise import LEVELS, Exercise
from optimizer.domain.problem import Problem
from tests.model_check import value
from tests.rows import JUMP, ONE_SIDE
from tests.worlds import catalog_with, exercise, plan_of, problem

AIM = "one_leg_landings_stay_few"


def bound(reps: int, **changes: Any) -> Exercise:
    """A hard bound with this many landings a side in a set."""
    usual = {"impact": "high", **JUMP, **ONE_SIDE}
    return exercise("bound", dose={"reps": dict.fromkeys(LEVELS, reps)}, **{**usual, **changes})


def world_of(row: Exercise, **settings: Any) -> Problem:
    """An intermediate's week in a catalog with the row."""
    return problem(
        catalog=catalog_with(row),
        athlete={"level": "intermediate"},
        objectives={AIM: settings} if settings else {},
    )


@pytest.mark.parametrize(
    ("reps", "sets", "expected"),
    [(8, 3, 0), (9, 1, 10), (10, 3, 60), (12, 2, 80)],
)
def test_landings_beyond_eight(reps: int, sets: int, expected: int) -> None:
    """Three sets of ten a side are 2 * 3 landings too many."""
    world = world_of(bound(reps))
    assert value(world, plan_of(world, {("bound", "mon"): sets}), AIM) == expected


@pytest.mark.parametrize(
    "changes", [{"impact": "low"}, {"laterality": "bilateral", "side_mode": "bilateral"}]
)
def test_easy_hops_and_two_leg_jumps_are_free(changes: dict[str, Any]) -> None:
    """Twenty low hops a side, or twenty jumps on two legs, cost nothing."""
    world = world_of(bound(20, **changes))
    assert value(world, plan_of(world, {("bound", "mon"): 3}), AIM) == 0


def test_a_two_leg_jump_may_land_on_one_leg() -> None:
    """The flag says so: two sets of ten are 2 * 2 landings too many."""
    row = bound(10, laterality="bilateral", side_mode="bilateral", flags=("single_leg_landing",))
    world = world_of(row)
    assert value(world, plan_of(world, {("bound", "mon"): 2}), AIM) == 40


@pytest.mark.parametrize(
    ("settings", "expected"), [({"contacts_a_side": 5}, 100), ({"weight": 1}, 4)]
)
def test_the_settings_move_line_and_weight(settings: dict[str, Any], expected: int) -> None:
    """Two sets of ten a side are 2 * 2 landings beyond eight and 2 * 5 beyond five."""
    world = world_of(bound(10), **settings)
    assert value(world, plan_of(world, {("bound", "mon"): 2}), AIM) == expected
