"""Finds the small set of totals that makes a deal impossible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ortools.sat.python import cp_model

from optimizer.domain.problem import Problem
from optimizer.model.day_model import DayModel
from optimizer.model.poster import Expression
from optimizer.model.scopes import SessionClass
from optimizer.solve.cp_sat import Answer, call, new_solver
from optimizer.solve.day_layer import Totals, class_totals, prepared, restricted_days
from optimizer.solve.limits import Limits

BLOCKS = 12
"""Blocks of totals that are tried to be left out of a cut, one after the other."""


@dataclass(frozen=True)
class TotalBound:
    """One half of a total of a class, at least or at most.

    ``what`` is an exercise id, or the number of a preparation stage.
    """

    kind: Literal["times", "sets", "stage"]
    what: str | int
    group: str
    at_least: bool
    value: int


Blame: TypeAlias = tuple[TotalBound, ...]


def blame(
    problem: Problem, totals: Totals, classes: tuple[SessionClass, ...], limits: Limits
) -> Blame | None:
    """Totals that no deal can keep together, shrunk by blocks; None if a limit came first.

    A cut of fewer totals is stronger, but taking them out one by one costs a search for each.
    Zero totals take part as well, for a covering rule may need an exercise that was left out:
    the deal is asked again with every exercise of the class allowed.
    """
    model, guards = _guarded(problem, totals, classes)
    core = _core(model, guards, list(guards), limits)
    if core is None:
        return None
    size = max(1, len(core) // BLOCKS)
    kept = 0
    while kept < len(core):
        smaller = _core(model, guards, core[:kept] + core[kept + size :], limits)
        if smaller is None:
            kept += size
        else:
            core = smaller
    return tuple(core)


def _guarded(
    problem: Problem, totals: Totals, classes: tuple[SessionClass, ...]
) -> tuple[cp_model.CpModel, dict[TotalBound, cp_model.IntVar]]:
    """The day model with one guard for each half of a total."""
    days = restricted_days(problem, _widened(problem, totals, classes), classes)
    model = days.poster.model
    guards: dict[TotalBound, cp_model.IntVar] = {}
    for kind, what, group, expression, value in _totals(days, totals, classes):
        for at_least in (True, False):
            if value == 0 and (at_least or kind == "sets"):
                continue
            bound = TotalBound(kind, what, group, at_least, value)
            guard = model.new_bool_var(str(bound))
            relation = expression >= value if at_least else expression <= value
            model.add(relation).only_enforce_if(guard)
            guards[bound] = guard
    return model, guards


Total = tuple[Literal["times", "sets", "stage"], str | int, str, Expression, int]


def _totals(days: DayModel, totals: Totals, classes: tuple[SessionClass, ...]) -> Iterator[Total]:
    """Every total with its expression over the sessions and its chosen value."""
    groups = {group.id: group for group in classes}
    rows = days.catalog.exercise_by_id
    for (exercise, group), times in totals.times.items():
        held, sets = class_totals(days, rows[exercise], groups[group])
        yield "times", exercise, group, held, times
        yield "sets", exercise, group, sets, totals.sets[exercise, group]
    for (group, stage), count in totals.stages.items():
        yield "stage", stage, group, prepared(days, groups[group], stage), count


def _widened(problem: Problem, totals: Totals, classes: tuple[SessionClass, ...]) -> Totals:
    """The same totals with every usable exercise allowed in the day model."""
    usable = {
        (row.id, group.id): 1
        for group in classes
        for row in problem.candidates
        if problem.is_modelled(row, group.slots[0].id)
    }
    return Totals(times=usable, sets=totals.sets, stages=totals.stages)


def _core(
    model: cp_model.CpModel,
    guards: dict[TotalBound, cp_model.IntVar],
    assumed: list[TotalBound],
    limits: Limits,
) -> list[TotalBound] | None:
    """A subset of the assumed bounds that is infeasible, or None if none was proved."""
    model.clear_assumptions()
    model.add_assumptions([guards[bound] for bound in assumed])
    solver = new_solver(limits)
    made = call(model, solver)
    if made.answer is not Answer.INFEASIBLE:
        return None
    # The core may hold strangers (OR-Tools issue 5141): keep our own assumptions only.
    named = set(solver.sufficient_assumptions_for_infeasibility())
    return [bound for bound in assumed if guards[bound].index in named]
