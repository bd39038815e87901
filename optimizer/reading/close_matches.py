"""Names that a misspelt word may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_WORD = 64


def close_matches(word: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Known names that resemble a word, the likeliest first.

    Parameters
    ----------
    word
        What was written; case, spaces and hyphens do not count.
    known
        The names that would have been right.
    most
        How many to return at most.

    Returns
    -------
    tuple of str
        Nothing for words longer than any name, so that hostile input costs no time.
    """
    if len(word) > LONGEST_WORD:
        return ()
    by_plain: dict[str, str] = {}
    for name in known:
        by_plain.setdefault(_plain(name), name)
    found = get_close_matches(_plain(word), by_plain, n=most, cutoff=0.6)
    return tuple(by_plain[plain] for plain in found)


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint that names the close matches, or else says something more general."""
    matches = close_matches(word, known)
    return f"did you mean {' or '.join(matches)}?" if matches else otherwise


def _plain(word: str) -> str:
    return word.strip().lower().replace(" ", "_").replace("-", "_")
