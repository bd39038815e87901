"""Pictures are the same bytes every time, and say in words what they show."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from optimizer.errors import InputError
from optimizer.export.pictures.coverage_map import Cell, Row, coverage_map, description
from optimizer.export.pictures.step_curves import Corner, Curves, Panel, Point, step_curves
from optimizer.export.pictures.step_curves import description as curves_description
from optimizer.export.pictures.style import SERIES, Kind, drawing, picture, picture_kind

TITLE = "Sets & minutes"
DESCRIPTION = 'Chest < 4 sets, back "6" \\1'


def small(kind: Kind) -> bytes:
    """A line with a label."""
    with drawing(3, 2) as figure:
        axes = figure.subplots()
        axes.plot([1, 2, 3], [3, 1, 2], color=SERIES[0], label="sets")
        axes.legend()
        return picture(figure, kind, TITLE, DESCRIPTION)


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_same_bytes(kind: Kind) -> None:
    """Two drawings are the same file."""
    assert small(kind) == small(kind)


def test_an_svg_has_title_and_description() -> None:
    """Screen readers find both, as they were given."""
    root = ElementTree.fromstring(small("svg"))
    space = "{http://www.w3.org/2000/svg}"
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == "title desc"
    assert [root[0].tag, root[0].text] == [f"{space}title", TITLE]
    assert [root[1].tag, root[1].text] == [f"{space}desc", DESCRIPTION]
    assert b"matplotlib.org" not in small("svg")


def test_a_png_has_them_in_its_metadata() -> None:
    """Text chunks hold both, and no version."""
    data = small("png")
    assert DESCRIPTION.encode("latin-1") in data
    assert TITLE.encode("latin-1") in data
    assert b"Software" not in data


@pytest.mark.parametrize("name", ["week.jpeg", "week"])
def test_other_endings_are_refused(name: str) -> None:
    """Only SVG and PNG are drawn."""
    with pytest.raises(InputError, match=r"--plot cannot draw"):
        picture_kind(Path(name))


def test_without_matplotlib(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(InputError) as caught:
        picture_kind(Path("week.SVG"))
    assert [one.code for one in caught.value.complaints] == ["plot-not-installed"]
    assert "triplane[plot]" in caught.value.complaints[0].hint


def test_a_coverage_map_tells_every_cell() -> None:
    """What is below floor or target is said; a week without a plan is, too."""
    rows = [
        Row("chest", "tier 1", (Cell(1, 2, 5), Cell(4.5, 2, 5), None)),
        Row("back", "tier 1", (Cell(5, 2, 5), Cell(12, 2, 5), None)),
        Row("grip", "tier 3", (Cell(0, 0, 0), Cell(1, 0, 1), None)),
    ]
    names = ("a", "b", "c")
    words = description(names, rows)
    assert "chest: a 1 of 5, below its floor, b 4.5 of 5, below its target, c no plan." in words
    assert "back: a 5 of 5, b 12 of 5, c no plan." in words
    drawn = coverage_map("Coverage", names, rows, "svg")
    assert drawn == coverage_map("Coverage", names, rows, "svg")
    root = ElementTree.fromstring(drawn)
    assert root[1].text == words
    assert b"<pattern" in drawn


@pytest.mark.parametrize(("value", "share"), [(0, 0.0), (2, 0.5), (4, 1.0), (20, 2.0)])
def test_shades_rise_up_to_twice_the_target(value: float, share: float) -> None:
    """No cell gets darker beyond."""
    assert Cell(value, 1, 4).share == share


def curves(**changes: object) -> Curves:
    """A small frontier: no plan at 10, none found at 15, then better and better."""
    points = (Point(20, 90, 80, False), Point(22, 40, 40, True, False), Point(25, 0, 0, True))
    usual: dict[str, object] = {
        "title": "Enough < 25",
        "offered": "minutes",
        "panels": (Panel("short", "points", points),),
        "solved": (10, 15, 20, 22, 25),
        "impossible": (10,),
        "unknown": (15,),
        "corners": (Corner(20, "least with a plan", "15 not ruled out"), Corner(25, "all")),
        "changes": (22,),
    }
    return Curves(**{**usual, **changes})  # type: ignore[arg-type]


def test_step_curves_tell_every_point() -> None:
    """Values, bounds, corners, what is impossible and what is not known."""
    words = curves_description(curves())
    assert "least with a plan: 20 (15 not ruled out)." in words
    assert "all: 25." in words
    assert "Proved to have no plan: 10." in words
    assert "No plan was found in time: 15." in words
    assert "More is asked for from 22 on." in words
    said = "20: 90 (no week under 80, not proved within the tolerance), 22: 40, 25: 0."
    assert f"short, points: {said}" in words


def test_step_curves_are_the_same_bytes() -> None:
    """Hatched where no plan exists; also without any plan at all."""
    drawn = step_curves(curves(), "svg")
    assert drawn == step_curves(curves(), "svg")
    root = ElementTree.fromstring(drawn)
    assert [root[0].text, root[1].text] == ["Enough < 25", curves_description(curves())]
    assert b"<pattern" in drawn
    empty = curves(panels=(), solved=(10,), unknown=(), corners=(), changes=())
    words = curves_description(empty).encode("latin-1")
    assert words in step_curves(empty, "png")
