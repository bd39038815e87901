"""What a place offers, and which of an exercise's equipment alternatives it can serve."""

from __future__ import annotations

from dataclasses import dataclass

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise
from optimizer.domain.scenario import Place


@dataclass(frozen=True)
class Offer:
    """The equipment of one place: how many of each item, and its loads in kilograms."""

    place: str
    counts: dict[str, int]
    loads_kg: dict[str, tuple[float, ...]]
    stand_ins: dict[str, tuple[str, ...]]
    load_items: frozenset[str]

    def serving(self, item: str, count: int) -> str | None:
        """The item itself or the first stand-in that the place has often enough."""
        for candidate in (item, *self.stand_ins.get(item, ())):
            if self.counts.get(candidate, 0) >= count:
                return candidate
        return None

    def choose(self, exercise: Exercise, *, unloaded_first: bool = False) -> dict[str, int] | None:
        """Items used for the first alternative that the place can serve, with their counts.

        Parameters
        ----------
        unloaded_first
            Whether alternatives without a load come before those with one.
        """
        for alternative in self.in_turn(exercise, unloaded_first=unloaded_first):
            used: dict[str, int] = {}
            for item, count in alternative.items():
                served = self.serving(item, count)
                if served is None:
                    break
                used[served] = max(used.get(served, 0), count)
            else:
                return used
        return None

    def in_turn(
        self, exercise: Exercise, *, unloaded_first: bool = False
    ) -> tuple[dict[str, int], ...]:
        """The alternatives of an exercise in the order in which they are tried."""
        if not unloaded_first:
            return exercise.equipment
        by_load = sorted(exercise.equipment, key=lambda needs: bool(self.load_items & set(needs)))
        return tuple(by_load)

    def missing(self, exercise: Exercise) -> tuple[str, ...]:
        """Items that the place lacks for the alternative that needs the fewest more."""
        lacks = [
            tuple(item for item, count in needs.items() if self.serving(item, count) is None)
            for needs in exercise.equipment
        ]
        return min(lacks, key=len)

    def has_load(self, used: dict[str, int]) -> bool:
        """Whether the used items add a resistance that can be raised."""
        return any(item in self.load_items for item in used)


def offer_of(name: str, place: Place, catalog: Catalog) -> Offer:
    """Resolve a place: fixtures, its kit and its single items, less what is taken away."""
    counts = {item.id: 1 for item in catalog.equipment if item.fixture}
    loads: dict[str, tuple[float, ...]] = {}
    if place.kit is not None:
        for item_id, count in catalog.kit_by_id[place.kit].holds.items():
            counts[item_id] = counts.get(item_id, 0) + count
    for item_id, stock in place.equipment.items():
        counts[item_id] = counts.get(item_id, 0) + stock.count
        loads[item_id] = tuple(sorted(stock.loads_kg))
    for item_id in place.without:
        counts.pop(item_id, None)
    return Offer(
        place=name,
        counts=counts,
        loads_kg=loads,
        stand_ins={item.id: item.stand_ins for item in catalog.equipment},
        load_items=frozenset(item.id for item in catalog.equipment if item.load),
    )
