"""Which rows of a week have no room left."""

from __future__ import annotations

from collections.abc import Mapping

from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Day
from optimizer.model.day_model import DayModel
from optimizer.solve.build import build_direct, session_classes
from optimizer.solve.cp_sat import call, quick_solver
from optimizer.solve.ledgers import direct_ledger
from optimizer.solve.limits import Limits
from optimizer.solve.members import Member


def tight_members(
    problem: Problem,
    sets: Mapping[tuple[str, str], int],
    days: Mapping[str, Day],
    limits: Limits,
) -> tuple[Member, ...]:
    """Members with a row that is at its limit in a week, in the order of the rows.

    A row is at its limit if nothing that it counts could change by one without breaking it.
    """
    model, _ = build_direct(problem, session_classes(problem))
    _fix(model, sets, days)
    found = call(model.poster.model, quick_solver(limits))
    if not found.has_values:
        return ()
    values = [int(value) for value in found.solver.response_proto.solution]
    ledger = direct_ledger(problem, filtered=True)
    constraints = ledger.model.proto.constraints
    tight = []
    for index, needs in ledger.rows.items():
        linear = constraints[index].linear
        if needs and _room(list(linear.vars), list(linear.coeffs), list(linear.domain), values):
            tight += [member for need in needs for member in sorted(need)]
    return tuple(dict.fromkeys(tight))


def _fix(days: DayModel, sets: Mapping[tuple[str, str], int], stands: Mapping[str, Day]) -> None:
    for key, variable in days.sets_variables.items():
        days.poster.structural(variable == sets.get(key, 0))
    for slot in days.slots:
        for day in slot.days:
            placed = int(stands.get(slot.id) == day)
            days.poster.structural(days.placed(slot, day) == placed)


def _room(variables: list[int], weights: list[int], domain: list[int], values: list[int]) -> bool:
    """Whether a row lacks the room for its smallest step."""
    total = sum(
        values[variable] * weight for variable, weight in zip(variables, weights, strict=True)
    )
    steps = [abs(weight) for weight in weights if weight]
    low, high = domain[0], domain[-1]
    room = min(high - total, total - low)
    return bool(steps) and room < min(steps)
