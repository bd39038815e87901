"""Exercises by names as people write them: plurals, hyphens, short forms, word order, typos.

A name is never guessed by meaning. Only a word that the whole catalog does not know may count as
a typo of one that it knows, and only where a single exercise fits; so *adduction* never becomes
*abduction*. A name that was taken for a typo is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from optimizer.domain.catalog import Catalog
from optimizer.errors import Complaint
from optimizer.reading.close_matches import LONGEST_WORD
from optimizer.reading.exercise_names import ExerciseNames
from optimizer.reading.wording import Path, shown

SHORT_FORMS = {
    "bb": "barbell",
    "bw": "bodyweight",
    "db": "dumbbell",
    "kb": "kettlebell",
    "mb": "medicine ball",
    "rdl": "romanian deadlift",
    "sl": "single leg",
    "one": "single",
    "1": "single",
    "2": "two",
    "double": "two",
}
PLURAL_FROM_LETTERS = 3
PLURALS_IN_ES = ("ches", "shes", "sses", "xes")
TYPO_LIKENESS = 0.75
SUGGESTION_LIKENESS = 0.34
SUGGESTIONS_MOST = 3


@dataclass(frozen=True)
class FoundExercise:
    """The id that a name stands for, and whether a word had to be taken for a typo."""

    id: str
    has_typo: bool = False


class LooseNames:
    """Looks up exercises by any way of writing their id, name or aliases."""

    def __init__(self, catalog: Catalog) -> None:
        self._names = ExerciseNames(catalog)
        self._ids: dict[tuple[str, ...], list[str]] = {}
        self._title = {row.id: row.name for row in catalog.exercises}
        for row in catalog.exercises:
            for spelling in (row.id, row.name, *row.aliases):
                owners = self._ids.setdefault(_key(spelling), [])
                if row.id not in owners:
                    owners.append(row.id)
        self._words = frozenset(word for key in self._ids for word in key)

    def find(self, name: str) -> FoundExercise | None:
        """The one exercise that the name stands for; None where there is none or a choice."""
        exact = self._names.id_of(name)
        if exact is not None:
            return FoundExercise(exact)
        if len(name) > LONGEST_WORD:
            return None
        known = self._ids.get(_key(name))
        owners = known or self._with_typos(_key(name))
        return FoundExercise(owners[0], has_typo=not known) if len(owners) == 1 else None

    def is_name(self, name: str) -> bool:
        """Whether the text stands for an exercise without a typo."""
        return self._names.id_of(name) is not None or len(self._ids.get(_key(name), ())) == 1

    def complaint(self, name: str, path: Path) -> Complaint:
        """Why the name stands for no single exercise, and what may have been meant."""
        is_short = len(name) <= LONGEST_WORD
        owners = self._ids.get(_key(name), []) if is_short else []
        owners = owners or (self._with_typos(_key(name)) if is_short else [])
        near = owners if len(owners) > 1 else self._near(_key(name)) if is_short else []
        if not near:
            return self._names.complaint(name, path)
        choices = " or ".join(f"{owner} ({self._title[owner]})" for owner in near)
        if len(owners) > 1:
            text, code = f"{shown(name)} fits more than one exercise", "ambiguous-name"
        else:
            text, code = f"the catalog has no exercise {shown(name)}", "unknown-exercise"
        return Complaint(code, text, hint=f"did you mean {choices}?", path=path)

    def _with_typos(self, key: tuple[str, ...]) -> list[str]:
        """Exercises whose words are these, but for words that no exercise has."""
        found: list[str] = []
        for known, owners in self._ids.items():
            if self._is_typo(key, known):
                found += [owner for owner in owners if owner not in found]
        return found

    def _is_typo(self, key: tuple[str, ...], known: tuple[str, ...]) -> bool:
        if len(key) != len(known):
            return False
        strange = [word for word in key if word not in self._words]
        missing = [word for word in known if word not in key]
        rest = [word for word in key if word in self._words]
        if not strange or sorted((*rest, *missing)) != sorted(known):
            return False
        if len(strange) != len(missing):
            return False
        return all(_likeness(*pair) >= TYPO_LIKENESS for pair in zip(strange, missing, strict=True))

    def _near(self, key: tuple[str, ...]) -> list[str]:
        """Exercises that share many words with the name, the nearest first."""
        likeness: dict[str, float] = {}
        for known, owners in self._ids.items():
            shared = len(set(key) & set(known)) / len(set(key) | set(known))
            for owner in owners:
                likeness[owner] = max(shared, likeness.get(owner, 0.0))
        near = [owner for owner, shared in likeness.items() if shared >= SUGGESTION_LIKENESS]
        return sorted(near, key=lambda owner: -likeness[owner])[:SUGGESTIONS_MOST]


def _key(name: str) -> tuple[str, ...]:
    """The words of a name in alphabetical order, in the singular, short forms spelt out."""
    words = re.sub(r"[^a-z0-9]+", " ", name.lower().replace("'", "")).split()
    singular = map(_singular, words)
    spelt = " ".join(SHORT_FORMS.get(word, word) for word in singular)
    return tuple(sorted(spelt.split()))


def _singular(word: str) -> str:
    """The word without the ending of a plural; the same on both sides, so it need be no word."""
    if word.endswith(PLURALS_IN_ES):
        return word[:-2]
    is_plural = word.endswith("s") and not word.endswith("ss")
    return word[:-1] if is_plural and len(word) >= PLURAL_FROM_LETTERS else word


def _likeness(first: str, second: str) -> float:
    return SequenceMatcher(None, first, second).ratio()
