"""Pictures are the same bytes every time, and say in words what they show."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from optimizer.errors import InputError
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
