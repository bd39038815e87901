"""Numbers as a person writes them."""

from __future__ import annotations


def plain(number: float) -> str:
    """Two decimals at most, and none that are not needed."""
    return f"{number:.2f}".rstrip("0").rstrip(".") or "0"


def percent(share: float) -> str:
    """A share as a whole per cent."""
    return f"{100 * share:.0f} %"


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun."""
    return f"{count} {one if count == 1 else many or one + 's'}"
