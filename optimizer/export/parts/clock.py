"""Training time as a runner reads it."""

from __future__ import annotations


def clock(seconds: int) -> str:
    """Minutes and seconds, such as ``7:05``; a minus sign for negative times."""
    sign = "-" if seconds < 0 else ""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{sign}{minutes}:{rest:02d}"
