"""Bends of the spine: a point for each repetition beyond sixty in a session.

An intermediate's Russian twist is 8 a side in turns: 16 bends a set.
"""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.exercise import LEVELS
from optimizer.domain.problem import Problem
from tests.model_check import value
from tests.rows import CORE
from tests.worlds import catalog_with, exercise, plan_of, problem

AIM = "flexion_repeats_are_few"
CRUNCH = exercise(
    "crunch",
    pattern="rotation",
    dose={"reps": dict.fromkeys(LEVELS, 15)},
    flags=("spinal_flexion_repeated",),
    **CORE,
)


def world_of(**settings: Any) -> Problem:
    """An intermediate's week with a crunch of 15 repetitions in the catalog."""
    return problem(
        catalog=catalog_with(CRUNCH),
        athlete={"level": "intermediate"},
        objectives={AIM: settings} if settings else {},
    )


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({("crunch", "mon"): 4}, 0),  # 60
        ({("crunch", "mon"): 5}, 15),  # 75
        ({("russian_twist", "mon"): 4}, 4),  # 4 * 16 = 64
        ({("crunch", "mon"): 3, ("russian_twist", "mon"): 2}, 17),  # 45 + 32 = 77
        ({("crunch", "mon"): 4, ("russian_twist", "thu"): 3}, 0),  # 60 and 48
        ({("crunch", "mon"): 5, ("crunch", "thu"): 6}, 45),  # 15 + 30
        ({("plank", "mon"): 9, ("bird_dog", "mon"): 9}, 0),
    ],
)
def test_bends_beyond_sixty_in_each_session(
    chosen: dict[tuple[str, str], int], expected: int
) -> None:
    """Rows of a session add up, sessions do not, and both sides count."""
    world = world_of()
    assert value(world, plan_of(world, chosen), AIM) == expected


@pytest.mark.parametrize(("settings", "expected"), [({"repetitions": 40}, 35), ({"weight": 3}, 45)])
def test_the_settings_move_line_and_weight(settings: dict[str, Any], expected: int) -> None:
    """Five sets of crunches are 75 bends."""
    world = world_of(**settings)
    assert value(world, plan_of(world, {("crunch", "mon"): 5}), AIM) == expected
