"""The spread: 1 point for each pair of neighbouring days with sessions, Sunday to Monday too."""

from __future__ import annotations

import pytest

from optimizer.domain.scenario import DAYS, Day
from tests.model_check import value
from tests.worlds import plan_of, problem, session

AIM = "sessions_are_spread"
EVERY_SESSION = {"sessions_suit_the_phase": {"most": 7}}
SHARED = {**EVERY_SESSION, "sessions_stand_on_different_days": {"enabled": False}}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("mon", "thu"), 0),
        (("mon", "wed", "fri"), 0),
        (("mon", "tue"), 1),
        (("mon", "sun"), 1),
        (("mon", "tue", "wed"), 2),
        (("mon", "tue", "sun"), 2),
        (("mon", "tue", "thu", "fri"), 2),
        (DAYS, 7),
    ],
)
def test_neighbouring_days_cost_a_point(days: tuple[Day, ...], expected: int) -> None:
    """The week is a ring of seven pairs."""
    world = problem(sessions=[session(day) for day in days], constraints=EVERY_SESSION)
    assert value(world, plan_of(world, {}), AIM) == expected


@pytest.mark.parametrize(("day", "expected"), [("tue", 1), ("thu", 0), ("sun", 1)])
def test_the_chosen_day_counts(day: Day, expected: int) -> None:
    """The second session lists three days."""
    world = problem(sessions=[session("mon"), session("tue", days=("tue", "thu", "sun"))])
    assert value(world, plan_of(world, {}, days={"tue": day}), AIM) == expected


def test_a_session_that_does_not_take_place_has_no_neighbour() -> None:
    """Of Monday, Tuesday and Wednesday the middle one is left out."""
    world = problem(
        sessions=[session("mon"), session("tue"), session("wed")],
        constraints={"sessions_suit_the_phase": {"most": 2}},
    )
    assert value(world, plan_of(world, {}, days={"tue": None}), AIM) == 0


def test_a_shared_day_counts_with_each_neighbour_on_offer() -> None:
    """Two sessions on Tuesday: one too many beside Monday, and beside Wednesday."""
    offered = [session("mon", days=("mon", "tue")), session("tue", days=("tue", "wed"))]
    world = problem(sessions=offered, constraints=SHARED)
    assert value(world, plan_of(world, {}, days={"mon": "tue", "tue": "tue"}), AIM) == 2


def test_the_weight_is_a_setting() -> None:
    """A pair at weight 3."""
    world = problem(sessions=[session("mon"), session("tue")], objectives={AIM: {"weight": 3}})
    assert value(world, plan_of(world, {}), AIM) == 3
