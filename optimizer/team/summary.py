"""What became of every athlete, as it is written and as it is handed back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from optimizer.domain.tiers import TIERS
from optimizer.team.cells import safe_cell
from optimizer.team.rows import AthleteRow

STATUSES = ("optimal", "feasible", "infeasible", "unknown", "error", "waiting")
FIELDS = ("id", "name", "status", "sessions", "minutes", "gap", "short", "conflict", "repair")
Cell = str | int | float | bool | None
LAST_FIELDS = ("error", "reason", "solve_seconds", "file")


@dataclass(frozen=True)
class Summary:
    """The outcome of a batch; rows are kept as text, for there may be very many.

    Attributes
    ----------
    folder
        Where the results stand.
    rows_json
        One JSON text an athlete, in the order of the roster.
    counts
        Athletes by status.
    kept
        Athletes whose result of an earlier run was kept.
    strays
        Results in the folder of athletes whom the roster does not name.
    stopped_by
        ``Ctrl-C`` where the batch ended early.
    """

    folder: Path
    roster: str
    roster_sha256: str
    rows_json: tuple[bytes, ...]
    counts: Mapping[str, int]
    kept: int = 0
    strays: tuple[str, ...] = ()
    stopped_by: str | None = None

    @property
    def athletes(self) -> int:
        """Athletes of the roster."""
        return len(self.rows_json)

    @property
    def with_plan(self) -> int:
        """Athletes who have a plan."""
        return self.counts.get("optimal", 0) + self.counts.get("feasible", 0)

    def rows(self) -> Iterator[AthleteRow]:
        """Every athlete's row, in the order of the roster."""
        return map(AthleteRow.model_validate_json, self.rows_json)

    def json_pieces(self) -> Iterator[bytes]:
        """The summary as a JSON document, an athlete a line."""
        head = {
            "format": 1,
            "status": "stopped" if self.stopped_by else "done",
            "stopped_by": self.stopped_by,
            "roster": self.roster,
            "roster_sha256": self.roster_sha256,
            "totals": {"athletes": self.athletes, "with_plan": self.with_plan, **self._counts()},
            "strays": self.strays,
        }
        text = json.dumps(head, indent=2, ensure_ascii=False)
        yield text.removesuffix("\n}").encode()
        yield b',\n  "athletes": ['
        for number, row in enumerate(self.rows_json):
            yield (b"\n    " if number == 0 else b",\n    ") + row
        yield b"\n  ]\n}\n"

    def csv_pieces(self) -> Iterator[bytes]:
        """The summary as a table for a spreadsheet, with what a cell may not begin with defused."""
        tiers = [f"tier_{tier.id}{end}" for tier in TIERS for end in ("", "_bound")]
        yield _csv_line((*FIELDS, *tiers, *LAST_FIELDS))
        for row in self.rows():
            yield _csv_line(_cells(row))

    def _counts(self) -> dict[str, int]:
        return {status: self.counts.get(status, 0) for status in STATUSES}


def _cells(row: AthleteRow) -> Iterator[Cell]:
    values = row.model_dump()
    if not row.has_plan:
        values.update(sessions=None, minutes=None)
    values["short"] = "; ".join(row.short)
    reached = {tier.id: tier for tier in row.tiers}
    yield from (values[name] for name in FIELDS)
    for tier in TIERS:
        found = reached.get(tier.id)
        yield found.value if found else None
        yield found.bound if found else None
    yield from (values[name] for name in LAST_FIELDS)


def _csv_line(cells: Iterable[Cell]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(map(safe_cell, cells))
    return buffer.getvalue().encode()
