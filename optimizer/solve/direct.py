"""The direct formulation: every tier over single sessions; reference and fallback."""

from __future__ import annotations

from optimizer.domain.problem import Problem
from optimizer.model.day_model import DayModel, WeekOfDays
from optimizer.model.scopes import SessionClass
from optimizer.solve.build import (
    active_rules,
    active_tiers,
    build_direct,
    express,
    session_classes,
)
from optimizer.solve.certificate import certify
from optimizer.solve.cp_sat import Answer
from optimizer.solve.day_layer import day_variables, read_days, room_of
from optimizer.solve.lexicographic import Climber
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import NoPlanExists, NoPlanFound, Outcome, PlanFound
from optimizer.solve.tie_break import break_ties


def solve_direct(problem: Problem, limits: Limits) -> Outcome:
    """Solve every tier over single sessions."""
    classes = session_classes(problem)
    days, week = build_direct(problem, classes)
    strengthen(problem, days, week, classes)
    steps = [
        (tier, lambda aims=aims: express(days if aims[0].is_day_aim else week, aims))
        for tier, aims in active_tiers(problem)
    ]
    variables = day_variables(days)
    climber = Climber(days.poster.model, variables, room_of(problem), limits)
    result = climber.climb(steps)
    if result.answer is Answer.INFEASIBLE:
        return NoPlanExists("day")
    if not result.values:
        return NoPlanFound("time limit")
    break_ties(climber, days)
    chosen, stages = read_days(days, result)
    return PlanFound(chosen, stages, certify(problem, result.records, chosen, stages))


def strengthen(
    problem: Problem, days: DayModel, week: WeekOfDays, classes: tuple[SessionClass, ...]
) -> None:
    """Redundant rows and an order of alike sessions, so that the comparison is honest."""
    for rule in active_rules(problem):
        if rule.relax is not None:
            week.poster.rule = rule.id
            rule.relax(week)
    for group in classes:
        for first, second in zip(group.slots, group.slots[1:], strict=False):
            days.poster.structural(days.seconds(first) >= days.seconds(second))
