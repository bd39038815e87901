"""What ``triplane init`` writes: a scenario or a roster to start from, as bytes of a file."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Literal

from optimizer.errors import Complaint, InputError, Position

RosterKind = Literal["yaml", "csv", "xlsx"]
ROSTER_KINDS: tuple[RosterKind, ...] = ("yaml", "csv", "xlsx")
SCENARIO = "starter_scenario.yaml"
_KIND_OF_SUFFIX: dict[str, RosterKind] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".csv": "csv",
    ".xlsx": "xlsx",
}
_BYTE_ORDER_MARK = "\ufeff"


def starter_text() -> str:
    """The scenario to start from."""
    return _text(SCENARIO)


def starter_roster(kind: RosterKind) -> bytes:
    """The roster to start from, in one of its formats; always the same bytes.

    CSV has a byte-order mark, without which spreadsheets take it for another encoding.
    """
    if kind == "yaml":
        return _text("starter_roster.yaml").encode()
    text = _text("starter_roster.csv")
    if kind == "csv":
        return (_BYTE_ORDER_MARK + text).encode()
    from optimizer.cli.starter_workbook import workbook_of

    return workbook_of(text)


def roster_kind(output: Path | None, chosen: str | None) -> RosterKind:
    """The format of a roster to write: the chosen one, or that of the output's suffix, or YAML.

    Raises
    ------
    InputError
        ``bad-argument``, where the two differ or the suffix is of no roster.
    """
    named = None if output is None else _KIND_OF_SUFFIX.get(output.suffix.lower())
    wanted = next((kind for kind in ROSTER_KINDS if kind == chosen), named or "yaml")
    if output is not None and named != wanted:
        message = f"a roster in {wanted.upper()} is not read from a file that ends in "
        message += f"{output.suffix!r}" if output.suffix else "nothing"
        hint = f"name a file such as {output.with_suffix('.' + wanted)}"
        at = Position(str(output))
        raise InputError(Complaint("bad-argument", message, hint=hint, position=at))
    return wanted


def _text(name: str) -> str:
    return files("optimizer.cli").joinpath(name).read_text(encoding="utf-8")
