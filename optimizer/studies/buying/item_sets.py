"""Sets of equipment items at places: what could be bought or lost, and the scenario then."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Record
from optimizer.domain.offer import offer_of
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Place, Scenario, Stock


class Item(Record):
    """Some pieces of an item at a place.

    Attributes
    ----------
    pieces
        How many are bought, or lost.
    owned
        How many are there before.
    """

    place: str
    id: str
    pieces: int = 1
    owned: int = 0


ItemSet: TypeAlias = tuple[Item, ...]
"""Items in the order of the catalog, place by place."""


def places_of(problem: Problem) -> tuple[str, ...]:
    """Places that some session uses, in the order of the sessions."""
    return tuple(dict.fromkeys(slot.place for slot in problem.slots))


def needed_pieces(catalog: Catalog) -> dict[str, int]:
    """How many pieces of each item some exercise needs at once: a pair of dumbbells."""
    most: dict[str, int] = {}
    for row in catalog.exercises:
        for alternative in row.equipment:
            for item, count in alternative.items():
                most[item] = max(most.get(item, 1), count)
    return most


def to_buy(scenario: Scenario, catalog: Catalog, places: Iterable[str]) -> ItemSet:
    """Items that a place lacks, or has in fewer pieces than some exercise needs at once.

    Fixtures, such as the floor and a wall, cannot be bought.
    """
    needed = needed_pieces(catalog)
    found = []
    for place in places:
        counts = offer_of(place, scenario.places[place], catalog).counts
        for item in catalog.equipment:
            owned = counts.get(item.id, 0)
            pieces = needed.get(item.id, 1) - owned
            if not item.fixture and pieces > 0:
                found.append(Item(place=place, id=item.id, pieces=pieces, owned=owned))
    return tuple(found)


def to_lose(scenario: Scenario, catalog: Catalog, places: Iterable[str]) -> ItemSet:
    """Items that a place has; all pieces of one are lost together."""
    found = []
    for place in places:
        counts = offer_of(place, scenario.places[place], catalog).counts
        for item in catalog.equipment:
            owned = counts.get(item.id, 0)
            if not item.fixture and owned:
                found.append(Item(place=place, id=item.id, pieces=owned, owned=owned))
    return tuple(found)


def with_items(scenario: Scenario, items: Iterable[Item]) -> Scenario:
    """The scenario whose places have the items besides."""
    places = dict(scenario.places)
    for item in items:
        places[item.place] = _with(places[item.place], item)
    return scenario.model_copy(update={"places": places})


def _with(place: Place, item: Item) -> Place:
    """The place with the item besides; what was taken away from there comes back."""
    is_back = item.id in place.without
    stock = Stock(count=0) if is_back else place.equipment.get(item.id, Stock(count=0))
    stock = stock.model_copy(update={"count": stock.count + item.pieces})
    without = tuple(one for one in place.without if one != item.id)
    equipment = {**place.equipment, item.id: stock}
    return place.model_copy(update={"equipment": equipment, "without": without})


def without_item(scenario: Scenario, item: Item) -> Scenario:
    """The scenario whose place has no piece of the item."""
    place = scenario.places[item.place]
    equipment = {key: stock for key, stock in place.equipment.items() if key != item.id}
    lost = place.model_copy(update={"equipment": equipment, "without": (*place.without, item.id)})
    return scenario.model_copy(update={"places": {**scenario.places, item.place: lost}})
