"""A model whose rows are known by the members that they need; it can be asked without some."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from optimizer.solve.members import Member, Need

Broken = tuple[tuple[Need, ...], ...]
"""For each row that a solution breaks, the sets of members any of which asks for the row."""


@dataclass
class Ledger:
    """A model and, by the index of a row, the sets of members any of which asks for it.

    Rows that are not listed define variables and always hold. ``barred`` finds the rows of
    filters by rule, exercise and session, ``placed`` the literals of sessions with a choice of
    days.
    """

    model: cp_model.CpModel
    rows: dict[int, tuple[Need, ...]] = field(default_factory=dict)
    barred: dict[tuple[str, str, str], int] = field(default_factory=dict)
    placed: dict[tuple[str, str], int] = field(default_factory=dict)

    def enter(self, index: int, need: Iterable[Member]) -> None:
        """Say what a row needs; said again, another reason for the same row."""
        self.rows[index] = (*self.rows.get(index, ()), frozenset(need))

    def never(self, index: int) -> None:
        """Say that a row is not asked for, whatever the members."""
        self.rows[index] = ()

    def members(self) -> tuple[Member, ...]:
        """Every member that some row needs, in the order of the rows."""
        every = (one for needs in self.rows.values() for need in needs for one in sorted(need))
        return tuple(dict.fromkeys(every))

    def asked(self, members: frozenset[Member]) -> cp_model.CpModel:
        """The model with the rows that the members ask for, and no others."""
        model = self.model.clone()
        constraints = model.proto.constraints
        for index, needs in self.rows.items():
            if not any(need <= members for need in needs):
                constraints[index].clear_linear()
        return model

    def broken(self, values: list[int]) -> Broken:
        """What a solution of the model breaks: the needs of each broken row, each once."""
        constraints = self.model.proto.constraints
        found = []
        for index, needs in self.rows.items():
            linear = constraints[index].linear
            pairs = zip(linear.vars, linear.coeffs, strict=True)
            total = sum(values[variable] * weight for variable, weight in pairs)
            low, high = linear.domain
            if not low <= total <= high:
                found.append(needs)
        return tuple(dict.fromkeys(found))


def keeps(broken: Broken, members: frozenset[Member]) -> bool:
    """Whether a solution keeps every row that the members ask for."""
    return not any(need <= members for needs in broken for need in needs)
