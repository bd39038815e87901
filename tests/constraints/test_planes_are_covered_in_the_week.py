"""The weekly plane rule: a credit of each plane by items, and something that moves in it.

Stage 0 drills move in the sagittal plane, stage 1 in the transverse one too, stage 2 in all.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.model_check import ILLEGAL, LEGAL, breaches, verdict
from tests.worlds import plan_of, problem

RULE = "planes_are_covered_in_the_week"
Chosen = dict[tuple[str, str], int]
MOVERS: Chosen = {
    ("air_squat", "mon"): 2,
    ("side_lunge", "mon"): 2,
    ("russian_twist", "thu"): 2,
}


def without(row: str) -> Chosen:
    """The movers of the three planes but one."""
    return {key: sets for key, sets in MOVERS.items() if key[0] != row}


def test_one_moving_item_of_each_plane_is_enough() -> None:
    """Squat, side lunge and twist give 1.0 of one plane each."""
    world = problem()
    assert verdict(world, plan_of(world, MOVERS), RULE) == LEGAL


@pytest.mark.parametrize("row", ["air_squat", "side_lunge", "russian_twist"])
def test_a_plane_without_items_is_illegal(row: str) -> None:
    """Leaving out the only item of a plane leaves it at 0, drills or not."""
    world = problem()
    plan = plan_of(world, without(row), {"mon": 2, "thu": 2})
    assert verdict(world, plan, RULE) == ILLEGAL


@pytest.mark.parametrize(
    ("stages", "expected"), [({"mon": 1}, LEGAL), ({"thu": 2}, LEGAL), ({}, ILLEGAL)]
)
def test_something_must_move_in_the_plane(stages: dict[str, int], expected: str) -> None:
    """Two bird dogs resist 2 * 0.5 = 1.0, but only a drill of stage 1 or 2 moves."""
    world = problem()
    chosen = {**without("russian_twist"), ("bird_dog", "mon"): 2, ("bird_dog", "thu"): 2}
    assert verdict(world, plan_of(world, chosen, stages), RULE) == expected


def test_the_breaches_state_credit_and_motion() -> None:
    """One bird dog gives half a credit, and nothing turns."""
    world = problem()
    plan = plan_of(world, {**without("russian_twist"), ("bird_dog", "mon"): 2})
    assert breaches(world, plan, RULE) == [
        ("week", "transverse credit 0.5, floor 1"),
        ("week", "nothing moves in the transverse plane"),
    ]


def test_sets_do_not_count() -> None:
    """Ten sets of one bird dog are half a credit, and stage 1 adds motion, not credit."""
    world = problem()
    chosen = {**without("russian_twist"), ("bird_dog", "mon"): 10}
    assert verdict(world, plan_of(world, chosen, {"mon": 1}), RULE) == ILLEGAL


@pytest.mark.parametrize(
    ("target", "extra", "expected"),
    [
        ({"floor": 1.5}, {}, ILLEGAL),
        ({"floor": 1.5}, {("bird_dog", "mon"): 2}, LEGAL),
        ({"target": 0.5}, {}, LEGAL),
    ],
)
def test_the_scenario_sets_its_own_floor(
    target: dict[str, float], extra: Chosen, expected: str
) -> None:
    """A floor of 1.5 takes the twist (1.0) and a bird dog (0.5)."""
    world = problem(targets={"planes": {"transverse": target}})
    assert verdict(world, plan_of(world, {**MOVERS, **extra}), RULE) == expected


@pytest.mark.parametrize(("stages", "expected"), [({"mon": 1}, LEGAL), ({}, ILLEGAL)])
def test_a_floor_of_zero_still_asks_for_motion(stages: dict[str, int], expected: str) -> None:
    """Without a floor the plane needs no item, yet something must move in it."""
    world = problem(targets={"planes": {"transverse": {"floor": 0}}})
    plan = plan_of(world, without("russian_twist"), stages)
    assert verdict(world, plan, RULE) == expected


@pytest.mark.parametrize(
    "changes", [{"targets": {"floors": "relaxed"}}, {"constraints": {RULE: {"enabled": False}}}]
)
def test_relaxed_floors_and_a_disabled_rule_bind_nothing(changes: dict[str, Any]) -> None:
    """Either way an empty week is legal."""
    world = problem(**changes)
    assert verdict(world, plan_of(world, {}), RULE) == LEGAL
