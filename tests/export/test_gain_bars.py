"""Bars of worth: every number is in the words, and the bytes do not change."""

from __future__ import annotations

import re

import pytest

from optimizer.export.pictures.gain_bars import NOTHING, Bar, Panel, gain_bars
from optimizer.export.pictures.gain_bars import description as bars_described
from optimizer.export.pictures.style import KINDS, Kind

PANELS = [
    Panel(
        "Bought alone: short of target, better by",
        "points",
        (Bar("2 dumbbells", 120, 80, "200 to 80 points"), Bar("chair", 60, 60, "200 to\n140")),
    ),
    Panel("Lost: nothing", "points", ()),
]


def drawn(kind: Kind) -> bytes:
    """The picture."""
    return gain_bars("Worth & more", PANELS, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_same_bytes_each_time(kind: Kind) -> None:
    """No date, no random name."""
    assert drawn(kind) == drawn(kind)


def test_the_words_of_an_svg_hold_every_number() -> None:
    """A title and a description, escaped."""
    bars = drawn("svg").decode()
    assert '<title id="title">Worth &amp; more</title>' in bars
    said = re.findall(r"<desc[^>]*>(.*?)</desc>", bars, re.DOTALL)
    assert "1. 2 dumbbells: 200 to 80 points (120, of that 80 proved)." in said[0]
    assert "2. chair: 200 to 140 (60, of that 60 proved)." in said[0]


def test_nothing_to_show_is_said() -> None:
    """A picture without bars says why it is empty."""
    assert list(bars_described([PANELS[1]])) == [NOTHING]
    assert NOTHING in gain_bars("Nothing", [PANELS[1]], "svg").decode()


def test_a_png_is_a_png_with_words() -> None:
    """Its metadata hold the description."""
    assert drawn("png").startswith(b"\x89PNG")
    assert b"Description" in drawn("png")
