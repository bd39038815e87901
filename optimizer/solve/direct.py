"""The direct formulation: every tier over single sessions; reference and fallback."""

from __future__ import annotations

from collections.abc import Sequence

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
from optimizer.solve.cp_sat import Answer
from optimizer.solve.day_layer import DEAL_ORDER, day_variables, deal_order, read_days
from optimizer.solve.lexicographic import climb
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import NoPlanExists, NoPlanFound, Outcome, PlanFound, TierRecord


def solve_direct(
    problem: Problem, limits: Limits, bounds: Sequence[TierRecord] = ()
) -> Outcome:
    """Solve every tier over single sessions.

    Parameters
    ----------
    bounds
        Bounds that the week layer has proved; they hold here too.
    """
    classes = session_classes(problem)
    days, week = build_direct(problem, classes)
    strengthen(problem, days, week, classes)
    steps = [
        (tier, lambda aims=aims: express(days if aims[0].is_day_aim else week, aims))  # type: ignore[misc]
        for tier, aims in active_tiers(problem)
    ]
    steps.append((DEAL_ORDER, lambda: deal_order(days)))
    variables = day_variables(days)
    result = climb(days.poster.model, steps, len(problem.slots), limits, variables)
    if result.answer is Answer.INFEASIBLE:
        return NoPlanExists("day")
    if not result.values:
        return NoPlanFound("time limit")
    known = {record.id: record.bound for record in bounds}
    for record in result.records:
        record.bound = max(record.bound, known.get(record.id, 0))
    chosen, stages = read_days(days, result)
    tiers = tuple(record.result(record.value) for record in result.records)
    proved = all(tier.proved for tier in tiers)
    return PlanFound(chosen, stages, tiers, 1, None if proved else "deterministic time limit")


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
