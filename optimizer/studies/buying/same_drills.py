"""Whether preparation and cool-down stay the same, whatever part of some equipment is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeAlias

from optimizer.domain.exercise import Exercise
from optimizer.domain.frame.rolling import ROLLER
from optimizer.domain.problem import Problem
from optimizer.studies.buying.item_sets import Item

DRILL_ITEMS_MOST = 6
"""Items for drills of which every part is looked at; with more, nothing is claimed."""

DrillChoice: TypeAlias = tuple[tuple[str, bool, tuple[str, ...]], ...]
"""For each place: its name, whether a roller is there, and the drills that it lets in."""


@dataclass
class SameDrills:
    """Compares what frames the sessions between sets of items.

    That follows from the drills that a place lets in and from whether a roller is there, so every
    such choice is composed once, whatever else is owned.

    Parameters
    ----------
    problem_of, choice_of
        The problem and the choice of drills of a set of items.
    rows
        Exercises by id.
    stand_ins
        Items that may stand in for an item.
    """

    problem_of: Callable[[frozenset[Item]], Problem]
    choice_of: Callable[[frozenset[Item]], DrillChoice]
    rows: Mapping[str, Exercise]
    stand_ins: Mapping[str, tuple[str, ...]]
    _frames: dict[DrillChoice, tuple[object, ...]] = field(default_factory=dict)

    def between(self, least: frozenset[Item], most: frozenset[Item]) -> bool:
        """Whether every set from the least to the most frames its sessions alike: looked at."""
        touching = self._touching(least, most)
        if len(touching) > DRILL_ITEMS_MOST:
            return False
        first = self._frame(least)
        return all(
            self._frame(least.union(part)) == first
            for size in range(len(touching), 0, -1)
            for part in combinations(touching, size)
        )

    def _touching(self, least: frozenset[Item], most: frozenset[Item]) -> list[Item]:
        """The items that let drills in which the least set does not have."""
        before, after = self.choice_of(least), self.choice_of(most)
        if before == after:
            return []
        names: dict[str, set[str]] = {}
        for (place, _, old), (_, _, new) in zip(before, after, strict=True):
            needed = names.setdefault(place, {ROLLER})
            for row in set(new) - set(old):
                for alternative in self.rows[row].equipment:
                    for item in alternative:
                        needed |= {item, *self.stand_ins[item]}
        added = (item for item in most - least if item.id in names[item.place])
        return sorted(added, key=lambda item: (item.place, item.id))

    def _frame(self, items: frozenset[Item]) -> tuple[object, ...]:
        """What rules read of the drills around each session."""
        choice = self.choice_of(items)
        if choice not in self._frames:
            self._frames[choice] = tuple(_frames(self.problem_of(items)))
        return self._frames[choice]


def _frames(problem: Problem) -> Iterator[object]:
    for slot in problem.slots:
        routine = problem.routines[slot.id]
        yield routine.signature
        for block in routine.preparation:
            yield frozenset(area for drill in block.drills for area in drill.exercise.mobilises)
