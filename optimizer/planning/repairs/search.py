"""The cheapest changes of a scenario that give it a plan, each shown by a plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from optimizer.domain.problem import Problem
from optimizer.planning.changes import Change
from optimizer.planning.repairs.mender import Mender
from optimizer.planning.scenario_lines import Path
from optimizer.solve.conflict import Conflict
from optimizer.solve.limits import Limits

REPAIRS_MOST = 5
"""Repairs that are shown."""
LINES_MOST = 3
"""A repair that changes more lines than this is shown only if there is no other."""
TIMES_THE_CHEAPEST = 3
"""A repair that costs more than this many times the cheapest one is left out."""
CHEAP = 10
"""Points that are so few that they are counted as this many in the comparison."""


@dataclass(frozen=True)
class Repair:
    """Changes that together give the scenario a plan; ``cost`` is the sum of theirs."""

    changes: tuple[Change, ...]

    @property
    def cost(self) -> int:
        """Points of all changes together."""
        return sum(change.cost for change in self.changes)

    @property
    def text(self) -> str:
        """The repair as one instruction."""
        return ", and ".join(change.text for change in self.changes)

    @property
    def lines(self) -> frozenset[Path]:
        """The lines of the scenario that it changes."""
        return frozenset(change.path for change in self.changes)


def find_repairs(
    problem: Problem, conflicts: Sequence[Conflict], limits: Limits
) -> tuple[Repair, ...]:
    """Repairs by rising cost; each was applied, solved and checked without the solver."""
    found = []
    for changes in Mender(problem, conflicts, limits).proposals():
        found.append(Repair(changes))
        if limits.is_over:
            break
    return ranked(found)


def ranked(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    """The cheapest repairs; without those that change more lines than a cheaper one needs."""
    kept: list[Repair] = []
    for repair in sorted(repairs, key=lambda one: (one.cost, one.text)):
        if any(other.lines <= repair.lines for other in kept):
            continue
        dearest = TIMES_THE_CHEAPEST * max(CHEAP, kept[0].cost) if kept else repair.cost
        if not kept or (repair.cost <= dearest and len(repair.changes) <= LINES_MOST):
            kept.append(repair)
    return tuple(kept[:REPAIRS_MOST])
