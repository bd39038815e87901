"""What had to follow in a mended week besides the counted changes: doses, order, preparation."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan, PlannedItem, PlannedSession


def adjustments(catalog: Catalog, before: Plan, after: Plan) -> Iterator[str]:
    """Lines of the mended week that differ in more than their sets, session by session."""
    given = {session.id: session for session in before.sessions}
    for session in after.sessions:
        old = given.get(session.id)
        if old is None:
            yield f"session {session.id}: takes place on {session.day}"
            continue
        yield from _doses(catalog, old, session)
        if any(item.group for item in old.items):
            yield f"session {session.id}: straight sets instead of supersets"
        if _kept(old, session) != _kept(session, old):
            order = ", ".join(catalog.exercise_by_id[one.exercise].name for one in session.items)
            yield f"session {session.id}: train in this order: {order}"
        yield from _frames(old, session)
    there = {session.id for session in after.sessions}
    yield from (f"session {one}: does not take place" for one in given if one not in there)


def _kept(session: PlannedSession, other: PlannedSession) -> list[str]:
    """Exercises of a session that the other holds too, in their order."""
    there = {item.exercise for item in other.items}
    return list(dict.fromkeys(one.exercise for one in session.items if one.exercise in there))


def _doses(catalog: Catalog, old: PlannedSession, new: PlannedSession) -> Iterator[str]:
    given = {item.exercise: item for item in reversed(old.items)}
    for item in new.items:
        before = given.get(item.exercise)
        if before is None:
            continue
        parts = [
            f"{was} become {now}"
            for was, now in (
                (_amount(before), _amount(item)),
                (f"{before.rest_seconds} s of rest", f"{item.rest_seconds} s"),
            )
            if not was.startswith(now)
        ]
        if not parts and before.sets == item.sets and before.seconds != item.seconds:
            parts = [f"{before.seconds} s in all become {item.seconds} s"]
        if parts:
            name = catalog.exercise_by_id[item.exercise].name
            yield f"session {new.id}: {name}: {', '.join(parts)}"


def _amount(item: PlannedItem) -> str:
    tempo = f" at tempo {item.tempo}" if item.tempo else ""
    side = "/side" if item.per_side else ""
    if item.reps is not None:
        return f"{item.reps}{side} repetitions{tempo}"
    return f"{item.hold_seconds} s{side} held"


def _frames(old: PlannedSession, new: PlannedSession) -> Iterator[str]:
    added_up = sum(line.seconds for line in old.lines)
    if added_up != old.seconds:
        yield f"session {new.id}: the lines of the plan add up to {added_up} s, not {old.seconds} s"
    before = [(one.exercise, one.seconds) for one in old.preparation]
    after = [(one.exercise, one.seconds) for one in new.preparation]
    if before != after:
        seconds = sum(one.seconds for one in new.preparation)
        was = sum(one.seconds for one in old.preparation)
        yield f"session {new.id}: prepare for {seconds} s as the plan below shows, not {was} s"
    if [one.exercise for one in old.cool_down] != [one.exercise for one in new.cool_down]:
        yield f"session {new.id}: cool down as the plan below shows"
