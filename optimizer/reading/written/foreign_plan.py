"""Any plan file: Triplane's own JSON, or hand-written YAML, JSON or CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan, PlannedSession
from optimizer.domain.scenario import Scenario
from optimizer.domain.written_plan import Remark, WrittenPlan, WrittenSession
from optimizer.errors import Complaint, InputError, Position
from optimizer.reading.complaint_list import raise_complaints
from optimizer.reading.complaints import PositionOf, located, validated
from optimizer.reading.format_version import check_format
from optimizer.reading.json_places import JsonPlaces
from optimizer.reading.json_source import load_json
from optimizer.reading.places import found_later
from optimizer.reading.plan_reader import PLAN_BYTES_MAX
from optimizer.reading.references import repeated, unknown
from optimizer.reading.text_file import read_text
from optimizer.reading.written.csv_file import load_plan_csv
from optimizer.reading.written.document import read_written
from optimizer.reading.written.loose_names import LooseNames
from optimizer.reading.yaml.source import lazy_positions, load_yaml

OWN_KEYS = frozenset({"status", "tiers", "coverage", "verification", "provenance", "scenario"})
"""Keys of a plan that Triplane wrote, and of no hand-written one."""
SPREADSHEETS = (".xlsx", ".xls", ".ods")


@dataclass(frozen=True)
class ForeignPlan:
    """A plan as it was read: complete, or written by hand with remarks on what was read into it."""

    file: str
    content: Plan | WrittenPlan
    remarks: tuple[Remark, ...] = ()


def read_foreign_plan(path: FilePath, catalog: Catalog, scenario: Scenario) -> ForeignPlan:
    """Read a plan of up to 4 MB and check that it speaks of the scenario's sessions.

    Raises
    ------
    InputError
        With every problem at once, each at its place.
    """
    if path.suffix.lower() in SPREADSHEETS:
        text, hint = "a spreadsheet cannot be read as a plan", "save the sheet as CSV"
        raise InputError(Complaint("bad-argument", text, hint=hint, position=Position(str(path))))
    return parse_foreign_plan(read_text(path, PLAN_BYTES_MAX), str(path), catalog, scenario)


def parse_foreign_plan(text: str, file: str, catalog: Catalog, scenario: Scenario) -> ForeignPlan:
    """As ``read_foreign_plan``, from text; ``file`` names it in errors and tells its kind.

    Raises
    ------
    InputError
        As ``read_foreign_plan``.
    """
    document, position_of = _document(text, file)
    remarks: tuple[Remark, ...] = ()
    content: Plan | WrittenPlan
    if OWN_KEYS & set(document):
        content = _own_plan(document, position_of, file, catalog)
    else:
        content, remarks = read_written(document, position_of, catalog)
    raise_complaints(located(_misfits(content.sessions, scenario), position_of))
    return ForeignPlan(file, content, remarks)


def _document(text: str, file: str) -> tuple[dict[str, Any], PositionOf]:
    if file.lower().endswith(".csv"):
        rows, places = load_plan_csv(text, file)
        return rows, places.of
    if file.lower().endswith(".json") or text.lstrip().startswith("{"):
        return load_json(text, file), found_later(lambda: JsonPlaces(text, file))
    found: dict[str, Any] = load_yaml(text, file)
    return found, lazy_positions(text, file)


def _own_plan(
    document: dict[str, Any], position_of: PositionOf, file: str, catalog: Catalog
) -> Plan:
    """A plan of Triplane's JSON whose exercises are ids of the catalog."""
    check_format(document, position_of)
    plan = validated(Plan, document, position_of)
    if not plan.sessions and plan.status not in ("optimal", "feasible"):
        text = f"the plan says {plan.status} and holds no session"
        hint = "give a plan with sessions; one without has nothing that could be checked"
        raise InputError(Complaint("missing-key", text, hint=hint, position=Position(file)))
    names = LooseNames(catalog)
    complaints = [
        names.complaint(line.exercise, ("sessions", number, part, index, "exercise"))
        for number, session in enumerate(plan.sessions)
        for part in ("preparation", "items", "cool_down")
        for index, line in enumerate(getattr(session, part))
        if line.exercise not in catalog.exercise_by_id
    ]
    raise_complaints(located(iter(complaints), position_of))
    return plan


def _misfits(
    sessions: Sequence[PlannedSession | WrittenSession], scenario: Scenario
) -> Iterator[Complaint]:
    """Sessions that the scenario does not have, that stand twice, or whose day is open."""
    known = {session.id: session for session in scenario.week.sessions}
    yield from repeated((one.id for one in sessions), "session", ("sessions",), ("id",))
    for index, session in enumerate(sessions):
        yield from unknown(
            "unknown-session", "session", session.id, known, ("sessions", index, "id")
        )
        own = known.get(session.id)
        if session.day is None and own is not None and len(own.day) > 1:
            yield Complaint(
                "missing-key",
                f"session {session.id} may stand on {', '.join(own.day)}, and no day is given",
                why="recovery and the runs around a session depend on its day",
                hint=f"add `day: {own.day[0]}` or another of them",
                path=("sessions", index, "id"),
            )
