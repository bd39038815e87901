"""The runner's slots: 100 for each calf, hip-abduction, core or jump item that is missing.

Two sessions want two items of calf, hip abduction and core each, and one jump: seven.
"""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.scenario import DAYS, Day
from tests.model_check import value
from tests.worlds import plan_of, problem, session

AIM = "runner_slots_are_filled"
ALL_SEVEN = {
    ("calf_raise", "mon"): 2,
    ("calf_raise", "thu"): 2,
    ("side_leg_raise", "mon"): 2,
    ("band_walk", "mon"): 2,  # two items of a group on one day are two items
    ("plank", "mon"): 2,
    ("russian_twist", "thu"): 2,
    ("pogo_hop", "thu"): 2,
}


def test_an_empty_week_misses_seven_items() -> None:
    """2 + 2 + 2 + 1 items at 100."""
    world = problem()
    assert value(world, plan_of(world, {}), AIM) == 700


def test_a_week_with_all_seven_costs_nothing() -> None:
    """Items count by primary pattern, wherever they stand."""
    world = problem()
    assert value(world, plan_of(world, ALL_SEVEN), AIM) == 0


@pytest.mark.parametrize("left_out", ALL_SEVEN)
def test_each_item_left_out_costs_a_hundred(left_out: tuple[str, str]) -> None:
    """Any of the seven is worth the same."""
    world = problem()
    chosen = {key: sets for key, sets in ALL_SEVEN.items() if key != left_out}
    assert value(world, plan_of(world, chosen), AIM) == 100


def test_more_items_and_sets_earn_nothing() -> None:
    """A third core item does not make up for a missing calf item, nor do ten sets."""
    world = problem()
    chosen = {**ALL_SEVEN, ("bird_dog", "mon"): 2, ("calf_raise", "mon"): 10}
    del chosen["calf_raise", "thu"]
    assert value(world, plan_of(world, chosen), AIM) == 100


def test_secondary_patterns_do_not_count() -> None:
    """The renegade row's anti-rotation is no core item."""
    world = problem()
    assert value(world, plan_of(world, {("renegade_row", "mon"): 2}), AIM) == 700


@pytest.mark.parametrize(("sessions", "expected"), [(1, 400), (3, 1000), (4, 1000)])
def test_what_is_wanted_grows_with_the_sessions_up_to_three(sessions: int, expected: int) -> None:
    """One item of each group a session, at most 3 + 3 + 3 + 1."""
    world = problem(sessions=[session(day) for day in DAYS[:sessions]])
    assert value(world, plan_of(world, {}), AIM) == expected


def test_nothing_is_wanted_that_no_exercise_can_serve() -> None:
    """With Achilles pain there is no jump to miss."""
    world = problem(athlete={"pains": ("achilles_pain",)})
    assert value(world, plan_of(world, {}), AIM) == 600


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"most": {"calf": 1}}, 100),
        ({"most": {"calf": 7, "pull": 1}}, 300),  # two calf items in two sessions, one pull
        ({"most": {}}, 0),
        ({"weight": 1}, 7),
    ],
)
def test_the_settings_move_groups_and_weight(settings: dict[str, Any], expected: int) -> None:
    """``most`` names the groups and their caps, ``weight`` prices an item."""
    world = problem(objectives={AIM: settings})
    assert value(world, plan_of(world, {}), AIM) == expected


@pytest.mark.parametrize(("held", "expected"), [(0, 0), (1, 400), (2, 700)])
def test_sessions_that_stay_empty_want_nothing(held: int, expected: int) -> None:
    """Of two sessions in race week none, one or both take place: 0, 4 or 7 items."""
    days: tuple[Day, ...] = ("mon", "thu")
    world = problem(athlete={"phase": "race_week", "level": "intermediate"})
    left_out: dict[str, Day | None] = dict.fromkeys(days[held:])
    assert value(world, plan_of(world, {}, days=left_out), AIM) == expected
