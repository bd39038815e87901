"""Names of days, lists and numbers as sentences write them."""

from __future__ import annotations

from collections.abc import Sequence

DAY_NAMES = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}


def listed(names: Sequence[str]) -> str:
    """``a``, ``a and b``, or ``a, b and c``; nothing for no names."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def counted(number: float, noun: str) -> str:
    """A number with its noun: ``1 set``, ``2.5 sets``."""
    return f"{number:g} {noun}" if number == 1 else f"{number:g} {noun}s"
