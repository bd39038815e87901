"""Why there is no plan, and what would give one: its part of the plan document."""

from __future__ import annotations

from typing import Any, Literal

from optimizer.domain.exercise import Record


class FunnelStep(Record):
    """How many exercises a filter left."""

    filter: str
    removed: int
    left: int


class ConflictMember(Record):
    """One line that cannot hold together with the others of its conflict.

    Attributes
    ----------
    rule
        The rule that makes a demand of the line.
    where
        What it is about: sessions, muscles, pins.
    text
        What the line asks for.
    conflict
        Number of the conflict; conflicts share no line.
    source
        Whether the scenario says it, or a default does.
    path
        The value in the scenario, as ``week.sessions.a.minutes``.
    """

    rule: str
    where: str
    text: str
    conflict: int = 1
    source: Literal["scenario", "default"] = "default"
    path: str | None = None
    file: str | None = None
    line: int | None = None
    column: int | None = None


class RepairChange(Record):
    """One line of the scenario that a repair changes.

    Attributes
    ----------
    kind
        Sort of change, as in the table of costs.
    cost
        Its points.
    path
        The value in the scenario, as ``week.sessions.a.minutes``.
    value
        Its new value; None where the entry is taken out.
    yaml
        What to write into the scenario.
    is_new
        Whether the scenario does not hold the value so far.
    line
        The line that holds the value now; that of the part above it for a new value, and none
        for a new part of the whole scenario.
    """

    kind: str
    cost: int
    path: str
    value: Any = None
    text: str
    yaml: str
    is_new: bool = False
    file: str | None = None
    line: int | None = None
    column: int | None = None


class Repair(Record):
    """Changes that together give the scenario a plan: one was found and checked."""

    text: str
    cost: int | None = None
    changes: tuple[RepairChange, ...] = ()
