"""Leg work over sessions: 20 points for each of three kinds that a session lacks."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.solve.limits import Limits
from optimizer.solve.outcome import PlanFound
from optimizer.solve.two_layer import solve_two_layer
from tests.model_check import value
from tests.worlds import plan_of, problem, session

AIM = "sessions_share_the_leg_work"
LEGS = ("goblet_squat", "calf_raise", "side_leg_raise")


@pytest.mark.parametrize(
    ("monday", "expected"),
    [((), 60), (LEGS[:1], 40), (LEGS[:2], 20), (LEGS, 0), (("calf_raise", "push_up"), 40)],
)
def test_each_kind_counts_once(monday: tuple[str, ...], expected: int) -> None:
    """A session lacks thighs and hips, calves and the side of the hip, 20 points each."""
    world = problem(sessions=(session("mon", 30),))
    assert value(world, plan_of(world, {(row, "mon"): 2 for row in monday}), AIM) == expected


def test_both_sessions_are_asked() -> None:
    """All three on Monday leave Thursday without: 60."""
    world = problem()
    assert value(world, plan_of(world, {(row, "mon"): 2 for row in LEGS}), AIM) == 60


def test_what_no_exercise_can_serve_costs_nothing() -> None:
    """Without the only rows for the side of the hip, two kinds are left."""
    hips = [row.id for row in problem().candidates if row.pattern.primary == "hip_abduction"]
    world = problem(sessions=(session("mon", 30),), athlete={"never": hips})
    assert value(world, plan_of(world, {}), AIM) == 40


@pytest.mark.parametrize(("settings", "expected"), [({"weight": 1}, 3), ({}, 60)])
def test_the_setting_moves_the_weight(settings: dict[str, Any], expected: int) -> None:
    """An empty session lacks three kinds."""
    world = problem(sessions=(session("mon", 30),), objectives={AIM: settings})
    assert value(world, plan_of(world, {}), AIM) == expected


def test_two_calf_raises_stand_on_two_days() -> None:
    """Where the week holds two calf items, the deal gives each session one."""
    world = problem()
    found = solve_two_layer(world, Limits())
    assert isinstance(found, PlanFound)
    rows = world.catalog.exercise_by_id
    calf = [slot for row, slot in found.chosen.sets if rows[row].pattern.primary == "calf"]
    assert len(calf) < 2 or set(calf) == {"mon", "thu"}
