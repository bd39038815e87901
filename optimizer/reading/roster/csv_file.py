"""A table of athletes from CSV, with whatever separator and byte-order mark it was saved."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from optimizer.errors import Complaint, InputError, Position
from optimizer.reading.roster.files import RosterFiles
from optimizer.reading.roster.rows import SIGN_OF_COMMENT
from optimizer.reading.roster.table import Table, table_of
from optimizer.reading.text_file import decode_text

SEPARATORS = (",", ";", "\t")
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SEPARATOR_LINE = "sep="


def read_csv_table(path: Path, files: RosterFiles) -> Table:
    """Read a CSV table of up to 64 MB.

    Raises
    ------
    InputError
        With every problem that concerns more than one athlete.
    """
    file = str(path)
    lines = list(io.StringIO(_text(files.bytes_of(path), file), newline=""))
    separator, start = _separator(lines)
    places = _CellPlaces(lines, separator, file)
    return table_of(_rows(lines, separator, start, file), places.of, file)


def _text(content: bytes, file: str) -> str:
    if not content.startswith(_UTF_16_MARKS):
        return decode_text(content, file)
    try:
        return content.decode("utf-16")
    except UnicodeDecodeError as error:
        message = "the file starts as UTF-16 text and does not go on as such"
        hint = "save it as CSV UTF-8 in the spreadsheet"
        at = Position(file)
        raise InputError(Complaint("not-utf8", message, hint=hint, position=at)) from error


def _separator(lines: list[str]) -> tuple[str, int]:
    """The separator, and the line that the table starts at, from 0.

    A spreadsheet may say it in a first line ``sep=;``. Otherwise it is what stands most often
    outside of quotation marks in the header.
    """
    first = lines[0].strip() if lines else ""
    if first.lower().startswith(_SEPARATOR_LINE) and len(first) == len(_SEPARATOR_LINE) + 1:
        return first[-1], 1
    for line in lines:
        bare = line.strip().lstrip('"')
        if bare.strip("".join(SEPARATORS)) and not bare.startswith(SIGN_OF_COMMENT):
            outside = "".join(line.split('"')[::2])
            return max(SEPARATORS, key=outside.count), 0
    return SEPARATORS[0], 0


def _rows(
    lines: list[str], separator: str, start: int, file: str
) -> Iterator[tuple[int, list[str]]]:
    """Rows with the number of their first line."""
    reader = csv.reader(lines[start:], delimiter=separator, strict=True)
    while True:
        line = start + reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise InputError(_unreadable(error, Position(file, line))) from error


def _unreadable(error: csv.Error, position: Position) -> Complaint:
    reason = str(error)
    hint = 'write a quotation mark inside of a cell twice, as in "5"" band"'
    if "end of data" in reason:
        message = "a quotation mark opens in this row and is never closed"
    elif "field larger" in reason:
        message = f"a cell of this row has more than {csv.field_size_limit():,} characters"
        hint = "check that a quotation mark is not missing"
    else:
        message = "text follows the closing quotation mark of a cell in this row"
    return Complaint("value-out-of-range", message, hint=hint, position=position)


class _CellPlaces:
    """Finds cells in the text; asked only when something is wrong with one."""

    def __init__(self, lines: list[str], separator: str, file: str) -> None:
        self._lines, self._separator, self._file = lines, separator, file

    def of(self, line: int, number: int) -> Position:
        """The position of a cell of the row that starts at a line."""
        quoted = False
        column = 1
        while number > 0 and line <= len(self._lines):
            for column, letter in enumerate(self._lines[line - 1], start=2):
                quoted = quoted != (letter == '"')
                number -= letter == self._separator and not quoted
                if number == 0:
                    return Position(self._file, line, column)
            if not quoted:
                break
            line += 1
        return Position(self._file, line, column)
