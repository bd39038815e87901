"""Bars of what each item gains or costs, ranked; one panel for each unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from optimizer.export.pictures.style import DARK, HATCH, SERIES, Kind, drawing, picture

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH_INCHES, ROW_INCHES, PANEL_INCHES, FRAME_INCHES = 8.5, 0.4, 0.75, 0.7
WORDS_ROOM = 1.9
"""How many times the longest bar the axis is long: the words stand behind the bars."""
NOTHING = "Nothing is worth showing: no gain and no loss goes beyond the tolerances."


@dataclass(frozen=True)
class Bar:
    """One set of items: how much of a unit it gains, how much of that is sure, and in words."""

    name: str
    amount: float
    sure: float
    words: str


@dataclass(frozen=True)
class Panel:
    """Bars that are measured alike."""

    title: str
    unit: str
    bars: tuple[Bar, ...]


def gain_bars(title: str, panels: Sequence[Panel], kind: Kind) -> bytes:
    """The picture as the bytes of a file; its description holds every number."""
    shown = [panel for panel in panels if panel.bars]
    rows = sum(len(panel.bars) for panel in shown)
    height = FRAME_INCHES + PANEL_INCHES * max(len(shown), 1) + ROW_INCHES * rows
    with drawing(WIDTH_INCHES, height) as figure:
        figure.suptitle(title, x=0.01, horizontalalignment="left", fontsize=11)
        if not shown:
            figure.text(0.02, 0.3, NOTHING)
        else:
            heights = [PANEL_INCHES + ROW_INCHES * len(panel.bars) for panel in shown]
            grid = figure.subplots(len(shown), 1, squeeze=False, height_ratios=heights)
            for axes, panel in zip(grid[:, 0], shown, strict=True):
                _draw(axes, panel)
        return picture(figure, kind, title, "\n".join(description(panels)))


def _draw(axes: Axes, panel: Panel) -> None:
    """The found amount as a pale hatched bar, what is sure of it as a full one."""
    for row, bar in enumerate(panel.bars):
        axes.barh(row, bar.amount, height=0.62, color="white", edgecolor=DARK, hatch=HATCH)
        axes.barh(row, bar.sure, height=0.62, color=SERIES[0], edgecolor=DARK)
        axes.annotate(
            bar.words,
            (bar.amount, row),
            xytext=(5, 0),
            textcoords="offset points",
            verticalalignment="center",
            fontsize=7.5,
        )
    most = max(bar.amount for bar in panel.bars)
    axes.set_xlim(0, most * WORDS_ROOM)
    axes.set_ylim(len(panel.bars) - 0.4, -0.6)
    axes.set_yticks(range(len(panel.bars)), [bar.name for bar in panel.bars])
    axes.set_title(panel.title, fontsize=9.5)
    axes.set_xlabel(f"{panel.unit}; full: proved, hatched: found")
    axes.locator_params(axis="x", nbins=6, integer=True)


def description(panels: Sequence[Panel]) -> Iterator[str]:
    """Every number of the picture in words."""
    if not any(panel.bars for panel in panels):
        yield NOTHING
    for panel in panels:
        if panel.bars:
            yield f"{panel.title}, in {panel.unit}:"
            for number, bar in enumerate(panel.bars, 1):
                sure = f"{bar.amount:g}, of that {bar.sure:g} proved"
                yield f"{number}. {_line(bar.name)}: {_line(bar.words)} ({sure})."


def _line(text: str) -> str:
    """A text that was broken for the picture, on one line."""
    return " ".join(text.split())
