"""Neither the names of exercises nor the order of the catalog touch what is proved."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise
from optimizer.domain.problem import Problem
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import PlanFound
from optimizer.solve.two_layer import solve_two_layer
from tests.oracle.tiny_problems import catalog_of, exact_tiers
from tests.worlds import problem, session

NAMED = ("floors", "targets", "quality", "minutes")
ROWS = (
    "goblet_squat",
    "side_lunge",
    "deadlift",
    "one_leg_bridge",
    "push_up",
    "band_row",
    "calf_raise",
    "band_walk",
    "side_plank",
    "bird_dog",
)
a_few = settings(max_examples=max(5, settings.default.max_examples // 8))  # type: ignore[union-attr]


def world(catalog: Catalog, **changes: Any) -> Problem:
    """Two half-hours at home with relaxed floors."""
    usual: dict[str, Any] = {
        "sessions": (session("mon", 25), session("thu", 25)),
        "targets": {"floors": "relaxed"},
        "history": {"weeks_trained": 4},
    }
    return problem(catalog=catalog, **{**usual, **changes})


def values(asked: Problem) -> dict[str, int]:
    """The exact values of the tiers that no name or order may touch."""
    with exact_tiers():
        outcome = solve_two_layer(asked, Limits())
    assert isinstance(outcome, PlanFound)
    tiers = [tier for tier in outcome.tiers if tier.id in NAMED]
    assert all(tier.proved for tier in tiers)
    return {tier.id: tier.value for tier in tiers}


def with_work(catalog: Catalog, rows: list[Exercise]) -> Catalog:
    """The catalog with other working rows; its drills stay as they are."""
    drills = [row for row in catalog.exercises if not row.is_work]
    return replace(catalog, exercises=(*drills, *rows))


@pytest.mark.slow
@a_few
@given(order=st.permutations(range(len(ROWS))))
def test_reordering_the_catalog(order: list[int]) -> None:
    """The order of the working rows changes no tier before likes and variety."""
    catalog = catalog_of(ROWS)
    rows = [row for row in catalog.exercises if row.is_work]
    shuffled = with_work(catalog, [rows[index] for index in order])
    assert values(world(catalog)) == values(world(shuffled))


@pytest.mark.slow
@a_few
@given(names=st.permutations([f"row_{number}" for number in range(len(ROWS))]))
def test_renaming_exercises(names: list[str]) -> None:
    """The ids of the working rows change no tier before likes and variety."""
    catalog = catalog_of(ROWS)
    rows = [row for row in catalog.exercises if row.is_work]
    renamed = [row.model_copy(update={"id": name}) for row, name in zip(rows, names, strict=True)]
    assert values(world(catalog)) == values(world(with_work(catalog, renamed)))


def test_reordering_the_sessions() -> None:
    """The order in which the scenario lists its sessions changes nothing at all."""
    days = (session("mon", 25), session("thu", 20), session("sat", 25, place="bare"))
    first, second = (
        world(catalog_of(ROWS), sessions=order) for order in (days, tuple(reversed(days)))
    )
    assert solve_two_layer(first, Limits()) == solve_two_layer(second, Limits())
