"""What a cell of a roster means at its path: text, numbers and a spreadsheet's own values."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from optimizer.reading.day_names import day_of
from optimizer.reading.roster.shapes import Kind, Shape
from optimizer.reading.roster.times import CellError, calendar_date, clock_time
from optimizer.reading.yaml.scalars import LONGEST_NUMBER

CLEAR_SIGNS = ("-", "\u2013", "\u2014")
"""Cells that clear: a hyphen, or a dash that a spreadsheet has made of it."""
_DEFUSED = re.compile(r"'(?=[=+\-@\t\r])")
_WHOLE = re.compile(r"[-+]?\d+(?:[.,]0{1,2})?", re.ASCII)
_DECIMAL = re.compile(r"[-+]?(?:\d+[.,]?\d*|[.,]\d+)", re.ASCII)
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}
_SHEET_ERRORS = ("#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!")
_MOST_PARTS = 4


class Clear:
    """The meaning of ``-``: take the value away."""


CLEAR = Clear()


def plain(value: object) -> object:
    """A cell without the blanks around its text; None where nothing stands in it."""
    if not isinstance(value, str):
        return value
    text = _DEFUSED.sub("", value.strip(), count=1).strip()
    return text or None


def meaning(value: object, shape: Shape, keys: tuple[str, ...] | None = None) -> Any:
    """The value that a cell stands for; ``CLEAR`` for a dash, None where it says nothing.

    Text that does not fit comes back as text, for the scenario's own checks to complain of.

    Parameters
    ----------
    value
        The cell as it was read.
    shape
        What may stand at the cell's path.
    keys
        The keys that a short record in one cell states, in their order; all by default.

    Raises
    ------
    CellError
        For values that a spreadsheet has mangled, and lists that cannot be taken apart.
    """
    value = plain(value)
    if value in CLEAR_SIGNS:
        return CLEAR
    if isinstance(value, str) and value in _SHEET_ERRORS:
        hint = "mend the formula of the spreadsheet, or write the value itself"
        raise CellError(f"is {value}, an error of the spreadsheet", hint)
    return value if value is None else _converted(value, shape, keys)


def _converted(value: Any, shape: Shape, keys: tuple[str, ...] | None = None) -> Any:
    kind = shape.kind
    _refuse_collection(value, kind)
    if isinstance(value, dict):
        return value
    if kind == "list":
        return _list(value, shape.item)
    if kind == "map":
        return _map(value, shape)
    if kind == "record":
        return _record(value, shape, shape.keys if keys is None else keys)
    return _single(value, shape)


def _refuse_collection(value: object, kind: Kind) -> None:
    """Refuse a map or a list where the other, or neither, should stand."""
    is_map = isinstance(value, dict)
    if is_map and kind not in ("record", "map"):
        raise CellError("is a map", "write a list" if kind == "list" else "write a single value")
    if isinstance(value, list) and kind != "list":
        raise CellError("is a list", "write a map" if kind in ("record", "map") else "write one")


def _single(value: Any, shape: Shape) -> Any:
    """A value that is neither a list nor a map."""
    if shape.kind == "clock":
        return clock_time(value)
    if shape.kind == "date":
        return calendar_date(value)
    _refuse_time(value)
    if shape.kind == "truth":
        return _TRUTHS.get(value.lower(), value) if isinstance(value, str) else value
    return _number(value) if shape.kind in ("whole", "number") else _text(value, shape)


def _refuse_time(value: object) -> None:
    """Refuse what a spreadsheet has taken for a time or a date."""
    if isinstance(value, date | time | timedelta):
        what = f"{value:%Y-%m-%d}" if isinstance(value, date) else str(value)
        kind = "date" if isinstance(value, date | datetime) else "time"
        hint = "format the cell as a number or as text, and write the value again"
        raise CellError(f"is the {kind} {what}", hint, "spreadsheets turn some texts into dates")


def _number(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if not isinstance(value, str) or len(value) > LONGEST_NUMBER:
        return value
    if _WHOLE.fullmatch(value):
        return int(re.split("[.,]", value)[0])
    return float(value.replace(",", ".")) if _DECIMAL.fullmatch(value) else value


def _text(value: Any, shape: Shape) -> Any:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str) or value in shape.choices:
        return value
    lower = {choice.lower(): choice for choice in shape.choices}
    return lower.get(value.lower()) or (day_of(value) if day_of(value) in lower else value)


def _list(value: Any, item: Shape) -> Any:
    if isinstance(value, list):
        return value
    if not isinstance(value, str):
        return [_converted(value, item)]
    return [_converted(part, item) for part in _parts(value)]


def _parts(text: str) -> list[str]:
    parts = [part.strip() for part in re.split("[;\n]", text)]
    return [part for part in parts if part]


def _map(value: Any, shape: Shape) -> Any:
    if not isinstance(value, str):
        return value
    found: dict[str, Any] = {}
    for part in _parts(value):
        key, _, rest = (piece.strip() for piece in part.partition(":"))
        below = shape.below(key)
        if key in found:
            raise CellError(f'holds "{key}" twice', "keep one of the two")
        if below is None or (not rest and below.kind != "record"):
            raise CellError(f'holds "{part}"', "write `key: value`, separated by semicolons")
        found[key] = _converted(rest, below) if rest else {}
    return found


def _record(value: Any, shape: Shape, keys: tuple[str, ...]) -> Any:
    """A short record from its values in the order of its keys, separated by colons."""
    if not 0 < len(keys) <= _MOST_PARTS:
        hint = "give each of its values a column of its own, or clear it with a single -"
        raise CellError(f'is "{value}", and one cell cannot hold so many values', hint)
    pieces = [value]
    if isinstance(value, str):
        pieces = [piece.strip() for piece in value.split(":", len(keys) - 1)]
    record: dict[str, Any] = {}
    for key, piece in zip(keys, pieces, strict=False):
        below = shape.below(key)
        if piece != "" and below is not None:
            record[key] = _converted(piece, below)
    return record
