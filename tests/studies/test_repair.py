"""Mends of good weeks that were broken on purpose."""

from __future__ import annotations

import pytest

from optimizer.domain.plan import Plan, PlannedItem
from optimizer.planning.files import read_scenario
from optimizer.planning.problems import build_problem
from optimizer.solve.limits import Limits, Stop
from optimizer.studies.in_hand.audit import audit
from optimizer.studies.in_hand.mend_differences import counted, differences
from optimizer.studies.in_hand.repair import repair
from optimizer.verify import verify
from tests.cli.running import IMPOSSIBLE
from tests.studies.test_audit import broken, catalog, solved
from tests.worlds import plan_of, problem, small_catalog
from tests.worlds import session as session_on

BALANCES = ("push_and_pull", "knee_and_hip_work")
ORDER = ("items_follow_role_order", "rests_are_long_enough")
"""Rules that another order of the same items keeps, which is no change."""


def without(plan: Plan, session_id: str, *items: PlannedItem) -> Plan:
    """The plan without some items of a session, which is shorter by their seconds."""
    session = plan.session(session_id)
    kept = tuple(item for item in session.items if item not in items)
    seconds = session.seconds - sum(item.seconds for item in items)
    shorter = session.model_copy(update={"items": kept, "seconds": seconds})
    sessions = tuple(shorter if one.id == session_id else one for one in plan.sessions)
    return plan.model_copy(update={"sessions": sessions})


def needed() -> tuple[str, list[PlannedItem]]:
    """A session of the good week, and its items without which a rule is broken."""
    asked, plan = solved()
    for session in plan.sessions:
        items = [
            item
            for item in session.items
            if any(
                broken_rule.rule not in ORDER
                for broken_rule in verify(asked, without(plan, session.id, item)).violations
            )
        ]
        if len(items) > 1:
            return session.id, items
    raise AssertionError("no session of the week holds two items that it needs")


def items_of(plan: Plan | None, session: int) -> list[PlannedItem]:
    """Items of a session of a plan that exists."""
    assert plan is not None
    return list(plan.sessions[session].items)


def test_a_good_week_has_nothing_to_mend() -> None:
    """No solver is asked."""
    asked, plan = solved()
    assert repair(asked, plan).status == "nothing to mend"


@pytest.mark.parametrize("lines", [1, 2])
def test_what_was_taken_out_costs_at_most_as_many_changes(lines: int) -> None:
    """Putting it back would mend the week, so the fewest changes are no more."""
    asked, plan = solved()
    session, items = needed()
    found = repair(asked, without(plan, session, *items[:lines]))
    assert found.status == "mended"
    assert 1 <= found.count_least <= found.count <= lines
    assert found.is_proved or found.stopped_by
    assert found.plan is not None
    assert audit(asked, found.plan).with_grade("fail") == ()
    assert counted(found.changes) == found.count


def test_a_wrong_sum_is_told() -> None:
    """A plan whose seconds do not add up is mended by adding them up."""
    asked, plan = solved()
    first, *rest = plan.sessions
    wrong = plan.model_copy(update={"sessions": (first.model_copy(update={"seconds": 1}), *rest)})
    found = repair(asked, wrong)
    assert (found.count, found.changes) == (0, ())
    assert "add up to" in found.adjusted[0]


@pytest.mark.parametrize(
    ("change", "text"),
    [("rest", "of rest become"), ("reps", "repetitions become"), ("preparation", "prepare for")],
)
def test_what_is_no_counted_change_is_told(change: str, text: str) -> None:
    """Rests, doses and preparations are put right without changing an exercise."""
    asked, plan = solved()
    found = repair(asked, broken(plan, change))
    assert (found.status, found.count, found.set_changes) == ("mended", 0, 0)
    assert any(text in line for line in found.adjusted)
    assert found.keeps_doses


def test_too_many_sets_are_the_only_change() -> None:
    """Nine sets become the most that the range allows, and nothing else has to go."""
    asked, plan = solved()
    found = repair(asked, broken(plan, "sets"))
    assert found.count == 0
    assert [change.kind for change in found.changes] == ["sets"]
    assert found.changes[0].before == "9"


def test_legal_doses_and_order_of_the_author_stay() -> None:
    """A repetition less and another order of small items are the author's own choice."""
    asked, plan = solved()
    first, *rest = plan.sessions
    fewer = tuple(
        item.model_copy(update={"reps": item.reps - 1}) if item.reps and item.reps > 7 else item
        for item in first.items
    )
    swapped = (*fewer[:-2], fewer[-1], fewer[-2])
    own = plan.model_copy(update={"sessions": (first.model_copy(update={"items": swapped}), *rest)})
    found = repair(asked, own)
    assert found.count == 0
    kept = [(item.exercise, item.reps) for item in items_of(found.plan, 0)]
    assert kept == [(item.exercise, item.reps) for item in swapped]


def test_where_no_plan_exists_the_conflict_is_told() -> None:
    """Pins that do not fit in the minutes are the scenario's own fault."""
    scenario = read_scenario(IMPOSSIBLE, catalog()).scenario
    asked = build_problem(scenario, catalog())
    row = next(iter(asked.candidates))
    given = plan_of(asked, {(row.id, asked.slots[0].id): 2})
    found = repair(asked, given)
    assert found.status == "impossible"
    assert {"pins_are_kept", "session_fits_in_time"} <= {one.rule for one in found.conflict}
    assert found.plan is None


def test_where_no_mend_keeps_the_doses_the_catalogs_are_taken() -> None:
    """Two pinned exercises with long rests fit in the session one by one, and not together."""
    pinned = ("air_squat", "push_up")
    asked = problem(
        sessions=[session_on("mon", 20)],
        targets={"floors": "relaxed"},
        pin=[{"session": "mon", "exercise": row, "sets": 3} for row in pinned],
        constraints={f"{pair}_are_balanced": {"enabled": False} for pair in BALANCES},
    )
    [held] = plan_of(asked, {(row, "mon"): 3 for row in pinned}).sessions
    slow = tuple(item.model_copy(update={"rest_seconds": 180}) for item in held.items)
    week = Plan(sessions=(held.model_copy(update={"items": slow}),))
    found = repair(asked, week)
    assert (found.status, found.count, found.keeps_doses) == ("mended", 0, False)
    assert [item.rest_seconds for item in items_of(found.plan, 0)] == [
        item.rest_seconds for item in held.items
    ]
    assert any("180 s of rest become" in line for line in found.adjusted)


def test_stopped_before_any_mend() -> None:
    """A limit proves nothing."""
    asked, plan = solved()
    stop = Stop()
    stop.request()
    session, items = needed()
    found = repair(asked, without(plan, session, *items), Limits(stop=stop))
    assert (found.status, found.stopped_by) == ("unknown", "interrupted")


def test_the_same_mend_twice() -> None:
    """The answer is a function of its input."""
    asked, plan = solved()
    session, items = needed()
    week = without(plan, session, *items)
    assert repair(asked, week) == repair(asked, week)


def test_a_loss_and_a_gain_are_told_as_one() -> None:
    """In one session a replacement; of one exercise in two sessions a move; else one each."""
    asked = problem()
    rows = [row.id for row in asked.candidates[:4]]

    def kinds(before: dict[tuple[str, str], int], after: dict[tuple[str, str], int]) -> list[str]:
        changes = differences(small_catalog(), plan_of(asked, before), plan_of(asked, after))
        return [change.kind for change in changes]

    mon, thu = "mon", "thu"
    assert kinds({(rows[0], mon): 2}, {(rows[1], mon): 2}) == ["replaced"]
    assert kinds({(rows[0], mon): 2}, {(rows[0], thu): 2}) == ["moved"]
    assert kinds({(rows[0], mon): 2}, {(rows[0], thu): 3}) == ["moved", "sets"]
    assert kinds({(rows[0], mon): 2}, {(rows[1], thu): 2}) == ["removed", "added"]
    assert kinds({(rows[0], mon): 2}, {(rows[0], mon): 3}) == ["sets"]
    swap = ({(rows[0], mon): 2, (rows[1], thu): 2}, {(rows[1], mon): 2, (rows[0], thu): 2})
    assert sorted(kinds(*swap)) == ["moved", "moved"]
    both = (
        {(rows[0], mon): 2, (rows[1], mon): 2},
        {(rows[0], thu): 2, (rows[2], mon): 2},
    )
    assert sorted(kinds(*both)) == ["moved", "replaced"]
