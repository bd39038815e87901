"""The exercise that a person means: by id, name, alias, or one close match."""

from __future__ import annotations

from difflib import SequenceMatcher

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise
from optimizer.errors import InputError
from optimizer.reading.close_matches import LONGEST_WORD
from optimizer.reading.exercise_names import ExerciseNames

SURE = 0.85
"""Likeness, from 0 to 1, from which a single close match is taken for what was meant."""
AHEAD = 0.04
"""How much likelier than any other exercise the close match must be."""


def named_exercise(name: str, catalog: Catalog) -> Exercise:
    """The exercise of a name; hyphens, underscores, case and small slips do not matter.

    Raises
    ------
    InputError
        ``unknown-exercise`` or ``ambiguous-name``, with close matches.
    """
    names = ExerciseNames(catalog)
    identifier = names.id_of(name) or _plainly(name, catalog) or _by_words(name, catalog)
    identifier = identifier or _closest(name, catalog)
    if identifier is None:
        raise InputError(names.complaint(name, ()))
    return catalog.exercise_by_id[identifier]


def _plainly(name: str, catalog: Catalog) -> str | None:
    """The one exercise of which some spelling is the name but for hyphens and the like."""
    owners = [row.id for row in catalog.exercises if _plain(name) in _spellings(row)]
    return owners[0] if len(owners) == 1 else None


def _by_words(name: str, catalog: Catalog) -> str | None:
    """The one exercise of which some spelling holds all the words."""
    words = set(_plain(name).split())
    owners = [
        row.id
        for row in catalog.exercises
        if any(words <= set(spelling.split()) for spelling in _spellings(row))
    ]
    return owners[0] if len(owners) == 1 else None


def _closest(name: str, catalog: Catalog) -> str | None:
    """The one exercise that is close to the name, and clearly closer than any other."""
    if len(name) > LONGEST_WORD:
        return None
    scores = sorted(((_likeness(name, row), row.id) for row in catalog.exercises), reverse=True)
    (best, identifier), (second, _) = scores[0], scores[1] if scores[1:] else (0.0, "")
    return identifier if best >= SURE and best - second >= AHEAD else None


def _likeness(name: str, row: Exercise) -> float:
    matcher = SequenceMatcher(a="", b=_plain(name), autojunk=False)
    best = 0.0
    for spelling in _spellings(row):
        matcher.set_seq1(spelling)
        if matcher.real_quick_ratio() >= SURE and matcher.quick_ratio() >= SURE:
            best = max(best, matcher.ratio())
    return best


def _spellings(row: Exercise) -> tuple[str, ...]:
    return tuple(_plain(spelling) for spelling in (row.id, row.name, *row.aliases))


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").replace("_", " ").split())
