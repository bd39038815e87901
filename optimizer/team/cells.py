"""Cells of tables that go to a spreadsheet, which must not take text for a formula."""

from __future__ import annotations

import re

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""First characters of formulas, also in their full-width forms, and what may hide them."""
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def safe_cell(value: str | int | float | bool | None) -> str | int | float | bool | None:
    """A cell that a spreadsheet shows as it is: an apostrophe goes before what could be a formula.

    Parameters
    ----------
    value
        Numbers, also written as text, are left alone; control characters, which workbooks
        cannot hold, become blanks.

    Returns
    -------
    str, int, float, bool or None
        The cell; a roster that is read back loses the apostrophe again.
    """
    if not isinstance(value, str) or _NUMBER.fullmatch(value):
        return value
    text = _CONTROL.sub(" ", value)
    return f"'{text}" if text.lstrip(" \u00a0").startswith(DANGEROUS) else text
