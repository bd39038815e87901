"""The cheapest pulls of levers that make an impossible week possible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ortools.sat.python import cp_model

from optimizer.model.scopes import SETS_PER_ITEM_PHYSICAL
from optimizer.solve.cp_sat import call, quick_solver
from optimizer.solve.ledger import Ledger
from optimizer.solve.levers import LINE_COST, Lever, LeverKind, Opening, Pull
from optimizer.solve.limits import Limits

MEND_DETERMINISTIC_SECONDS = 0.2
"""Deterministic time of one search; the best pulls so far are taken."""
UNBOUNDED = 2**62
DEGREES: tuple[LeverKind, ...] = ("minutes", "floor", "pin", "pin_sets")
"""Levers that ease a row by degrees; the others open rows of filters, or other days."""


class Workshop:
    """The single sessions with levers on their rows.

    Parameters
    ----------
    ledger
        The single sessions with all their rows; it gets the levers' variables.
    levers
        Everything that may be pulled.
    openings
        How the rows of filters may open.
    """

    def __init__(
        self,
        ledger: Ledger,
        levers: Sequence[Lever],
        openings: Iterable[Opening],
        limits: Limits,
    ) -> None:
        self._levers = tuple(levers)
        self._limits = replace(limits, deterministic_seconds=MEND_DETERMINISTIC_SECONDS)
        self._ledger = ledger
        model = ledger.model
        self._pulls = {
            lever: model.new_int_var(0, lever.most, f"{lever.kind} {lever.thing}")
            for lever in self._levers
        }
        self._model = ledger.asked(frozenset(ledger.members()))
        for lever in self._levers:
            if lever.kind in DEGREES:
                self._ease(lever)
            elif lever.kind == "day":
                self._free(lever)
        self._open(openings)
        self._used: dict[Lever, cp_model.IntVar] = {}
        self._model.minimize(cp_model.LinearExpr.sum(self._costs()))

    def cheapest(
        self,
        kinds: Iterable[LeverKind],
        *,
        thing: str | None = None,
        instead_of: Sequence[Pull] = (),
    ) -> tuple[Pull, ...]:
        """The cheapest pulls of levers of these kinds that help; none where none do.

        With ``thing`` only the levers on it; not all levers of ``instead_of`` are pulled again.
        """
        allowed = frozenset(kinds)
        model = self._model.clone()
        if instead_of:
            used = [self._used[pull.lever] for pull in instead_of if pull.lever in self._used]
            model.add(cp_model.LinearExpr.sum(used) <= len(instead_of) - 1)
        for lever, variable in self._pulls.items():
            if lever.kind not in allowed or thing not in (None, lever.thing):
                model.add(variable == 0)
        found = call(model, quick_solver(self._limits))
        self._limits.meter.add(found.deterministic_seconds)
        if not found.has_values:
            return ()
        values = {lever: found.value(variable) for lever, variable in self._pulls.items()}
        return tuple(Pull(lever, degrees) for lever, degrees in values.items() if degrees)

    def _costs(self) -> list[cp_model.LinearExprT]:
        """What every lever costs: its degrees, and its line where it is pulled at all."""
        costs: list[cp_model.LinearExprT] = []
        for lever, variable in self._pulls.items():
            used = self._model.new_bool_var(f"uses {lever.kind} {lever.thing}")
            self._model.add(variable <= lever.most * used)
            self._used[lever] = used
            costs += [lever.cost * variable, LINE_COST * used]
        return costs

    def _ease(self, lever: Lever) -> None:
        """Let the pull of a lever make up for what its member's rows lack."""
        variable = self._pulls[lever].index
        for index, needs in self._ledger.rows.items():
            if not any(lever.member in need for need in needs):
                continue
            linear = self._model.proto.constraints[index].linear
            low = linear.domain[0]
            linear.vars.append(variable)
            linear.coeffs.append(lever.unit if low > -UNBOUNDED else -lever.unit)

    def _free(self, lever: Lever) -> None:
        """Let a session stand on another day where the lever is pulled."""
        session, _, day = lever.thing.partition(" ")
        on = self._model.get_bool_var_from_proto_index(self._ledger.placed[session, day])
        self._model.add_implication(
            on, self._model.get_bool_var_from_proto_index(self._pulls[lever].index)
        )

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
