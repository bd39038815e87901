"""A roster in any of its formats, with its base and its groups."""

from __future__ import annotations

from pathlib import Path

from optimizer.errors import Complaint, InputError, Position
from optimizer.reading.roster.csv_file import read_csv_table
from optimizer.reading.roster.files import RosterFiles, completed, kind_of_file
from optimizer.reading.roster.rows import Base, RawRoster
from optimizer.reading.roster.table import Table
from optimizer.reading.roster.workbook import read_workbook_table
from optimizer.reading.roster.yaml_file import read_yaml_roster


def read_raw_roster(path: Path, base: Path | None = None) -> tuple[RawRoster, str]:
    """A roster whose rows are not understood yet, and the hash of its files.

    Parameters
    ----------
    path
        The roster: YAML, CSV or XLSX.
    base
        A scenario that all athletes inherit, for rosters that name none.

    Raises
    ------
    InputError
        With every problem that concerns more than one athlete.
    """
    files = RosterFiles()
    given = None if base is None else files.base(base)
    if kind_of_file(path) == "yaml":
        raw = read_yaml_roster(path, files, lambda table: _table(table, files), given)
    else:
        table = _table(path, files)
        below = given or Base(completed({}), lambda _: None)
        raw = RawRoster(below, table.shared, table.groups, table.athletes, table.header)
    return raw, files.sha256


def _table(path: Path, files: RosterFiles) -> Table:
    kind = kind_of_file(path)
    if kind == "yaml":
        message = "a roster names a table of athletes here, and this is YAML"
        hint = "write the rows under `athletes:`, or name a .csv or .xlsx file"
        raise InputError(Complaint("wrong-type", message, hint=hint, position=Position(str(path))))
    return read_workbook_table(path, files) if kind == "xlsx" else read_csv_table(path, files)
