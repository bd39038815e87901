"""The push and pull aim: hundredths of a set beyond one and a half times the other side."""

from __future__ import annotations

from typing import Any

import pytest

from tests.model_check import value
from tests.worlds import plan_of, problem

AIM = "push_and_pull_stay_close"


@pytest.mark.parametrize(
    ("push", "pull", "expected"),
    [
        (3, 2, 0),  # 300 - 150 * 2
        (4, 2, 100),  # 400 - 300
        (2, 3, 0),
        (2, 4, 100),
        (0, 2, 200),
        (0, 0, 0),
    ],
)
def test_hundredths_of_a_set_beyond_the_ratio(push: int, pull: int, expected: int) -> None:
    """Either side may have 1.5 times the other's sets for free."""
    world = problem()
    plan = plan_of(world, {("push_up", "mon"): push, ("band_row", "thu"): pull})
    assert value(world, plan, AIM) == expected


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({("renegade_row", "mon"): 4}, 0),  # four pushes, four pulls
        ({("renegade_row", "mon"): 2, ("press", "thu"): 2}, 100),  # 4 pushes, 2 pulls
        ({("thruster", "mon"): 1}, 100),  # a secondary push without a pull
    ],
)
def test_secondary_patterns_count(chosen: dict[tuple[str, str], int], expected: int) -> None:
    """A row that does both counts on both sides."""
    world = problem()
    assert value(world, plan_of(world, chosen), AIM) == expected


@pytest.mark.parametrize(
    ("settings", "expected"),
    [({"ratio_percent": 200}, 0), ({"ratio_percent": 100}, 200), ({"weight": 5}, 500)],
)
def test_the_settings_move_ratio_and_weight(settings: dict[str, Any], expected: int) -> None:
    """Four pushes against two pulls are 100 beyond 150 per cent."""
    world = problem(objectives={AIM: settings})
    plan = plan_of(world, {("push_up", "mon"): 4, ("band_row", "thu"): 2})
    assert value(world, plan, AIM) == expected
