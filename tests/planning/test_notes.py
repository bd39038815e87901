"""Notes: what is missed, what is guessed, and how they are worded."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.coverage import coverage
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import DAYS
from optimizer.planning.advice.notes import notes
from tests.worlds import catalog_with, exercise, plan_of, problem, run, session

BARBELL = ({"barbell": 1},)
LOADED = {("goblet_squat", "mon"): 2}


def noted(world: Problem, chosen: dict[tuple[str, str], int]) -> str:
    """All notes of the plan of these sets."""
    plan = plan_of(world, chosen)
    plan = plan.model_copy(update={"coverage": coverage(world, plan.sessions)})
    return "\n".join(notes(world, plan))


def test_missed_floors_stand_in_one_line() -> None:
    """Two sets of air squats reach the floor of the quadriceps and of nothing in the calf."""
    text = noted(problem(targets={"floors": "relaxed"}), {("air_squat", "mon"): 2})
    line = next(line for line in text.splitlines() if "weekly sets below" in line)
    assert line.startswith("MISSED, weekly sets below the floor: ")
    assert "soleus 0 of 2" in line
    assert "quadriceps" not in line
    assert "MISSED, weekly credit of planes below the floor: frontal 0 of 1, " in text
    assert "MISSED, left out of the week: hip dominant; push; pull; " in text


def test_a_pattern_that_nothing_can_train_is_told_apart() -> None:
    """Without a row to pull, the pull is impossible rather than left out."""
    never = ["band_row", "one_arm_row", "renegade_row"]
    text = noted(problem(athlete={"never": never}), {})
    assert "MISSED, as no exercise here can train it: pull." in text


FORBIDDEN = "MISSED, as the days of the sessions forbid it: "


def test_what_only_the_day_forbids_is_said_with_a_better_day() -> None:
    """Legs on the eve of intervals: the kit serves them, and days farther off would allow them."""
    runs = (run("thu", "intervals", 60, start="18:00"), run("sun", "long", 90, start="09:00"))
    evening = (session("wed", start="19:00"),)
    targets = {"floors": "relaxed"}
    text = noted(problem(sessions=evening, runs=runs, targets=targets), {})
    line = next(line for line in text.splitlines() if line.startswith(FORBIDDEN))
    assert line.startswith(f"{FORBIDDEN}knee dominant; hip dominant (heavy legs less than 24 h ")
    assert "(heavy legs less than 24 h before the intervals run on thu)" in line
    assert line.endswith("Session wed could hold it on Monday, Tuesday, Friday or Sunday.")
    assert "no exercise here can train it" not in text


def test_kit_and_day_are_told_apart() -> None:
    """A pull that nothing can train is no fault of the day."""
    never = ["band_row", "one_arm_row", "renegade_row"]
    world = problem(
        athlete={"never": never},
        sessions=(session("wed", start="19:00"),),
        runs=(run("thu", "intervals", 60, start="18:00"),),
        targets={"floors": "relaxed"},
    )
    text = noted(world, {})
    assert FORBIDDEN in text
    assert "MISSED, as no exercise here can train it: pull." in text


def test_where_every_day_is_taken_a_run_must_move() -> None:
    """Key runs on three days leave no evening that is a day away from the next."""
    runs = tuple(run(day, "intervals", 60, start="17:00") for day in DAYS)
    world = problem(
        sessions=(session("wed", start="19:00"),), runs=runs, targets={"floors": "relaxed"}
    )
    assert "No other day of the week is free of that: change a run." in noted(world, {})


def test_relaxed_sessions_say_what_they_lack() -> None:
    """The whole-body rule posts nothing where floors are relaxed, and the notes speak for it."""
    lacking = "MISSED in session mon: nothing for core."
    relaxed = problem(targets={"floors": "relaxed"})
    assert lacking in noted(relaxed, {("air_squat", "mon"): 2})
    assert lacking not in noted(relaxed, {("plank", "mon"): 2})
    off = {"sessions_train_the_whole_body": {"enabled": False}}
    without = problem(targets={"floors": "relaxed"}, constraints=off)
    assert lacking not in noted(without, {("air_squat", "mon"): 2})


@pytest.mark.parametrize(("minutes", "is_said"), [(10, True), (8, False)])
def test_little_used_sessions_are_named(minutes: int, is_said: bool) -> None:
    """Preparation of 300 s is 50 % of ten minutes and 62.5 % of eight."""
    text = noted(problem(sessions=(session("mon", minutes),)), {})
    said = f"Session mon takes only 5 of its {minutes} minutes: end there, or spend the rest"
    assert (said in text) is is_said


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (["plank"], "every exercise of the week."),
        (["air_squat"], "Push up."),
    ],
)
def test_new_exercises_are_named_while_they_are_few(known: list[str], expected: str) -> None:
    """All of them, or the names of some."""
    world = problem(history={"weeks_trained": 20, "known": known})
    text = noted(world, {("air_squat", "mon"): 2, ("push_up", "mon"): 2})
    assert f"New to you, so stop each set well before it gets hard: {expected}" in text


def test_many_new_exercises_are_counted() -> None:
    """Seven names would be read by nobody."""
    rows = [exercise(f"squat_{number}") for number in range(7)]
    world = problem(
        catalog=catalog_with(*rows), history={"weeks_trained": 20, "known": ["air_squat"]}
    )
    chosen = {(row.id, "mon"): 2 for row in rows} | {("air_squat", "mon"): 2}
    assert "7 of the 8 exercises." in noted(world, chosen)


@pytest.mark.parametrize(
    ("runs", "start", "expected"),
    [
        ((), "18:00", "No runs given"),
        ((run("tue", "tempo"),), "18:00", "Start times are missing"),
        ((run("tue", "tempo", start="07:00"),), None, "Start times are missing"),
        ((run("tue", "tempo", start="07:00"),), "18:00", ""),
        ((run("tue"),), None, ""),
    ],
)
def test_guesses_about_runs(runs: tuple[Any, ...], start: str | None, expected: str) -> None:
    """Missing runs and missing times of key runs are said; easy runs need no time."""
    text = noted(problem(sessions=(session("thu", start=start),), runs=runs), {})
    said = [line for line in text.splitlines() if line.startswith(("No runs", "Start times"))]
    assert [line[: len(expected)] for line in said] == ([expected] if expected else [])


def test_loads_are_a_place_to_start() -> None:
    """A load from a maximum is a guess, and without one the reserve decides."""
    known = problem(athlete={"one_rep_max_kg": {"goblet_squat": 40}})
    assert "Loads reckoned from a maximum" in noted(known, LOADED)
    assert "Where no load is named" not in noted(known, LOADED)
    assert "Where no load is named" in noted(problem(), LOADED)
    assert "load" not in noted(problem(), {("air_squat", "mon"): 2})


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("goblet_squat", "begin lighter than you could"),
        ("air_squat", "stop each set well before it gets hard"),
    ],
)
def test_a_week_without_load_begins_with_less_effort(name: str, start: str) -> None:
    """Nobody takes less than the own body; with a weight in hand the load is what gives way."""
    chosen = {(name, "mon"): 2}
    few = problem(history={"weeks_trained": 2})
    assert f"No history given: every exercise counts as new, so {start}." in noted(
        problem(), chosen
    )
    assert f"Few weeks of strength work behind you: {start}." in noted(few, chosen)


def test_a_barbell_without_lighter_sets_is_named() -> None:
    """The lift by name, and that the minutes hold nothing for it; silent where sets are planned."""
    row = exercise("bar_bridge", pattern="hip_extension", mechanics="isolation", equipment=BARBELL)
    lift = exercise("bar_squat", equipment=BARBELL)
    places = {"home": {"equipment": {"barbell": 1}}}
    world = problem(
        catalog=catalog_with(row, lift),
        athlete={"level": "intermediate"},
        history={"weeks_trained": 30},
        places=places,
    )
    said = (
        "Bar bridge: try the movement with less weight first. The minutes of the plan hold no set"
    )
    assert said in noted(world, {("bar_bridge", "mon"): 2, ("bar_squat", "mon"): 2})
    assert "try the movement" not in noted(world, {("bar_squat", "mon"): 2})
