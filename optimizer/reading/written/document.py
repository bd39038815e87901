"""A hand-written plan from plain values: lines read, names resolved, choices told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise
from optimizer.domain.written_plan import (
    Remark,
    WrittenDrill,
    WrittenItem,
    WrittenPlan,
    WrittenSession,
)
from optimizer.errors import Complaint
from optimizer.reading.complaint_list import raise_complaints
from optimizer.reading.complaints import PositionOf, check, located
from optimizer.reading.day_names import day_of
from optimizer.reading.format_version import check_format
from optimizer.reading.wording import Path, shown
from optimizer.reading.written.line import Line, read_line
from optimizer.reading.written.loose_names import LooseNames

PARTS = ("preparation", "items", "cool_down")


def read_written(
    document: dict[str, Any], position_of: PositionOf, catalog: Catalog
) -> tuple[WrittenPlan, tuple[Remark, ...]]:
    """The plan with ids for names, and what was read into it.

    ``format`` may be left out; format 1 is then meant.

    Raises
    ------
    InputError
        With every problem at once, each at its place.
    """
    if "format" in document:
        check_format(document, position_of)
    reader = _Reader(LooseNames(catalog), catalog)
    plan = reader.resolved(_validated(reader, document, position_of))
    raise_complaints(located(iter(reader.complaints), position_of))
    return plan, tuple(reader.remarks)


def _validated(reader: _Reader, document: dict[str, Any], position_of: PositionOf) -> WrittenPlan:
    """The document as a plan; wrong keys and values are told together with wrong doses."""
    result = check(WrittenPlan, reader.document(document), position_of)
    if isinstance(result, WrittenPlan):
        return result
    raise_complaints((*located(iter(reader.complaints), position_of), *result))
    raise AssertionError("complaints of a plan are never empty")


def where_of(session: str, part: str, number: int) -> str:
    """How remarks name a line: ``a-2`` for an item, ``a, preparation 2`` for a drill."""
    return (
        f"{session}-{number}"
        if part == "items"
        else f"{session}, {part.replace('_', '-')} {number}"
    )


@dataclass
class _Reader:
    """Turns lines into keys, then names into ids; collects remarks and complaints."""

    names: LooseNames
    catalog: Catalog
    complaints: list[Complaint] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    lines: dict[Path, Line] = field(default_factory=dict)
    one_number: list[str] = field(default_factory=list)
    """Names of one-sided exercises whose text speaks of no side."""

    def document(self, document: dict[str, Any]) -> dict[str, Any]:
        """The document with every line as keys of the format."""
        sessions = document.get("sessions")
        if not isinstance(sessions, list):
            return document
        read = [self._session(one, ("sessions", index)) for index, one in enumerate(sessions)]
        return {**document, "sessions": read}

    def _session(self, session: Any, path: Path) -> Any:
        if not isinstance(session, dict):
            return session
        changed = dict(session)
        if isinstance(session.get("day"), str):
            changed["day"] = day_of(session["day"])
        for part in PARTS:
            if isinstance(session.get(part), list):
                lines = enumerate(session[part])
                changed[part] = [self._keys(one, (*path, part, index)) for index, one in lines]
        return changed

    def _keys(self, value: Any, path: Path) -> Any:
        line = read_line(value, path, self.names.is_name)
        if line is None:
            return value
        self.lines[path] = line
        self.complaints += line.complaints
        if "items" in path:
            return line.keys
        return _as_drill(line)

    def resolved(self, plan: WrittenPlan) -> WrittenPlan:
        """The plan with ids for names and repetitions for each side."""
        sessions = tuple(
            self._resolved_session(session, ("sessions", index))
            for index, session in enumerate(plan.sessions)
        )
        return plan.model_copy(update={"sessions": sessions})

    def _resolved_session(self, session: WrittenSession, path: Path) -> WrittenSession:
        changes: dict[str, Any] = {}
        self.one_number = []
        for part in PARTS:
            lines = getattr(session, part)
            if lines is not None:
                changes[part] = tuple(
                    self._resolved_line(
                        one, (*path, part, index), where_of(session.id, part, index + 1)
                    )
                    for index, one in enumerate(lines)
                )
        if self.one_number:
            names = ", ".join(dict.fromkeys(self.one_number))
            text = f"written without sides and counted for each side: {names}"
            self.remarks.append(Remark(where=session.id, text=text))
        return session.model_copy(update=changes)

    def _resolved_line(
        self, line: WrittenItem | WrittenDrill, path: Path, where: str
    ) -> WrittenItem | WrittenDrill:
        found = self.names.find(line.exercise)
        if found is None:
            self.complaints.append(self.names.complaint(line.exercise, (*path, "exercise")))
            return line
        row = self.catalog.exercise_by_id[found.id]
        texts = [] if not found.has_typo else [f"{shown(line.exercise)} read as {row.name}"]
        own = self.lines.get(path, Line())
        texts += own.remarks
        changed, told = self._sides(line, row, own, path)
        self.remarks += [Remark(where=where, text=text) for text in (*texts, *told)]
        return changed.model_copy(update={"exercise": row.id})

    def _sides(
        self, line: WrittenItem | WrittenDrill, row: Exercise, own: Line, path: Path
    ) -> tuple[WrittenItem | WrittenDrill, list[str]]:
        """Repetitions and holds for each side, as the format has them."""
        key = "hold_seconds" if line.reps is None else "reps"
        amount = getattr(line, key)
        if amount is None:
            return line, []
        if not row.has_sides:
            self.complaints += _no_sides(row, path) if own.sides == "each" else ()
            return line, []
        if own.sides is None and own.is_free:
            self.one_number.append(row.name)
        if own.sides != "total":
            return line, []
        self.complaints += _odd_total(amount, path) if amount % 2 else ()
        half = max(1, amount // 2)
        return line.model_copy(update={key: half}), [f"{amount} in total are {half} each side"]


def _as_drill(line: Line) -> dict[str, Any]:
    """Keys of a drill, which is done once: sets are counted into repetitions or seconds."""
    keys = dict(line.keys)
    sets = keys.pop("sets", 1)
    keys.pop("rest_seconds", None)
    for key in ("reps", "hold_seconds"):
        if isinstance(sets, int) and sets > 1 and isinstance(keys.get(key), int):
            line.remarks.append(f"{sets} x {keys[key]} counted as {sets * keys[key]} at once")
            keys[key] *= sets
    return keys


def _no_sides(row: Exercise, path: Path) -> Iterator[Complaint]:
    yield Complaint(
        "contradiction",
        f"{row.name} has no sides, and the dose is for each side",
        hint="leave out the sides, or name the one-sided exercise that is meant",
        path=path,
    )


def _odd_total(amount: int, path: Path) -> Iterator[Complaint]:
    yield Complaint(
        "dose-not-understood",
        f"{amount} in total cannot be shared by two sides",
        hint="write the repetitions of each side, such as 3x8/side",
        path=path,
    )
