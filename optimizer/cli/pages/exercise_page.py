"""One exercise as a page of text, with names where the record has ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import LEVELS, Exercise
from optimizer.export.parts.grid import grid, paragraph, underlined
from optimizer.export.parts.names import exercise_name, muscle_name
from optimizer.export.parts.numbers import plain

HARDEST = 5
NOTHING = "-"


def page(row: Exercise, catalog: Catalog) -> str:
    """Everything of a record."""
    fields = [
        *_what_it_is(row, catalog),
        *_what_it_trains(row, catalog),
        *_what_it_takes(row, catalog),
        *_relatives(row, catalog),
        *_origin(row, catalog),
    ]
    facts = grid(
        ("Field", row.id), [[name, text or NOTHING] for name, text in fields], widths={1: 78}
    )
    parts = [
        f"{underlined(row.name)}\n{paragraph(row.why)}",
        _list("How to do it", row.cues),
        _list("Careful", row.cautions),
        facts,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _list(title: str, lines: Iterable[str]) -> str:
    texts = [paragraph(line, bullet="- ") for line in lines]
    return "\n".join([title, *texts]) if texts else ""


def _what_it_is(row: Exercise, catalog: Catalog) -> Iterator[tuple[str, str]]:
    names = {pattern.id: pattern.name for pattern in catalog.patterns}
    patterns = [names.get(one, _words(one)) for one in row.pattern.every]
    yield "also called", ", ".join(row.aliases)
    yield "role", _words(row.role)
    yield "pattern", patterns[0] + (f"; also {', '.join(patterns[1:])}" if patterns[1:] else "")
    yield "mechanics", row.mechanics
    yield "sides", f"{row.laterality}, {_words(row.side_mode)}"
    yield "region", row.region
    yield "difficulty", f"{row.difficulty} of {HARDEST}"


def _what_it_trains(row: Exercise, catalog: Catalog) -> Iterator[tuple[str, str]]:
    areas = {area.id: area.name for area in catalog.mobility_areas}
    yield "moves in", ", ".join(row.planes.motion)
    yield "resists in", ", ".join(row.planes.resisted)
    yield "trains directly", ", ".join(muscle_name(catalog, one) for one in row.muscles.direct)
    yield "and indirectly", ", ".join(muscle_name(catalog, one) for one in row.muscles.indirect)
    mobilised = (areas.get(one, muscle_name(catalog, one)) for one in row.mobilises)
    yield "mobilises", ", ".join(mobilised)


def _what_it_takes(row: Exercise, catalog: Catalog) -> Iterator[tuple[str, str]]:
    flags = {flag.id: flag.name for flag in catalog.flags}
    contacts = f", {row.contacts_per_rep} landings a repetition" if row.contacts_per_rep else ""
    yield "equipment", "; or ".join(_needs(one, catalog) for one in row.equipment)
    yield "dose", _dose(row)
    yield "timing", _timing(row)
    yield "impact", row.impact + contacts
    yield "flags", ", ".join(flags.get(one, _words(one)) for one in row.flags)
    pains = (catalog.pain_by_id.get(one) for one in row.avoid_with)
    yield "not with", "; ".join(pain.name for pain in pains if pain)


def _needs(needs: dict[str, int], catalog: Catalog) -> str:
    items = catalog.equipment_by_id
    names = (
        (items[one].name if one in items else _words(one), count) for one, count in needs.items()
    )
    texts = [name if count == 1 else f"{count} x {name}" for name, count in names]
    return " and ".join(texts) or "nothing"


def _dose(row: Exercise) -> str:
    parts = []
    for numbers, unit in ((row.dose.reps, "repetitions"), (row.dose.hold_seconds, "s hold")):
        if numbers:
            by_level = ", ".join(
                f"{numbers[level]} {level}" for level in LEVELS if level in numbers
            )
            parts.append(f"{unit}: {by_level}")
    if row.dose.sets:
        parts.append(f"{row.dose.sets[0]} to {row.dose.sets[1]} sets")
    side = " (each side)" if row.has_sides and parts else ""
    return ("; ".join(parts) + side) if parts else "by level"


def _timing(row: Exercise) -> str:
    seconds = row.timing.seconds_per_rep
    once = f"{plain(seconds)} s a repetition, " if seconds else ""
    return f"{once}{row.timing.setup_seconds} s to set up"


def _relatives(row: Exercise, catalog: Catalog) -> Iterator[tuple[str, str]]:
    ladder = row.ladder
    yield "ladder", f"{_words(ladder.family)}, rung {ladder.rung}" if ladder else ""
    yield "harder", "; ".join(exercise_name(catalog, one) for one in row.progressions)
    yield "easier", "; ".join(exercise_name(catalog, one) for one in row.regressions)


def _origin(row: Exercise, catalog: Catalog) -> Iterator[tuple[str, str]]:
    titles = {source.id: source for source in catalog.sources}
    texts = []
    for one in row.sources:
        source = titles.get(one)
        year = f" ({source.year})" if source and source.year else ""
        texts.append(f"{source.title}{year} [{one}]" if source else one)
    yield "sources", "; ".join(texts)
    yield "stated there", ", ".join(_words(one) for one in row.stated)


def _words(identifier: str) -> str:
    return identifier.replace("_", " ")
