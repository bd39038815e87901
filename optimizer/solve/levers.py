"""What may be changed to make an impossible week possible: levers on the rows of a model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from optimizer.solve.members import Member

LINE_COST = 3
"""Points for each line that is changed at all, so that few lines are (convention)."""

LeverKind = Literal["minutes", "floor", "pin", "pin_sets", "day", "item", "rung", "never"]


@dataclass(frozen=True)
class Lever:
    """A change by degrees, and what one degree costs.

    Attributes
    ----------
    kind
        Minutes of a session, a floor, a pin or its sets, a session's day, an item at a place, a
        rung, an exercise that is never wanted.
    thing
        What it moves: a session, a muscle or plane, a pin, ``session day``,
        ``place item count``, ``family rung``, an exercise.
    member
        The member of a conflict whose rows it eases.
    unit
        By how much one degree eases a row, in the row's own unit.
    most
        Degrees at most.
    cost
        Points for one degree, beside those for a line that is changed at all.
    """

    kind: LeverKind
    thing: str
    member: Member
    unit: int
    most: int
    cost: int


@dataclass(frozen=True)
class Pull:
    """A lever and by how many degrees it was pulled."""

    lever: Lever
    degrees: int

    @property
    def cost(self) -> int:
        """Points of the pull."""
        return LINE_COST + self.degrees * self.lever.cost


def added(earlier: Iterable[Pull], later: Iterable[Pull]) -> tuple[Pull, ...]:
    """Pulls of both rounds, the degrees of one lever added up."""
    total: dict[tuple[str, str], Pull] = {}
    for pull in (*earlier, *later):
        key = (pull.lever.kind, pull.lever.thing)
        known = total.get(key)
        total[key] = replace(pull, degrees=pull.degrees + (known.degrees if known else 0))
    return tuple(total.values())


@dataclass(frozen=True)
class Opening:
    """How a filter's row may open: every lever of one of the ways must be pulled."""

    exercise: str
    session: str
    member: Member
    ways: tuple[tuple[Lever, ...], ...]
