"""Weeks that give something up: in order, no more than needed, told, and never safety."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.scenario import Scenario
from optimizer.planning.problems import build_problem
from optimizer.planning.relax_steps import STEPS, applied
from optimizer.planning.relaxing import solve_relaxed
from optimizer.planning.solving import SolveOptions, solve
from optimizer.verify import verify
from tests.worlds import plan_of, scenario, session, small_catalog

TRAINED = {"weeks_trained": 8}
LEAST_RESTS = (
    "rests at their least: main lifts 60 s instead of 75 s, other strength 45 s instead of 60 s, "
    "core 30 s instead of 40 s, jumps 45 s instead of 60 s"
)


def week(minutes: int, **changes: Any) -> Scenario:
    """A trained beginner's two sessions at home."""
    sessions = (session("mon", minutes), session("thu", minutes))
    return scenario(sessions=sessions, history=TRAINED, **changes)


def relaxed(asked: Scenario) -> tuple[str, list[str]]:
    """Status and notes on what was given up."""
    plan = solve_relaxed(asked, small_catalog(), SolveOptions(seconds=30))
    return plan.status, [n for n in plan.notes if n.startswith(("RELAXED", "MINUTES"))]


def test_a_week_that_has_a_plan_gives_nothing_up() -> None:
    """The plan is the same as without relaxing."""
    asked = week(45)
    given, usual = solve_relaxed(asked, small_catalog()), solve(asked, small_catalog())
    assert (given.sessions, given.notes) == (usual.sessions, usual.notes)


@pytest.mark.parametrize(
    ("minutes", "starts"),
    [
        (23, []),
        (21, [f"RELAXED: {LEAST_RESTS}."]),
        (18, [f"RELAXED: {LEAST_RESTS}.", "RELAXED: single sets instead of 2"]),
        (12, ["MINUTES: 11 more", "RELAXED: floors", "RELAXED: rests", "RELAXED: single sets"]),
    ],
)
def test_the_less_time_the_more_is_given_up(minutes: int, starts: list[str]) -> None:
    """Rests first, then single sets; at last floors, with the minutes that would keep them."""
    status, told = relaxed(week(minutes))
    assert status in ("optimal", "feasible")
    assert [note.startswith(start) for note, start in zip(told, starts, strict=True)] == [
        True for _ in starts
    ]


def test_the_steps_change_what_they_say() -> None:
    """Rests, single sets, half the floors of tier 2, no planes of sessions; nothing else."""
    asked = week(45, targets={"muscles": {"lats": {"floor": 3}}})
    before = build_problem(asked, small_catalog())
    after = build_problem(applied(asked, small_catalog(), STEPS), small_catalog())
    assert before.numbers.rest_seconds["main"] == 75
    assert after.numbers.rest_seconds["main"] == 60
    floors = {one.muscle: one.floor_quarters for one in after.muscle_demands}
    for one in before.muscle_demands:
        halved = one.tier == 2 and one.muscle != "lats"  # the scenario's own floor is kept
        assert floors[one.muscle] == one.floor_quarters // (2 if halved else 1)
    targets = [one.target_quarters for one in after.muscle_demands]
    assert targets == [one.target_quarters for one in before.muscle_demands]
    assert after.usable == before.usable
    assert [slot.limit_seconds for slot in after.slots] == [2700, 2700]


def test_the_steps_keep_other_settings_of_their_rules() -> None:
    """What the scenario sets beside stays."""
    rule = "planes_are_covered_in_each_session"
    asked = week(45, constraints={rule: {"from_minutes": 20}})
    settings = applied(asked, small_catalog(), STEPS).constraints[rule]
    assert (settings.from_minutes, settings.enabled) == (20, False)


@pytest.mark.parametrize(
    ("id", "rows", "text"),
    [
        (
            "rests",
            {},
            LEAST_RESTS,
        ),
        (
            "sets",
            {("air_squat", "mon"): 1, ("plank", "mon"): 2},
            "single sets instead of 2 at least: 1 of 2 items have one",
        ),
        ("sets", {("air_squat", "mon"): 2}, ""),
    ],
)
def test_what_a_step_tells(id: str, rows: dict[tuple[str, str], int], text: str) -> None:
    """Amounts against the week as it was asked for; nothing where nothing was given up."""
    before = build_problem(week(45), small_catalog())
    step = next(step for step in STEPS if step.id == id)
    assert step.told(before, plan_of(before, rows)) == text


def test_safety_is_not_given_up() -> None:
    """A pin that pain excludes makes every week impossible, and nothing helps."""
    asked = week(
        45,
        athlete={"pains": ["sore_neck"]},
        pin=[{"session": "mon", "exercise": "press"}],
    )
    plan = solve_relaxed(asked, small_catalog(), SolveOptions(seconds=30))
    assert plan.status == "infeasible"
    text = "MINUTES: an hour more in each session would not make this week possible either."
    assert plan.notes[0] == text


@pytest.mark.parametrize("minutes", [19, 21])
def test_a_relaxed_plan_keeps_the_rules_that_are_left(minutes: int) -> None:
    """Whatever is given up, the plan obeys the relaxed rules, and says what it gave up."""
    asked = week(minutes)
    plan = solve_relaxed(asked, small_catalog(), SolveOptions(seconds=30))
    assert plan.status in ("optimal", "feasible")
    assert plan.verification.violations == ()
    broken = {one.rule for one in verify(build_problem(asked, small_catalog()), plan).violations}
    told = [note for note in plan.notes if note.startswith("RELAXED")]
    assert bool(broken) <= bool(told)
    allowed = {
        "session_fits_in_time",  # lines are shorter, as rests are
        "sets_stay_in_range",
        "muscles_reach_their_floor",
        "planes_are_covered_in_the_week",
        "planes_are_covered_in_each_session",
        "required_patterns_are_trained",
        "sessions_train_the_whole_body",
    }
    assert broken <= allowed
