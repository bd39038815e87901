"""The likes: 20 points for each liked exercise that could be held and is not."""

from __future__ import annotations

import pytest

from tests.model_check import value
from tests.worlds import plan_of, problem

AIM = "likes_are_met"


@pytest.mark.parametrize(
    ("held", "expected"), [((), 40), (("air_squat",), 20), (("air_squat", "plank"), 0)]
)
def test_each_like_left_out_costs_twenty(held: tuple[str, ...], expected: int) -> None:
    """Two likes, of which none, one and both are held."""
    world = problem(athlete={"likes": ("air_squat", "plank")})
    assert value(world, plan_of(world, {(row, "thu"): 1 for row in held}), AIM) == expected


def test_a_like_is_met_once() -> None:
    """The liked row on both days earns no more than on one."""
    world = problem(athlete={"likes": ("air_squat", "plank")})
    plan = plan_of(world, {("air_squat", "mon"): 2, ("air_squat", "thu"): 2})
    assert value(world, plan, AIM) == 20


def test_a_like_that_is_excluded_costs_nothing() -> None:
    """A beginner cannot do the thruster, so leaving it out is free."""
    world = problem(athlete={"likes": ("thruster",)})
    assert value(world, plan_of(world, {}), AIM) == 0


def test_the_weight_is_a_setting() -> None:
    """Two likes left out at 3 points are 6."""
    world = problem(athlete={"likes": ("air_squat", "plank")}, objectives={AIM: {"weight": 3}})
    assert value(world, plan_of(world, {}), AIM) == 6


def test_no_likes_cost_nothing() -> None:
    """Without likes there is nothing to leave out."""
    world = problem()
    assert value(world, plan_of(world, {}), AIM) == 0
