"""What changed between two plans, told in the fewest single changes."""

from __future__ import annotations

from typing import Literal

from optimizer.domain.exercise import Record

ChangeKind = Literal["kept", "sets", "replaced", "moved", "removed", "added", "day"]
COUNTED: tuple[ChangeKind, ...] = ("replaced", "moved", "removed", "added", "day")
"""Kinds that count as a change; other sets of a kept exercise are counted apart, as sets."""


class Change(Record):
    """One line of a comparison of two plans.

    Attributes
    ----------
    session
        The session that the exercise stands in, or stood in where it is gone.
    to_session
        Where a moved exercise went.
    exercise
        The exercise before; for one that is added, the new one. None for a changed day.
    by
        What a replaced exercise gave way to.
    sets_before, sets_after
        Sets before and after; None where the exercise was not, or is no longer, in the plan.
    day_before, day_after
        Days of the session, for a session that changed its day.
    """

    kind: ChangeKind
    session: str
    exercise: str | None = None
    to_session: str | None = None
    by: str | None = None
    sets_before: int | None = None
    sets_after: int | None = None
    day_before: str | None = None
    day_after: str | None = None


class Changes(Record):
    """All lines of a comparison, with what is proved about their number.

    Attributes
    ----------
    count
        Exercises removed, added, replaced in their session or moved to another, and sessions
        that changed their day: one each.
    set_changes
        By how many sets kept exercises differ, all together.
    count_proved, set_changes_proved
        Whether no plan has fewer; None where this was not asked.
    done
        Sessions that were done already.
    """

    count: int = 0
    set_changes: int = 0
    count_proved: bool | None = None
    set_changes_proved: bool | None = None
    done: tuple[str, ...] = ()
    lines: tuple[Change, ...] = ()

    def of_kind(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        """The lines of some kinds, in their order."""
        return tuple(line for line in self.lines if line.kind in kinds)
