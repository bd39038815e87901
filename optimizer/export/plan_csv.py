"""The plan as CSV: one row for each drill and each exercise, units in the column names.

Text that a spreadsheet would run as a formula is defused with a leading apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan, PlannedItem, PlannedSession, PreparationItem
from optimizer.export.parts.names import exercise_name

NAME = "csv"
SUFFIX = ".csv"
MEDIA_TYPE = "text/csv"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
COLUMNS = (
    "scenario",
    "athlete_id",
    "athlete_name",
    "status",
    "session",
    "day",
    "place",
    "part",
    "position",
    "item",
    "exercise_id",
    "exercise",
    "sets",
    "reps",
    "hold_seconds",
    "per_side",
    "reps_in_reserve",
    "tempo",
    "load",
    "rest_seconds",
    "ramp_up_sets",
    "ramp_up_seconds",
    "seconds",
    "equipment",
    "instead_of",
)
Row = dict[str, object]


def render(plan: Plan, catalog: Catalog) -> str:
    """The plan's lines as CSV with a header; an impossible week has the header alone."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for row in _rows(plan, catalog):
        writer.writerow({column: defused(value) for column, value in row.items()})
    return stream.getvalue()


def defused(value: object) -> object:
    """Text that a spreadsheet cannot take for a formula; other values unchanged."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value


def _rows(plan: Plan, catalog: Catalog) -> Iterator[Row]:
    head: Row = {
        "scenario": plan.scenario,
        "athlete_id": plan.athlete.id,
        "athlete_name": plan.athlete.name,
        "status": plan.status,
    }
    for session in plan.sessions:
        where: Row = {**head, **_session_cells(session)}
        lines = [_drill_cells("preparation", drill, catalog) for drill in session.preparation]
        lines += [_item_cells(item, catalog) for item in session.items]
        lines += [_drill_cells("cool_down", drill, catalog) for drill in session.cool_down]
        for position, line in enumerate(lines, start=1):
            yield {**where, "position": position, **line}


def _session_cells(session: PlannedSession) -> Row:
    return {"session": session.id, "day": session.day, "place": session.place}


def _drill_cells(part: str, drill: PreparationItem, catalog: Catalog) -> Row:
    return {
        "part": part,
        "exercise_id": drill.exercise,
        "exercise": exercise_name(catalog, drill.exercise),
        "sets": 1,
        "reps": drill.reps,
        "hold_seconds": drill.hold_seconds,
        "per_side": drill.per_side,
        "seconds": drill.seconds,
        "instead_of": drill.instead_of,
    }


def _item_cells(item: PlannedItem, catalog: Catalog) -> Row:
    return {
        "part": item.role,
        "item": item.id,
        "exercise_id": item.exercise,
        "exercise": exercise_name(catalog, item.exercise),
        "sets": item.sets,
        "reps": item.reps,
        "hold_seconds": item.hold_seconds,
        "per_side": item.per_side,
        "reps_in_reserve": item.reps_in_reserve,
        "tempo": item.tempo,
        "load": item.load,
        "rest_seconds": item.rest_seconds,
        "ramp_up_sets": item.ramp_up_sets,
        "ramp_up_seconds": item.ramp_up_seconds,
        "seconds": item.seconds,
        "equipment": "; ".join(f"{count} {thing}" for thing, count in item.equipment.items()),
    }
