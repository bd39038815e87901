"""Cells that a spreadsheet must not take for formulas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.reading.roster.cells import plain
from optimizer.team.cells import DANGEROUS, safe_cell


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+49 170", "'+49 170"),
        ("-", "'-"),
        ("@sum", "'@sum"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        (" =1", "' =1"),
        ("\uff1d1", "'\uff1d1"),
        ("-5", "-5"),
        ("+1.5e3", "+1.5e3"),
        ("Ana", "Ana"),
        ("a=b", "a=b"),
        ("", ""),
        ("bell\x07", "bell "),
        (-5, -5),
        (1.5, 1.5),
        (True, True),
        (None, None),
    ],
)
def test_cells(value: str | float | None, cell: str | float | None) -> None:
    """Text that starts like a formula gets an apostrophe; numbers are left alone."""
    assert safe_cell(value) == cell
    assert type(safe_cell(value)) is type(cell)


@given(st.text())
def test_no_cell_starts_a_formula(value: str) -> None:
    """Whatever the text, unless it is a number."""
    cell = str(safe_cell(value))
    if cell.startswith(DANGEROUS):
        float(cell)


@pytest.mark.parametrize("text", ["=1+1", "+x", "@sum"])
def test_a_roster_reads_the_text_back(text: str) -> None:
    """The apostrophe is no part of the value."""
    assert plain(safe_cell(text)) == text
