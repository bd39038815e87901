"""The usual routine of a place: which drills a preparation is made of, in order of need.

An ankle and a hip drill always stand first, then the drills that move most areas for their
seconds, so that few of them reach every area; activation comes in after the third mobility
drill and once more in long blocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise, Level
from optimizer.domain.frame.drills import drill_of
from optimizer.domain.frame.mobility import EMPHASISED_AREAS, areas_of
from optimizer.domain.frame.preparation import Drill, is_mover
from optimizer.domain.frame.preparation_numbers import DRILL_DIFFICULTY_MOST

HIP_AREAS = ("hip_rotation", "hip_front", "hamstrings")
ANKLE_AREA = "ankle_and_calf"
SECOND_ROUND = ("hip_front", "hamstrings", "thoracic_spine", "hip_rotation", ANKLE_AREA)
MOVERS_BEFORE_ACTIVATION = 3
ACTIVATION_DRILLS_MOST = 2


@dataclass(frozen=True)
class Position:
    """One place in the routine, with its usual drill.

    A position that ``may_change`` can hold another drill of the same planes in another
    session of the week; one that ``must`` stand is in every block.
    """

    drill: Drill
    must: bool = False
    may_change: bool = False


@dataclass(frozen=True)
class Larder:
    """What a session can prepare with.

    ``usable`` are the rows that no filter removed and ``barred`` those that a pain or missing
    equipment did, both in catalog order; ``pinned`` are drills that must be in.
    """

    catalog: Catalog
    level: Level
    usable: tuple[Exercise, ...]
    barred: tuple[Exercise, ...] = ()
    pinned: tuple[Exercise, ...] = ()

    @cached_property
    def _order(self) -> dict[str, int]:
        return {row.id: number for number, row in enumerate(self.catalog.exercises)}

    @cached_property
    def movers(self) -> tuple[Exercise, ...]:
        """Usable mobility drills that move and are easy."""
        easy = (row for row in self.usable if row.difficulty <= DRILL_DIFFICULTY_MOST)
        return tuple(row for row in easy if is_mover(row))

    def drill(self, row: Exercise) -> Drill:
        """A row as a drill, with the drill that it stands in for."""
        return drill_of(row, self.level, self._instead_of(row))

    def _instead_of(self, row: Exercise) -> str | None:
        """The barred drill of the same area that the catalog lists earlier, if there is one."""
        if not is_mover(row):
            return None
        order = self._order
        areas = set(areas_of(self.catalog, row)[:1])
        usable = [one for one in self.movers if areas & set(areas_of(self.catalog, one))]
        if not usable or usable[0].id != row.id:
            return None
        for other in self.barred:
            same_area = is_mover(other) and areas & set(areas_of(self.catalog, other)[:1])
            if same_area and order[other.id] < order[row.id]:
                return other.id
        return None


def family_of(row: Exercise) -> str:
    """The ladder family of a row, or the row itself: a routine holds one of each."""
    return row.ladder.family if row.ladder else row.id


class _Choice:
    """Mobility drills chosen so far, one of each ladder family, and those that are left."""

    def __init__(self, larder: Larder) -> None:
        self._larder = larder
        pinned = {family_of(row) for row in larder.pinned}
        self._left = [row for row in larder.movers if family_of(row) not in pinned]
        self.chosen: list[Exercise] = []
        self.moved = {area for row in larder.pinned for area in areas_of(larder.catalog, row)}

    def take_first_for(self, area: str) -> None:
        """Choose the first row of the catalog that moves the area, if one is left."""
        for row in self._left:
            if area in areas_of(self._larder.catalog, row):
                self._take(row)
                return

    def take_most_for_its_seconds(self) -> None:
        """Choose the rows that move most new areas a second, until every area has moved."""
        while self._left:
            best = max(self._left, key=self._news)
            if not self._news(best)[0]:
                return
            self._take(best)

    def _take(self, row: Exercise) -> None:
        self.chosen.append(row)
        self.moved.update(areas_of(self._larder.catalog, row))
        self._left = [other for other in self._left if family_of(other) != family_of(row)]

    def _news(self, row: Exercise) -> tuple[float, int]:
        """New areas a second; among equals the first area decides, then the catalog's order."""
        new = [area for area in areas_of(self._larder.catalog, row) if area not in self.moved]
        rank = min((EMPHASISED_AREAS.index(area) for area in new), default=0)
        return len(new) / drill_of(row, self._larder.level).seconds, -rank


def usual_routine(larder: Larder) -> tuple[Position, ...]:
    """The positions of a place in order of need; the first ones must stand in every block."""
    choice = _Choice(larder)
    for areas in ((ANKLE_AREA,), HIP_AREAS):
        for area in areas:
            if not choice.moved & set(areas):
                choice.take_first_for(area)
    needed = len(choice.chosen)
    choice.take_most_for_its_seconds()
    for area in SECOND_ROUND:
        choice.take_first_for(area)
    positions = [Position(larder.drill(row), must=True) for row in larder.pinned]
    activation = _activation(larder, choice.chosen)
    for number, row in enumerate(choice.chosen, start=1):
        is_ankle = ANKLE_AREA in areas_of(larder.catalog, row)
        drill = larder.drill(row)
        positions.append(Position(drill, must=number <= needed, may_change=not is_ankle))
        if number % 2 and number >= MOVERS_BEFORE_ACTIVATION and activation:
            positions.append(Position(activation.pop(0)))
    return (*positions, *map(Position, activation))


def _activation(larder: Larder, chosen: Sequence[Exercise]) -> list[Drill]:
    """Activation drills in catalog order, of families that are not in yet."""
    families = {family_of(row) for row in (*larder.pinned, *chosen)}
    rows = [row for row in larder.usable if row.role == "activation"]
    new = [row for row in rows if family_of(row) not in families]
    return [larder.drill(row) for row in new][:ACTIVATION_DRILLS_MOST]
