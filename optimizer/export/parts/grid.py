"""Tables of plain text that stay within the width of a terminal and of an e-mail."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from tabulate import tabulate

from optimizer.export.parts.one_line import on_one_line

TEXT_COLUMNS = 100


def grid(
    headers: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    right: Sequence[int] = (),
    widths: dict[int, int] | None = None,
) -> str:
    """A table with a rule under its headers, and no column wider than it needs to be.

    Parameters
    ----------
    right
        Columns that are aligned to the right.
    widths
        Columns that are wrapped, with their widest line.
    """
    texts = [[_wrapped(cell, widths, column) for column, cell in enumerate(row)] for row in rows]
    rules = ["-" * _widest(column) for column in zip(headers, *texts, strict=True)]
    # The headers are a row of their own: tabulate pads its own headers by two characters.
    table = tabulate(
        [list(headers), rules, *texts],
        tablefmt="plain",
        disable_numparse=True,
        colalign=["right" if column in right else "left" for column in range(len(headers))],
    )
    return "\n".join(line.rstrip() for line in table.splitlines())


def _wrapped(cell: object, widths: dict[int, int] | None, column: int) -> str:
    text = on_one_line(str(cell))
    width = (widths or {}).get(column)
    return "\n".join(textwrap.wrap(text, width)) if width else text


def _widest(cells: Sequence[str]) -> int:
    return max(len(line) for cell in cells for line in cell.splitlines() or [""])


def in_two_halves(rows: Sequence[Sequence[object]], width: int) -> list[list[object]]:
    """Rows side by side, the second half at the right of the first."""
    middle = (len(rows) + 1) // 2
    empty = [""] * width
    pairs = zip_longest(rows[:middle], rows[middle:], fillvalue=empty)
    return [[*left, *right] for left, right in pairs]


def paragraph(text: str, *, hanging: str = "", bullet: str = "") -> str:
    """Text wrapped to the width, with a bullet before it and a hanging indent after it."""
    return textwrap.fill(
        on_one_line(text),
        TEXT_COLUMNS,
        initial_indent=bullet,
        subsequent_indent=hanging or " " * len(bullet),
        break_on_hyphens=False,
    )


def underlined(title: str) -> str:
    """A title with a line under it; line breaks inside it become spaces."""
    flat = on_one_line(title)
    return f"{flat}\n{'-' * min(len(flat), TEXT_COLUMNS)}"
