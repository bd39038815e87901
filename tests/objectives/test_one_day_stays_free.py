"""The rest day: 2 points where every day has a session or a key run."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.problem import Problem
from optimizer.domain.scenario import DAYS, Day
from tests.model_check import value
from tests.worlds import plan_of, problem, run, session

AIM = "one_day_stays_free"
FOUR: tuple[Day, ...] = ("mon", "wed", "thu", "sat")
EVERY_SESSION = {"sessions_suit_the_phase": {"most": 7}}
SHARED = {**EVERY_SESSION, "sessions_stand_on_different_days": {"enabled": False}}


def week(*run_days: Day, kind: str = "tempo", **changes: Any) -> Problem:
    """Sessions on four days, and runs of one kind on some days."""
    given: dict[str, Any] = {"constraints": EVERY_SESSION, **changes}
    runs = [run(day, kind) for day in run_days]
    return problem(sessions=[session(day) for day in FOUR], runs=runs, **given)


@pytest.mark.parametrize(
    ("run_days", "expected"),
    [(("tue", "fri", "sun"), 2), (("tue", "fri"), 0), (("mon", "wed", "thu"), 0), ((), 0)],
)
def test_a_full_week_costs_two_points(run_days: tuple[Day, ...], expected: int) -> None:
    """Four days of strength and key runs on the other three leave no day."""
    world = week(*run_days)
    assert value(world, plan_of(world, {}), AIM) == expected


def test_easy_runs_take_no_day() -> None:
    """A rest day may hold an easy run."""
    world = week("tue", "fri", "sun", kind="easy")
    assert value(world, plan_of(world, {}), AIM) == 0


def test_seven_key_runs_leave_no_day() -> None:
    """Where the runs alone fill the week, the sessions cannot help it."""
    world = problem(runs=[run(day, "tempo") for day in DAYS])
    assert value(world, plan_of(world, {}), AIM) == 2


@pytest.mark.parametrize(("day", "expected"), [("sat", 2), ("fri", 0)])
def test_the_chosen_day_counts(day: Day, expected: int) -> None:
    """On Friday the last session shares a day with a run, and Saturday is free."""
    offered = [session(name) for name in FOUR[:3]] + [session("sat", days=("sat", "fri"))]
    runs = [run(name, "tempo") for name in ("tue", "fri", "sun")]
    world = problem(sessions=offered, runs=runs, constraints=EVERY_SESSION)
    assert value(world, plan_of(world, {}, days={"sat": day}), AIM) == expected


def test_two_sessions_on_one_day_take_one_day() -> None:
    """Where they may share a day, Saturday stays free."""
    offered = [session(name) for name in FOUR[:3]] + [session("sat", days=("sat", "thu"))]
    runs = [run(name, "tempo") for name in ("tue", "fri", "sun")]
    world = problem(sessions=offered, runs=runs, constraints=SHARED)
    assert value(world, plan_of(world, {}, days={"sat": "thu"}), AIM) == 0


def test_a_session_that_does_not_take_place_frees_its_day() -> None:
    """Three of four sessions take place."""
    world = week("tue", "fri", "sun", constraints={})
    assert value(world, plan_of(world, {}, days={"wed": None}), AIM) == 0


def test_the_weight_is_a_setting() -> None:
    """A full week at weight 5."""
    world = week("tue", "fri", "sun", objectives={AIM: {"weight": 5}})
    assert value(world, plan_of(world, {}), AIM) == 5
