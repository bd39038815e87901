"""Rosters as files, and what is read from them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from optimizer.errors import InputError
from optimizer.reading.catalog.reader import read_catalog
from optimizer.team.entries import Entry, Roster
from optimizer.team.read_roster import read_roster

CATALOG = read_catalog()
BASE = """\
format: 1
name: Club week
athlete: {level: intermediate, pains: [shin_pain, {id: achilles_pain, score: 2}]}
week:
  runs:
    - {day: tue, kind: tempo, minutes: 60, start: "18:00"}
    - {day: sun, kind: long, minutes: 100}
  sessions:
    - {id: a, day: wed, minutes: 40, place: home}
    - {id: b.2, day: fri, minutes: 40, place: home}
places:
  home: {kit: home, equipment: {dumbbell: 2}}
  gym: {kit: gym}
"""
"""A scenario to inherit from, with short forms, and an id with a dot."""


def read(folder: Path, name: str, content: str | bytes, *, base: bool = True) -> Roster:
    """The roster of a file with this content, over the base above."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    if not base:
        return read_roster(path, CATALOG)
    (folder / "base.yaml").write_text(BASE, encoding="utf-8")
    return read_roster(path, CATALOG, folder / "base.yaml")


def table(folder: Path, *rows: str) -> Roster:
    """The roster of these lines of CSV, over the base above."""
    return read(folder, "team.csv", "\n".join(rows) + "\n")


def only(roster: Roster) -> Entry:
    """The one athlete of a roster."""
    (entry,) = roster.entries
    return entry


def week(entry: Entry) -> dict[str, Any]:
    """The scenario of an athlete as plain values."""
    assert entry.scenario_json is not None, said(entry, "")
    found: dict[str, Any] = json.loads(entry.scenario_json)
    return found


def said(entry: Entry, folder: Path | str) -> str:
    """What is wrong with an athlete, as it is shown, without the folder."""
    text = "\n".join(str(complaint) for complaint in entry.complaints)
    return text.replace(f"{folder}/", "")


def refused(folder: Path, name: str, content: str | bytes, *, base: bool = True) -> str:
    """Why a file is refused as a whole, as it is shown, without the folder."""
    with pytest.raises(InputError) as caught:
        read(folder, name, content, base=base)
    return str(caught.value).replace(f"{folder}/", "")


def workbook(path: Path, rows: Iterable[Sequence[Any]], sheet: str = "athletes") -> bytes:
    """The bytes of a workbook with these rows."""
    book = openpyxl.Workbook()
    page: Any = book.active
    page.title = sheet
    for row in rows:
        page.append(row)
    book.save(path)
    return path.read_bytes()
