"""A hand-written plan from CSV: one row for each line, in the order of training.

Comma, semicolon and tab are understood. An empty cell in ``session`` or ``day`` repeats the one
above. The files of ``triplane export --to csv`` are read too; what their other columns say is
worked out anew.
"""

from __future__ import annotations

import csv
import io
from typing import Any

from optimizer.errors import Complaint, InputError, Position
from optimizer.reading.close_matches import did_you_mean
from optimizer.reading.complaint_list import raise_complaints
from optimizer.reading.places import Place, Places
from optimizer.reading.wording import Path, shown

LINE_COLUMNS = (
    "exercise",
    "dose",
    "sets",
    "reps",
    "hold_seconds",
    "rest",
    "rest_seconds",
    "reps_in_reserve",
    "tempo",
    "load",
    "group",
)
OWN_COLUMNS = ("session", "day", "part", "exercise_id")
WORKED_OUT = (
    "scenario",
    "athlete_id",
    "athlete_name",
    "status",
    "place",
    "position",
    "item",
    "per_side",
    "ramp_up_sets",
    "ramp_up_seconds",
    "seconds",
    "equipment",
    "instead_of",
    "notes",
)
ANOTHER_WORD = {
    "name": "exercise",
    "sets_x_reps": "dose",
    "rir": "reps_in_reserve",
    "superset": "group",
    "hold": "hold_seconds",
    "note": "notes",
    "comment": "notes",
    "block": "part",
}
PARTS = {
    "preparation": "preparation",
    "prep": "preparation",
    "warm_up": "preparation",
    "warmup": "preparation",
    "cool_down": "cool_down",
    "cooldown": "cool_down",
}
SEPARATORS = (",", ";", "\t")


def load_plan_csv(text: str, file: str) -> tuple[dict[str, Any], Places]:
    """The rows as the document that a YAML file would hold, and where each value stands.

    Raises
    ------
    InputError
        With every problem of header and rows.
    """
    rows = list(_rows(text, file))
    if not rows:
        raise InputError(_complaint("empty-file", "the file holds no row", file, 1))
    header = [_column(cell) for cell in rows[0][1]]
    raise_complaints(_wrong_header(header, file, rows[0][0]))
    builder = _Builder(file)
    for number, cells in rows[1:]:
        builder.add(number, header, cells)
    raise_complaints(builder.complaints)
    return {"sessions": builder.sessions}, Places(file, builder.places)


def _rows(text: str, file: str) -> list[tuple[int, list[str]]]:
    """Rows with their line numbers; empty ones are left out."""
    first = text.splitlines()[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    try:
        return [(reader.line_num, cells) for cells in reader if any(map(str.strip, cells))]
    except csv.Error as error:
        hint = "check the quotation marks of this row"
        raise InputError(
            Complaint(
                "value-out-of-range",
                f"the row cannot be read: {error}",
                hint=hint,
                position=Position(file, reader.line_num),
            )
        ) from error


def _column(cell: str) -> str:
    plain = "_".join(cell.strip().lower().replace("-", " ").split())
    return ANOTHER_WORD.get(plain, plain)


def _wrong_header(header: list[str], file: str, line: int) -> list[Complaint]:
    known = (*OWN_COLUMNS, *LINE_COLUMNS, *WORKED_OUT)
    found = []
    for name in header:
        if name not in known:
            hint = did_you_mean(
                name, known, f"columns are {', '.join((*OWN_COLUMNS, *LINE_COLUMNS))}"
            )
            text = f"there is no column {shown(name)}"
            found.append(_complaint("unknown-key", text, file, line, hint))
        if header.count(name) > 1:
            found.append(_complaint("duplicate-key", f"the column {name} stands twice", file, line))
    for name in ("session", "exercise"):
        if name not in header and f"{name}_id" not in header:
            hint = "write a header such as session,day,exercise,dose"
            text = f"the column {shown(name)} is missing"
            found.append(_complaint("missing-key", text, file, line, hint))
    return found


def _complaint(code: str, text: str, file: str, line: int, hint: str = "") -> Complaint:
    return Complaint(code, text, hint=hint, position=Position(file, line))


class _Builder:
    """Collects rows into sessions."""

    def __init__(self, file: str) -> None:
        self.sessions: list[dict[str, Any]] = []
        self.places: dict[Path, Place] = {}
        self.complaints: list[Complaint] = []
        self._file = file
        self._session = ""

    def add(self, line: int, header: list[str], cells: list[str]) -> None:
        """Add one row."""
        if len(cells) > len(header):
            text = f"the row has {len(cells)} cells under {len(header)} columns"
            hint = "put cells that hold the separator into quotation marks"
            self.complaints.append(_complaint("value-out-of-range", text, self._file, line, hint))
            return
        row = {
            name: cell.strip().removeprefix("'")
            for name, cell in zip(header, cells, strict=False)
            if cell.strip()
        }
        session = self._session_of(row, line)
        if session is None:
            return
        part = PARTS.get("_".join(row.get("part", "").lower().replace("-", " ").split()), "items")
        lines = session.setdefault(part, [])
        keys: dict[str, Any] = {name: row[name] for name in LINE_COLUMNS if name in row}
        if "exercise_id" in row:
            keys["exercise"] = row["exercise_id"]
        for name in ("sets", "reps", "hold_seconds", "rest_seconds", "reps_in_reserve"):
            if keys.get(name, "").isdigit():
                keys[name] = int(keys[name])
        index = self.sessions.index(session)
        self.places["sessions", index, part, len(lines)] = self._place(line)
        lines.append(keys)

    def _session_of(self, row: dict[str, str], line: int) -> dict[str, Any] | None:
        """The session of a row; the first row of a session opens it."""
        name = row.get("session", self._session)
        if not name:
            text = "the first row names no session"
            self.complaints.append(_complaint("missing-key", text, self._file, line))
            return None
        self._session = name
        for session in self.sessions:
            if session["id"] == name:
                self._same_day(session, row, line)
                return session
        session = {"id": name, "items": []}
        self.places["sessions", len(self.sessions)] = self._place(line)
        if "day" in row:
            session["day"] = row["day"]
        self.sessions.append(session)
        return session

    def _same_day(self, session: dict[str, Any], row: dict[str, str], line: int) -> None:
        if "day" in row and row["day"] != session.setdefault("day", row["day"]):
            text = f"session {session['id']} is on {session['day']} above and on {row['day']} here"
            hint = "give each session an id and a day of its own"
            self.complaints.append(_complaint("contradiction", text, self._file, line, hint))

    def _place(self, line: int) -> Place:
        return Place(Position(self._file, line), None, is_collection=False)
