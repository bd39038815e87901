"""On tiny problems, the mend is the smallest of all legal plans, looked at one by one."""

from __future__ import annotations

from functools import cache
from itertools import product

import pytest

from optimizer.domain.plan import Plan
from optimizer.domain.plan_writer import Chosen
from optimizer.domain.problem import Problem
from optimizer.solve.limits import Limits
from optimizer.solve.mend import Given, Mended, mend
from optimizer.solve.outcome import NoPlanExists
from optimizer.studies.in_hand.mend_differences import counted, differences, sets_changed
from optimizer.verify import verify
from tests.oracle.tiny_problems import catalog_of
from tests.worlds import plan_of, problem, run, session

SETS = (0, 1, 2, 3)
OFF = {"enabled": False}
RULES_OFF = (
    "planes_are_covered_in_each_session",
    "planes_are_covered_in_the_week",
    "push_and_pull_are_balanced",
    "knee_and_hip_work_are_balanced",
    "required_patterns_are_trained",
    "sessions_train_the_whole_body",
)
"""Rules that so few exercises cannot keep."""


def rows_of_the_world() -> tuple[str, ...]:
    """Four exercises of the small catalog that a beginner may do at home."""
    asked = problem()
    return tuple(row.id for row in asked.candidates if row.impact == "none")[:4]


@cache
def world(kind: str) -> Problem:
    """A problem of two sessions over three exercises, or of one over four."""
    rows = rows_of_the_world()
    one_day = kind == "one session"
    rows = rows if one_day else rows[:3]
    days = ["mon"] if one_day else ["mon", "wed"]
    sessions = [session(day, 20) for day in days]  # type: ignore[arg-type]
    if kind == "a choice of days":
        sessions[1] = sessions[1].model_copy(update={"day": ("wed", "fri")})
    full = problem()
    muscles = dict.fromkeys(
        muscle for row in full.candidates if row.id in rows for muscle in row.muscles.direct
    )
    off = dict.fromkeys(RULES_OFF, OFF)
    return problem(
        catalog=catalog_of(rows, tuple(muscles)),
        sessions=sessions,
        runs=[run("thu", "tempo")] if kind == "a choice of days" else [],
        history={"weeks_trained": 8},
        constraints=off,
    )


@cache
def legal(kind: str) -> tuple[Plan, ...]:
    """Every plan of the problem that the verifier passes."""
    asked = world(kind)
    keys = [(row.id, slot.id) for slot in asked.slots for row in asked.candidates]
    found = []
    days = [{slot.id: day} for slot in asked.slots[-1:] for day in slot.days]
    for sets in product(SETS, repeat=len(keys)):
        chosen = {key: number for key, number in zip(keys, sets, strict=True) if number}
        for day in days:
            plan = plan_of(asked, chosen, days=day)
            if not verify(asked, plan).violations:
                found.append(plan)
    return tuple(found)


def sizes(kind: str, given: Plan, plan: Plan) -> tuple[int, int]:
    """Counted changes and changed sets from the given week to a plan."""
    changes = differences(world(kind).catalog, given, plan)
    return counted(changes), sets_changed(changes)


GIVEN: dict[str, tuple[dict[tuple[int, int], int], ...]] = {
    "one session": ({}, {(0, 0): 9}, {(0, 0): 3, (1, 0): 1, (2, 0): 3, (3, 0): 3}),
    "two sessions": (
        {},
        {(0, 0): 9, (1, 0): 9, (2, 0): 9},
        {(0, 1): 5, (1, 1): 5, (2, 1): 5},
        {(0, 0): 1, (1, 1): 7},
    ),
    "a choice of days": ({(0, 0): 2}, {(0, 1): 4, (1, 1): 4}, {(2, 0): 9, (2, 1): 9}),
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "number"),
    [(kind, number) for kind, weeks in GIVEN.items() for number in range(len(weeks))],
)
def test_no_legal_plan_is_nearer(kind: str, number: int) -> None:
    """Fewest changes first, then fewest changed sets; the mend itself is legal."""
    asked = world(kind)
    rows, slots = asked.candidates, asked.slots
    sets = {(rows[row].id, slots[at].id): n for (row, at), n in GIVEN[kind][number].items()}
    given = plan_of(asked, sets)
    answer = mend(asked, Given(sets, {one.id: one.day for one in given.sessions}), Limits())
    plans = legal(kind)
    assert plans
    assert isinstance(answer, Mended)
    assert answer.is_proved
    mended = plan_of(asked, answer.chosen.sets, answer.chosen.stages, dict(answer.chosen.days))
    assert verify(asked, mended).violations == ()
    best = min(sizes(kind, given, plan) for plan in plans)
    assert sizes(kind, given, mended) == best
    assert (answer.changes, answer.set_changes) == best


def test_an_impossible_scenario_has_no_mend() -> None:
    """Six minutes hold the preparation and nothing else, so the floors cannot be reached."""
    asked = problem(sessions=[session("mon", 6)])
    answer = mend(asked, Given({}, {"mon": "mon"}), Limits())
    assert isinstance(answer, NoPlanExists)


def test_a_legal_week_needs_no_change() -> None:
    """The first legal plan is its own mend."""
    asked = world("one session")
    plan = legal("one session")[0]
    [held] = plan.sessions
    sets = {(item.exercise, held.id): item.sets for item in held.items}
    answer = mend(asked, Given(sets, {held.id: held.day}), Limits())
    assert isinstance(answer, Mended)
    assert (answer.changes, answer.set_changes) == (0, 0)
    assert isinstance(answer.chosen, Chosen)
