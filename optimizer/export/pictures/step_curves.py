"""Step curves under one another: what is short, or used, as something that is offered rises.

Each point is a week that was planned; the curve keeps its value up to the next one, as whoever has
more can do at least as well. Where a demand changes, a dotted line says that this does not hold.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from optimizer.export.parts.numbers import plain
from optimizer.export.pictures.style import (
    DARK,
    GREY,
    HATCH,
    PALE,
    SERIES,
    Kind,
    drawing,
    picture,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH_INCHES, PANEL_INCHES, FRAME_INCHES = 7.2, 1.55, 1.5
HEAD_ROOM = 1.3
"""Times the largest value that an axis reaches, so that numbers find room."""
TICKS_MOST = 20
WHOLE_FROM = 30
"""Largest value from which numbers are written without decimals."""


@dataclass(frozen=True)
class Point:
    """A week: what is offered, the value, what is proved, and whether it has a number written.

    ``bound`` is what no week of the offer gets under.
    """

    offer: int
    value: float
    bound: float
    is_proved: bool
    is_step: bool = True


@dataclass(frozen=True)
class Panel:
    """One curve with its name and unit."""

    name: str
    unit: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Corner:
    """The least offer with which something holds, and what is not proved about it."""

    offer: int
    text: str
    doubt: str = ""

    @property
    def said(self) -> str:
        """What holds, from where, and what is open about it."""
        return f"{self.text}: {self.offer}{f' ({self.doubt})' if self.doubt else ''}"


@dataclass(frozen=True)
class Curves:
    """A whole picture.

    Attributes
    ----------
    offered
        What rises along the horizontal axis, with its unit.
    solved
        Every offer that was planned, rising.
    impossible, unknown
        Those of them that are proved to have no plan, and those where none was found.
    changes
        Offers from which something else is asked for.
    """

    title: str
    offered: str
    panels: tuple[Panel, ...]
    solved: tuple[int, ...]
    impossible: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()
    corners: tuple[Corner, ...] = ()
    changes: tuple[int, ...] = ()


def step_curves(curves: Curves, kind: Kind) -> bytes:
    """The picture as the bytes of a file; its description holds every number."""
    count = max(1, len(curves.panels))
    height = FRAME_INCHES + 0.2 * len(curves.corners) + PANEL_INCHES * count
    with drawing(WIDTH_INCHES, height) as figure:
        grid = figure.subplots(count, 1, sharex=True, squeeze=False)
        for number, axes in enumerate(grid[:, 0]):
            panel = curves.panels[number] if curves.panels else None
            _draw_panel(axes, curves, panel, SERIES[0])
        grid[-1, 0].set_xlabel(curves.offered)
        _name_corners(grid[0, 0], curves)
        figure.suptitle(curves.title, x=0.01, horizontalalignment="left", fontsize=11, wrap=True)
        figure.text(0.01, 0.0, _legend(curves), fontsize=7.5, color=DARK, va="bottom")
        figure.get_layout_engine().set(rect=(0, 0.3 / height, 1, 1 - 0.3 / height))  # type: ignore[union-attr, call-arg]
        return picture(figure, kind, curves.title, description(curves))


def _legend(curves: Curves) -> str:
    lines = ["Dots: planned weeks, filled where proved within the tolerance."]
    if any(point.bound < point.value for panel in curves.panels for point in panel.points):
        lines[0] += " Dashed: proved that no week gets under it."
    more = []
    if curves.changes:
        more.append("* and dotted: more is asked for from there.")
    if curves.impossible:
        more.append("Hatched: proved to have no plan.")
    if curves.unknown:
        more.append("Pale: no plan was found in time.")
    return "\n".join([*lines, *([" ".join(more)] if more else [])])


def _draw_panel(axes: Axes, curves: Curves, panel: Panel | None, colour: str) -> None:
    """One curve, with its bound, over what is marked in every panel."""
    last = curves.solved[-1]
    margin = max(0.5, 0.03 * (last - curves.solved[0]))
    axes.set_xlim(curves.solved[0] - margin, last + margin)
    _ticks(axes, curves)
    for offer, until in _spans(curves, curves.impossible):
        axes.axvspan(offer, until, facecolor="none", edgecolor=GREY, hatch=HATCH, linewidth=0)
    for offer, until in _spans(curves, curves.unknown):
        axes.axvspan(offer, until, facecolor=PALE, linewidth=0)
    for offer in curves.changes:
        axes.axvline(offer, color=GREY, linewidth=1, linestyle=":")
    for corner in curves.corners:
        axes.axvline(corner.offer, color=SERIES[5], linewidth=1.2, linestyle="-", alpha=0.9)
    if panel is None:
        axes.set_yticks([])
        return
    axes.set_ylabel(f"{panel.name},\n{panel.unit}")
    top = max((point.value for point in panel.points), default=0)
    axes.set_ylim(-0.06 * (top or 1), HEAD_ROOM * (top or 1))
    _draw_curve(axes, curves, panel, colour)


def _draw_curve(axes: Axes, curves: Curves, panel: Panel, colour: str) -> None:
    """The steps, the bound under them, the dots and their numbers."""
    top = max(point.value for point in panel.points)
    by_offer = {point.offer: point for point in panel.points}
    held = [by_offer.get(offer) for offer in curves.solved]
    values = [point.value if point else math.nan for point in held]
    bounds = [point.bound if point else math.nan for point in held]
    if any(point.bound < point.value for point in panel.points):
        axes.step(
            curves.solved, bounds, where="post", color=GREY, linewidth=1.1, linestyle=(0, (4, 2))
        )
    axes.step(curves.solved, values, where="post", color=colour, linewidth=1.8)
    for point in panel.points:
        face = colour if point.is_proved else "white"
        size = 5 if point.is_step else 3.5
        axes.plot(
            [point.offer], [point.value], "o", color=colour, markerfacecolor=face, markersize=size
        )
        if point.is_step:
            place = (point.offer, point.value)
            axes.annotate(
                _number(point.value, top),
                place,
                xytext=(3, 4),
                textcoords="offset points",
                ha="left",
                fontsize=7.5,
                color=DARK,
            )


def _number(value: float, top: float) -> str:
    """A number over a dot: whole where the axis reaches far."""
    return plain(value) if top < WHOLE_FROM else f"{value:.0f}"


def _ticks(axes: Axes, curves: Curves) -> None:
    """A tick for every step; fewer where they are many."""
    steps = [point.offer for panel in curves.panels for point in panel.points if point.is_step]
    offers = sorted(dict.fromkeys([*steps, *curves.impossible, *curves.unknown]))
    axes.set_xticks(offers[:: -(-len(offers) // TICKS_MOST)] if offers else list(curves.solved))


def _spans(curves: Curves, offers: Sequence[int]) -> Iterator[tuple[float, float]]:
    """From each of these to the next one that was planned; the last reaches the margin."""
    for offer in offers:
        later = [other for other in curves.solved if other > offer]
        yield offer, later[0] if later else offer + 0.5


def _name_corners(axes: Axes, curves: Curves) -> None:
    """What begins at each corner, over the uppermost panel, one line each."""
    middle = (curves.solved[0] + curves.solved[-1]) / 2
    transform = axes.get_xaxis_transform()
    for offer in curves.changes:
        axes.text(offer, 1.0, "*", transform=transform, ha="center", va="bottom", color=DARK)
    lowest = 1.1 if curves.changes else 1.03
    for line, corner in enumerate(curves.corners):
        side = "left" if corner.offer <= middle else "right"
        axes.text(
            corner.offer,
            lowest + 0.13 * line,
            corner.said,
            transform=transform,
            horizontalalignment=side,
            verticalalignment="bottom",
            fontsize=8.5,
            color=DARK,
        )


def description(curves: Curves) -> str:
    """Every number of the picture in words."""
    lines = [f"{curves.title}, by {curves.offered}."]
    lines += [f"{corner.said}." for corner in curves.corners]
    if curves.impossible:
        lines.append(f"Proved to have no plan: {_listed(curves.impossible)}.")
    if curves.unknown:
        lines.append(f"No plan was found in time: {_listed(curves.unknown)}.")
    if curves.changes:
        lines.append(f"More is asked for from {_listed(curves.changes)} on.")
    for panel in curves.panels:
        said = ", ".join(f"{point.offer}: {_said(point)}" for point in panel.points)
        lines.append(f"{panel.name}, {panel.unit}: {said}.")
    return "\n".join(lines)


def _said(point: Point) -> str:
    notes = []
    if point.bound < point.value:
        notes.append(f"no week under {plain(point.bound)}")
    if not point.is_proved:
        notes.append("not proved within the tolerance")
    return f"{plain(point.value)} ({', '.join(notes)})" if notes else plain(point.value)


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(str(number) for number in numbers)
