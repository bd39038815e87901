"""The files that a roster consists of, and what they hash to."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from optimizer.errors import Complaint, InputError, Position
from optimizer.reading.format_version import check_format
from optimizer.reading.roster.rows import Base
from optimizer.reading.scenario_reader import SCENARIO_BYTES_MAX
from optimizer.reading.text_file import BYTES_OF_A_MEGABYTE, decode_text, read_bytes
from optimizer.reading.yaml.source import lazy_positions, load_yaml

ROSTER_BYTES_MAX = 64 * BYTES_OF_A_MEGABYTE
TABLE_SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
YAML_SUFFIXES = (".yaml", ".yml")


class RosterFiles:
    """Reads the files of one roster and remembers their bytes' hash."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def bytes_of(self, path: Path, maximum_bytes: int = ROSTER_BYTES_MAX) -> bytes:
        """The bytes of a file.

        Raises
        ------
        InputError
            ``file-not-readable`` or ``file-too-large``.
        """
        content = read_bytes(path, maximum_bytes)
        self._hash.update(hashlib.sha256(content).digest())
        return content

    @property
    def sha256(self) -> str:
        """Over the files in the order in which they were read."""
        return self._hash.hexdigest()

    def base(self, path: Path) -> Base:
        """The base scenario of a file of up to 1 MB.

        Raises
        ------
        InputError
            If the file is no YAML, or of a format version that is not read.
        """
        text = decode_text(self.bytes_of(path, SCENARIO_BYTES_MAX), str(path))
        document = load_yaml(text, str(path))
        position_of = lazy_positions(text, str(path))
        check_format(document, position_of)
        return Base(completed(document), position_of)


def completed(document: dict[str, Any]) -> dict[str, Any]:
    """A base with the parts that rows may fill: a week without sessions, and no places."""
    week = document.get("week", {})
    if isinstance(week, dict):
        week = {**week, "sessions": week.get("sessions", [])}
    return {"format": 1, **document, "week": week, "places": document.get("places", {})}


def kind_of_file(path: Path) -> str:
    """``yaml``, ``csv`` or ``xlsx``, by the suffix.

    Raises
    ------
    InputError
        ``file-not-readable`` for other suffixes.
    """
    suffix = path.suffix.lower()
    if suffix in YAML_SUFFIXES:
        return "yaml"
    if suffix in TABLE_SUFFIXES:
        return "xlsx" if suffix.startswith(".xls") else "csv"
    what = "is of an older spreadsheet format" if suffix == ".xls" else "has no suffix of a roster"
    hint = "save it as .yaml, .csv, .tsv or .xlsx"
    message = f"the file {what}"
    raise InputError(
        Complaint("file-not-readable", message, hint=hint, position=Position(str(path)))
    )
