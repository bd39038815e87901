"""Many complaints of one file: in file order, and not more than a person can read."""

from __future__ import annotations

from collections.abc import Iterable

from optimizer.errors import Complaint, InputError

MAXIMUM_COMPLAINTS = 100


def raise_complaints(complaints: Iterable[Complaint]) -> None:
    """Raise all complaints together, in file order; do nothing if there are none.

    Raises
    ------
    InputError
        With every complaint, each stated once; of very many only the first hundred.
    """
    ordered = in_file_order(complaints)
    if not ordered:
        return
    if len(ordered) > MAXIMUM_COMPLAINTS:
        ordered = ordered[:MAXIMUM_COMPLAINTS]
        last = ordered[-1]
        message = f"more problems follow; the first {MAXIMUM_COMPLAINTS} are shown"
        hint = "mend these first, then run again"
        ordered.append(Complaint(last.code, message, hint=hint, position=last.position))
    raise InputError(*ordered)


def in_file_order(complaints: Iterable[Complaint]) -> list[Complaint]:
    """The complaints by file, line and column, each stated once."""
    return sorted(dict.fromkeys(complaints), key=_order)


def _order(complaint: Complaint) -> tuple[str, int, int]:
    position = complaint.position
    if position is None:
        return ("", 0, 0)
    return (position.file, position.line or 0, position.column or 0)
