"""The rows of a roster as athletes: groups laid over the base, rows over groups, all checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from optimizer.domain.catalog import Catalog
from optimizer.domain.scenario import Scenario
from optimizer.errors import Complaint, InputError, Position
from optimizer.planning.files import impossible_parts, settings_by_id
from optimizer.reading.close_matches import did_you_mean
from optimizer.reading.complaint_list import in_file_order, raise_complaints
from optimizer.reading.exercise_names import ExerciseNames
from optimizer.reading.roster.cells import CLEAR_SIGNS, plain
from optimizer.reading.roster.columns import Columns
from optimizer.reading.roster.layers import Layer
from optimizer.reading.roster.rows import Base, RawRoster, Row
from optimizer.reading.roster.shapes import scenario_shape
from optimizer.reading.scenario_reader import resolved_scenario
from optimizer.reading.wording import described, shown
from optimizer.team.entries import Entry
from optimizer.team.file_names import file_stem
from optimizer.team.headers import header_faults

LONGEST_ID = 1000
LONGEST_NAME = 120
_LEGAL_ATHLETE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}", re.ASCII)
_LEFT_TO_ROWS = ("missing-key", "unknown-place", "unknown-session")


class Athletes:
    """Turns rows into entries.

    Parameters
    ----------
    raw
        The roster as it was read.
    catalog
        What names are resolved against.

    Raises
    ------
    InputError
        With every problem of what all athletes or a group inherit.
    """

    def __init__(self, raw: RawRoster, catalog: Catalog) -> None:
        self._raw = raw
        self._catalog = catalog
        self._names = ExerciseNames(catalog)
        self._settings = settings_by_id()
        self._columns = Columns(scenario_shape(self._settings), raw.base.document)
        self._first_with: dict[str, tuple[str, Position]] = {}
        self._inherited: dict[tuple[str, ...], Base | Layer] = {}
        self._check_inherited()

    def entries(self) -> Iterator[Entry]:
        """An entry for each row, in the order of the file."""
        return map(self._entry, self._raw.athletes)

    def _check_inherited(self) -> None:
        """Refuse a roster whose base or groups are wrong by themselves."""
        raise_complaints(header_faults(self._raw, self._columns))
        found = list(self._faults(self._raw.base))
        below: Base | Layer = self._raw.base
        for row in self._raw.shared:
            below = Layer(below, row, self._columns)
            found += below.complaints or self._faults(below)
        self._inherited[()] = below
        for name in self._raw.groups:
            group = self._laid_over((name,))
            if isinstance(group, Layer):
                found += group.complaints or self._faults(group)
        raise_complaints(found)

    def _faults(self, layer: Base | Layer) -> Iterator[Complaint]:
        """What is wrong with a part that athletes inherit, and no row could be meant to mend."""
        try:
            self._scenario(layer, "anybody")
        except InputError as error:
            for complaint in error.complaints:
                may_come = complaint.path == ("week", "sessions")
                if complaint.code not in _LEFT_TO_ROWS and not may_come:
                    yield complaint

    def _laid_over(self, groups: tuple[str, ...]) -> Base | Layer:
        """What the athletes of these groups inherit; later groups lie over earlier ones."""
        if groups not in self._inherited:
            below = self._laid_over(groups[:-1])
            self._inherited[groups] = Layer(below, self._raw.groups[groups[-1]], self._columns)
        return self._inherited[groups]

    def _entry(self, row: Row) -> Entry:
        identifier, complaints = self._identifier(row)
        groups, unknown = self._groups(row)
        layer = Layer(self._laid_over(groups), row, self._columns)
        complaints += [*unknown, *layer.complaints]
        text, found = None, row.faults()
        if found and not any(True for _ in row.cells()):
            complaints = []  # there is nothing in the row that could lack an id
        elif not unknown:
            text, problems = self._checked(layer, identifier)
            found += problems
        if layer.complaints:  # what a refused cell would have given is not missing
            found = [complaint for complaint in found if complaint.code != "missing-key"]
        unique = tuple(in_file_order((*complaints, *found)))
        name = _name(layer.document) or identifier
        return Entry(identifier, name, row.position, None if unique else text, unique)

    def _checked(self, layer: Layer, identifier: str) -> tuple[str | None, list[Complaint]]:
        """The scenario as text, or what is wrong with it."""
        try:
            scenario = self._scenario(layer, identifier)
        except InputError as error:
            return None, [_with_column(complaint, layer) for complaint in error.complaints]
        impossible = impossible_parts(scenario, self._catalog)
        found = [complaint.at(layer.found_at(complaint.path)) for complaint in impossible]
        return scenario.model_dump_json(), [_with_column(one, layer) for one in found]

    def _scenario(self, layer: Base | Layer, identifier: str) -> Scenario:
        """The scenario of a document with the athlete's id, and a title if it has none.

        Raises
        ------
        InputError
            With every problem, each at the cell or line that it comes from.
        """
        document = dict(layer.document)
        athlete = document.get("athlete", {})
        if isinstance(athlete, dict):
            legal = _LEGAL_ATHLETE_ID.fullmatch(identifier)
            own = identifier if legal else file_stem(identifier)
            document["athlete"] = {**athlete, "id": own}
        document.setdefault("name", f"Week of {_name(document) or identifier}"[:LONGEST_NAME])
        nowhere = Position("")

        def position_of(path: tuple[str | int, ...]) -> Position:
            return layer.position_of(path) or nowhere

        return resolved_scenario(document, position_of, self._catalog, self._names, self._settings)

    def _identifier(self, row: Row) -> tuple[str, list[Complaint]]:
        """The row's id, and what is wrong with it."""
        value = plain(row.get("id"))
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        place = f"row {row.position.line}"
        why = "the id names the athlete's files, so that other rows do not change them"
        if value is None or value in CLEAR_SIGNS:
            hint = "write an id that no other row has, such as ana-01"
            lacking = Complaint("missing-key", "the row has no id", why, hint, row.at("id"))
            return place, [lacking]
        if not isinstance(value, str):
            hint = "write text, such as ana-01"
            message = f"the id is {described(value)}"
            return place, [Complaint("wrong-type", message, why, hint, row.at("id"))]
        if len(value) > LONGEST_ID:
            hint = f"write at most {LONGEST_ID:,} characters"
            message = f"the id has {len(value):,} characters"
            return place, [Complaint("value-out-of-range", message, why, hint, row.at("id"))]
        return value, self._repetition(value, row)

    def _repetition(self, identifier: str, row: Row) -> list[Complaint]:
        first = self._first_with.setdefault(file_stem(identifier), (identifier, row.position))
        if first[1] == row.position:
            return []
        message = f"the id {shown(identifier)} stands at {first[1]} already"
        why = "the first row keeps it, for two plans cannot have the same file"
        hint = "give each athlete an id of their own"
        return [Complaint("duplicate-id", message, why, hint, row.at("id"))]

    def _groups(self, row: Row) -> tuple[tuple[str, ...], list[Complaint]]:
        """The row's groups that exist, and complaints about those that do not."""
        names = _group_names(row.get("group"))
        known = self._raw.groups
        if names is None:
            hint = "write the name of a group, or several with a semicolon between them"
            message = f"the group is {described(row.get('group'))}"
            return (), [Complaint("wrong-type", message, "", hint, row.at("group"))]
        unknown = [name for name in names if name not in known]
        hint = f"known are {', '.join(known)}" if known else "the roster describes no groups"
        complaints = [
            Complaint(
                "unknown-reference",
                f"there is no group {shown(name)}",
                hint=did_you_mean(name, known, hint),
                position=row.at("group"),
            )
            for name in unknown
        ]
        return tuple(name for name in names if name in known), complaints


def _with_column(complaint: Complaint, layer: Layer) -> Complaint:
    """The complaint with the column's name, for whoever looks for it in a spreadsheet."""
    column = layer.column_of(complaint.path)
    if column is None:
        return complaint
    block = column.partition(".")[0]
    if complaint.message.startswith((f"{block}.", f"{block} ")):
        return complaint
    return replace(complaint, message=f"{column}: {complaint.message}")


def _group_names(value: Any) -> list[str] | None:
    """Names of groups in a cell, each once; None where the cell holds something else."""
    value = plain(value)
    if value is None or value in CLEAR_SIGNS:
        return []
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    parts = value.split(";") if isinstance(value, str) else value
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        return None
    return list(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _name(document: dict[str, Any]) -> str | None:
    athlete = document.get("athlete")
    name = athlete.get("name") if isinstance(athlete, dict) else None
    return name if isinstance(name, str) and name.strip() else None
