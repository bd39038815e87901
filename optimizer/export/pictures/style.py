"""How every picture looks, and how it is written: same input, same bytes, with words for it.

Colours are told apart by people with any colour vision, and keep their order in grey print; what
matters is never said by colour alone. Every picture carries its facts as text: an SVG as title
and description, a PNG in its metadata.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from xml.sax.saxutils import escape

from optimizer.errors import Complaint, InputError, Position

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Kind = Literal["svg", "png"]
KINDS: tuple[Kind, ...] = ("svg", "png")
SERIES = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
"""Colours of lines and bars (Okabe and Ito 2008): dark and light in turn."""
DARK = "#1a1a1a"
GREY = "#767676"
PALE = "#e6e6e6"
HEAT = "Blues"
"""Single-hue colour map of heat maps: more is darker, in colour as in grey."""
HATCH = "////"
"""Pattern of what is missed, besides any colour."""
PNG_DOTS_PER_INCH = 150

STYLE: dict[str, Any] = {
    "axes.edgecolor": GREY,
    "axes.labelcolor": DARK,
    "axes.labelsize": 9,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 11,
    "figure.dpi": 100,
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "hatch.linewidth": 0.6,
    "legend.frameon": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "triplane",
    "text.color": DARK,
    "xtick.color": DARK,
    "xtick.labelsize": 8.5,
    "ytick.color": DARK,
    "ytick.labelsize": 8.5,
}


def picture_kind(path: Path) -> Kind:
    """The kind of picture that a file's name asks for.

    Raises
    ------
    InputError
        ``bad-argument`` if it is none that can be drawn, ``plot-not-installed`` if matplotlib is
        absent: before anything is solved.
    """
    suffix = path.suffix.lower().removeprefix(".")
    for kind in KINDS:
        if suffix == kind:
            _check_installed()
            return kind
    raise InputError(
        Complaint(
            "bad-argument",
            f"--plot cannot draw {'a file without an ending' if not suffix else '.' + suffix}",
            hint="name a file that ends in .svg or .png",
            position=Position(str(path)),
        )
    )


def _check_installed() -> None:
    """Make sure that matplotlib is there."""
    try:
        import matplotlib  # noqa: F401, PLC0415 - only pictures need it
    except ImportError as error:
        raise InputError(
            Complaint(
                "plot-not-installed",
                "pictures need matplotlib, which is not installed",
                why="it is large, and everything but pictures does without it",
                hint="run `pip install 'triplane[plot]'`",
            )
        ) from error


@contextmanager
def drawing(width_inches: float, height_inches: float) -> Iterator[Figure]:
    """An empty figure in the common style, to be drawn on and written inside the block."""
    from matplotlib import style  # noqa: PLC0415 - only pictures need it
    from matplotlib.figure import Figure  # noqa: PLC0415

    with style.context(["default", STYLE]):
        yield Figure(figsize=(width_inches, height_inches), layout="constrained")


def picture(figure: Figure, kind: Kind, title: str, description: str) -> bytes:
    """A figure as a file's bytes, without dates and versions.

    Parameters
    ----------
    title
        What the picture is, in a line.
    description
        Everything the picture shows, for those who cannot see it.
    """
    buffer = io.BytesIO()
    if kind == "png":
        words = {"Title": title, "Description": description, "Software": None}
        figure.savefig(buffer, format=kind, dpi=PNG_DOTS_PER_INCH, metadata=words)
        return buffer.getvalue()
    none = {"Date": None, "Creator": None, "Format": None, "Type": None}
    figure.savefig(buffer, format=kind, metadata=none)
    return _with_words(buffer.getvalue().decode(), title, description).encode()


def _with_words(svg: str, title: str, description: str) -> str:
    """The SVG with its title and description, as screen readers look for them."""
    name = f'<title id="title">{escape(title)}</title>'
    words = f'{name}\n <desc id="desc">{escape(description)}</desc>'
    named = r'<svg role="img" aria-labelledby="title desc" \1>' + "\n " + _literal(words)
    return re.sub(r"<svg ([^>]*)>", named, svg, count=1)


def _literal(text: str) -> str:
    """A text that a replacement takes as it is."""
    return text.replace("\\", r"\\")
