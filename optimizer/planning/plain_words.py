"""Names of days, lists and numbers as sentences write them."""

from __future__ import annotations

DAY_NAMES = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}


def listed(names: list[str]) -> str:
    """Names in a row: ``a, b and c``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def counted(number: float, noun: str) -> str:
    """A number with its noun: ``1 set``, ``2.5 sets``."""
    return f"{number:g} {noun}" if number == 1 else f"{number:g} {noun}s"
