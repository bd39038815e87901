"""The model of fewest changes against every plan of tiny problems, and sessions that are done."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.domain.plan import Plan, PlannedSession
from optimizer.domain.plan_writer import Chosen, write_sessions
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import DAYS
from optimizer.solve.fewest_changes import Around, solve_fewest_changes
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import NoPlanExists, PlanFound
from optimizer.studies.comparing.differences import differences
from optimizer.studies.in_hand.plan_in_hand import chosen_of
from tests.oracle.brute_force import SETS, Valued, legal_plans
from tests.oracle.tiny_problems import Asked, tiny_problems

a_few = settings(max_examples=max(8, settings.default.max_examples // 3))  # type: ignore[union-attr]
Counts = tuple[int, int]


@st.composite
def cases(draw: st.DrawFn) -> tuple[Asked, Plan]:
    """A tiny problem and any older plan: with its sessions, or with one that is gone."""
    asked = draw(tiny_problems())
    problem = asked.problem
    rows = [row.id for row in problem.candidates]
    chosen = {(row, slot.id): draw(st.sampled_from(SETS)) for row in rows for slot in problem.slots}
    days = {slot.id: draw(st.sampled_from(slot.days)) for slot in problem.slots}
    held = {key: sets for key, sets in chosen.items() if sets}
    old = Plan(sessions=write_sessions(problem, Chosen(held, {}, days)))
    if draw(st.booleans()):
        last = old.sessions[-1]
        gone = last.model_copy(update={"id": "gone"})
        kept = old.sessions[:-1] if draw(st.booleans()) else old.sessions
        old = old.model_copy(update={"sessions": (*kept, gone)})
    return asked, old


def sessions_of(valued: Valued) -> list[PlannedSession]:
    """The sessions of a plan that was looked at, from Monday."""
    taken = [option.session for option in valued.options if option.session is not None]
    return sorted(taken, key=lambda session: DAYS.index(session.day))


def counts_of(problem: Problem, old: Plan, valued: Valued) -> Counts:
    """Changes and changed sets from the old plan to another."""
    found = differences(old.sessions, sessions_of(valued), problem.catalog)
    return found.count, found.set_changes


@pytest.mark.slow
@a_few
@given(case=cases())
def test_no_legal_plan_changes_less(case: tuple[Asked, Plan]) -> None:
    """The fewest changes, then the fewest changed sets, then the first tier: all by brute force."""
    asked, old = case
    problem = asked.problem
    outcome = solve_fewest_changes(problem, Around(chosen_of(problem, old)), Limits())
    plans = legal_plans(problem)
    if not plans:
        assert isinstance(outcome, NoPlanExists)
        return
    assert isinstance(outcome, PlanFound)
    best = min(counts_of(problem, old, plan) for plan in plans)
    tiers = {tier.id: tier for tier in outcome.tiers}
    assert (tiers["changes"].value, tiers["set_changes"].value) == best
    assert tiers["changes"].proved
    assert tiers["set_changes"].proved
    equal = [plan for plan in plans if counts_of(problem, old, plan) == best]
    first = outcome.tiers[2]
    least = min(plan.values[first.id] for plan in equal)
    assert first.bound <= least <= first.value <= least + first.tolerance


@a_few
@given(case=cases())
def test_the_plans_differ_by_what_the_model_counted(case: tuple[Asked, Plan]) -> None:
    """The model's count of changes is that of the comparison of the two plans."""
    asked, old = case
    problem = asked.problem
    outcome = solve_fewest_changes(problem, Around(chosen_of(problem, old)), Limits())
    if isinstance(outcome, PlanFound):
        new = write_sessions(problem, outcome.chosen)
        found = differences(old.sessions, new, problem.catalog)
        values = {tier.id: tier.value for tier in outcome.tiers}
        assert (found.count, found.set_changes) == (values["changes"], values["set_changes"])


@a_few
@given(case=cases())
def test_a_session_that_is_done_keeps_its_sets(case: tuple[Asked, Plan]) -> None:
    """Whatever the session holds and whatever rules say about it, it stays as it was."""
    asked, old = case
    problem = asked.problem
    before = chosen_of(problem, old)
    done = next((one.id for one in old.sessions if one.id in problem.slot_by_id), None)
    if done is None:
        return
    open_to_all = {
        one: rows | {row for row, _ in before.sets} for one, rows in problem.usable.items()
    }
    freed = replace(problem, usable=open_to_all, modelled=open_to_all, optional_sessions=())
    outcome = solve_fewest_changes(freed, Around(before, (done,)), Limits())
    if isinstance(outcome, PlanFound):
        kept = {key: sets for key, sets in before.sets.items() if key[1] == done}
        assert {key: n for key, n in outcome.chosen.sets.items() if key[1] == done} == kept
        assert outcome.chosen.days[done] == before.days[done]
