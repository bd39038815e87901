"""How a plan says what its doses mean: tempo, loaded holds, easier exercises for beginners."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.domain.exercise import Exercise
from optimizer.planning.advice.dose_notes import dose_notes
from tests.worlds import catalog_with, exercise, hold, plan_of, problem

SEASONED = {"weeks_trained": 30}
BOTH_HOLDS = (
    "Tempo 4-4-2: seconds of lowering, holding and lifting, the hold at the top of calf raises "
    "and at the bottom of all else."
)
DUMBBELL = {"home": {"equipment": {"dumbbell": 2}}}


def noted(*rows: Exercise, level: str = "intermediate", pains: Any = ()) -> list[str]:
    """Notes on a Monday with two sets of each row."""
    world = problem(
        catalog=catalog_with(*rows),
        athlete={"level": level, "pains": pains},
        history=SEASONED,
        places=DUMBBELL,
    )
    return list(dose_notes(world, plan_of(world, {(row.id, "mon"): 2 for row in rows})))


def slow(id: str, tempo: str, pattern: str = "hinge") -> Exercise:
    """A row with a tempo of its own."""
    seconds = sum(map(int, tempo.split("-")))
    return exercise(id, pattern=pattern, seconds_per_rep=seconds, dose={"tempo": tempo})


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("hinge", "4-0-2")], "Tempo 4-0-2: seconds of lowering, holding and lifting."),
        (
            [("hinge", "4-4-2")],
            "Tempo 4-4-2: seconds of lowering, holding and lifting, the hold at the bottom.",
        ),
        (
            [("calf", "3-2-3")],
            "Tempo 3-2-3: seconds of lowering, holding and lifting, the hold at the top.",
        ),
        (
            [("calf", "3-2-3"), ("hinge", "4-4-2")],
            BOTH_HOLDS,
        ),
    ],
)
def test_a_tempo_is_explained(rows: list[tuple[str, str]], expected: str) -> None:
    """The first tempo shown is the example, and calf raises hold where they are hardest."""
    made = [slow(f"{kind}_row", tempo, kind) for kind, tempo in rows]
    assert sorted(noted(*made)) == [expected]


def test_without_tempo_and_load_nothing_is_said() -> None:
    """A squat and a plank explain themselves."""
    assert noted(exercise("plain_squat"), hold("plain_hold")) == []


@pytest.mark.parametrize(
    ("level", "pains", "more"),
    [
        ("intermediate", (), "about 10 seconds more"),
        ("beginner", (), "twice as long"),
        ("intermediate", ("sore_neck",), "twice as long"),
    ],
)
def test_loaded_holds_have_an_effort(level: str, pains: Any, more: str) -> None:
    """Ten seconds in hand, and an easy load where much is kept in reserve or something hurts."""
    carry = hold("carry", role="core", region="trunk", equipment=({"dumbbell": 1},))
    said = f"Loaded holds and carries: take a load that you could hold for {more}."
    assert noted(carry, level=level, pains=pains) == [said]


@pytest.mark.parametrize(("level", "is_said"), [("beginner", True), ("intermediate", False)])
def test_beginners_are_told_the_easier_exercise(level: str, is_said: bool) -> None:
    """The first exercise that the session may hold; a loaded lift takes less weight instead."""
    press = exercise("wall_press", pattern="push_horizontal", region="upper")
    sore = exercise("sore_press", pattern="push_horizontal", avoid_with=("sore_neck",))
    drill = exercise("press_drill", role="activation", direct=())
    full = exercise("full_press", regressions=("sore_press", "press_drill", "wall_press"))
    lift = exercise("lift", regressions=("wall_press",), equipment=({"dumbbell": 1},))
    world = problem(
        catalog=catalog_with(press, sore, drill, full, lift),
        athlete={"level": level, "pains": ["sore_neck"]},
        history=SEASONED,
        places=DUMBBELL,
    )
    plan = plan_of(world, {("full_press", "mon"): 2, ("lift", "mon"): 2})
    said = (
        "If you cannot keep 4 repetitions in reserve, do the easier one: Full press -> Wall press."
    )
    assert list(dose_notes(world, plan)) == ([said] if is_said else [])
