"""Setting and clearing values of a document by the paths of a row's columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from optimizer.reading.roster.cells import CLEAR, meaning
from optimizer.reading.roster.columns import NAME_OF_ITEM, Column, Item, Step, address_of
from optimizer.reading.roster.shapes import Shape
from optimizer.reading.roster.times import CellError
from optimizer.reading.wording import Path

_SHORT_FORM_KEYS: tuple[tuple[type, str], ...] = ((str, "id"), (int, "count"))
"""The key that a bare value stands for: a pain's id, an item's count."""


class _Gone:
    """Stands where an item of a list was cleared, so that the others keep their numbers."""


_GONE = _Gone()


class Assignment:
    """A copy of a document, and the changes that a row makes to it.

    Items of lists are looked up as they were before the row, so that the order of its columns
    does not matter.

    Parameters
    ----------
    document
        What the row inherits; it stays as it is.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document: dict[str, Any] = _copied(document)
        self._names: dict[Path, list[str | None]] = {}
        self._kept: dict[Path, list[int]] = {}
        self.marks: dict[Path, tuple[str, Path]] = {}
        """The column that set a path, and the path inside of its value."""

    def take(self, column: Column, value: Any) -> None:
        """Set what a cell says; None leaves everything as it is.

        Raises
        ------
        CellError
            Where the path names no single item of a list.
        """
        if value is None:
            return
        path = self._path(column.steps, make=value is not CLEAR)
        if path is not None:
            self._set(path, value, column.shape, (column.name, ()))

    def finished(self) -> dict[str, Any]:
        """The document with all changes made."""
        for path in self._names:
            items = _value_at(self._document, path)
            if isinstance(items, list) and any(item is _GONE for item in items):
                self._kept[path] = [n for n in range(len(items)) if items[n] is not _GONE]
                items[:] = [item for item in items if item is not _GONE]
        return self._document

    def as_assigned(self, path: Path) -> Path:
        """A path into the finished document as it was before cleared items left their lists."""
        for where, kept in self._kept.items():
            length = len(where)
            number = path[length] if len(path) > length else None
            if path[:length] == where and isinstance(number, int) and number < len(kept):
                path = (*where, kept[number], *path[length + 1 :])
        return path

    def _path(self, steps: tuple[Step, ...], *, make: bool) -> Path | None:
        """The path with numbers for the items of lists; None for an item not there to clear."""
        path: Path = ()
        for step in steps:
            if isinstance(step, str):
                path = (*path, step)
                continue
            number = self._number(path, step, make=make)
            if number is None:
                return None
            path = (*path, number)
        return path

    def _number(self, where: Path, item: Item, *, make: bool) -> int | None:
        names = self._names_at(where)
        found = [n for n, name in enumerate(names) if item.key and name == item.address]
        listed = ".".join(map(str, where))
        if len(found) > 1:
            first = f"{listed}.{found[0] + 1}"
            hint = f"name the item by its number in the list, such as {first}"
            raise CellError(f"fits {len(found)} items of {listed}", hint)
        if found:
            return found[0]
        if item.key is None and 0 < int(item.address) <= len(names):
            return int(item.address) - 1
        if item.key is None and int(item.address) != len(names) + 1:
            hint = f"write a number from 1 to {len(names) + 1}; the last one adds an item"
            raise CellError(f"names an item that {listed} does not have", hint)
        if not make:
            return None
        self._items(where).append({item.key: item.address} if item.key else {})
        names.append(item.address if item.key else None)
        return len(names) - 1

    def _names_at(self, where: Path) -> list[str | None]:
        """What names the items of a list, as it was before the row."""
        if where not in self._names:
            items = _value_at(self._document, where)
            key = NAME_OF_ITEM.get(where)
            known = items if isinstance(items, list) else []
            self._names[where] = [address_of(item, key) for item in known]
        return self._names[where]

    def _items(self, where: Path) -> list[Any]:
        container = self._container(where[:-1])
        if not isinstance(container.get(where[-1]), list):
            container[where[-1]] = []
        items: list[Any] = container[where[-1]]
        return items

    def _container(self, path: Path) -> Any:
        """The map or list at a path, made where nothing is there yet."""
        container: Any = self._document
        for part in path:
            _check_kind(container, part)
            missing = isinstance(container, dict) and part not in container
            below = None if missing else container[part]
            if below is _GONE:
                raise _cleared_too()
            if not isinstance(below, dict | list):
                below = _unfolded(below)
                container[part] = below
            container = below
        return container

    def _set(self, path: Path, value: Any, shape: Shape | None, mark: tuple[str, Path]) -> None:
        if value is CLEAR:
            self._clear(path)
        elif value and isinstance(value, dict) and shape is not None and shape.kind == "record":
            self._container(path)
            for key, inner in value.items():
                below = shape.below(key)
                meant = inner if below is None else meaning(inner, below)
                if meant is not None:
                    self._set((*path, key), meant, below, (mark[0], (*mark[1], key)))
            return
        elif value == {}:
            self._container(path)
        else:
            container = self._container(path[:-1])
            _check_kind(container, path[-1])
            container[path[-1]] = value
            self._forget(path)
        self.marks[path] = mark

    def _clear(self, path: Path) -> None:
        container = _value_at(self._document, path[:-1])
        if isinstance(container, dict):
            container.pop(path[-1], None)
            self._forget(path)
        elif isinstance(container, list):
            if any(mark[: len(path)] == path for mark in self.marks):
                raise _cleared_too()
            container[int(path[-1])] = _GONE

    def _forget(self, path: Path) -> None:
        """Look up items anew where a whole list, or what holds it, was replaced."""
        for where in [where for where in self._names if where[: len(path)] == path]:
            del self._names[where]


def _check_kind(container: object, part: str | int) -> None:
    """Refuse a key of a list, or an item of a map, where the row itself put the wrong one."""
    if isinstance(container, dict) != isinstance(part, str):
        kind = "a map" if isinstance(container, dict) else "a list"
        hint = "mend what the row says about the whole, or leave it out"
        raise CellError(f"lies inside of {kind} that cannot hold it", hint)


def _cleared_too() -> CellError:
    hint = "leave the other cells of the item empty, or take the - away"
    return CellError("belongs to an item that the same row clears and sets", hint)


def _copied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _copied(inner) for key, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def _unfolded(value: Any) -> dict[str, Any]:
    """A map for a short form: a pain's id, the count of an item."""
    for kind, key in _SHORT_FORM_KEYS:
        if isinstance(value, kind) and not isinstance(value, bool):
            return {key: value}
    return {}


def _value_at(value: Any, path: Path) -> Any:
    for part in path:
        if isinstance(value, dict):
            value = value.get(str(part))
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value
