"""Solves the tiers of a model one after the other, each within what the earlier ones reached."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from optimizer.domain.rule import Aim
from optimizer.domain.tiers import Tier
from optimizer.model.poster import Expression
from optimizer.solve.cp_sat import Answer, Call, call, new_solver
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import TierRecord

Step = tuple[Tier, tuple[Aim, ...], Expression]


@dataclass
class Climb:
    """The tiers of one model: what each reached, and the last solution."""

    answer: Answer
    records: list[TierRecord]
    values: dict[int, int]
    """Values of the last solution by variable index; empty where there is none."""

    def value(self, variable: cp_model.IntVar) -> int:
        """The value of a variable in the last solution."""
        return self.values[variable.index]


def minimise(
    model: cp_model.CpModel,
    expression: Expression,
    limits: Limits,
    hint: dict[int, int],
    variables: Sequence[cp_model.IntVar],
) -> tuple[Call, int]:
    """Minimise one expression from a hint; returns the call and the proved lower bound."""
    model.clear_hints()
    if hint:
        for variable in variables:
            model.add_hint(variable, hint[variable.index])
    model.minimize(expression)
    solver = new_solver(limits)
    # Measured on the week layer: bound-first search helps, probing costs more than it gives.
    solver.parameters.use_objective_lb_search = True
    solver.parameters.cp_model_probing_level = 0
    made = call(model, solver)
    bound = math.ceil(solver.best_objective_bound - 1e-6) if made.has_values else 0
    return made, bound


def climb(
    model: cp_model.CpModel,
    steps: Iterable[tuple[Tier, Callable[[], Expression]]],
    sessions: int,
    limits: Limits,
    variables: Sequence[cp_model.IntVar],
) -> Climb:
    """Solve the tiers in order; each is fixed at the value found plus its tolerance.

    Parameters
    ----------
    steps
        Tiers with functions that express them, called when their turn comes.
    sessions
        Number of sessions, which tolerances multiply.
    variables
        The decisions, whose values are carried from tier to tier as hints.
    """
    result = Climb(Answer.UNKNOWN, [], {})
    for tier, express in steps:
        expression = express()
        made, bound = minimise(model, expression, limits, result.values, variables)
        if not made.has_values:
            if not result.values:
                result.answer = made.answer
                return result
            result.records.append(_unsolved(tier, sessions))
            continue
        value = made.value(expression)
        tolerance = tier.tolerance_per_session * sessions
        result.records.append(
            TierRecord(tier.id, tier.unit, tier.scope, value, bound, tolerance)
        )
        result.values = {variable.index: made.value(variable) for variable in variables}
        result.answer = made.answer
        model.clear_objective()
        model.add(expression <= value + tolerance)
    return result


def _unsolved(tier: Tier, sessions: int) -> TierRecord:
    """A tier that a limit left untouched: nothing better than zero is known of it."""
    tolerance = tier.tolerance_per_session * sessions
    return TierRecord(tier.id, tier.unit, tier.scope, 0, 0, tolerance)
