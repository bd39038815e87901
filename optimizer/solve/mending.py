"""The cheapest pulls of levers that make an impossible week possible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ortools.sat.python import cp_model

from optimizer.domain.problem import Problem
from optimizer.model.scopes import SETS_PER_ITEM_PHYSICAL
from optimizer.solve.cp_sat import call, new_solver
from optimizer.solve.ledger import Ledger
from optimizer.solve.ledgers import direct_ledger
from optimizer.solve.levers import Lever, LeverKind, Opening, Pull
from optimizer.solve.limits import Limits

MEND_DETERMINISTIC_SECONDS = 0.3
"""Deterministic time of one search; the best pulls so far are taken."""
UNBOUNDED = 2**62
KEYS: tuple[LeverKind, ...] = ("item", "rung", "never")
"""Levers that open the rows of filters rather than ease a row by degrees."""


class Workshop:
    """The single sessions with levers on their rows.

    Parameters
    ----------
    levers
        Everything that may be pulled.
    openings
        How the rows of filters may open.
    """

    def __init__(
        self,
        problem: Problem,
        levers: Sequence[Lever],
        openings: Iterable[Opening],
        limits: Limits,
    ) -> None:
        self._levers = tuple(levers)
        self._limits = replace(limits, deterministic_seconds=MEND_DETERMINISTIC_SECONDS)
        self._ledger = direct_ledger(problem)
        model = self._ledger.model
        self._pulls = {
            lever: model.new_int_var(0, lever.most, f"{lever.kind} {lever.thing}")
            for lever in self._levers
        }
        self._model = self._ledger.asked(frozenset(self._ledger.members()))
        for lever in self._levers:
            self._ease(lever)
        self._open(openings)
        total = [variable * lever.cost for lever, variable in self._pulls.items()]
        self._model.minimize(cp_model.LinearExpr.sum(total))

    def cheapest(self, kinds: Iterable[LeverKind]) -> tuple[Pull, ...]:
        """The cheapest pulls of levers of these kinds that help; none where none do."""
        allowed = frozenset(kinds)
        model = self._model.clone()
        for lever, variable in self._pulls.items():
            if lever.kind not in allowed:
                model.add(variable == 0)
        found = call(model, new_solver(self._limits))
        if not found.has_values:
            return ()
        values = {lever: found.value(variable) for lever, variable in self._pulls.items()}
        return tuple(Pull(lever, degrees) for lever, degrees in values.items() if degrees)

    def _ease(self, lever: Lever) -> None:
        """Let the pull of a lever make up for what its member's rows lack."""
        variable = self._pulls[lever].index
        for index, needs in self._ledger.rows.items():
            if not any(lever.member in need for need in needs) or lever.kind in KEYS:
                continue
            linear = self._model.proto.constraints[index].linear
            low, high = linear.domain
            linear.vars.append(variable)
            linear.coeffs.append(lever.unit if low > -UNBOUNDED else -lever.unit)

    def _open(self, openings: Iterable[Opening]) -> None:
        """Let the rows of filters open where all levers of one way are pulled."""
        for opening in openings:
            key = (opening.member[0], opening.exercise, opening.session)
            index = self._ledger.barred.get(key)
            if index is None:
                continue
            ways = [self._way(opening, levers) for levers in opening.ways]
            linear = self._model.proto.constraints[index].linear
            linear.domain.clear()
            linear.domain.extend([-UNBOUNDED, 0])
            for way in ways:
                linear.vars.append(way.index)
                linear.coeffs.append(-SETS_PER_ITEM_PHYSICAL)

    def _way(self, opening: Opening, levers: Sequence[Lever]) -> cp_model.IntVar:
        way = self._model.new_bool_var(f"way {opening.exercise} {opening.session}")
        for lever in levers:
            self._model.add(way <= self._pulls[lever])
        return way
