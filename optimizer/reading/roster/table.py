"""A table of athletes, from whatever file: its header, its comments and its special rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from optimizer.errors import Complaint, InputError, Position
from optimizer.reading.close_matches import did_you_mean
from optimizer.reading.complaint_list import raise_complaints
from optimizer.reading.roster.cells import plain
from optimizer.reading.roster.rows import OWN_KEYS, SIGN_OF_COMMENT, TableRow
from optimizer.reading.wording import described, shown

SIGN_OF_SHARED = "*"
"""The id of a row that all athletes inherit; with a name behind it, of a group."""
MOST_ROWS = 1_048_576
"""As many as a spreadsheet has."""
MOST_COLUMNS = 512

FindCell = Callable[[int, int], Position]


@dataclass(frozen=True)
class Table:
    """The rows of a table by what they are for."""

    shared: tuple[TableRow, ...]
    groups: dict[str, TableRow]
    athletes: tuple[TableRow, ...]
    header: TableRow


def table_of(rows: Iterable[tuple[int, Sequence[Any]]], find: FindCell, file: str) -> Table:
    """Sort the rows of a table.

    Parameters
    ----------
    rows
        Line numbers and values; the first row that is neither empty nor a comment is the header.
    find
        The position of a cell from its line and the number of its column, from 0.
    file
        Name of the file, for problems of the whole.

    Raises
    ------
    InputError
        With every problem of the header and of the rows that athletes inherit.
    """
    full = ((line, values) for line, values in rows if not _says_nothing(values))
    first = next(full, None)
    if first is None:
        hint = "write a header such as id,athlete.name,athlete.level and a row for each athlete"
        at = Position(file)
        raise InputError(Complaint("empty-file", "the table holds no row", hint=hint, position=at))
    header = _header(first[1])
    raise_complaints(_faults(header, first[0], find))
    sorter = _Sorter(find)
    for line, values in full:
        if line > MOST_ROWS:
            raise InputError(_too_many(f"more than {MOST_ROWS:,} rows", find(line, 0)))
        sorter.add(TableRow(header, tuple(values), line, find))
    raise_complaints(sorter.complaints)
    if not sorter.athletes:
        hint = "write a row for each athlete under the header"
        at = find(first[0], 0)
        raise InputError(Complaint("empty-file", "the table holds no athlete", "", hint, at))
    named = TableRow(header, header, first[0], find)
    return Table(tuple(sorter.shared), sorter.groups, tuple(sorter.athletes), named)


def _says_nothing(values: Sequence[Any]) -> bool:
    """Whether a row is empty, or a comment."""
    said = next((value for value in map(plain, values) if value is not None), None)
    return said is None or (isinstance(said, str) and said.startswith(SIGN_OF_COMMENT))


def _header(cells: Sequence[Any]) -> tuple[str, ...]:
    """Names of the columns; columns at the end without a name are left out."""
    names = [_name(plain(cell)) for cell in cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def _name(cell: object) -> str:
    text = "" if cell is None else str(cell)
    if text.startswith(SIGN_OF_COMMENT):
        return SIGN_OF_COMMENT
    return text.lower() if text.lower() in OWN_KEYS else text


def _faults(header: tuple[str, ...], line: int, find: FindCell) -> Iterator[Complaint]:
    if len(header) > MOST_COLUMNS:
        yield _too_many(f"more than {MOST_COLUMNS} columns", find(line, MOST_COLUMNS))
    if "id" not in header:
        names = [name for name in header if name not in ("", SIGN_OF_COMMENT)]
        near = did_you_mean("id", [name for name in names if name.lower().endswith(("id", "no"))])
        why = "the id names the athlete's files, so that other rows do not change them"
        hint = "write `id` over the column that holds a different text for each athlete"
        message = 'the header has no column "id"'
        yield Complaint("missing-key", message, why, near or hint, find(line, 0))
    first: dict[str, int] = {}
    for number, name in enumerate(header):
        if name in ("", SIGN_OF_COMMENT):
            continue
        if first.setdefault(name, number) != number:
            message = f"the column {shown(name)} stands twice"
            why = "only one of the two could be used"
            hint = "delete or rename one of the two"
            yield Complaint("duplicate-key", message, why, hint, find(line, number))


def _too_many(what: str, position: Position) -> Complaint:
    hint = "check that this is the file you meant"
    return Complaint("file-too-large", f"the table has {what}", hint=hint, position=position)


class _Sorter:
    """Tells athletes from groups and from what all share."""

    def __init__(self, find: FindCell) -> None:
        self.shared: list[TableRow] = []
        self.groups: dict[str, TableRow] = {}
        self.athletes: list[TableRow] = []
        self.complaints: list[Complaint] = []
        self._find = find

    def add(self, row: TableRow) -> None:
        """Add one row."""
        identifier = plain(row.get("id"))
        if not isinstance(identifier, str) or not identifier.startswith(SIGN_OF_SHARED):
            self.athletes.append(row)
            return
        name = identifier.removeprefix(SIGN_OF_SHARED).strip()
        self._refuse_group_of(row, identifier)
        if not name:
            self.shared.append(row)
            if len(self.shared) > 1:
                self._twice(row, "the row * of what all athletes share")
        elif name in self.groups:
            self._twice(row, f"the group {shown(name)}")
        else:
            self.groups[name] = row

    def _twice(self, row: TableRow, what: str) -> None:
        hint = "make one row of the two"
        message = f"{what} stands twice"
        self.complaints.append(Complaint("duplicate-id", message, "", hint, row.at("id")))

    def _refuse_group_of(self, row: TableRow, identifier: str) -> None:
        given = plain(row.get("group"))
        if given is not None:
            message = f"the row {identifier} has the group {described(given)}"
            hint = "leave the cell empty; groups hold athletes, not groups"
            at = row.at("group")
            self.complaints.append(Complaint("contradiction", message, "", hint, at))
