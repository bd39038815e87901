"""The rows of a roster as they were read, before anybody asks what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from optimizer.errors import Complaint, Position
from optimizer.reading.wording import Path, described, shown

OWN_KEYS = ("id", "group")
SIGN_OF_COMMENT = "#"
NOT_FOR_SCENARIOS = (*OWN_KEYS, "", SIGN_OF_COMMENT)
FindPosition = Callable[[Path], Position | None]


class Row(Protocol):
    """An athlete, a group, or what all share."""

    @property
    def position(self) -> Position:
        """Where the row stands."""

    def cells(self) -> Iterable[tuple[str, Any]]:
        """Columns and values, but for ``id`` and ``group``."""

    def get(self, name: str) -> Any:
        """The value of a column, or None."""

    def at(self, name: str, below: Path = ()) -> Position:
        """Where the value of a column stands, or a part of it."""

    def faults(self) -> list[Complaint]:
        """What is wrong with the row before any of its values is looked at."""


@dataclass(frozen=True)
class Base:
    """What every athlete inherits: the base scenario, and where its values stand."""

    document: dict[str, Any]
    position_of: FindPosition


@dataclass(frozen=True)
class RawRoster:
    """A roster whose rows have been read and not yet understood."""

    base: Base
    shared: tuple[Row, ...]
    """What all athletes inherit besides the base, in this order."""
    groups: Mapping[str, Row]
    athletes: tuple[Row, ...]
    header: Row | None = None
    """The names of a table's columns, each as the value of itself."""


@dataclass(frozen=True, slots=True)
class MapRow:
    """A row of a YAML roster: a map of columns to values."""

    given: Any
    path: Path
    find: Callable[[Path], Position]

    @property
    def values(self) -> Mapping[str, Any]:
        """The row; nothing where it is no map."""
        return self.given if isinstance(self.given, dict) else {}

    @property
    def position(self) -> Position:
        """Where the row stands."""
        return self.find(self.path)

    def cells(self) -> Iterator[tuple[str, Any]]:
        """Columns and values, but for ``id`` and ``group``."""
        return ((name, value) for name, value in self.values.items() if name not in OWN_KEYS)

    def get(self, name: str) -> Any:
        """The value of a column, or None."""
        return self.values.get(name)

    def at(self, name: str, below: Path = ()) -> Position:
        """Where the value of a column stands, or a part of it; the column itself for ``KEY``."""
        return self.find((*self.path, name, *below))

    def faults(self) -> list[Complaint]:
        """Whether the row is a map at all."""
        if isinstance(self.given, dict):
            return []
        message = f"the row is {described(self.given)}"
        hint = "write a map such as `{id: ana-01, athlete.level: beginner}`"
        return [Complaint("wrong-type", message, hint=hint, position=self.position)]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: values under the columns of a header."""

    header: tuple[str, ...]
    values: tuple[Any, ...]
    line: int
    find: Callable[[int, int], Position]
    """The position of a cell from the row's line and the column's number, from 0."""

    @property
    def position(self) -> Position:
        """Where the row stands."""
        return self.find(self.line, 0)

    def cells(self) -> Iterator[tuple[str, Any]]:
        """Columns and values, but for ``id`` and ``group``."""
        pairs = zip(self.header, self.values, strict=False)
        return ((name, value) for name, value in pairs if name not in NOT_FOR_SCENARIOS)

    def get(self, name: str) -> Any:
        """The value of a column, or None."""
        index = self.header.index(name) if name in self.header else len(self.values)
        return self.values[index] if index < len(self.values) else None

    def at(self, name: str, below: Path = ()) -> Position:
        """Where the value of a column stands."""
        return self.find(self.line, self.header.index(name) if name in self.header else 0)

    def faults(self) -> list[Complaint]:
        """Values that stand under no column."""
        nameless = [
            (number, value)
            for number, value in enumerate(self.values)
            if value not in (None, "") and not self._name(number) and str(value).strip()
        ]
        if not nameless:
            return []
        number, value = nameless[0]
        more = f" and {len(nameless) - 1} more" if len(nameless) > 1 else ""
        return [
            Complaint(
                "value-out-of-range",
                f"{shown(value)}{more} stands under no column of the header",
                why="a value under no column would change nothing, and nobody would notice",
                hint="put a cell that holds the separator into quotation marks, or name the column",
                position=self.find(self.line, number),
            )
        ]

    def _name(self, number: int) -> str:
        return self.header[number] if number < len(self.header) else ""
