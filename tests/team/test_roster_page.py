"""What the page about rosters says is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.team.rosters import BASE, only, read, said, table, week

PAGE = (Path(__file__).parents[2] / "docs" / "roster.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)[::-1])
ROW = re.compile(r"^\| (.*?) \|$", re.MULTILINE)
SHORT_RECORDS = re.findall(r"^\| `([a-z_.]+)` \| [a-z:]+ \| `(.*?)` \|$", PAGE, re.MULTILINE)
KINDS = {
    "list": "athlete.likes",
    "whole number": "week.sessions.a.minutes",
    "number": "targets.planes.frontal.target",
    "time of day": "week.sessions.a.start",
    "date": "week.start_date",
    "true or false": "athlete.supervised",
    "map": "athlete.unlocked",
}


def test_the_yaml_example(tmp_path: Path) -> None:
    """Two athletes, the second in two groups."""
    (tmp_path / "club.yaml").write_text(BASE.replace("b.2", "b"), encoding="utf-8")
    roster = read(tmp_path, "team.yaml", BLOCKS["yaml"], base=False)
    assert [said(entry, tmp_path) for entry in roster.entries] == ["", ""]
    bo = week(roster.entries[1])
    assert [(one["minutes"], one["place"]) for one in bo["week"]["sessions"]] == [(30, "club")]
    assert bo["athlete"]["age"] == 16


def test_the_csv_example(tmp_path: Path) -> None:
    """A row for all, a group, two athletes and a column of remarks."""
    text = next(
        block for block in re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL) if "*" in block
    )
    roster = table(tmp_path, *text.splitlines())
    assert [said(entry, tmp_path) for entry in roster.entries] == ["", ""]
    minutes = [week(entry)["week"]["sessions"][0]["minutes"] for entry in roster.entries]
    assert minutes == [40, 30]


@pytest.mark.parametrize(("column", "cell"), SHORT_RECORDS)
def test_short_records(tmp_path: Path, column: str, cell: str) -> None:
    """Each example of the table can stand in its column."""
    roster = table(tmp_path, f"id,week.start_date,{column}", f"ana,2026-03-02,{cell}")
    assert said(only(roster), tmp_path) == ""


def test_seven_short_records_are_shown() -> None:
    """So that the test above asks something."""
    assert len(SHORT_RECORDS) == 7


@pytest.mark.parametrize("kind", KINDS)
def test_values_in_cells(tmp_path: Path, kind: str) -> None:
    """What is said to be understood is, and what is said to be refused is not."""
    (line,) = (line for line in ROW.findall(PAGE) if line.startswith(f"{kind} | "))
    _, understood, refused = (line + " ").split(" | ", 2)
    for cells, is_right in ((understood, True), (refused, False)):
        for cell in re.findall("`(.*?)`", cells):
            entry = only(table(tmp_path, f"id,{KINDS[kind]}", f'ana,"{cell}"'))
            assert (entry.complaints == ()) is is_right, (cell, said(entry, tmp_path))
