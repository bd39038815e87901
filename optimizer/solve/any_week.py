"""Any week that keeps all rules, without aims: the quick question whether one exists."""

from __future__ import annotations

from dataclasses import replace

from optimizer.domain.plan_writer import Chosen
from optimizer.domain.problem import Problem
from optimizer.model.day_model import DayModel
from optimizer.solve.build import build_direct, build_week, session_classes
from optimizer.solve.cp_sat import Answer, call, quick_solver
from optimizer.solve.day_layer import day_variables, read_days
from optimizer.solve.lexicographic import Climb
from optimizer.solve.limits import Limits

ANY_DETERMINISTIC_SECONDS = 0.1
"""Deterministic time of the single sessions; a week with some room takes a tenth of it."""
TOTALS_DETERMINISTIC_SECONDS = 0.05
"""Deterministic time for a proof by the totals that there is none."""


def any_week(
    problem: Problem, limits: Limits, seconds: float = ANY_DETERMINISTIC_SECONDS
) -> Chosen | None:
    """A week that keeps all rules; None where none exists, or none was found in a little time."""
    classes = session_classes(problem)
    week = build_week(problem, classes, keep=lambda _: True).poster.model
    short = replace(limits, deterministic_seconds=TOTALS_DETERMINISTIC_SECONDS)
    if call(week, quick_solver(short)).answer is Answer.INFEASIBLE:
        return None
    days, _ = build_direct(problem, classes)
    return _first(days, replace(limits, deterministic_seconds=seconds))


def is_impossible(problem: Problem, limits: Limits) -> bool:
    """Whether the single sessions prove in a little time that no week keeps all rules."""
    days, _ = build_direct(problem, session_classes(problem))
    short = replace(limits, deterministic_seconds=ANY_DETERMINISTIC_SECONDS)
    return call(days.poster.model, quick_solver(short)).answer is Answer.INFEASIBLE


def _first(days: DayModel, limits: Limits) -> Chosen | None:
    found = call(days.poster.model, quick_solver(limits))
    limits.meter.add(found.deterministic_seconds)
    if not found.has_values:
        return None
    values = {variable.index: found.value(variable) for variable in day_variables(days)}
    return read_days(days, Climb(found.answer, values=values))
