"""What changed between two weeks, in the words of a mend."""

from __future__ import annotations

from collections.abc import Sequence

from optimizer.domain.catalog import Catalog
from optimizer.domain.changes import COUNTED
from optimizer.domain.changes import Change as Line
from optimizer.domain.plan import Plan
from optimizer.domain.repair import Change
from optimizer.studies.comparing import differences as compared


def differences(catalog: Catalog, before: Plan, after: Plan) -> tuple[Change, ...]:
    """Exercises replaced, removed, added and moved, days, then changed numbers of sets."""
    lines = compared.differences(before.sessions, after.sessions, catalog).lines
    words = _Words(catalog)
    changes = [words.told(line) for line in lines if line.kind in COUNTED]
    return (*changes, *(words.sets(line) for line in lines if _has_other_sets(line)))


def counted(changes: Sequence[Change]) -> int:
    """Changes that count as one each; changed numbers of sets are counted apart."""
    return sum(change.kind != "sets" for change in changes)


def sets_changed(changes: Sequence[Change]) -> int:
    """By how many sets the exercises that stay or move differ."""
    own = [change for change in changes if change.kind == "sets"]
    return sum(abs(int(change.after or 0) - int(change.before or 0)) for change in own)


def _has_other_sets(line: Line) -> bool:
    """Whether what stays or moves has another number of sets."""
    return line.kind in ("sets", "moved") and line.sets_before != line.sets_after


class _Words:
    """Puts changes into words."""

    def __init__(self, catalog: Catalog) -> None:
        self._rows = catalog.exercise_by_id

    def _name(self, exercise: str | None) -> str:
        return self._rows[exercise or ""].name

    def told(self, line: Line) -> Change:
        """A change that counts."""
        say = {
            "replaced": self._replaced,
            "removed": self._removed,
            "added": self._added,
            "moved": self._moved,
            "day": self._day,
        }
        return say[line.kind](line)

    def _replaced(self, line: Line) -> Change:
        text = f"{self._name(line.exercise)} becomes {self._name(line.by)}, {line.sets_after} sets"
        return Change(
            kind="replaced",
            session=line.session,
            exercise=line.exercise,
            becomes=line.by,
            after=str(line.sets_after),
            text=f"session {line.session}: {text}",
        )

    def _removed(self, line: Line) -> Change:
        text = f"session {line.session}: leave out {self._name(line.exercise)}"
        return Change(kind="removed", session=line.session, exercise=line.exercise, text=text)

    def _added(self, line: Line) -> Change:
        text = f"add {self._name(line.exercise)}, {line.sets_after} sets"
        return Change(
            kind="added",
            session=line.session,
            exercise=line.exercise,
            after=str(line.sets_after),
            text=f"session {line.session}: {text}",
        )

    def _moved(self, line: Line) -> Change:
        target = line.to_session or line.session
        return Change(
            kind="moved",
            session=target,
            exercise=line.exercise,
            before=line.session,
            after=target,
            text=f"{self._name(line.exercise)}: from session {line.session} to session {target}",
        )

    def _day(self, line: Line) -> Change:
        days = f"from {line.day_before} to {line.day_after}"
        return Change(
            kind="day",
            session=line.session,
            before=line.day_before,
            after=line.day_after,
            text=f"session {line.session}: {days}",
        )

    def sets(self, line: Line) -> Change:
        """Another number of sets of one exercise."""
        session = line.to_session or line.session
        text = f"{self._name(line.exercise)} {line.sets_before} sets become {line.sets_after}"
        return Change(
            kind="sets",
            session=session,
            exercise=line.exercise,
            before=str(line.sets_before),
            after=str(line.sets_after),
            text=f"session {session}: {text}",
        )
