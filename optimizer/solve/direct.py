"""The direct formulation: every tier over single sessions; reference and fallback."""

from __future__ import annotations

from itertools import pairwise

from optimizer.domain.problem import Problem, Slot
from optimizer.domain.week_clock import days_until
from optimizer.model.day_model import DayModel, WeekOfDays
from optimizer.solve.build import (
    active_rules,
    active_tiers,
    build_direct,
    express,
    is_deal_tier,
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
    strengthen(problem, days, week)
    steps = [
        (tier, lambda aims=aims: express(days if is_deal_tier(aims) else week, aims))
        for tier, aims in active_tiers(problem)
    ]
    variables = day_variables(days)
    climber = Climber(
        days.poster.model, variables, room_of(problem), limits, guide=week.week_seconds()
    )
    result = climber.climb(steps)
    if result.answer is Answer.INFEASIBLE:
        return NoPlanExists("day")
    if not result.values:
        return NoPlanFound(limits.reason)
    break_ties(climber, days)
    week_plan = read_days(days, result)
    tiers = certify(problem, result.records, week_plan)
    return PlanFound(week_plan, tiers, limit=limits.reason)


def strengthen(problem: Problem, days: DayModel, week: WeekOfDays) -> None:
    """Redundant rows and an order of alike sessions, so that the comparison is honest."""
    for rule in active_rules(problem):
        if rule.relax is not None:
            week.poster.rule = rule.id
            rule.relax(week)
    for alike in alike_sessions(problem):
        for first, second in pairwise(alike):
            days.poster.structural(days.seconds(first) >= days.seconds(second))


def alike_sessions(problem: Problem) -> tuple[tuple[Slot, ...], ...]:
    """Sessions that could change places: alike in all but their day, in a week without runs.

    Days matter to the rules about runs and about neighbouring days, so only sessions of a week
    without runs and races, two days or more apart from any other, are alike.
    """
    week = problem.scenario.week
    days = [day for slot in problem.slots for day in slot.days]
    gaps = [days_until(first, second) for first in days for second in days if first != second]
    if week.runs or week.races or len(days) > len(problem.slots) or min(gaps, default=7) < 2:
        return ()
    groups: dict[object, list[Slot]] = {}
    for slot in problem.slots:
        pins = tuple((pin.exercise, pin.sets) for pin in problem.pins_of(slot.id))
        rows = tuple(sorted(problem.modelled.get(slot.id, ())))
        key = (slot.place, slot.minutes, rows, pins, problem.routines[slot.id].signature)
        groups.setdefault(key, []).append(slot)
    return tuple(tuple(slots) for slots in groups.values())
