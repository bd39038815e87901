"""A table of athletes from a workbook (XLSX); formulas count with the values they last had."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from optimizer.errors import Complaint, InputError, Position
from optimizer.reading.complaint_list import raise_complaints
from optimizer.reading.roster.files import RosterFiles
from optimizer.reading.roster.table import MOST_ROWS, Table, table_of
from optimizer.reading.roster.workbook_guard import has_formulas, refused

SHEET_NAMES = ("athletes", "roster", "team")
Rows = list[tuple[int, tuple[Any, ...]]]


def read_workbook_table(path: Path, files: RosterFiles) -> Table:
    """Read the athletes of a workbook of up to 64 MB: the sheet of that name, or else the first.

    Raises
    ------
    InputError
        If it is no workbook or far too large unpacked, and with every problem that concerns more
        than one athlete.
    """
    file = str(path)
    content = files.bytes_of(path)
    with_formulas = has_formulas(content, file)
    try:
        sheet, rows = _sheet(content, file)
        places = _Addresses(file, sheet)
        if with_formulas:
            raise_complaints(_without_values(content, file, places))
    except InputError:
        raise
    except Exception as error:
        # Damaged workbooks make the library raise errors of many kinds.
        raise InputError(refused("damaged", file)) from error
    return table_of(rows, places.of, file)


def _sheet(content: bytes, file: str) -> tuple[str, Rows]:
    """Name and rows of the sheet, with the values that formulas last had."""
    with _open(content, file, data_only=True) as sheet:
        rows = ((line, _without_end(values)) for line, values in enumerate(_cells(sheet), start=1))
        return sheet.title, [(line, values) for line, values in rows if values]


def _without_values(content: bytes, file: str, places: _Addresses) -> Iterator[Complaint]:
    """Formulas that the workbook holds no value for; they would look like empty cells."""
    formulas: set[tuple[int, int]] = set()
    with _open(content, file, data_only=False) as sheet:
        for line, cells in enumerate(_cells(sheet, values_only=False), start=1):
            found = (n for n, cell in enumerate(cells) if cell.data_type == "f")
            formulas.update((line, number) for number in found)
    with _open(content, file, data_only=True) as sheet:
        for line, cells in enumerate(_cells(sheet, values_only=False), start=1):
            for number, cell in enumerate(cells):
                is_blank_text = cell.data_type == "str"
                if cell.value is None and not is_blank_text and (line, number) in formulas:
                    yield _unknown_value(places.of(line, number))


@contextmanager
def _open(content: bytes, file: str, *, data_only: bool) -> Iterator[Any]:
    """The sheet of athletes of a workbook."""
    import openpyxl  # noqa: PLC0415 - loaded for workbooks only

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions, which do not matter here
        stream = io.BytesIO(content)
        book = openpyxl.load_workbook(stream, read_only=True, data_only=data_only)
        try:
            if not book.worksheets:
                raise InputError(refused("without a sheet", file))
            sheets = book.worksheets
            named = (sheet for sheet in sheets if sheet.title.strip().lower() in SHEET_NAMES)
            yield next(named, sheets[0])
        finally:
            book.close()


def _cells(sheet: Any, *, values_only: bool = True) -> Iterator[tuple[Any, ...]]:
    """Rows of a sheet, whatever it says about its own size."""
    sheet.reset_dimensions()
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(
        min_row=1, max_row=MOST_ROWS, values_only=values_only
    )
    return rows


def _without_end(values: Sequence[Any]) -> tuple[Any, ...]:
    """A row without the empty cells at its end."""
    length = len(values)
    while length and values[length - 1] is None:
        length -= 1
    return tuple(values[:length])


class _Addresses:
    """Positions of cells, with their addresses."""

    def __init__(self, file: str, sheet: str) -> None:
        self._file, self._sheet = file, sheet

    def of(self, line: int, number: int) -> Position:
        """The position of a cell."""
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

        cell = f"{self._sheet}!{get_column_letter(number + 1)}{line}"
        return Position(self._file, line, number + 1, cell)


def _unknown_value(position: Position) -> Complaint:
    return Complaint(
        "value-out-of-range",
        "the cell holds a formula, and the file does not hold its value",
        why="formulas are not worked out here; a spreadsheet saves their values with them",
        hint="open the workbook in a spreadsheet and save it, or write the value itself",
        position=position,
    )
