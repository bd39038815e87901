"""What was asked about alternatives to the best plan, and how the search for them ended."""

from __future__ import annotations

from optimizer.domain.exercise import Record


class Choice(Record):
    """The terms under which alternatives were looked for.

    Attributes
    ----------
    asked
        How many alternatives were asked for.
    differ
        Exercises that each of two plans holds and the other does not, at least.
    loss_percent
        How much worse a tier may be, in per cent of the best plan's value.
    ceilings
        What that means for each tier over all plans: the highest value, tolerance included.
    ended_by
        Why there are fewer alternatives than asked for, or None.
    """

    asked: int
    differ: int
    loss_percent: float
    ceilings: dict[str, int] = {}
    ended_by: str | None = None
