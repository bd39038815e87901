"""Solves the tiers of a model one after the other, each within what the earlier ones reached."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ortools.sat.python import cp_model

from optimizer.domain.tiers import Tier
from optimizer.model.poster import Expression
from optimizer.solve.cp_sat import Answer, Call, call, new_solver
from optimizer.solve.heats import HEATS, Heat
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import TierRecord
from optimizer.solve.tier_search import TierSearch

NO_CEILING = 2**40
"""Ceiling of a tier that was not solved: more than any tier can measure."""


@dataclass(frozen=True)
class Room:
    """What tolerances are reckoned from: the number of sessions and their seconds together.

    With ``spends_tolerance`` even tiers that can be met in full leave room to later ones, for
    weeks that cannot be dealt otherwise.
    """

    sessions: int
    limit_seconds: int
    spends_tolerance: bool = False

    def tolerance(self, tier: Tier, value: int) -> int:
        """How far from the best a tier may stay, in its unit; not at all where it is met."""
        if tier.can_be_met and value == 0 and not self.spends_tolerance:
            return 0
        return tier.tolerance + tier.tolerance_per_session * self.sessions

    def ceiling(self, tier: Tier, value: int, bound: int) -> int:
        """How far later tiers may raise the tier.

        A tier that is met in full stays so. The time tier leaves a little of the sessions'
        limits free, for a week that is full to the second cannot be dealt to days.
        """
        return max(value, min(bound + self.tolerance(tier, value), self.roomy(tier)))

    def roomy(self, tier: Tier) -> int:
        """The most that leaves the sessions what the tier spares of their limits."""
        if not tier.spare_per_session:
            return NO_CEILING
        return self.limit_seconds - tier.spare_per_session * self.sessions


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


Step: TypeAlias = tuple[Tier, Callable[[], Expression]]
"""A tier, and what builds its expression when its turn comes."""


@dataclass
class Climber:
    """A model whose tiers are solved in order, with the decisions that carry its solution.

    ``hints`` are values by variable index from which the first search starts, ``heats`` the
    searches of a tier, ``guide`` what to minimise on the way to a solution that is good enough
    (without it, none is guessed), and ``patience_seconds`` the deterministic time after which a
    tier without any solution is given up.
    """

    model: cp_model.CpModel
    variables: Sequence[cp_model.IntVar]
    room: Room
    limits: Limits
    linearization_level: int = 1
    hints: Mapping[int, int] = field(default_factory=dict)
    heats: Sequence[Heat] = HEATS
    guide: Expression | None = None
    patience_seconds: float = math.inf
    result: Climb = field(default_factory=Climb)
    _last: Call | None = None

    def climb(self, steps: Iterable[Step]) -> Climb:
        """Solve every tier; each is then kept within its tolerance of the best found."""
        for tier, express in steps:
            self.limits.report(tier.name)
            if not self._step(tier, express()):
                return self.result
        if self._last is None:
            self._any()
        return self.result

    def find_any(self, hints: dict[int, int], deterministic_seconds: float) -> bool:
        """Look for any solution near the hints; whether there is one."""
        heat = Heat(deterministic_seconds, lazy_rows=self.guide is None, good_enough=True)
        if self.guide is not None:
            self.model.minimize(self.guide)
        made = self._call(self.model, gap=0, heat=heat, hints=hints)
        self.model.clear_objective()
        if made.has_values:
            self.result.answer = made.answer
            self._remember(made)
        return made.has_values

    def _any(self) -> None:
        """Any solution at all, for a model without tiers."""
        made = self._call(self.model, gap=0)
        self.result.answer = made.answer
        if made.has_values:
            self._remember(made)

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
        search = self._searched(tier, expression)
        made = search.best or search.last
        if made is None or not made.has_values:
            if not self.result.values:
                self.result.answer = made.answer if made else Answer.UNKNOWN
                return False
            unsolved = TierRecord(tier.id, tier.unit, tier.scope, 0, 0, ceiling=NO_CEILING)
            self.result.records.append(unsolved)
            return True
        value = made.value(expression)
        tolerance = self.room.tolerance(tier, value=1)
        ceiling = self.room.ceiling(tier, value, search.bound)
        record = TierRecord(tier.id, tier.unit, tier.scope, value, search.bound, tolerance, ceiling)
        self.result.records.append(record)
        self.result.answer = made.answer
        self._remember(made)
        self.model.clear_objective()
        self.model.add(expression <= ceiling)
        return True

    def _searched(self, tier: Tier, expression: Expression) -> TierSearch:
        """The best solution of a tier that its heats find, and its lower bound."""
        self.model.minimize(expression)
        search = TierSearch(
            self.model,
            expression,
            self.room.tolerance(tier, value=1),
            self._call,
            self.limits.deterministic_seconds,
            self.patience_seconds,
            self.guide,
        )
        if tier.can_be_met and self.guide is not None:
            search.guess()
        search.prove(self.heats)
        search.look_under(self.room.roomy(tier))
        return search

    def _call(
        self,
        model: cp_model.CpModel,
        gap: int,
        *,
        heat: Heat | None = None,
        hints: Mapping[int, int] | None = None,
        seed: int = 0,
    ) -> Call:
        model.clear_hints()
        near = (self.result.values or self.hints) if hints is None else hints
        for index, value in near.items():
            model.add_hint(model.get_int_var_from_proto_index(index), value)
        solver = new_solver(self.limits)
        # Measured: probing costs more than it gives; a full linear relaxation helps the week
        # layer's proofs most, and slows the deal down.
        solver.parameters.linearization_level = self.linearization_level
        solver.parameters.cp_model_probing_level = 0
        solver.parameters.absolute_gap_limit = gap
        if heat is not None:
            solver.parameters.random_seed = self.limits.seed + seed
            if heat.good_enough:
                solver.parameters.stop_after_first_solution = True
                solver.parameters.max_presolve_iterations = 1
            solver.parameters.max_deterministic_time = min(
                heat.deterministic_seconds, self.limits.deterministic_seconds
            )
            solver.parameters.add_lp_constraints_lazily = heat.lazy_rows
            solver.parameters.use_objective_lb_search = heat.bound_first
        return call(model, solver)
