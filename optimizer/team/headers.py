"""Whether the columns of a table lead somewhere; asked once, before its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from optimizer.errors import Complaint
from optimizer.reading.close_matches import did_you_mean
from optimizer.reading.roster.columns import Column, Columns, Item, address_of
from optimizer.reading.roster.rows import RawRoster, Row
from optimizer.reading.wording import shown


def header_faults(raw: RawRoster, columns: Columns) -> Iterator[Complaint]:
    """Columns that do not exist, and columns of items that nobody describes.

    Parameters
    ----------
    raw
        The roster as it was read.
    columns
        Finds columns by their names.
    """
    if raw.header is None:
        return
    names = [name for name, _ in raw.header.cells()]
    everywhere = {*names, *(name for group in raw.groups.values() for name, _ in group.cells())}
    for name in names:
        column = columns.of(name)
        if isinstance(column, Complaint):
            yield column.at(raw.header.at(name))
        else:
            yield from _stray(column, everywhere, raw, raw.header)


def _stray(column: Column, names: set[str], raw: RawRoster, header: Row) -> Iterator[Complaint]:
    """A column of an item that the base lacks and that other columns do not make whole."""
    for depth, item in enumerate(column.steps):
        if not isinstance(item, Item) or item.key is None or depth == len(column.steps) - 1:
            continue
        where = [str(step) for step in column.steps[:depth]]
        known = _known(raw.base.document, where, item.key)
        whole = ".".join([*where, item.address])
        missing = [
            f"{whole}.{key}" for key in _needed(where, item.key) if f"{whole}.{key}" not in names
        ]
        if item.address in known or whole in names or not missing:
            continue
        hint = did_you_mean(item.address, known)
        yield Complaint(
            "missing-key",
            f"the base has no {shown(item.address)} in {'.'.join(where)}",
            why="a new one needs all that it must have",
            hint=hint or f"add the columns {', '.join(missing)}, or name one that the base has",
            position=header.at(column.name),
        )


def _needed(where: list[str], key: str) -> tuple[str, ...]:
    needed = {
        "week.sessions": ("day", "minutes", "place"),
        "week.runs": ("kind", "minutes"),
    }
    return needed.get(".".join(where), ())


def _known(document: Any, where: list[str], key: str) -> list[str]:
    for part in where:
        document = document.get(part) if isinstance(document, Mapping) else None
    items = document if isinstance(document, list) else []
    return [name for name in (address_of(item, key) for item in items) if name]
