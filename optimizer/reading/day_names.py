"""Days of the week as people write them."""

from __future__ import annotations

from optimizer.domain.scenario import DAYS

DAY_WORDS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORTEST = 3


def day_of(text: str) -> str:
    """The day's id for ``Mon``, ``monday`` or ``Tues.``; other texts stay as they are."""
    plain = text.strip().lower().rstrip(".")
    if len(plain) < SHORTEST:
        return text
    fitting = [day for day, word in zip(DAYS, DAY_WORDS, strict=True) if word.startswith(plain)]
    return fitting[0] if len(fitting) == 1 else text
