"""The balance aim: 100 for a week without balance work, from 50 years."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from tests.model_check import value
from tests.worlds import catalog_with, exercise, plan_of, problem

AIM = "balance_is_trained_from_fifty"
ROWS = (
    exercise("one_leg_stand", pattern="ankle", role="prehab", flags=("balance",)),
    exercise("one_leg_reach", pattern="ankle", role="prehab", flags=("balance",)),
)


def at(age: int | None, **settings: Any) -> Problem:
    """A world with two balance rows, for an athlete of this age."""
    return problem(catalog=catalog_with(*ROWS), athlete={"age": age}, objectives={AIM: settings})


@pytest.mark.parametrize(("age", "expected"), [(None, 0), (49, 0), (50, 100), (70, 100)])
def test_a_week_without_balance_costs_a_hundred_from_fifty(age: int | None, expected: int) -> None:
    """Nothing is asked for before, or where the age is unknown."""
    world = at(age)
    assert value(world, plan_of(world, {}), AIM) == expected


def test_one_item_is_enough_and_a_second_earns_nothing() -> None:
    """Items count, sets do not."""
    world = at(55)
    one, two = {("one_leg_stand", "mon"): 2}, {("one_leg_reach", "thu"): 9}
    assert value(world, plan_of(world, one), AIM) == 0
    assert value(world, plan_of(world, one | two), AIM) == 0


def test_nothing_is_asked_that_no_exercise_can_serve() -> None:
    """The small catalog has no balance row."""
    world = problem(athlete={"age": 55})
    assert value(world, plan_of(world, {}), AIM) == 0


@pytest.mark.parametrize(
    ("settings", "expected"), [({"items": 2}, 100), ({"items": 0}, 0), ({"weight": 7}, 0)]
)
def test_the_settings_move_number_and_weight(settings: dict[str, int], expected: int) -> None:
    """One item is held."""
    world = at(55, **settings)
    assert value(world, plan_of(world, {("one_leg_stand", "mon"): 1}), AIM) == expected


def test_the_weight_prices_an_item() -> None:
    """Three items missing at 7 points are 21."""
    world = at(55, items=3, weight=7)
    assert value(world, plan_of(world, {}), AIM) == 21
