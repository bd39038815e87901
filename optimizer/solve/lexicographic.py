"""Solves the tiers of a model one after the other, each within what the earlier ones reached."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from ortools.sat.python import cp_model

from optimizer.domain.tiers import SPARE_SECONDS_PER_SESSION, Tier
from optimizer.model.poster import Expression
from optimizer.solve.cp_sat import Answer, Call, call, new_solver
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import TierRecord

ZERO_DETERMINISTIC_SECONDS = 0.5
"""Deterministic time for trying to meet a tier in full before it is minimised."""


@dataclass(frozen=True)
class Room:
    """What tolerances are reckoned from: the number of sessions and their seconds together."""

    sessions: int
    limit_seconds: int

    def tolerance(self, tier: Tier, value: int) -> int:
        """How far from the best a tier may stay, in its unit; not at all where it is met."""
        if tier.can_be_met and value == 0:
            return 0
        return tier.tolerance + tier.tolerance_per_session * self.sessions

    def ceiling(self, tier: Tier, value: int, bound: int) -> int:
        """How far later tiers may raise the tier.

        A tier that is met in full stays so. The time tier leaves a little of the sessions'
        limits free, for a week that is full to the second cannot be dealt to days.
        """
        highest = bound + self.tolerance(tier, value)
        if tier.tolerance_per_session:
            spare = SPARE_SECONDS_PER_SESSION * self.sessions
            highest = min(highest, self.limit_seconds - spare)
        return max(value, highest)


@dataclass
class Climb:
    """The tiers of one model: what each reached, and the last solution.

    ``values`` holds the last solution by variable index and is empty where there is none.
    """

    answer: Answer = Answer.UNKNOWN
    records: list[TierRecord] = field(default_factory=list)
    values: dict[int, int] = field(default_factory=dict)

    def value(self, variable: cp_model.IntVar) -> int:
        """The value of a variable in the last solution."""
        return self.values[variable.index]


@dataclass
class Climber:
    """A model whose tiers are solved in order, with the decisions that carry its solution."""

    model: cp_model.CpModel
    variables: Sequence[cp_model.IntVar]
    room: Room
    limits: Limits
    linearization_level: int = 1
    result: Climb = field(default_factory=Climb)
    _last: Call | None = None

    def climb(self, steps: Iterable[tuple[Tier, Callable[[], Expression]]]) -> Climb:
        """Solve every tier; each is then kept within its tolerance of the best found."""
        for tier, express in steps:
            self.limits.report(tier.name)
            if not self._step(tier, express()):
                break
        return self.result

    def settle(self, expression: Expression) -> bool:
        """Minimise an expression and keep it at its best; whether that was proved."""
        self.model.minimize(expression)
        made = self._call(self.model, gap=0)
        self.model.clear_objective()
        if not made.has_values:
            return False
        self._remember(made)
        self.model.add(expression <= made.value(expression))
        return made.answer is Answer.OPTIMAL

    def value_of(self, expression: Expression) -> int:
        """The value of an expression in the last solution."""
        return int(self._last.value(expression)) if self._last else 0

    def _remember(self, made: Call) -> None:
        self._last = made
        self.result.values = {variable.index: made.value(variable) for variable in self.variables}

    def _step(self, tier: Tier, expression: Expression) -> bool:
        """Solve one tier; returns whether there is a solution to go on from."""
        made, bound = self._best(tier, expression)
        if made is None or not made.has_values:
            if not self.result.values:
                self.result.answer = made.answer if made else Answer.UNKNOWN
                return False
            self.result.records.append(TierRecord(tier.id, tier.unit, tier.scope, 0, 0))
            return True
        value = made.value(expression)
        tolerance = self.room.tolerance(tier, value)
        record = TierRecord(tier.id, tier.unit, tier.scope, value, bound, tolerance)
        self.result.records.append(record)
        self.result.answer = made.answer
        self._remember(made)
        self.model.clear_objective()
        self.model.add(expression <= self.room.ceiling(tier, value, bound))
        return True

    def _best(self, tier: Tier, expression: Expression) -> tuple[Call | None, int]:
        """The best solution of a tier, proved within its tolerance, and its lower bound.

        Every tier counts shortfalls, so zero is a lower bound: a solution at zero needs no
        proof, and where zero is impossible the proof may stop at the tolerance.
        """
        if tier.can_be_met:
            short = replace(self.limits, deterministic_seconds=ZERO_DETERMINISTIC_SECONDS)
            met = self._call(self._model_at_zero(expression), 0, short)
            if met.has_values:
                return met, 0
        self.model.minimize(expression)
        made = self._call(self.model, gap=self.room.tolerance(tier, value=1))
        bound = made.solver.best_objective_bound if made.has_values else 0.0
        return made, math.ceil(bound - 1e-6)

    def _model_at_zero(self, expression: Expression) -> cp_model.CpModel:
        """A copy of the model that allows only solutions with the expression at zero."""
        copy = self.model.clone()
        copy.clear_objective()
        copy.add(expression <= 0)
        return copy

    def _call(self, model: cp_model.CpModel, gap: int, limits: Limits | None = None) -> Call:
        model.clear_hints()
        for index, value in self.result.values.items():
            model.add_hint(model.get_int_var_from_proto_index(index), value)
        solver = new_solver(limits or self.limits)
        # Measured: probing costs more than it gives; a full linear relaxation helps the week
        # layer's proofs most, and slows the deal down.
        solver.parameters.linearization_level = self.linearization_level
        solver.parameters.cp_model_probing_level = 0
        solver.parameters.absolute_gap_limit = gap
        return call(model, solver)
