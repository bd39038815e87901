"""Text on one line that cannot command a terminal."""

from __future__ import annotations


def on_one_line(text: str) -> str:
    """The text with line breaks and control characters turned into single spaces."""
    printable = (letter if letter.isprintable() else " " for letter in text)
    return " ".join("".join(printable).split())
