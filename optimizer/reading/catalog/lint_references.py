"""Whether everything that catalog records refer to exists."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise
from optimizer.errors import Complaint
from optimizer.reading.close_matches import did_you_mean


def unknown_references(catalog: Catalog) -> Iterator[Complaint]:
    """A complaint for every id that no record has."""
    known = _known(catalog)
    for exercise in catalog.exercises:
        for noun, names in _of_exercise(exercise):
            yield from _missing(exercise.id, noun, names, known[noun])
    yield from _of_vocabulary(catalog, known)


def _known(catalog: Catalog) -> dict[str, frozenset[str]]:
    ids: dict[str, Iterable[Any]] = {
        "exercise": catalog.exercises,
        "muscle": catalog.muscles,
        "equipment item": catalog.equipment,
        "pattern": catalog.patterns,
        "pain": catalog.pains,
        "flag": catalog.flags,
        "source": catalog.sources,
    }
    known = {noun: _ids(records) for noun, records in ids.items()}
    areas = (area for region in catalog.mobility_areas for area in (region.id, *region.areas))
    known["mobility area"] = frozenset(areas) | known["muscle"]
    return known


def _ids(records: Iterable[Any]) -> frozenset[str]:
    return frozenset(record.id for record in records)


def _of_exercise(exercise: Exercise) -> Iterator[tuple[str, Iterable[str]]]:
    yield "pattern", exercise.pattern.every
    yield "muscle", (*exercise.muscles.direct, *exercise.muscles.indirect)
    yield "mobility area", exercise.mobilises
    yield "equipment item", (item for choice in exercise.equipment for item in choice)
    yield "flag", exercise.flags
    yield "pain", exercise.avoid_with
    yield "source", exercise.sources
    yield "exercise", (*exercise.progressions, *exercise.regressions)


def _of_vocabulary(catalog: Catalog, known: dict[str, frozenset[str]]) -> Iterator[Complaint]:
    for item in catalog.equipment:
        yield from _missing(item.id, "equipment item", item.stand_ins, known["equipment item"])
    for kit in catalog.kits:
        yield from _missing(kit.id, "equipment item", kit.holds, known["equipment item"])
    for group in catalog.pattern_groups:
        yield from _missing(group.id, "pattern", group.patterns, known["pattern"])
    for pain in catalog.pains:
        yield from _missing(pain.id, "muscle", pain.muscles, known["muscle"])
        yield from _missing(pain.id, "flag", pain.avoid_flags, known["flag"])
        yield from _missing(pain.id, "exercise", pain.every_helper, known["exercise"])
        yield from _missing(pain.id, "source", pain.sources, known["source"])


def _missing(
    owner: str, noun: str, names: Iterable[str], known: Collection[str]
) -> Iterator[Complaint]:
    for name in dict.fromkeys(names):
        if name not in known:
            hint = did_you_mean(name, sorted(known), f"add the {noun} or delete the reference")
            yield Complaint("unknown-reference", f"{owner}: there is no {noun} {name}", hint=hint)
