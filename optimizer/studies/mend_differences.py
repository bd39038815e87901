"""What changed between two weeks, with as many losses and gains as possible told as pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan, PlannedItem, PlannedSession
from optimizer.domain.repair import Change

MOVES_TRIED_MOST = 8
Line = tuple[str, PlannedItem]
"""A session's id and one of its items."""
Move = tuple[Line, Line]


@dataclass(frozen=True)
class _Sides:
    """Lines that only the first week has, and lines that only the second has."""

    lost: tuple[Line, ...]
    gained: tuple[Line, ...]

    def pairs(self, moves: Sequence[Move]) -> int:
        """How many losses and gains stand in a pair, if these are told as moves."""
        left = self.without(moves)
        sessions = dict.fromkeys(session for session, _ in (*left.lost, *left.gained))
        return len(moves) + sum(
            min(len(left.lost_in(session)), len(left.gained_in(session))) for session in sessions
        )

    def without(self, moves: Sequence[Move]) -> _Sides:
        """The sides without the lines of some moves."""
        gone = [id(line) for move in moves for line in move]
        return _Sides(
            tuple(line for line in self.lost if id(line) not in gone),
            tuple(line for line in self.gained if id(line) not in gone),
        )

    def lost_in(self, session: str) -> list[PlannedItem]:
        """Items that a session loses."""
        return [item for own, item in self.lost if own == session]

    def gained_in(self, session: str) -> list[PlannedItem]:
        """Items that a session gains."""
        return [item for own, item in self.gained if own == session]


def differences(catalog: Catalog, before: Plan, after: Plan) -> tuple[Change, ...]:
    """Exercises replaced, removed, added and moved, days, then changed numbers of sets."""
    sides = _sides(before, after)
    moves = _moves(sides)
    names = _Names(catalog)
    left = sides.without(moves)
    changes = [names.moved(*move) for move in moves]
    sessions = dict.fromkeys(one.id for one in (*before.sessions, *after.sessions))
    for session in sessions:
        changes += names.session(session, left.lost_in(session), left.gained_in(session))
    changes += _days(before, after)
    changes += _sets(names, before, after, moves)
    return tuple(changes)


def counted(changes: Sequence[Change]) -> int:
    """Changes that count as one each; changed numbers of sets are counted apart."""
    return sum(change.kind != "sets" for change in changes)


def sets_changed(changes: Sequence[Change]) -> int:
    """By how many sets the exercises that stay or move differ."""
    own = [change for change in changes if change.kind == "sets"]
    return sum(abs(int(change.after or 0) - int(change.before or 0)) for change in own)


def _sides(before: Plan, after: Plan) -> _Sides:
    """Every line of one week without a counterpart in the same session of the other."""
    lost = [(one.id, item) for one in before.sessions for item in one.items]
    gained: list[Line] = []
    for session in after.sessions:
        for item in session.items:
            same = next(
                (at for at in lost if at[0] == session.id and at[1].exercise == item.exercise),
                None,
            )
            if same is None:
                gained.append((session.id, item))
            else:
                lost.remove(same)
    return _Sides(tuple(lost), tuple(gained))


def _moves(sides: _Sides) -> tuple[Move, ...]:
    """As many moves as possible among those that leave the fewest changes."""
    possible = [
        (lost, gained)
        for lost in sides.lost
        for gained in sides.gained
        if lost[1].exercise == gained[1].exercise
    ][:MOVES_TRIED_MOST]
    best: tuple[Move, ...] = ()
    for size in range(1, len(possible) + 1):
        for moves in combinations(possible, size):
            ends = [id(line) for move in moves for line in move]
            is_better = sides.pairs(moves) >= sides.pairs(best)
            if len(set(ends)) == len(ends) and is_better:
                best = (
                    moves
                    if len(moves) > len(best) or sides.pairs(moves) > sides.pairs(best)
                    else best
                )
    return best


def _days(before: Plan, after: Plan) -> Iterator[Change]:
    given = {session.id: session.day for session in before.sessions}
    for session in after.sessions:
        day = given.get(session.id)
        if day is not None and day != session.day:
            yield Change(
                kind="day",
                session=session.id,
                before=day,
                after=session.day,
                text=f"session {session.id}: from {day} to {session.day}",
            )


def _sets(names: _Names, before: Plan, after: Plan, moves: Sequence[Move]) -> Iterator[Change]:
    """Changed numbers of sets of what stays, then of what moves."""
    given = {
        (one.id, item.exercise): item
        for one in reversed(before.sessions)
        for item in reversed(one.items)
    }
    for session in after.sessions:
        for item in session.items:
            old = given.get((session.id, item.exercise))
            if old is not None and old.sets != item.sets:
                yield names.sets(session, old, item)
    sessions = {session.id: session for session in after.sessions}
    for (_, old), (target, item) in moves:
        if old.sets != item.sets:
            yield names.sets(sessions[target], old, item)


class _Names:
    """Puts changes into words."""

    def __init__(self, catalog: Catalog) -> None:
        self._rows = catalog.exercise_by_id

    def _name(self, item: PlannedItem) -> str:
        return self._rows[item.exercise].name

    def session(
        self, session: str, lost: list[PlannedItem], gained: list[PlannedItem]
    ) -> Iterator[Change]:
        """Replacements of one session, the likest first; then what is removed or added."""
        lost, gained = list(lost), list(gained)
        while lost and gained:
            old, new = max(
                ((one, other) for one in lost for other in gained),
                key=lambda pair: self._like(*pair),
            )
            lost.remove(old)
            gained.remove(new)
            yield Change(
                kind="replaced",
                session=session,
                exercise=old.exercise,
                becomes=new.exercise,
                after=str(new.sets),
                text=f"session {session}: {self._name(old)} becomes {self._name(new)}, "
                f"{new.sets} sets",
            )
        for item in lost:
            text = f"session {session}: leave out {self._name(item)}"
            yield Change(kind="removed", session=session, exercise=item.exercise, text=text)
        for item in gained:
            text = f"session {session}: add {self._name(item)}, {item.sets} sets"
            yield Change(
                kind="added",
                session=session,
                exercise=item.exercise,
                after=str(item.sets),
                text=text,
            )

    def _like(self, old: PlannedItem, new: PlannedItem) -> tuple[bool, bool, int, bool]:
        """How alike two exercises are: ladder, pattern, muscles, role."""
        first, second = self._rows[old.exercise], self._rows[new.exercise]
        ladders = first.ladder is not None and second.ladder is not None
        same_ladder = ladders and first.ladder.family == second.ladder.family  # type: ignore[union-attr]
        shared = len(set(first.muscles.direct) & set(second.muscles.direct))
        same = first.pattern.primary == second.pattern.primary
        return (same_ladder, same, shared, first.role == second.role)

    def moved(self, source: Line, target: Line) -> Change:
        """An exercise that leaves one session for another."""
        text = f"{self._name(source[1])}: from session {source[0]} to session {target[0]}"
        return Change(
            kind="moved",
            session=target[0],
            exercise=source[1].exercise,
            before=source[0],
            after=target[0],
            text=text,
        )

    def sets(self, session: PlannedSession, old: PlannedItem, new: PlannedItem) -> Change:
        """Another number of sets of one exercise."""
        return Change(
            kind="sets",
            session=session.id,
            exercise=new.exercise,
            before=str(old.sets),
            after=str(new.sets),
            text=f"session {session.id}: {self._name(new)} {old.sets} sets become {new.sets}",
        )
