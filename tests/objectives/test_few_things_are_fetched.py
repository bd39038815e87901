"""The equipment aim: different items a session uses, fixtures left out, summed over sessions.

At home the deadlift, press and goblet squat use dumbbells, the band row a long band, the
band walk a mini band, the step-up chair and dumbbells, and the toe raise only the wall.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.model_check import value
from tests.worlds import plan_of, problem, session

AIM = "few_things_are_fetched"


def monday(*rows: str) -> dict[tuple[str, str], int]:
    """Two sets of each row on Monday."""
    return {(row, "mon"): 2 for row in rows}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((), 0),
        (("air_squat", "toe_raise"), 0),  # nothing, and a fixture
        (("deadlift",), 1),  # two dumbbells are one item
        (("deadlift", "press", "goblet_squat"), 1),  # dumbbells shared
        (("step_up",), 2),  # chair and dumbbells
        (("step_up", "deadlift", "band_row", "band_walk"), 4),
    ],
)
def test_each_item_counts_once_a_session(rows: tuple[str, ...], expected: int) -> None:
    """An item that several exercises share is fetched once."""
    world = problem()
    assert value(world, plan_of(world, monday(*rows)), AIM) == expected


def test_sessions_add_up() -> None:
    """Dumbbells on two days are fetched twice."""
    world = problem()
    plan = plan_of(world, {("deadlift", "mon"): 2, ("press", "thu"): 2, ("band_row", "thu"): 2})
    assert value(world, plan, AIM) == 3


def test_what_the_place_offers_decides() -> None:
    """Away from home the step-up takes the stair and no dumbbells."""
    world = problem(sessions=[session("mon", place="bare")])
    assert value(world, plan_of(world, monday("step_up")), AIM) == 1


@pytest.mark.parametrize(
    ("place", "expected"), [({}, 0), ({"without": ("towel",), "equipment": {"slider": 1}}, 1)]
)
def test_a_stand_in_for_a_fixture_is_fetched(place: dict[str, Any], expected: int) -> None:
    """The towel is always there; sliders in its stead are not."""
    world = problem(places={"home": place})
    assert value(world, plan_of(world, monday("sliding_curl")), AIM) == expected
