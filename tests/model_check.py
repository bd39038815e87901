"""Asks the exact model about one rule or one aim, with every decision fixed to a plan."""

from __future__ import annotations

from ortools.sat.python import cp_model

from optimizer.constraints import every_rule
from optimizer.domain.plan import Plan, PlannedSession
from optimizer.domain.problem import Problem
from optimizer.domain.rule import Aim, Rule
from optimizer.model.day_model import DayModel, WeekOfDays
from optimizer.objectives import every_aim
from optimizer.solve.build import build_direct, session_classes
from optimizer.solve.cp_sat import Answer, call
from optimizer.verify import verify

LEGAL = "legal"
ILLEGAL = "illegal"


def rule_of(rule_id: str) -> Rule:
    """The rule of this id."""
    return next(rule for rule in every_rule() if rule.id == rule_id)


def aim_of(aim_id: str) -> Aim:
    """The aim of this id."""
    return next(aim for aim in every_aim() if aim.id == aim_id)


def stage_of(problem: Problem, session: PlannedSession) -> int:
    """The longest preparation stage that has exactly the session's drills and seconds."""
    drills = tuple((line.exercise, line.seconds) for line in session.preparation)
    blocks = problem.routines[session.id].preparation
    return max(
        stage
        for stage, block in enumerate(blocks)
        if tuple((drill.exercise.id, drill.seconds) for drill in block.drills) == drills
    )


def fixed_model(problem: Problem, plan: Plan, only: tuple[str, ...]) -> tuple[DayModel, WeekOfDays]:
    """The direct model of the rules in ``only``, where every decision is that of the plan.

    Days are fixed as well, and sessions that the plan leaves out do not take place. Every
    working exercise may stand in every session, so that illegal plans can be asked about.
    """
    rows = tuple(row for row in problem.catalog.exercises if row.is_work)
    days, week = build_direct(
        problem, session_classes(problem), exercises=rows, allowed=lambda *_: True, only=only
    )
    sessions = {session.id: session for session in plan.sessions}
    add = days.poster.model.add
    for slot in days.slots:
        add(days.used(slot) == int(slot.id in sessions))
        for day in slot.days if slot.id in sessions else ():
            add(days.is_on(slot, day) == int(sessions[slot.id].day == day))
    for (exercise, session_id), variable in days.sets_variables.items():
        held = sessions[session_id].sets_of(exercise) if session_id in sessions else 0
        add(variable == held)
    for (session_id, stage), variable in days.stage_variables.items():
        found = sessions.get(session_id)
        add(variable == int(found is not None and stage_of(problem, found) >= stage))
    return days, week


def model_answer(problem: Problem, plan: Plan, *rule_ids: str) -> Answer:
    """What CP-SAT proves about the plan under these rules alone."""
    days, _ = fixed_model(problem, plan, rule_ids)
    return call(days.poster.model, cp_model.CpSolver()).answer


def breaches(problem: Problem, plan: Plan, rule_id: str) -> list[tuple[str, str]]:
    """Where and how the plan breaks the rule, by the verifier and without the solver."""
    found = verify(problem, plan).violations
    return [(breach.where, breach.message) for breach in found if breach.rule == rule_id]


def verdict(problem: Problem, plan: Plan, rule_id: str) -> str:
    """``legal`` or ``illegal``, on which the verifier and the exact model have to agree."""
    assert model_answer(problem, plan) is Answer.OPTIMAL, "the plan is no plan without any rule"
    found = breaches(problem, plan, rule_id)
    answer = model_answer(problem, plan, rule_id)
    if found:
        assert answer is Answer.INFEASIBLE, f"{answer} by the model, yet {found}"
        return ILLEGAL
    assert answer in (Answer.OPTIMAL, Answer.FEASIBLE), f"{answer} by the model, no breach"
    return LEGAL


def barred(problem: Problem, rule_id: str, exercise: str, session: str = "mon") -> str | None:
    """Why the rule's filter keeps the exercise out of the session, or None."""
    bars = rule_of(rule_id).bars
    assert bars is not None
    row, slot = problem.catalog.exercise_by_id[exercise], problem.slot_by_id[session]
    return bars(problem, row, slot)


def value(problem: Problem, plan: Plan, aim_id: str) -> int:
    """The aim's value for the plan, on which ``measure`` and ``express`` have to agree."""
    aim = aim_of(aim_id)
    days, week = fixed_model(problem, plan, ())
    expression = aim.express(days if aim.kind == "day" else week)
    days.poster.model.minimize(expression)
    found = call(days.poster.model, cp_model.CpSolver())
    assert found.answer is Answer.OPTIMAL
    measured = aim.measure(problem, plan)
    assert found.value(expression) == measured
    return measured
