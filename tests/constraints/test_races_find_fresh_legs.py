"""The race rule: heavy legs stop first, then landings, then all leg work. Monday is 2 March."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Day
from tests.model_check import ILLEGAL, LEGAL, barred, breaches, verdict
from tests.worlds import plan_of, problem, race, session

RULE = "races_find_fresh_legs"


def before(
    date: int, distance: str = "10 km", priority: str = "A", day: Day = "mon", **changes: Any
) -> Problem:
    """A session on Monday, or another day, and a race on a day of March 2026."""
    races = [race(f"2026-03-{date:02}", distance, priority)]
    return problem(sessions=[session(day)], races=races, **changes)


def answer(world: Problem, row: str, sets: int = 2) -> str:
    """Whether the week's only session may hold the row."""
    (slot,) = world.slots
    return verdict(world, plan_of(world, {(row, slot.id): sets}), RULE)


@pytest.mark.parametrize(
    ("row", "last_illegal", "first_legal"),
    [
        ("air_squat", 8, 9),  # 6 and 7 days
        ("pogo_hop", 6, 7),  # 4 and 5 days
        ("calf_raise", 4, 5),  # 2 and 3 days
        ("side_leg_raise", 4, 5),
    ],
)
def test_the_windows_before_an_important_race(
    row: str, last_illegal: int, first_legal: int
) -> None:
    """Heavy legs stop 7 days before an A race, landings 5 and any leg work 3 days."""
    assert answer(before(last_illegal), row) == ILLEGAL
    assert answer(before(first_legal), row) == LEGAL


@pytest.mark.parametrize("distance", ["marathon", " Marathon", "ultra"])
def test_heavy_legs_stop_ten_days_before_a_marathon(distance: str) -> None:
    """9 days are too few, 10 are enough; landings keep their 5 days."""
    assert answer(before(11, distance), "air_squat") == ILLEGAL
    assert answer(before(12, distance), "air_squat") == LEGAL
    assert answer(before(7, distance), "pogo_hop") == LEGAL


@pytest.mark.parametrize("priority", ["B", "C"])
@pytest.mark.parametrize(
    ("row", "last_illegal", "first_legal"),
    [("air_squat", 4, 5), ("pogo_hop", 3, 4), ("calf_raise", 3, 4)],
)
def test_the_windows_before_a_minor_race(
    priority: str, row: str, last_illegal: int, first_legal: int
) -> None:
    """Heavy legs stop 3 days before, all other leg work and landings 2 days."""
    assert answer(before(last_illegal, priority=priority), row) == ILLEGAL
    assert answer(before(first_legal, priority=priority), row) == LEGAL


@pytest.mark.parametrize(("sets", "expected"), [(4, LEGAL), (5, ILLEGAL)])
def test_many_landings_are_heavy_legs(sets: int, expected: str) -> None:
    """6 days before a race 40 counted contacts are allowed, and 50 are heavy."""
    assert answer(before(8), "pogo_hop", sets) == expected


@pytest.mark.parametrize("row", ["push_up", "plank"])
def test_upper_body_and_core_stay(row: str) -> None:
    """On the day before the race both are legal, on its day no session stands at all."""
    assert answer(before(3), row) == LEGAL
    assert answer(before(2), row) == ILLEGAL


def test_an_empty_session_on_race_day_is_reported() -> None:
    """The breach names the race."""
    world = before(8, day="sun")
    assert breaches(world, plan_of(world, {}), RULE) == [("sun", "is on the day of the 10 km")]


def test_the_breach_counts_the_days() -> None:
    """One line for each item, however many windows it breaks."""
    world = before(4, "marathon")
    plan = plan_of(world, {("air_squat", "mon"): 2, ("pogo_hop", "mon"): 2})
    assert breaches(world, plan, RULE) == [
        ("mon", "Pogo hop 2 days before the marathon"),
        ("mon", "Air squat 2 days before the marathon"),
    ]


def test_a_race_that_is_over_asks_for_nothing() -> None:
    """Tuesday's race does not touch Thursday's squats: the week after it has a phase."""
    assert answer(before(3, day="thu"), "air_squat") == LEGAL


def test_without_a_start_date_nothing_is_known() -> None:
    """Reading refuses such a week; a problem made in code has no race windows."""
    week = {"sessions": [session("mon")], "races": [race("2026-03-04")]}
    assert answer(problem(week=week), "air_squat") == LEGAL


@pytest.mark.parametrize(("day", "expected"), [("mon", LEGAL), ("tue", ILLEGAL)])
def test_the_chosen_day_counts(day: Day, expected: str) -> None:
    """Monday is 7 days before the race, Tuesday 6."""
    races = [race("2026-03-09")]
    world = problem(sessions=[session("mon", days=("mon", "tue"))], races=races)
    plan = plan_of(world, {("air_squat", "mon"): 2}, days={"mon": day})
    assert verdict(world, plan, RULE) == expected
    assert barred(world, RULE, "air_squat") is None


@pytest.mark.parametrize(
    ("setting", "world", "row"),
    [
        ("heavy_days", {"date": 7}, "air_squat"),
        ("marathon_heavy_days", {"date": 7, "distance": "marathon"}, "air_squat"),
        ("landing_days", {"date": 7}, "pogo_hop"),
        ("leg_days", {"date": 7}, "calf_raise"),
        ("minor_heavy_days", {"date": 7, "priority": "C"}, "air_squat"),
        ("minor_leg_days", {"date": 7, "priority": "C"}, "calf_raise"),
    ],
)
def test_every_window_is_a_setting(setting: str, world: dict[str, Any], row: str) -> None:
    """5 days before the race a window of 5 is silent, and one of 6 is not."""
    settings = {"heavy_days": 0, "marathon_heavy_days": 0, "landing_days": 0, "leg_days": 0}
    settings |= {"minor_heavy_days": 0, "minor_leg_days": 0}
    for days, expected in ((5, LEGAL), (6, ILLEGAL)):
        given = {RULE: {**settings, setting: days}}
        assert answer(before(**world, constraints=given), row) == expected


def test_the_filter_names_the_race() -> None:
    """Rows that every day of the session forbids are barred with the window's reason."""
    world = before(4)
    assert barred(world, RULE, "air_squat") == "heavy legs 2 days before the 10 km on 2026-03-04"
    assert barred(world, RULE, "calf_raise") == "legs 2 days before the 10 km on 2026-03-04"
    assert barred(world, RULE, "push_up") is None
    assert barred(problem(), RULE, "air_squat") is None


def test_the_rule_can_be_switched_off() -> None:
    """A disabled rule allows squats on the eve of a race."""
    assert answer(before(3, constraints={RULE: {"enabled": False}}), "air_squat") == LEGAL
