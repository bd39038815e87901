"""One line of a hand-written plan: a label, a name and a dose, in one text or in keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from optimizer.errors import Complaint
from optimizer.reading.wording import Path, shown
from optimizer.reading.written.dose_text import DoseError, DoseText, parse_dose, parse_rest

ITEM_KEYS = (
    "exercise",
    "sets",
    "reps",
    "hold_seconds",
    "rest_seconds",
    "reps_in_reserve",
    "tempo",
    "load",
    "group",
)
TEXT_KEYS = ("dose", "rest")
DOSE_PARTS = (
    "sets",
    "reps",
    "hold_seconds",
    "rest_seconds",
    "reps_in_reserve",
    "tempo",
    "load",
)
LABEL = re.compile(r"^\s*(?:([A-Ha-h])(\d{1,2})\s*[.):]?\s+|(?:[A-Ha-h]|\d{1,2})[.)]\s+)")
PAIR_LABEL = re.compile(r"^[A-Ha-h]\d{1,2}$")
HINT = "write it like 3x8, 3x8-10/side, 2 x 30 s or 3x12 @60s rest"
IsName = Callable[[str], bool]


@dataclass
class Line:
    """A line as keys of the format, with the choices that were made and what is wrong.

    ``is_free`` tells that the dose is a text, which may speak of sides or not; numbers under
    keys are for each side.
    """

    keys: dict[str, Any] = field(default_factory=dict)
    is_free: bool = False
    sides: str | None = None
    remarks: list[str] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)


def read_line(value: Any, path: Path, is_name: IsName) -> Line | None:
    """A line from a text or a map; None where it is neither, which validation will tell.

    Parameters
    ----------
    value
        ``goblet squat 3x8``, ``{goblet squat: 3x8}`` or a map of keys.
    is_name
        Whether a text is the name of an exercise, so that its numbers are no dose.
    """
    line = Line()
    if isinstance(value, str):
        _from_text(line, value, path, is_name)
    elif isinstance(value, dict) and len(value) == 1:
        _from_pair(line, value, path, is_name)
    elif isinstance(value, dict):
        _from_keys(line, value, path)
    else:
        return None
    return line


def _from_pair(line: Line, value: dict[str, Any], path: Path, is_name: IsName) -> None:
    """``{NAME: DOSE}``, ``{A1: NAME DOSE}`` or ``{NAME: {keys}}``; else a map of one key."""
    [(key, inner)] = value.items()
    if key in (*ITEM_KEYS, *TEXT_KEYS):
        _from_keys(line, value, path)
    elif isinstance(inner, dict):
        _from_keys(line, {"exercise": key, **inner}, (*path, key))
    elif isinstance(inner, str) and PAIR_LABEL.match(key):
        line.keys["group"] = key[0].lower()
        _from_text(line, inner, (*path, key), is_name)
    else:
        _label(line, key)
        line.keys["exercise"] = LABEL.sub("", key)
        if inner is not None:
            _dose(line, str(inner), (*path, key), parse_dose)


def _from_text(line: Line, text: str, path: Path, is_name: IsName) -> None:
    """Label, name and dose of a text; the longest dose at its end counts."""
    _label(line, text)
    text = LABEL.sub("", text)
    line.keys["exercise"] = text.strip()
    if is_name(text):
        return
    starts = [found.start() for found in re.finditer(r"(?<=[\s,:(])\S", text)]
    for start in starts:
        name = text[:start].rstrip(" \t,:;(-\u2013\u2014")
        try:
            dose = parse_dose(text[start:])
        except DoseError:
            continue
        if name and dose.is_useful:
            line.keys["exercise"] = name
            _take(line, dose, path)
            return
    _wrong_dose(line, text, path, is_name)


def _wrong_dose(line: Line, text: str, path: Path, is_name: IsName) -> None:
    """A complaint where the text begins with a name and goes on with numbers."""
    for found in re.finditer(r"[\s,:(]+", text):
        name, rest = text[: found.start()], text[found.end() :]
        if rest[:1].isdigit() and is_name(name):
            line.keys["exercise"] = name
            _dose(line, rest, path, parse_dose)
            return


def _label(line: Line, text: str) -> None:
    """Items labelled A1 and A2 are the superset a; A. and 1. only count lines."""
    found = LABEL.match(text)
    if found and found[1]:
        line.keys["group"] = found[1].lower()


def _from_keys(line: Line, value: dict[str, Any], path: Path) -> None:
    """Keys of the format; ``dose``, ``rest`` and a text in ``reps`` are read as notations."""
    for key, inner in value.items():
        if inner is None and key in (*DOSE_PARTS, *TEXT_KEYS, "group"):
            continue
        if key == "dose":
            _dose(line, str(inner), (*path, key), parse_dose)
        elif key in ("rest", "rest_seconds") and isinstance(inner, str | int):
            _dose(line, str(inner), (*path, key), _rest_of(key))
        elif key in ("reps", "hold_seconds") and isinstance(inner, str):
            unit = " s" if key == "hold_seconds" and inner.strip().isdigit() else ""
            _dose(line, inner + unit, (*path, key), parse_dose)
        elif key == "sets" and isinstance(inner, str):
            _set(line, key, int(inner) if inner.strip().isdigit() else inner, (*path, key))
        elif key == "load":
            _set(line, key, str(inner), (*path, key))
        else:
            _set(line, key, inner, (*path, key))


def _rest_of(key: str) -> Callable[[str], DoseText]:
    """Reads a rest; in ``rest_seconds`` a bare number of any size is seconds."""

    def read(text: str) -> DoseText:
        if key == "rest_seconds" and text.strip().isdigit():
            return DoseText(rest_seconds=int(text))
        return parse_rest(text)

    return read


def _dose(line: Line, text: str, path: Path, parse: Callable[[str], DoseText]) -> None:
    try:
        _take(line, parse(text), path)
    except DoseError as error:
        message = f"cannot read the dose {shown(text)}: {error}"
        line.complaints.append(Complaint("dose-not-understood", message, hint=HINT, path=path))


def _take(line: Line, dose: DoseText, path: Path) -> None:
    for part in DOSE_PARTS:
        value = getattr(dose, part)
        if value is not None:
            _set(line, part, value, path)
    line.is_free = line.is_free or dose.reps is not None or dose.hold_seconds is not None
    line.sides = dose.sides or line.sides
    line.remarks += dose.remarks


def _set(line: Line, key: str, value: Any, path: Path) -> None:
    if key in line.keys and key in DOSE_PARTS and line.keys[key] != value:
        message = f"{key} is {shown(line.keys[key])} and {shown(value)} in one line"
        hint = "keep one of the two"
        line.complaints.append(Complaint("contradiction", message, hint=hint, path=path))
    line.keys[key] = value
