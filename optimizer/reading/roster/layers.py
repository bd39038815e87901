"""One row laid over what it inherits: the document that results, and where each value stands."""

from __future__ import annotations

from typing import Any

from optimizer.errors import Complaint, Position
from optimizer.reading.roster.assignment import Assignment
from optimizer.reading.roster.cells import meaning
from optimizer.reading.roster.columns import Column, Columns
from optimizer.reading.roster.rows import Base, Row
from optimizer.reading.roster.times import CellError
from optimizer.reading.wording import KEY, Path


class Layer:
    """What a row makes of the document that it inherits.

    Parameters
    ----------
    below
        The base, or the layer that the row lies on.
    row
        The row.
    columns
        Finds columns by their names.
    """

    def __init__(self, below: Base | Layer, row: Row, columns: Columns) -> None:
        self._below = below
        self._row = row
        self.complaints: list[Complaint] = []
        self._assignment = Assignment(below.document)
        for name, value in row.cells():
            column = columns.of(name)
            if isinstance(column, Complaint):
                self.complaints.append(column.at(row.at(name, (KEY,))))
            else:
                self._take(column, value)
        self.document: dict[str, Any] = self._assignment.finished()

    def _take(self, column: Column, value: Any) -> None:
        try:
            self._assignment.take(column, meaning(value, column.shape, column.keys))
        except CellError as error:
            self.complaints.append(
                Complaint(
                    "value-out-of-range",
                    f"{column.name} {error.message}",
                    why=error.why,
                    hint=error.hint,
                    position=self._row.at(column.name),
                )
            )

    def position_of(self, path: Path) -> Position | None:
        """Where the value at a path was written last: in the row, or in what it inherits.

        Where the path leads nowhere, as for a missing key, the nearest cell that gave its
        parent is pointed at.
        """
        path = self._assignment.as_assigned(path)
        cell = self._cell(path)
        if cell is not None:
            return self._row.at(*cell)
        is_inherited = _holds(self._below.document, path[:1])
        return (self._below.position_of(path) if is_inherited else None) or self._row.position

    def column_of(self, path: Path) -> str | None:
        """The column that gave the value at a path, in the row or in what it inherits."""
        path = self._assignment.as_assigned(path)
        cell = self._cell(path)
        if cell is not None:
            return cell[0]
        return self._below.column_of(path) if isinstance(self._below, Layer) else None

    def _cell(self, path: Path) -> tuple[str, Path] | None:
        """The column of this row that gave the value at a path, and the path inside of it."""
        bare = path[:-1] if path and path[-1] == KEY else path
        starts = [bare[:length] for length in range(len(bare), 0, -1)]
        marks = self._assignment.marks
        for start in starts:
            if start in marks:
                column, inner = marks[start]
                return column, (*inner, *path[len(start) :])
        for start in starts:
            if _holds(self._below.document, start):
                return None
            made = (mark for where, mark in marks.items() if where[: len(start)] == start)
            first = next(made, None)
            if first is not None:
                return first
        return None

    def found_at(self, path: Path) -> Position:
        """As ``position_of``; the row itself where nothing better is known."""
        return self.position_of(path) or self._row.position


def _holds(document: Any, path: Path) -> bool:
    """Whether there is a value at a path, ever so empty."""
    for part in path:
        if isinstance(document, list):
            is_there = isinstance(part, int) and part < len(document)
        else:
            is_there = isinstance(document, dict) and part in document
        if not is_there:
            return False
        document = document[part]
    return True
