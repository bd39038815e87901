"""Leg work over sessions: 20 points for each of three kinds that a session lacks."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.scenario import Day
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


@pytest.mark.parametrize(
    ("settings", "expected"),
    [({"weight": 1}, 6), ({"most": 1}, 60), ({"most": 0}, 0), ({}, 120)],
)
def test_the_settings_move_weight_and_sessions(settings: dict[str, Any], expected: int) -> None:
    """Two empty sessions lack three kinds each."""
    world = problem(objectives={AIM: settings})
    assert value(world, plan_of(world, {}), AIM) == expected


@pytest.mark.parametrize(("days", "expected"), [("mon", 40), ("mon tue", 20), ("mon tue wed", 0)])
def test_three_of_five_sessions_are_enough(days: str, expected: int) -> None:
    """Calf raises on so many of five days, with hips and thighs on all: three are asked."""
    every: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri")
    world = problem(sessions=tuple(session(day) for day in every))
    chosen = {(row, str(day)): 2 for row in ("goblet_squat", "side_leg_raise") for day in every}
    chosen |= {("calf_raise", day): 2 for day in days.split()}
    assert value(world, plan_of(world, chosen), AIM) == expected


def test_two_calf_raises_stand_on_two_days() -> None:
    """Where the week holds two calf items, the deal gives each session one."""
    world = problem()
    found = solve_two_layer(world, Limits())
    assert isinstance(found, PlanFound)
    rows = world.catalog.exercise_by_id
    calf = [slot for row, slot in found.chosen.sets if rows[row].pattern.primary == "calf"]
    assert len(calf) < 2 or set(calf) == {"mon", "thu"}
