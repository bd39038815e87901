"""CSV that a spreadsheet reads as it was meant."""

from __future__ import annotations

import csv
import io

import pytest

from optimizer.domain.plan import AthleteName
from optimizer.export.plan_csv import COLUMNS, defused, render
from tests.export.small_plan import CATALOG, PLAN


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_formulas_are_defused(start: str) -> None:
    """Text that begins like a formula gets an apostrophe before it."""
    assert defused(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("value", ["8-12", "a=b", "", 3, -3, 2.5])
def test_other_values_stay(value: object) -> None:
    """Numbers, and text with the same signs further inside, are unchanged."""
    assert defused(value) == value


def test_a_hostile_name_is_defused_in_the_file() -> None:
    """Names from the scenario cannot run as formulas."""
    athlete = AthleteName(id="x", name="=cmd|' /C calc'!A1")
    rows = _rows(render(PLAN.model_copy(update={"athlete": athlete}), CATALOG))
    assert {row["athlete_name"] for row in rows} == {"'=cmd|' /C calc'!A1"}


def test_one_row_a_line_of_the_plan() -> None:
    """Drills and items stand in training order, and their seconds add up to the session's."""
    rows = _rows(render(PLAN, CATALOG))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["part"] for row in rows] == ["preparation", "strength", "strength", "core"]
    assert [row["position"] for row in rows] == ["1", "2", "3", "4"]
    assert sum(int(row["seconds"]) for row in rows) == PLAN.sessions[0].seconds
