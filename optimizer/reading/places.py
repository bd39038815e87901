"""The places of a document's values, and how to find one by its path."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from optimizer.errors import Position
from optimizer.reading.wording import KEY, Path


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands, and its key where it has one."""

    value: Position
    key: Position | None
    is_collection: bool


class Places:
    """The place of every value of a document.

    Parameters
    ----------
    file
        Name of the file, for positions.
    places
        Places by the path of keys and list indices.
    """

    def __init__(self, file: str, places: Mapping[Path, Place]) -> None:
        self._file = file
        self._places = places

    def of(self, path: Path) -> Position:
        """Position of a value; of the key itself where the path ends in ``KEY``.

        Where the path leads nowhere, as for a missing key, the nearest parent is pointed at.
        """
        wants_key = bool(path) and path[-1] == KEY
        path = path[:-1] if wants_key else path
        place = self._places.get(path)
        if place is not None:
            at_key = wants_key or place.is_collection
            return place.key if at_key and place.key else place.value
        while path and path not in self._places:
            path = path[:-1]
        parent = self._places.get(path)
        if parent is None:
            return Position(self._file)
        return parent.key if parent.is_collection and parent.key else parent.value


def found_later(make: Callable[[], Places]) -> Callable[[Path], Position]:
    """A function that finds positions and has the places made only when first called."""
    made: list[Places] = []

    def position_of(path: Path) -> Position:
        if not made:
            made.append(make())
        return made[0].of(path)

    return position_of
