"""Whether names mean one exercise each, and each exercise is one of its own."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise
from optimizer.errors import Complaint

MOST_ALIKE = 0.9


def ambiguous_names(catalog: Catalog) -> Iterator[Complaint]:
    """Spellings that more than one exercise, or one exercise twice, goes by."""
    owner: dict[str, str] = {}
    for exercise in catalog.exercises:
        own: set[str] = set()
        if exercise.name.lower().replace(" ", "_") != exercise.id:
            own.add(exercise.id)
            yield from _taken(exercise.id, exercise.id, owner)
        for spelling in (exercise.name, *exercise.aliases):
            plain = " ".join(spelling.lower().split())
            if plain in own:
                message = f'{exercise.id}: the name "{spelling}" stands twice'
                yield Complaint("catalog-lint", message, hint="delete one of the two")
                continue
            own.add(plain)
            yield from _taken(exercise.id, plain, owner)


def _taken(exercise: str, plain: str, owner: dict[str, str]) -> Iterator[Complaint]:
    first = owner.setdefault(plain, exercise)
    if first != exercise:
        message = f'{exercise}: the name "{plain}" belongs to {first} already'
        yield Complaint("catalog-lint", message, hint="give one of the two another name")


def near_copies(catalog: Catalog) -> Iterator[Complaint]:
    """Pairs that differ in nothing a plan would notice, and hardly in their names."""
    alike: dict[object, list[Exercise]] = {}
    for exercise in catalog.exercises:
        alike.setdefault(_essence(exercise), []).append(exercise)
    for group in alike.values():
        for first, second in combinations(group, 2):
            names = (first.name.lower(), second.name.lower())
            if SequenceMatcher(None, *names).ratio() > MOST_ALIKE:
                message = f"{second.id}: has the work, equipment and nearly the name of {first.id}"
                hint = "merge the two, and keep one name as an alias"
                yield Complaint("catalog-lint", message, hint=hint)


def _essence(exercise: Exercise) -> object:
    equipment = frozenset(frozenset(choice.items()) for choice in exercise.equipment)
    work = (frozenset(exercise.muscles.direct), frozenset(exercise.muscles.indirect))
    return (exercise.pattern.primary, work, equipment, exercise.ladder)
