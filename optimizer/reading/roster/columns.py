"""Columns of a roster: dotted paths into the scenario, with lists addressed by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from optimizer.domain.scenario import DAYS
from optimizer.errors import Complaint
from optimizer.reading.close_matches import did_you_mean
from optimizer.reading.day_names import day_of
from optimizer.reading.roster.shapes import Shape, paths_below
from optimizer.reading.wording import shown

NAME_OF_ITEM: dict[tuple[str | int, ...], str] = {
    ("week", "sessions"): "id",
    ("athlete", "pains"): "id",
    ("week", "runs"): "day",
}
"""The key that names the items of a list; those of other lists are named by their number."""
OWN_COLUMNS = ("id", "group")
_WHY_UNKNOWN = "a column that nobody reads would change nothing, and nobody would notice"
_MOST_SUGGESTED = 3
_LONGEST_PATH = 200


@dataclass(frozen=True)
class Item:
    """One item of a list: by the value of its naming key, or by its number from 1."""

    address: str
    key: str | None


Step = str | Item


@dataclass(frozen=True)
class Column:
    """A path into the scenario, and what may stand there."""

    name: str
    steps: tuple[Step, ...]
    shape: Shape

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the record at the path, but for the one that the path itself states."""
        last = self.steps[-1]
        named_by = last.key if isinstance(last, Item) else None
        return tuple(key for key in self.shape.keys if key != named_by)


class Columns:
    """Finds the column of a name.

    Parameters
    ----------
    root
        The shape of a scenario.
    document
        The base scenario, for ids that hold dots and for names to suggest.
    """

    def __init__(self, root: Shape, document: Mapping[str, Any]) -> None:
        self._root = root
        self._document = document
        self._found: dict[str, Column | Complaint] = {}

    def of(self, name: str) -> Column | Complaint:
        """The column, or why there is none; the complaint has no position yet."""
        if name not in self._found:
            self._found[name] = self._parsed(name)
        return self._found[name]

    def _parsed(self, name: str) -> Column | Complaint:
        if name == "athlete.id":
            hint = "delete the column; `id` is enough"
            return Complaint("unknown-key", "athlete.id is given by the column id", hint=hint)
        found = self._walk(name) if len(name) <= _LONGEST_PATH else None
        return found or self._unknown(name)

    def _walk(self, name: str) -> Column | None:
        shape: Shape | None = self._root
        value: Any = self._document
        steps: list[Step] = []
        rest = name.split(".")
        while rest and shape is not None:
            part, rest = _first(rest, value if shape.kind != "record" else None)
            if not part:
                return None
            if shape.kind in ("record", "map"):
                steps.append(part)
                shape = shape.below(part)
                value = value.get(part) if isinstance(value, Mapping) else None
            elif shape.kind == "list" and shape.item.kind == "record":
                item = _item(part, tuple(step for step in steps if isinstance(step, str)))
                if item is None:
                    return None
                steps.append(item)
                shape, value = shape.item, None
            else:
                return None
        return Column(name, tuple(steps), shape) if steps and shape is not None else None

    def _unknown(self, name: str) -> Complaint:
        known = [*OWN_COLUMNS, *(one for one in self._names() if one != "athlete.id")]
        end = "." + "_".join(name.strip().lower().replace("-", " ").split())
        ends = [one for one in known if ("." + one).endswith(end)][:_MOST_SUGGESTED]
        hint = "columns are id, group and paths such as athlete.level or week.sessions.a.minutes"
        hint = f"did you mean {' or '.join(ends)}?" if ends else did_you_mean(name, known, hint)
        message = f"there is no column {shown(name)}"
        return Complaint("unknown-key", message, why=_WHY_UNKNOWN, hint=hint)

    def _names(self) -> Iterator[str]:
        """Every column that the base's own ids make sense of."""
        for path, shape in paths_below(self._root):
            if shape.kind == "record":
                continue
            yield from (".".join(filled) for filled in _filled(path, (), self._document))


def _first(parts: list[str], value: Any) -> tuple[str, list[str]]:
    """The first part of a path and the rest; ids with dots are known by the document."""
    names = _addresses(value)
    for length in range(len(parts), 1, -1):
        joined = ".".join(parts[:length])
        if joined in names:
            return joined, parts[length:]
    return parts[0], parts[1:]


def _addresses(value: Any) -> tuple[str, ...]:
    if isinstance(value, Mapping):
        return tuple(str(key) for key in value)
    if isinstance(value, list):
        return tuple(filter(None, (address_of(item, "id") for item in value)))
    return ()


def address_of(item: Any, key: str | None) -> str | None:
    """What names an item of a list; a bare text names itself."""
    if isinstance(item, str):
        return item
    found = item.get(key) if key is not None and isinstance(item, Mapping) else None
    return None if found is None else str(found)


def _item(part: str, where: tuple[str, ...]) -> Item | None:
    key = NAME_OF_ITEM.get(where)
    if key == "id":
        return Item(part, "id")
    if key == "day" and day_of(part) in DAYS:
        return Item(day_of(part), "day")
    number = part.removeprefix("#")
    return Item(number, None) if number.isascii() and number.isdigit() else None


def _filled(path: tuple[str, ...], done: tuple[str, ...], value: Any) -> Iterable[tuple[str, ...]]:
    """The path with the document's own ids in place of ``*``."""
    if not path:
        return [done]
    if path[0] != "*":
        below = value.get(path[0]) if isinstance(value, Mapping) else None
        return _filled(path[1:], (*done, path[0]), below)
    key = NAME_OF_ITEM.get(done)
    found: list[tuple[str, ...]] = []
    if isinstance(value, Mapping):
        for name, below in value.items():
            found.extend(_filled(path[1:], (*done, str(name)), below))
    elif isinstance(value, list) and key is not None:
        for item in value:
            name = address_of(item, key)
            found.extend(_filled(path[1:], (*done, name), item) if name else ())
    return found
