"""Heat map of coverage: muscles and planes as rows, weeks as columns, numbers in the cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from optimizer.export.parts.coverage_rows import BELOW_FLOOR, BELOW_TARGET, mark
from optimizer.export.parts.numbers import plain
from optimizer.export.pictures.style import (
    DARK,
    GREY,
    HATCH,
    HEAT,
    PALE,
    Kind,
    drawing,
    picture,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap

SHADE_LEAST, SHADE_MOST = 0.03, 0.8
"""The part of the colour map that is used: from nothing to the most that is told apart."""
SHARE_MOST = 2.0
"""Times the target from which no cell gets darker."""
WHITE_FROM = 1.4
"""Times the target from which the number is white."""
LABEL_INCHES, COLUMN_INCHES, ROW_INCHES, FRAME_INCHES = 2.9, 1.05, 0.25, 1.5
NO_PLAN = "no plan"


@dataclass(frozen=True)
class Cell:
    """Weekly sets of a muscle, or credit of a plane, against floor and target."""

    value: float
    floor: float
    target: float

    @property
    def share(self) -> float:
        """How many times the target it is; once where there is none."""
        return min(SHARE_MOST, self.value / self.target) if self.target > 0 else 1.0

    @property
    def text(self) -> str:
        """The number with its sign."""
        return f"{plain(self.value)} {mark(self.value, self.floor, self.target)}".rstrip()


@dataclass(frozen=True)
class Row:
    """One muscle or plane: its name, what it belongs to, and a cell for each week.

    A cell is None where the week has no plan.
    """

    name: str
    group: str
    cells: tuple[Cell | None, ...]


def coverage_map(title: str, columns: Sequence[str], rows: Sequence[Row], kind: Kind) -> bytes:
    """The picture as the bytes of a file; its description holds every number.

    Parameters
    ----------
    columns
        What each week is called.
    """
    width = LABEL_INCHES + COLUMN_INCHES * max(len(columns), 3)
    height = FRAME_INCHES + ROW_INCHES * len(rows)
    with drawing(width, height) as figure:
        import matplotlib as mpl  # noqa: PLC0415 - only pictures need it

        axes = figure.subplots()
        colours = mpl.colormaps[HEAT]
        for number, row in enumerate(rows):
            for column, cell in enumerate(row.cells):
                _draw_cell(axes, colours, (column, number), cell)
        _frame(axes, columns, rows)
        axes.set_title(title, pad=10, wrap=True)
        figure.text(
            0.01, 0.0, LEGEND, fontsize=7.5, color=DARK, verticalalignment="bottom", wrap=True
        )
        figure.get_layout_engine().set(rect=(0, 0.04, 1, 0.96))  # type: ignore[union-attr, call-arg]
        return picture(figure, kind, title, description(columns, rows))


LEGEND = (
    "Weekly sets (1 direct, 0.5 indirect) or credit, target in brackets; "
    "darkest: twice the target.\n"
    f"{BELOW_TARGET} below the target; {BELOW_FLOOR} and hatched: below the floor."
)


def _draw_cell(axes: Axes, colours: Colormap, where: tuple[int, int], cell: Cell | None) -> None:
    from matplotlib.patches import Rectangle  # noqa: PLC0415

    if cell is None:
        axes.add_patch(Rectangle(where, 1, 1, facecolor=PALE, edgecolor="white"))
        return
    shade = SHADE_LEAST + (SHADE_MOST - SHADE_LEAST) * cell.share / SHARE_MOST
    axes.add_patch(Rectangle(where, 1, 1, facecolor=colours(shade), edgecolor="white"))
    is_missed = cell.value < cell.floor
    if is_missed:
        hatched = Rectangle(where, 1, 1, fill=False, hatch=HATCH, edgecolor=GREY, linewidth=0)
        axes.add_patch(hatched)
    colour = "white" if cell.share >= WHITE_FROM and not is_missed else DARK
    box = {"facecolor": "white", "edgecolor": "none", "pad": 1.0} if is_missed else None
    axes.text(
        where[0] + 0.5,
        where[1] + 0.5,
        cell.text,
        horizontalalignment="center",
        verticalalignment="center",
        color=colour,
        fontsize=8.5,
        bbox=box,
    )


def _frame(axes: Axes, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Names at the top and the left, and a line between the groups."""
    axes.set_xlim(0, len(columns))
    axes.set_ylim(len(rows), 0)
    axes.xaxis.tick_top()
    axes.set_xticks([number + 0.5 for number in range(len(columns))], list(columns))
    axes.set_yticks([number + 0.5 for number in range(len(rows))], [_label(row) for row in rows])
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    for number in range(1, len(rows)):
        if rows[number].group != rows[number - 1].group:
            axes.axhline(number, color=DARK, linewidth=1.2)
    for number, row in enumerate(rows):
        if number == 0 or rows[number - 1].group != row.group:
            place = (len(columns) + 0.06, number + 0.12)
            axes.text(
                *place, row.group, rotation=270, fontsize=7.5, color=GREY, verticalalignment="top"
            )
    for number in range(len(columns)):
        if rows and all(row.cells[number] is None for row in rows):
            middle = (number + 0.5, len(rows) / 2)
            axes.text(*middle, NO_PLAN, rotation=90, ha="center", va="center", color=DARK)


def _label(row: Row) -> str:
    """The name with its target, where all weeks share one."""
    targets = dict.fromkeys(cell.target for cell in row.cells if cell is not None)
    return f"{row.name} ({plain(next(iter(targets)))})" if len(targets) == 1 else row.name


def description(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """Every number of the picture in words."""
    lines = [f"Coverage of {len(rows)} muscles and planes in the weeks {', '.join(columns)}."]
    for row in rows:
        parts = [f"{column} {_said(cell)}" for column, cell in zip(columns, row.cells, strict=True)]
        lines.append(f"{row.name}: {', '.join(parts)}.")
    return "\n".join(lines)


def _said(cell: Cell | None) -> str:
    if cell is None:
        return NO_PLAN
    signs = {BELOW_FLOOR: ", below its floor", BELOW_TARGET: ", below its target", "": ""}
    sign = signs[mark(cell.value, cell.floor, cell.target)]
    return f"{plain(cell.value)} of {plain(cell.target)}{sign}"
