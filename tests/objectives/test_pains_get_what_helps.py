"""What helps: 30 for each of two sets that a group of a reported pain's helpers misses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from optimizer.domain.problem import Problem
from tests.model_check import value
from tests.worlds import catalog_with, plan_of, problem

AIM = "pains_get_what_helps"


def sore(**athlete: Any) -> Problem:
    """A week of an athlete whose knee hurts: bridges and side leg raises help."""
    return problem(athlete={"pains": ({"id": "knee_pain"},), **athlete})


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, 60),
        ({("bridge", "mon"): 1}, 30),
        ({("bridge", "mon"): 2}, 0),
        ({("bridge", "mon"): 1, ("side_leg_raise", "thu"): 1}, 0),
        ({("bridge", "mon"): 5}, 0),
        ({("plank", "mon"): 5}, 60),
    ],
)
def test_sets_of_all_that_helps_add_up(chosen: dict[tuple[str, str], int], expected: int) -> None:
    """Two sets of whatever is listed are enough."""
    world = sore()
    assert value(world, plan_of(world, chosen), AIM) == expected


def test_nothing_is_asked_without_a_pain() -> None:
    """A healthy runner misses nothing."""
    world = problem()
    assert value(world, plan_of(world, {}), AIM) == 0


def test_nothing_is_asked_where_nothing_that_helps_is_possible() -> None:
    """Both listed rows are unwanted."""
    world = sore(never=("bridge", "side_leg_raise"))
    assert value(world, plan_of(world, {}), AIM) == 0


def test_each_pain_is_asked_for() -> None:
    """A sore neck, for which the list names nothing, adds nothing to the knee."""
    world = problem(athlete={"pains": ({"id": "knee_pain"}, {"id": "sore_neck"})})
    assert value(world, plan_of(world, {}), AIM) == 60


@pytest.mark.parametrize(
    ("settings", "expected"), [({"sets": 4}, 90), ({"sets": 0}, 0), ({"weight": 7}, 7)]
)
def test_the_settings_move_sets_and_weight(settings: dict[str, int], expected: int) -> None:
    """One bridge is three short of four."""
    world = problem(athlete={"pains": ({"id": "knee_pain"},)}, objectives={AIM: settings})
    assert value(world, plan_of(world, {("bridge", "mon"): 1}), AIM) == expected


def test_each_group_is_asked_for() -> None:
    """Side leg raises do not stand for bridges where the two are groups of their own."""
    known = catalog_with()
    knee = known.pain_by_id["knee_pain"].model_copy(
        update={"helps": (("bridge",), ("side_leg_raise",))}
    )
    pains = tuple(knee if pain.id == knee.id else pain for pain in known.pains)
    world = problem(athlete={"pains": ({"id": "knee_pain"},)}, catalog=replace(known, pains=pains))
    assert value(world, plan_of(world, {("side_leg_raise", "mon"): 5}), AIM) == 60
    both = {("side_leg_raise", "mon"): 2, ("bridge", "thu"): 1}
    assert value(world, plan_of(world, both), AIM) == 30
