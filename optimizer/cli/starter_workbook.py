"""A table as a workbook that is pleasant to fill in, the same bytes every time."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

SHEET = "athletes"
NARROWEST, WIDEST = 10, 30
COMMENT_SIGN, SHARED_SIGN = "#", "*"
_ANY_TIME = datetime(2000, 1, 1)
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_TEXT = "@"


def workbook_of(text: str) -> bytes:
    """A workbook with the rows of a CSV text: header bold and in sight, widths to fit.

    Parameters
    ----------
    text
        Comma-separated rows; those that start with ``#`` are comments in their first cell.
    """
    book = Workbook()
    sheet: Any = book.active
    sheet.title = SHEET
    lines = text.splitlines()
    comments = [line for line in lines if line.startswith(COMMENT_SIGN)]
    for line in comments:
        sheet.append([line])
        sheet.cell(sheet.max_row, 1).font = Font(italic=True, color="666666")
    header, *rows = csv.reader(line for line in lines if not line.startswith(COMMENT_SIGN))
    sheet.append(header)
    for cell in sheet[sheet.max_row]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = f"B{sheet.max_row + 1}"
    for row in rows:
        sheet.append([_value(cell) for cell in row])
        _dress(sheet, sheet.max_row, shared=row[0].startswith(SHARED_SIGN))
    for number, name in enumerate(header, start=1):
        longest = max(len(name) // 2, *(len(row[number - 1]) for row in rows)) + 2
        width = min(max(longest, NARROWEST), WIDEST)
        sheet.column_dimensions[get_column_letter(number)].width = width
    return _saved(book)


def _value(cell: str) -> str | int | None:
    return int(cell) if cell.isdigit() else cell or None


def _dress(sheet: Any, line: int, *, shared: bool) -> None:
    """Rows of groups in colour; text that a spreadsheet would turn into a time stays text."""
    for cell in sheet[line]:
        if isinstance(cell.value, str):
            cell.number_format = _TEXT
        if shared:
            cell.fill = PatternFill("solid", fgColor="EAF1E4")


def _saved(book: Workbook) -> bytes:
    """The bytes of a workbook, without the time at which it was made."""
    book.properties.creator = "Triplane"
    book.properties.created = _ANY_TIME
    raw = io.BytesIO()
    book.save(raw)
    timeless = io.BytesIO()
    with zipfile.ZipFile(raw) as parts, zipfile.ZipFile(timeless, "w") as copy:
        for info in parts.infolist():
            entry = zipfile.ZipInfo(info.filename, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(entry, _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", parts.read(info)))
    return timeless.getvalue()
