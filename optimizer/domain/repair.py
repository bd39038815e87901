"""The smallest mend of a plan: what changes, what is proved about it, and the mended week."""

from __future__ import annotations

from typing import Literal

from optimizer.domain.exercise import Record
from optimizer.domain.plan import Plan
from optimizer.domain.plan_diagnosis import ConflictMember

ChangeKind = Literal["replaced", "removed", "added", "moved", "sets", "day"]
RepairStatus = Literal["nothing to mend", "mended", "impossible", "unknown"]


class Change(Record):
    """One change; ``exercise`` is what was there, or what is new where nothing was.

    ``becomes`` is the new exercise of a replacement; ``before`` and ``after`` are sets, days, or
    for a move sessions.
    """

    kind: ChangeKind
    session: str
    exercise: str | None = None
    becomes: str | None = None
    before: str | None = None
    after: str | None = None
    text: str


class Repair(Record):
    """What ``--repair`` answers.

    Attributes
    ----------
    changes
        Counted changes, then changed numbers of sets.
    count, count_least
        Exercises replaced, removed, added or moved and sessions moved to another day; and the
        fewest that were proved to be needed.
    set_changes, set_changes_least
        The same for the sets of exercises that stay, among mends with as few changes.
    keeps_doses
        Whether the author's doses and preparations stay wherever they break no rule; where no
        mend could keep them, all are the catalog's.
    adjusted
        What had to follow besides: doses, rests, order and preparation, which are not counted.
    plan
        The mended week, checked against every rule.
    conflict
        Where no mend exists: demands of the scenario that cannot hold together.
    """

    status: RepairStatus
    changes: tuple[Change, ...] = ()
    count: int = 0
    count_least: int = 0
    set_changes: int = 0
    set_changes_least: int = 0
    keeps_doses: bool = True
    adjusted: tuple[str, ...] = ()
    plan: Plan | None = None
    conflict: tuple[ConflictMember, ...] = ()
    stopped_by: str | None = None

    @property
    def is_proved(self) -> bool:
        """Whether no smaller mend exists, in changes and then in sets."""
        least = (self.count_least, self.set_changes_least)
        return (self.count, self.set_changes) == least
