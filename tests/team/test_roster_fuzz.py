"""Whatever stands in a roster, it becomes entries or an input error with positions."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from optimizer.errors import InputError
from optimizer.team.entries import Roster
from optimizer.team.read_roster import read_roster
from tests.team.rosters import BASE, CATALOG, workbook

COLUMNS = [
    "id", "group", "athlete.level", "athlete.age", "athlete.pains", "athlete.unlocked",
    "athlete.pains.shin_pain", "week.runs.1", "week.runs.tue", "week.runs.9.day", "week.races",
    "week.sessions", "week.sessions.a", "week.sessions.a.start", "week.sessions.a.minutes",
    "week.start_date", "places", "places.home.equipment", "places.home.equipment.dumbbell.loads_kg",
    "targets.muscles.soleus", "pin", "pin.1.sets", "history", "format", "name", "constraints",
    "constraints.session_fits_in_time", "athlete", "week", "nothing", "", "# x",
]  # fmt: skip
WORDS = [
    "-", "", " ", "*", "*g", "g", "a:b:c", "1;2", ":", ";", "beginner", "30", "0,5", "18:00",
    "25:99", "2026-03-02", "99/99/9999", "shin_pain:2", "goblet squat", "a:goblet_squat:3",
    "'=1", "#REF!",     "tue:easy:40", "nan", "1e999", "true", "\u0000", "\ud7ff", "9" * 60,
]  # fmt: skip
TEXT = st.sampled_from(WORDS) | st.text(max_size=6)
PLAIN = TEXT | st.none() | st.booleans() | st.integers(-5, 10**6) | st.floats()
NESTED = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from([*COLUMNS, "id", "day", "sessions", "a", "minutes"]), inner, max_size=3
    ), max_leaves=6,
)  # fmt: skip
MANY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def _check(folder: Path, name: str, content: bytes) -> None:
    """Read a roster that may be anything; what it says must be whole."""
    (folder / "base.yaml").write_text(BASE, encoding="utf-8")
    (folder / name).write_bytes(content)
    base = None if name.endswith(".yaml") else folder / "base.yaml"
    try:
        roster = read_roster(folder / name, CATALOG, base)
    except InputError as error:
        refused = error.complaints
    else:
        refused = ()
        _check_entries(roster)
    assert all(complaint.position is not None for complaint in refused)


def _check_entries(roster: Roster) -> None:
    for entry in roster.entries:
        assert bool(entry.complaints) == (entry.scenario is None)
        assert entry.id
        assert all(complaint.position is not None for complaint in entry.complaints)


@given(content=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
@pytest.mark.parametrize("name", ["team.yaml", "team.csv", "team.xlsx"])
@MANY
def test_any_bytes(tmp_path: Path, name: str, content: bytes) -> None:
    """No traceback."""
    _check(tmp_path, name, content)


@given(rows=st.lists(st.lists(TEXT, max_size=8), max_size=5), header=st.permutations(COLUMNS))
@MANY
def test_any_rows_of_csv(tmp_path: Path, rows: list[list[str]], header: list[str]) -> None:
    """Columns that exist, with any text under them."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(["id", *(name for name in header[:7] if name not in ("id", "nothing", ""))])
    writer.writerows([[f"x{n}", *row] for n, row in enumerate(rows)])
    _check(tmp_path, "team.csv", stream.getvalue().encode("utf-8", "replace"))


@given(
    groups=st.dictionaries(st.sampled_from(["g", "h"]), NESTED, max_size=2),
    rows=st.lists(st.dictionaries(st.sampled_from(COLUMNS), NESTED, max_size=4), max_size=3),
)
@MANY
def test_any_values_of_yaml(tmp_path: Path, groups: Any, rows: list[Any]) -> None:
    """Maps and lists where values should stand, and the other way round."""
    stream = io.BytesIO()
    document = {"format": 1, "base": "base.yaml", "groups": groups, "athletes": rows}
    YAML(typ="safe").dump(document, stream)
    _check(tmp_path, "team.yaml", stream.getvalue())


@given(cut=st.integers(0, 6000), put=st.binary(max_size=4))
@MANY
def test_damaged_workbooks(tmp_path: Path, cut: int, put: bytes) -> None:
    """Bytes changed anywhere."""
    path = tmp_path / "whole.xlsx"
    if not path.exists():
        workbook(path, [["id", "athlete.age"], ["ana", 30]])
    content = path.read_bytes()
    place = cut % len(content)
    _check(tmp_path, "team.xlsx", content[:place] + put + content[place + len(put) :])
    _check(tmp_path, "team.xlsx", content[:place])
