"""The search for the best of one tier: guesses first, then heats that share what they find."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ortools.sat.python import cp_model

from optimizer.model.poster import Expression
from optimizer.solve.cp_sat import Answer, Call
from optimizer.solve.heats import FIRST_BOUND, GUESS_AT_ZERO, GUESS_UNDER, GUESSES, Heat


class Ask(Protocol):
    """Solves a model once."""

    def __call__(
        self,
        model: cp_model.CpModel,
        gap: int,
        *,
        heat: Heat | None = None,
        hints: Mapping[int, int] | None = None,
        seed: int = 0,
    ) -> Call:
        """One search from the hints, by default from the last solution, until within the gap."""
        ...


@dataclass
class TierSearch:
    """One tier of a model: the best solution so far and the best bound.

    Attributes
    ----------
    deterministic_seconds, patience_seconds
        Most time for all searches together, and most time without any solution.
    guide
        What a search for a solution that is good enough minimises on its way, if anything: such
        a search stops at its first solution, and a guide that leaves room finds one far sooner.
    bound
        No solution is below it; tiers count nothing that is negative.
    """

    model: cp_model.CpModel
    expression: Expression
    gap: int
    ask: Ask
    deterministic_seconds: float
    patience_seconds: float
    guide: Expression | None = None
    best: Call | None = None
    last: Call | None = None
    bound: int = 0
    _spent_seconds: float = 0.0
    _searches: int = 0

    def guess(self) -> None:
        """Look for a solution at zero, then for one within the tolerance of zero or the bound.

        Zero is looked for although the proof may stop at the tolerance: what can be met in full
        should be. Where zero is proved out of reach, the bound is raised first, as the tolerance
        reaches from there and a week at its edge may be too full to be dealt.
        """
        self._find(0, GUESS_AT_ZERO)
        if self.bound:
            self._minimised(FIRST_BOUND)
        for heat in GUESSES:
            if self._is_close:
                return
            self._find(self.bound + self.gap, heat)

    def prove(self, heats: Sequence[Heat]) -> None:
        """Search until the best solution is proved within the tolerance or the heats end.

        Each heat starts from what the last one left: how long one search takes to close the
        last gap varies tenfold with its luck, and heats that share the best solution and the
        best bound are far steadier.
        """
        for heat in heats:
            if self._is_close or self._is_over:
                return
            if heat.good_enough:
                self._find(self.bound + self.gap, heat)
            elif self._minimised(heat).answer is Answer.INFEASIBLE:
                return

    def look_under(self, ceiling: int) -> None:
        """Look once for a solution under a ceiling that the best one is above."""
        if self.best is not None and self.best.value(self.expression) > ceiling >= self.bound:
            self._find(ceiling, GUESS_UNDER)

    @property
    def _is_close(self) -> bool:
        """Whether the best solution is proved within the tolerance."""
        return self.best is not None and self.best.value(self.expression) <= self.bound + self.gap

    @property
    def _is_over(self) -> bool:
        most = self.deterministic_seconds if self.best else self.patience_seconds
        return self._spent_seconds >= min(most, self.deterministic_seconds)

    def _find(self, ceiling: int, heat: Heat) -> None:
        """Look for any solution at or under a ceiling, from nowhere; none raises the bound."""
        model = self.model.clone()
        model.clear_objective()
        if self.guide is not None:
            model.minimize(self.guide)
        model.add(self.expression >= self.bound)
        model.add(self.expression <= ceiling)
        made = self._asked(model, 0, heat, {})
        if made.answer is Answer.INFEASIBLE:
            self.bound = max(self.bound, ceiling + 1)

    def _minimised(self, heat: Heat) -> Call:
        """Minimise the tier, from the best solution and the best bound so far."""
        if self.best is None:
            made = self._asked(self.model, self.gap, heat, None)
        else:
            model = self.model.clone()
            model.add(self.expression >= self.bound)
            if heat.anew:
                model.add(self.expression <= self.best.value(self.expression))
            near = {} if heat.anew else dict(enumerate(self.best.solver.response_proto.solution))
            made = self._asked(model, self.gap, heat, near)
        if made.answer is not Answer.INFEASIBLE:
            proved = math.ceil(made.solver.best_objective_bound - 1e-6)
            self.bound = max(self.bound, proved)
        return made

    def _asked(
        self, model: cp_model.CpModel, gap: int, heat: Heat, hints: Mapping[int, int] | None
    ) -> Call:
        """One search, with a seed of its own; its solution is kept if it is the best."""
        self._spent_seconds += heat.deterministic_seconds
        self._searches += 1
        made = self.ask(model, gap, heat=heat, hints=hints, seed=self._searches)
        self.last = made
        if made.has_values and (
            self.best is None or made.value(self.expression) <= self.best.value(self.expression)
        ):
            self.best = made
        return made
