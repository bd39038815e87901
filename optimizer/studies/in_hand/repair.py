"""Mends a plan with the fewest changes, proved fewest, and lists what changes."""

from __future__ import annotations

from collections import Counter

from optimizer.domain.coverage import coverage
from optimizer.domain.plan import Plan, PlannedItem, PlannedSession
from optimizer.domain.plan_writer import write_sessions
from optimizer.domain.problem import Problem
from optimizer.domain.repair import Repair
from optimizer.domain.written_plan import WrittenPlan
from optimizer.errors import InternalError
from optimizer.planning.advice.notes import notes
from optimizer.planning.diagnosis import diagnose
from optimizer.planning.verified import verified
from optimizer.planning.written_plans import completed
from optimizer.solve.limits import Limits
from optimizer.solve.mend import Given, Mended, mend
from optimizer.solve.outcome import NoPlanExists
from optimizer.studies.explaining.adjustments import adjustments
from optimizer.studies.in_hand.kept import keeping
from optimizer.studies.in_hand.mend_differences import counted, differences, sets_changed
from optimizer.verify import verify


def repair(problem: Problem, plan: Plan | WrittenPlan, limits: Limits | None = None) -> Repair:
    """The smallest mend of a plan under which every hard rule holds.

    The author's doses, rests, order and preparations stay wherever they break no rule. Where no
    mend can keep them, those of the catalog are taken.

    Returns
    -------
    Repair
        With the mended week and every change; or with the conflict where no week at all obeys
        the scenario; or ``unknown`` where a limit came first.

    Raises
    ------
    InternalError
        If the mended week breaks a rule in the independent check: a bug.
    """
    limits = limits or Limits()
    given, _ = completed(problem, plan)
    if not verify(problem, given).violations:
        return Repair(status="nothing to mend")
    stopped_by = None
    for own in (keeping(problem, given), problem):
        result = mend(own, _given(problem, given), limits)
        if isinstance(result, Mended):
            sessions = write_sessions(own, result.chosen)
            week = _in_given_order(problem, given, Plan(sessions=sessions))
            if own is problem or not verify(problem, week).violations:
                found = _answer(problem, given, week, result, limits)
                return found.model_copy(update={"keeps_doses": own is not problem})
        elif isinstance(result, NoPlanExists):
            stopped_by = None
        else:
            stopped_by = result.stopped_by
            break
    if stopped_by is not None:
        return Repair(status="unknown", stopped_by=stopped_by)
    return Repair(status="impossible", conflict=diagnose(problem, limits, mends=False).conflict)


def _given(problem: Problem, plan: Plan) -> Given:
    """The week as the model sees it; lines that no plan can hold are surplus."""
    rows = problem.catalog.exercise_by_id
    sets: dict[tuple[str, str], int] = {}
    surplus: Counter[str] = Counter()
    for session in plan.sessions:
        for item in session.items:
            key = (item.exercise, session.id)
            if rows[item.exercise].is_work and key not in sets:
                sets[key] = item.sets
            else:
                surplus[session.id] += 1
    return Given(sets, {session.id: session.day for session in plan.sessions}, surplus)


def _in_given_order(problem: Problem, given: Plan, week: Plan) -> Plan:
    """The week with each session in its author's order where that breaks no rule."""
    old = {session.id: session for session in given.sessions}
    for number, session in enumerate(week.sessions):
        if session.id not in old:
            continue
        kept = _ordered(old[session.id], session)
        sessions = [*week.sessions[:number], kept, *week.sessions[number + 1 :]]
        tried = week.model_copy(update={"sessions": tuple(sessions)})
        if len(verify(problem, tried).violations) <= len(verify(problem, week).violations):
            week = tried
    return week


def _ordered(old: PlannedSession, new: PlannedSession) -> PlannedSession:
    """Items in the old order; each new one after the item that it follows in training order."""
    place = {item.exercise: number for number, item in enumerate(reversed(old.items))}
    kept = sorted(
        (item for item in new.items if item.exercise in place),
        key=lambda item: -place[item.exercise],
    )
    before: PlannedItem | None = None
    for item in new.items:
        if item.exercise not in place:
            kept.insert(0 if before is None else kept.index(before) + 1, item)
        before = item
    numbered = tuple(
        item.model_copy(update={"id": f"{new.id}-{number}"})
        for number, item in enumerate(kept, start=1)
    )
    return new.model_copy(update={"items": numbered})


def _answer(problem: Problem, given: Plan, week: Plan, result: Mended, limits: Limits) -> Repair:
    checked = verified(
        problem,
        given.model_copy(
            update={
                "sessions": week.sessions,
                "coverage": coverage(problem, week.sessions),
                "status": "feasible",
                "stopped_by": None if result.is_proved else limits.reason,
            }
        ),
    )
    changes = differences(problem.catalog, given, checked)
    count, sets = counted(changes), sets_changed(changes)
    if count < result.changes_least:
        raise InternalError(f"a mend of {count} changes is under its bound {result.changes_least}")
    return Repair(
        status="mended",
        changes=changes,
        count=count,
        count_least=result.changes_least,
        set_changes=sets,
        set_changes_least=min(sets, result.set_changes_least),
        adjusted=tuple(adjustments(problem.catalog, given, checked)),
        plan=checked.model_copy(update={"notes": notes(problem, checked)}),
        stopped_by=None if result.is_proved else limits.reason,
    )
