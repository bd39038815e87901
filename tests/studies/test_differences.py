"""The comparison of two plans: each kind of line, and the fewest changes by brute force."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.domain.changes import COUNTED
from optimizer.domain.plan import Plan
from optimizer.studies.comparing.differences import differences
from tests.worlds import plan_of, problem, small_catalog

WORLD = problem()
ROWS = ("air_squat", "goblet_squat", "push_up", "bridge")
Sets = dict[tuple[str, str], int]


def week(sets: Sets) -> Plan:
    """Monday and Thursday with these sets."""
    return plan_of(WORLD, sets)


def lines(before: Sets, after: Sets) -> list[tuple[str | None, ...]]:
    """Kind, session, exercise and partner of every line."""
    found = differences(week(before).sessions, week(after).sessions, small_catalog())
    return [(one.kind, one.session, one.exercise, one.by or one.to_session) for one in found.lines]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({("push_up", "mon"): 2}, {("push_up", "mon"): 2}, ("kept", "mon", "push_up", None)),
        ({("push_up", "mon"): 2}, {("push_up", "mon"): 3}, ("sets", "mon", "push_up", None)),
        ({("push_up", "mon"): 2}, {}, ("removed", "mon", "push_up", None)),
        ({}, {("push_up", "mon"): 2}, ("added", "mon", "push_up", None)),
        ({("push_up", "mon"): 2}, {("push_up", "thu"): 2}, ("moved", "mon", "push_up", "thu")),
        ({("push_up", "mon"): 2}, {("bridge", "mon"): 2}, ("replaced", "mon", "push_up", "bridge")),
    ],
)
def test_one_difference_is_one_line(
    before: Sets, after: Sets, expected: tuple[str | None, ...]
) -> None:
    """Each kind of difference is told once."""
    assert lines(before, after) == [expected]


def test_another_exercise_in_another_session_is_two_changes() -> None:
    """A removal and an addition that share neither exercise nor session are no pair."""
    found = lines({("push_up", "mon"): 2}, {("bridge", "thu"): 2})
    assert [one[0] for one in found] == ["removed", "added"]


def test_a_session_that_is_gone_loses_its_exercises() -> None:
    """What a missed session held is removed, or moves to another."""
    before = week({("push_up", "mon"): 2, ("push_up", "thu"): 2, ("bridge", "thu"): 2})
    after = week({("push_up", "mon"): 2, ("bridge", "mon"): 2}).model_copy()
    after = after.model_copy(update={"sessions": after.sessions[:1]})
    found = differences(before.sessions, after.sessions, small_catalog())
    assert [(one.kind, one.exercise) for one in found.of_kind(*COUNTED)] == [
        ("removed", "push_up"),
        ("moved", "bridge"),
    ]
    assert found.count == 2


def test_another_day_is_a_change() -> None:
    """A session that changed its day is one change, whatever it holds."""
    before = week({("push_up", "mon"): 2})
    moved = tuple(one.model_copy(update={"day": "tue"}) for one in before.sessions[:1])
    found = differences(before.sessions[:1], moved, small_catalog())
    assert found.count == 1
    (line,) = found.of_kind("day")
    assert (line.day_before, line.day_after) == ("mon", "tue")


def test_a_replacement_keeps_the_movement_where_it_can() -> None:
    """Of two possible pairs the one with the same pattern is told."""
    before = {("air_squat", "mon"): 2, ("push_up", "mon"): 2}
    after = {("press", "mon"): 2, ("goblet_squat", "mon"): 2}
    found = {(one[2], one[3]) for one in lines(before, after)}
    assert ("air_squat", "goblet_squat") in found


def fewest(removed: list[tuple[str, str]], added: list[tuple[str, str]]) -> int:
    """Changes for every way to pair, the fewest of them: looks at all orders of the longer side."""
    few, many = sorted((removed, added), key=len)
    most = max(
        (
            sum(
                (one[0] == other[0]) != (one[1] == other[1])
                for one, other in zip(few, order, strict=False)
            )
            for order in permutations(many, len(few))
        ),
        default=0,
    )
    return len(removed) + len(added) - most


sets = st.dictionaries(
    st.tuples(st.sampled_from(ROWS), st.sampled_from(("mon", "thu"))), st.just(2), max_size=5
)


@given(before=sets, after=sets)
def test_no_way_to_pair_needs_fewer_changes(before: Sets, after: Sets) -> None:
    """The count is the smallest of all pairings, and its lines account for every item."""
    found = differences(week(before).sessions, week(after).sessions, small_catalog())
    removed = [key for key in before if key not in after]
    added = [key for key in after if key not in before]
    assert found.count == fewest(removed, added)
    gone = found.of_kind("removed", "replaced", "moved")
    come = found.of_kind("added", "replaced", "moved")
    assert (len(gone), len(come)) == (len(removed), len(added))


def test_a_line_that_stands_twice_is_compared_once_for_each() -> None:
    """The first of two lines stays, with its sets; the second one goes."""
    (session, *_) = week({("push_up", "mon"): 2}).sessions
    again = session.items[0].model_copy(update={"sets": 4})
    before = session.model_copy(update={"items": (*session.items, again)})
    found = differences((before,), (session,), small_catalog())
    kinds = [(one.kind, one.sets_before, one.sets_after) for one in found.lines]
    assert kinds == [("removed", 4, None), ("kept", 2, 2)]
    assert (found.count, found.set_changes) == (1, 0)
