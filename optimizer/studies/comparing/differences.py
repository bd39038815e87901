"""Compares two plans and tells the difference in the fewest single changes.

Written without the solver and from the definition, so that it checks what the model counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from optimizer.domain.catalog import Catalog
from optimizer.domain.changes import COUNTED, Change, Changes
from optimizer.domain.plan import PlannedSession

Key = tuple[str, str, int]
"""An exercise, its session, and which time it stands there, counted from 0."""


def differences(
    before: Sequence[PlannedSession], after: Sequence[PlannedSession], catalog: Catalog
) -> Changes:
    """What changed from one week to the other, session by session.

    A removal and an addition are told as one change where the exercise moved, or where both are
    in the same session; each of them is in one pair at most, and as many are paired as can be.
    """
    old, new = _sets(before), _sets(after)
    removed = [key for key in old if key not in new]
    added = [key for key in new if key not in old]
    partner = _paired(removed, added, catalog)
    taken = set(partner.values())
    lines = [
        *_days(before, after),
        *(_kept(key, sets, new[key]) for key, sets in old.items() if key in new),
        *(_gone(key, partner.get(key), old, new) for key in removed),
        *(
            Change(kind="added", session=key[1], exercise=key[0], sets_after=new[key])
            for key in added
            if key not in taken
        ),
    ]
    sessions = list(dict.fromkeys(session.id for session in (*before, *after)))
    ordered = sorted(lines, key=lambda line: (sessions.index(line.session), _rank(line)))
    return Changes(
        count=sum(line.kind in COUNTED for line in lines),
        set_changes=sum(
            abs((line.sets_after or 0) - (line.sets_before or 0))
            for line in lines
            if line.kind == "sets"
        ),
        lines=tuple(ordered),
    )


def _sets(sessions: Sequence[PlannedSession]) -> dict[Key, int]:
    found: dict[Key, int] = {}
    for session in sessions:
        times = Counter[str]()
        for item in session.items:
            found[item.exercise, session.id, times[item.exercise]] = item.sets
            times[item.exercise] += 1
    return found


def _rank(line: Change) -> int:
    """Days first, then what goes and what comes, then what stays."""
    order = ("day", "removed", "replaced", "moved", "added", "sets", "kept")
    return order.index(line.kind)


def _days(before: Sequence[PlannedSession], after: Sequence[PlannedSession]) -> Iterator[Change]:
    days = {session.id: session.day for session in before}
    for session in after:
        old = days.get(session.id, session.day)
        if old != session.day:
            yield Change(kind="day", session=session.id, day_before=old, day_after=session.day)


def _kept(key: Key, old: int, new: int) -> Change:
    return Change(
        kind="kept" if old == new else "sets",
        session=key[1],
        exercise=key[0],
        sets_before=old,
        sets_after=new,
    )


def _gone(key: Key, partner: Key | None, old: dict[Key, int], new: dict[Key, int]) -> Change:
    """A removal, or the move or replacement that it is a part of."""
    exercise, session, _ = key
    if partner is None:
        return Change(kind="removed", session=session, exercise=exercise, sets_before=old[key])
    moved = partner[0] == exercise
    return Change(
        kind="moved" if moved else "replaced",
        session=session,
        exercise=exercise,
        to_session=partner[1] if moved else None,
        by=None if moved else partner[0],
        sets_before=old[key],
        sets_after=new[partner],
    )


def _paired(removed: list[Key], added: list[Key], catalog: Catalog) -> dict[Key, Key]:
    """As many pairs of a removal and an addition as there can be: an augmenting-path matching.

    Moves are tried first, then replacements by what is most alike.
    """
    edges = sorted(
        ((first, second) for first in removed for second in added if _may_pair(first, second)),
        key=lambda edge: _unlikeness(edge[0][0], edge[1][0], catalog),
    )
    owner: dict[Key, Key] = {}
    used: set[Key] = set()
    for first, second in edges:  # the likeliest pairs, as many as come to mind
        if first not in used and second not in owner:
            owner[second] = first
            used.add(first)
    choices = {first: [edge[1] for edge in edges if edge[0] == first] for first in removed}
    for first in removed:
        if first not in used:
            _augment(first, choices, owner, set())
    return {first: second for second, first in owner.items()}


def _unlikeness(one: str, other: str, catalog: Catalog) -> tuple[bool, bool, bool, int, bool]:
    """How unlike two exercises are: ladder, movement pattern, muscles, role; itself comes first."""
    first, second = catalog.exercise_by_id.get(one), catalog.exercise_by_id.get(other)
    if first is None or second is None:
        return (one != other, True, True, 0, True)
    ladders = first.ladder, second.ladder
    families = [ladder.family for ladder in ladders if ladder is not None]
    return (
        one != other,
        len(families) < len(ladders) or families[0] != families[1],
        first.pattern.primary != second.pattern.primary,
        -len(set(first.muscles.direct) & set(second.muscles.direct)),
        first.role != second.role,
    )


def _may_pair(first: Key, second: Key) -> bool:
    """The same exercise in another session, or another exercise in the same one."""
    return (first[0] == second[0]) != (first[1] == second[1])


def _augment(
    first: Key, choices: dict[Key, list[Key]], owner: dict[Key, Key], seen: set[Key]
) -> bool:
    """Give a removal a partner, by moving others to their next choice where need be."""
    for second in choices[first]:
        if second in seen:
            continue
        seen.add(second)
        if second not in owner or _augment(owner[second], choices, owner, seen):
            owner[second] = first
            return True
    return False
