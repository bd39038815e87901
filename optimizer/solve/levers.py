"""What may be changed to make an impossible week possible: levers on the rows of a model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from optimizer.solve.members import Member

LeverKind = Literal["minutes", "floor", "pin", "pin_sets", "item", "rung", "never"]


@dataclass(frozen=True)
class Lever:
    """A change by degrees, and what one degree costs.

    Attributes
    ----------
    kind
        Minutes of a session, a floor, a pin or its sets, an item at a place, a rung, an
        exercise that is never wanted.
    thing
        What it moves: a session, a muscle or plane, a pin, ``place item count``,
        ``family rung``, an exercise.
    member
        The member of a conflict whose rows it eases.
    unit
        By how much one degree eases a row, in the row's own unit.
    most
        Degrees at most.
    cost
        Points for one degree.
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
        return self.degrees * self.lever.cost


@dataclass(frozen=True)
class Opening:
    """How a filter's row may open: every lever of one of the ways must be pulled."""

    exercise: str
    session: str
    member: Member
    ways: tuple[tuple[Lever, ...], ...]
