"""What a day rule implies for the week's totals never cuts off a plan that obeys the rule."""

from __future__ import annotations

import pytest
from hypothesis import given

from optimizer.domain.plan import Plan
from optimizer.model.week_model import WeekModel
from optimizer.solve.build import active_rules, build_week, session_classes
from optimizer.solve.cp_sat import Answer, call, new_solver
from optimizer.solve.limits import Limits
from optimizer.verify import verify
from tests.legal_plans import legal_cases
from tests.model_check import rule_of
from tests.near_caps import LEGAL
from tests.strategies import Case, cases
from tests.worlds import problem, session


def fix_totals(week: WeekModel, case: Case) -> None:
    """Fix every total of the week, and the days of its sessions, to those of the case's plan."""
    add = week.poster.model.add
    for slot in week.slots:
        add(week.used(slot) == int(case.days[slot.id] is not None))
        for day in slot.days:
            add(week.is_on(slot, day) == int(case.days[slot.id] == day))
    for group in week.classes:
        ids = [slot.id for slot in group.slots]
        for row in week.exercises_in(group):
            sets = [case.chosen.get((row.id, slot), 0) for slot in ids]
            add(week.sets_in(row, group) == sum(sets))
            add(week.times_in(row, group) == sum(n > 0 for n in sets))
        for stage in range(1, len(week.problem.preparation_of(group.slots[0]))):
            reached = sum(case.stages.get(slot, 0) >= stage for slot in ids if slot in case.held)
            add(week.preparations(group, stage) == reached)


def answer_of(week: WeekModel, case: Case) -> Answer:
    """What CP-SAT says about the week with the plan's totals."""
    fix_totals(week, case)
    return call(week.poster.model, new_solver(Limits())).answer


def obeys(case: Case, plan: Plan, rule_id: str) -> bool:
    """Whether the verifier finds nothing of this rule in the plan."""
    return all(breach.rule != rule_id for breach in verify(case.problem, plan).violations)


@given(case=cases(slack=LEGAL, most_off=3))
def test_each_relaxation_alone(case: Case) -> None:
    """A plan that obeys a day rule has totals that the rule's relaxation accepts."""
    modelled = case.only(case.problem.is_modelled)
    plan, classes = modelled.plan, session_classes(case.problem)
    for rule in active_rules(case.problem):
        if rule.relax is not None and obeys(modelled, plan, rule.id):
            week = WeekModel(case.problem, classes)
            rule.relax(week)
            assert Answer.OPTIMAL is answer_of(week, modelled), rule.id


@given(case=cases(slack=LEGAL, most_off=3))
def test_each_placement_rule_is_exact_in_the_week_layer(case: Case) -> None:
    """Over totals and days alone, a rule about days accepts every plan that obeys it."""
    modelled = case.only(case.problem.is_modelled)
    plan, classes = modelled.plan, session_classes(case.problem)
    for rule in active_rules(case.problem):
        if rule.kind == "placement" and obeys(modelled, plan, rule.id):
            week = WeekModel(case.problem, classes)
            rule.post(week)
            assert Answer.OPTIMAL is answer_of(week, modelled), rule.id


@given(case=legal_cases())
def test_the_week_layer_accepts_every_legal_plan(case: Case) -> None:
    """The totals of a plan that obeys all rules are a solution of the week layer."""
    week = build_week(case.problem, session_classes(case.problem))
    assert Answer.OPTIMAL is answer_of(week, case)


@given(case=legal_cases())
def test_legal_plans_hold_usable_exercises_only(case: Case) -> None:
    """A plan that obeys all rules holds nothing that a filter removed from its session."""
    assert case.chosen == case.only(case.problem.can_use).chosen


@pytest.mark.parametrize("thursday", [0, 1, 5])
def test_pins_that_need_not_be_kept_cut_nothing_off(thursday: int) -> None:
    """With the pin rule off, a session may do without its pinned sets, or have others."""
    world = problem(
        sessions=(session("mon"), session("thu")),
        pin=({"session": "thu", "exercise": "push_up", "sets": 5},),
        constraints={"pins_are_kept": {"enabled": False}},
    )
    chosen = {("push_up", "mon"): 2, ("push_up", "thu"): thursday}
    case = Case(world, chosen, {"mon": 0, "thu": 0}, {"mon": "mon", "thu": "thu"})
    classes = session_classes(world)
    assert [group.count for group in classes] == [2]
    assert obeys(case, case.plan, "sets_stay_in_range")
    week = build_week(world, classes, keep=lambda demand: demand[0] == "sets_stay_in_range")
    assert Answer.OPTIMAL is answer_of(week, case)


def test_kept_pins_and_the_range_bound_a_class_together() -> None:
    """Two sessions with push-ups, of which one is pinned to five sets, hold 7 or 8 of them."""
    world = problem(
        sessions=(session("mon"), session("thu")),
        pin=({"session": "thu", "exercise": "push_up", "sets": 5},),
        targets={"floors": "relaxed"},
    )
    answers = {}
    for sets in range(5, 11):
        week = build_week(world, session_classes(world))
        push_up = world.catalog.exercise_by_id["push_up"]
        week.poster.model.add(week.times(push_up) == 2)
        week.poster.model.add(week.weekly_sets(push_up) == sets)
        answers[sets] = call(week.poster.model, new_solver(Limits())).answer is Answer.OPTIMAL
    assert [sets for sets, is_possible in answers.items() if is_possible] == [7, 8]


def test_landings_of_one_session_are_not_spread_over_two() -> None:
    """Three sets of pogo hops (30 of 20) that stand once are too many, in two sessions they fit."""
    week_of, relax = problem(), rule_of("landings_are_capped_a_session").relax
    assert relax is not None
    for times, expected in ((1, Answer.INFEASIBLE), (2, Answer.OPTIMAL)):
        classes = session_classes(week_of)
        week = WeekModel(week_of, classes)
        relax(week)
        hop = week_of.catalog.exercise_by_id["pogo_hop"]
        add = week.poster.model.add
        add(week.sets_in(hop, classes[0]) == 3)
        add(week.times_in(hop, classes[0]) == times)
        assert call(week.poster.model, new_solver(Limits())).answer is expected
