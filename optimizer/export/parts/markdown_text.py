"""Text and tables that Markdown shows as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tabulate import tabulate

from optimizer.export.parts.one_line import on_one_line

SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#&])")
LIST_START = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+])")


def escaped(text: object) -> str:
    """Text on one line in which no character means anything to Markdown or HTML."""
    flat = on_one_line(str(text))
    flat = SPECIAL.sub(r"\\\1", flat)
    return LIST_START.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", flat)


def markdown_table(
    headers: Sequence[str], rows: Sequence[Sequence[object]], *, right: Sequence[int] = ()
) -> str:
    """A pipe table; cells are escaped."""
    return tabulate(
        [[escaped(cell) for cell in row] for row in rows],
        headers=list(headers),
        tablefmt="pipe",
        disable_numparse=True,
        colalign=["right" if column in right else "left" for column in range(len(headers))],
    )


def bullets(lines: Sequence[str]) -> str:
    """A list; lines are escaped."""
    return "\n".join(f"- {escaped(line)}" for line in lines)
