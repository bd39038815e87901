"""Replanning: new minutes, lost equipment, a dislike, a missed day, sessions that are done."""

from __future__ import annotations

import pytest

from optimizer.domain.plan import Plan
from optimizer.errors import InputError
from optimizer.planning.problems import build_problem
from optimizer.studies.in_hand.replan import ReplanOptions, replan
from optimizer.verify import verify
from tests.planning.gallery import catalog
from tests.studies.edits import (
    exercise_of,
    exercises_of,
    never,
    plan,
    scenario,
    standing_once,
    with_minutes,
    with_sessions,
    without_thing,
)


def test_the_same_scenario_changes_nothing() -> None:
    """A plan that still keeps every rule is kept to the set."""
    new = replan(scenario(), plan(), catalog())
    assert new.status == "optimal"
    assert new.sessions == plan().sessions
    assert new.changes is not None
    assert (new.changes.count, new.changes.set_changes) == (0, 0)
    assert {line.kind for line in new.changes.lines} == {"kept"}


def test_a_dislike_is_replaced() -> None:
    """An exercise that is no longer wanted goes; that so few changes are needed is proved."""
    disliked = exercise_of(plan(), standing_once(plan())[0][1])
    edited = never(scenario(), disliked)
    new = replan(edited, plan(), catalog())
    assert new.changes is not None
    assert new.changes.count >= 1
    assert new.changes.count_proved
    gone = new.changes.of_kind("removed", "replaced", "moved")
    assert disliked in {line.exercise for line in gone}
    assert disliked not in exercises_of(new)
    assert new.verification.violations == ()
    assert verify(build_problem(edited, catalog()), new).violations == ()


def test_lost_equipment_is_used_no_more() -> None:
    """What needed it is replaced, and little else changes."""
    new = replan(without_thing(scenario(), "dumbbell"), plan(), catalog())
    used = {thing for session in new.sessions for item in session.items for thing in item.equipment}
    assert "dumbbell" not in used
    needed = [i for s in plan().sessions for i in s.items if "dumbbell" in i.equipment]
    assert new.changes is not None
    assert new.changes.count <= len(needed)


def test_fewer_minutes_are_kept() -> None:
    """Next to nothing is replaced, sets shrink, and every session fits its new length."""
    new = replan(with_minutes(scenario(), 40), plan(), catalog())
    assert new.changes is not None
    assert new.changes.count <= 1
    assert new.changes.count_proved
    assert new.changes.set_changes > 0
    assert all(session.seconds <= 40 * 60 for session in new.sessions)


def test_a_missed_day_loses_only_its_own_exercises() -> None:
    """The session that is left keeps what it held as far as the rules allow."""
    edited = with_sessions(scenario(), scenario().week.sessions[:1])
    new = replan(edited, plan(), catalog())
    assert new.changes is not None
    assert [session.id for session in new.sessions] == ["a"]
    gone = [line for line in new.changes.lines if line.session == "b"]
    assert len(gone) == len(plan().session("b").items)
    assert {line.kind for line in gone} <= {"removed", "moved"}
    assert len(new.changes.of_kind("kept", "sets")) >= len(plan().session("a").items) - 2


def test_a_session_that_is_done_stays_exactly() -> None:
    """Even where the new scenario would forbid it; what it breaks is told in a note."""
    disliked = plan().session("a").items[0].exercise
    edited = with_minutes(never(scenario(), disliked), 40)
    new = replan(edited, plan(), catalog(), ReplanOptions(done=("a",)))
    assert new.session("a") == plan().session("a")
    assert new.session("b").seconds <= 40 * 60
    assert any(note.startswith("Session a is done") for note in new.notes)
    assert new.verification.violations == ()
    assert new.changes is not None
    assert new.changes.done == ("a",)
    assert {line.session for line in new.changes.lines if line.kind != "kept"} <= {"b"}


def test_a_session_that_is_done_keeps_its_day() -> None:
    """A session that may move no longer does once it is over."""
    sessions = tuple(
        one.model_copy(update={"day": ("mon", *one.day)}) for one in scenario().week.sessions
    )
    new = replan(with_sessions(scenario(), sessions), plan(), catalog(), ReplanOptions(done=("a",)))
    assert new.session("a").day == plan().session("a").day


@pytest.mark.slow
def test_an_impossible_scenario_has_a_conflict_and_a_closest_plan() -> None:
    """Fifteen minutes are too few; the closest plan changes least and misses floors."""
    new = replan(with_minutes(scenario(), 15), plan(), catalog())
    assert new.status == "infeasible"
    assert new.conflict
    assert new.closest is not None
    assert new.closest.changes is not None
    assert all(session.seconds <= 15 * 60 for session in new.closest.sessions)


@pytest.mark.parametrize(
    ("done", "words"), [(("x",), "the plan has no session x"), (("b",), "scenario does not have")]
)
def test_only_sessions_of_both_can_be_done(done: tuple[str, ...], words: str) -> None:
    """A session that plan or scenario lacks is an error, not a guess."""
    edited = with_sessions(scenario(), scenario().week.sessions[:1])
    with pytest.raises(InputError, match=words):
        replan(edited, plan(), catalog(), ReplanOptions(done=done))


def test_a_foreign_exercise_is_an_error_with_its_path() -> None:
    """A plan of another catalog is refused."""
    session = plan().sessions[0]
    item = session.items[0].model_copy(update={"exercise": "moon_walk"})
    foreign = Plan(sessions=(session.model_copy(update={"items": (item,)}),))
    with pytest.raises(InputError) as caught:
        replan(scenario(), foreign, catalog())
    (complaint,) = caught.value.complaints
    assert complaint.code == "unknown-exercise"
    assert complaint.path == ("sessions", 0, "items", 0, "exercise")
