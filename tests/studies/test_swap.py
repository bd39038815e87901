"""Replacements for one item: complete, legal, ranked, measured, without the solver."""

from __future__ import annotations

import subprocess
import sys

import pytest

from optimizer.domain.plan import Plan, PlannedSession
from optimizer.domain.scenario import Pin
from optimizer.errors import InputError
from optimizer.planning.problems import build_problem
from optimizer.studies.in_hand.swap import Swap, swap, swapped
from optimizer.studies.tier_costs import measured_tiers
from optimizer.verify import verify
from tests.planning.gallery import catalog
from tests.structure.sources import ROOT
from tests.studies.edits import exercise_of, never, plan, scenario, standing_once


@pytest.fixture(scope="module")
def answer() -> Swap:
    """The first item of session a that few exercises can replace."""
    found = [swap(scenario(), plan(), item.id, catalog()) for item in plan().session("a").items]
    return min((one for one in found if one.replacements), key=lambda one: len(one.replacements))


def test_every_replacement_keeps_every_rule(answer: Swap) -> None:
    """The week with each replacement passes the whole check, and only one item differs."""
    problem = build_problem(scenario(), catalog())
    assert answer.replacements
    for one in answer.replacements:
        new = swapped(scenario(), plan(), answer, one.rank, catalog())
        assert verify(problem, new).violations == ()
        assert new.changes is not None
        assert (new.changes.count, new.changes.set_changes) == (1, 0)
        assert new.session(answer.session).seconds == one.session_seconds
        kept = [i.exercise for i in plan().session("a").items if i.exercise != answer.exercise]
        held = [item.exercise for item in new.session("a").items]
        assert sorted(held) == sorted([*kept, one.exercise])


def test_what_is_left_out_breaks_a_rule(answer: Swap) -> None:
    """No number of sets of an exercise that is not offered would be legal."""
    offered = {one.exercise for one in answer.replacements}
    hindered = [row for one in answer.hindrances for row in one.exercises]
    assert len(offered) + len(hindered) == answer.tried
    assert offered.isdisjoint(hindered)
    problem = build_problem(scenario(), catalog())
    for row in hindered[::12]:
        for sets in range(1, 6):
            session = _replaced(plan().session("a"), answer.item, row, sets)
            other = plan().session("b")
            assert verify(problem, Plan(sessions=(session, other))).violations, (row, sets)


def _replaced(session: PlannedSession, item: str, row: str, sets: int) -> PlannedSession:
    """The session with another exercise in the item's line, whatever that does to its time."""
    items = tuple(
        one.model_copy(update={"exercise": row, "sets": sets}) if one.id == item else one
        for one in session.items
    )
    return session.model_copy(update={"items": items})


def test_costs_are_measured_and_in_order(answer: Swap) -> None:
    """The tiers are those of the two plans, and no later replacement is better."""
    problem = build_problem(scenario(), catalog())
    before = measured_tiers(problem, plan())
    values = []
    for one in answer.replacements:
        assert {tier.id: tier.before for tier in one.tiers} == before
        new = swapped(scenario(), plan(), answer, one.rank, catalog())
        after = measured_tiers(problem, new)
        assert {tier.id: tier.after for tier in one.tiers} == after
        values.append(tuple(after.values()))
    assert values == sorted(values)
    assert [one.rank for one in answer.replacements] == list(range(1, len(values) + 1))


def test_muscles_lost_and_gained_add_up(answer: Swap) -> None:
    """The listed muscles are those of which the week's sets differ."""
    new = swapped(scenario(), plan(), answer, 1, catalog())
    old = {one.id: one.sets for one in plan().coverage.muscles}
    moved = {one.id: one.sets - old[one.id] for one in new.coverage.muscles}
    told = {
        one.id: one.difference for one in answer.replacements[0].coverage if one.kind == "muscle"
    }
    assert told == {muscle: sets for muscle, sets in moved.items() if sets}


def test_an_item_that_broke_a_rule_is_mended() -> None:
    """An exercise that is no longer wanted makes the plan illegal; its replacements mend it."""
    mended = 0
    for _, item in standing_once(plan())[:4]:
        disliked = exercise_of(plan(), item)
        found = swap(never(scenario(), disliked), plan(), item, catalog())
        assert found.broken_before
        mended += bool(found.replacements)
    assert mended


def test_nothing_mends_what_another_item_breaks() -> None:
    """Where other items need what is lost, no single replacement is enough."""
    first, second = (item for _, item in standing_once(plan())[:2])
    lost = never(scenario(), exercise_of(plan(), first))
    found = swap(lost, plan(), second, catalog())
    assert (found.status, found.replacements) == ("infeasible", ())
    assert {one.rule for one in found.hindrances} >= {"never_exercises_stay_out"}


def test_a_pinned_item_cannot_be_replaced() -> None:
    """The scenario asks for it; the answer says so."""
    item = plan().session("a").items[0]
    pinned = scenario().model_copy(update={"pin": (Pin(session="a", exercise=item.exercise),)})
    found = swap(pinned, plan(), item.id, catalog())
    assert (found.status, found.pinned) == ("infeasible", True)


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("a-99", "unknown-item"),
        ("no such thing", "unknown-item"),
        ("barbell back squat", "unknown-item"),
    ],
)
def test_an_item_that_is_not_there_is_an_error(item: str, code: str) -> None:
    """Ids that do not exist, names of nothing, and exercises that the plan does not hold."""
    with pytest.raises(InputError) as caught:
        swap(scenario(), plan(), item, catalog())
    assert [one.code for one in caught.value.complaints] == [code]
    assert caught.value.complaints[0].hint


def test_an_exercise_that_stands_twice_needs_its_id() -> None:
    """The hint names both ids."""
    first, second = plan().sessions
    once = next(item for one, item in standing_once(plan()) if one == first.id)
    exercise = exercise_of(plan(), once)
    again = second.items[0].model_copy(update={"exercise": exercise})
    second = second.model_copy(update={"items": (again, *second.items[1:])})
    twice = plan().model_copy(update={"sessions": (first, second)})
    with pytest.raises(InputError) as caught:
        swap(scenario(), twice, exercise, catalog())
    (complaint,) = caught.value.complaints
    assert complaint.code == "ambiguous-name"
    assert f"{once} or {again.id}" in complaint.hint


def test_swapping_runs_without_the_solver() -> None:
    """Enumerating and checking needs no OR-Tools."""
    ask = "import sys, optimizer.studies.in_hand.swap; print('ortools' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
