"""Times of day and dates as people and spreadsheets write them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_CLOCK = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.0+)?)?(?:\s*([AaPp])\.?\s?[Mm]\.?)?", re.ASCII
)
_FRACTION = re.compile(r"0?[.,]\d{1,20}|0", re.ASCII)
_YEAR_FIRST = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?", re.A
)
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_SLASHED = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}", re.ASCII)
_SECONDS_A_DAY = 24 * 60 * 60
_NOON_HOUR = 12
_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_SPREADSHEET_EPOCH = date(1899, 12, 30)
_BARE_TIME_BEFORE = date(1905, 1, 1)


class CellError(ValueError):
    """Why a cell cannot be understood, and what to write instead.

    Parameters
    ----------
    message
        What the cell holds.
    hint
        What to write.
    why
        Why that is not accepted.
    """

    def __init__(self, message: str, hint: str, why: str = "") -> None:
        super().__init__(message)
        self.message, self.hint, self.why = message, hint, why


def clock_time(value: object) -> object:
    """``HH:MM`` for a time of day in any form; what is no time comes back as it is.

    Raises
    ------
    CellError
        For a time that is more than a time of day: with seconds, or with a date.
    """
    if isinstance(value, str):
        return _clock_of_text(value)
    if isinstance(value, datetime):
        if value.date() >= _BARE_TIME_BEFORE:
            hint = "write the time of day alone, such as 18:00"
            raise CellError(f"is the date and time {value:%Y-%m-%d %H:%M}", hint)
        return _clock(value.hour, value.minute, value.second)
    if isinstance(value, time):
        return _clock(value.hour, value.minute, value.second)
    if isinstance(value, timedelta):
        return _clock_of_seconds(value.total_seconds())
    if isinstance(value, float) or (type(value) is int and value == 0):
        return _clock_of_seconds(float(value) * _SECONDS_A_DAY)
    return value


def _clock_of_text(text: str) -> object:
    found = _CLOCK.fullmatch(text)
    if found is None:
        if _FRACTION.fullmatch(text):
            return _clock_of_seconds(float(text.replace(",", ".")) * _SECONDS_A_DAY)
        return text
    hour, minute, second = (int(part or 0) for part in found.group(1, 2, 3))
    half = (found.group(4) or "").lower()
    if half and not 1 <= hour <= _NOON_HOUR:
        return text
    if half:
        hour = hour % _NOON_HOUR + (_NOON_HOUR if half == "p" else 0)
    return _clock(hour, minute, second) if _is_time(hour, minute, second) else text


def _is_time(hour: int, minute: int, second: int) -> bool:
    return hour < 24 and minute < 60 and second < 60


def _clock_of_seconds(seconds: float) -> object:
    """The time that a spreadsheet keeps as a part of a day, which is never quite whole."""
    whole = round(seconds)
    if not seconds >= 0 or whole >= _SECONDS_A_DAY:
        raise CellError("is no time of day", "write a time of day such as 18:00")
    return _clock(whole // 3600, whole // 60 % 60, whole % 60)


def _clock(hour: int, minute: int, second: int) -> str:
    if second:
        hint = f"write {hour:02}:{minute:02}"
        raise CellError(f"is the time {hour:02}:{minute:02}:{second:02}, with seconds", hint)
    return f"{hour:02}:{minute:02}"


def calendar_date(value: object) -> object:
    """``YYYY-MM-DD`` for a date in any unmistakable form; what is no date comes back as it is.

    Raises
    ------
    CellError
        For a date that can be read in two ways, or that has a time of day.
    """
    if isinstance(value, datetime):
        if value.time() != time():
            hint = "write the date alone, such as 2026-03-02"
            raise CellError(f"is the date and time {value:%Y-%m-%d %H:%M}", hint)
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _date_of_text(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _date_of_number(value)
    return value


def _date_of_text(text: str) -> str:
    if _SLASHED.fullmatch(text):
        why = "it may mean a day and a month in either order"
        raise CellError(f'is "{text}"', "write the year first, such as 2026-03-02", why)
    year_first, dotted = _YEAR_FIRST.fullmatch(text), _DOTTED.fullmatch(text)
    if year_first:
        year, month, day = year_first.groups()
    elif dotted:
        day, month, year = dotted.groups()
    else:
        return text
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return text


def _date_of_number(number: float) -> object:
    """The date that a spreadsheet keeps as a number of days."""
    if not 0 < number < 100_000 or number != int(number):
        return number
    found = _SPREADSHEET_EPOCH + timedelta(days=int(number))
    return found.isoformat() if _FIRST_YEAR <= found.year < _LAST_YEAR else number
