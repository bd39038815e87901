"""What changed between two plans, as a table and in a sentence."""

from __future__ import annotations

from optimizer.cli.pages.study_words import sets_told
from optimizer.domain.catalog import Catalog
from optimizer.domain.changes import COUNTED, Change, ChangeKind, Changes
from optimizer.export.parts.grid import grid, paragraph
from optimizer.export.parts.names import DAY_NAMES, exercise_name
from optimizer.export.parts.numbers import plural

HEADERS = ("Session", "Change", "Exercise", "Sets")
WORDS: dict[ChangeKind, str] = {
    "kept": "kept",
    "sets": "other sets",
    "replaced": "replaced",
    "moved": "moved",
    "removed": "removed",
    "added": "added",
    "day": "on another day",
}


def changes_sentence(changes: Changes) -> str:
    """How much changed, and whether less was possible."""
    if not changes.count and not changes.set_changes:
        return "Nothing changes: the plan still keeps every rule."
    count = plural(changes.count, "change")
    if changes.count_proved is None:
        proof = ""
    elif changes.count_proved:
        proof = ", proved to be the fewest"
    else:
        proof = "; fewer may be possible, the search was stopped before the proof"
    numbers = [(len(changes.of_kind(kind)), WORDS[kind]) for kind in COUNTED]
    parts = [f"{number} {word}" for number, word in numbers if number]
    listed = f" ({', '.join(parts)})" if parts else ""
    sets = f"{plural(changes.set_changes, 'set')} more or less in exercises that stay"
    also = f"; {sets}" if changes.set_changes else ""
    return f"{count}{proof}{listed}{also}. {plural(len(changes.of_kind('kept')), 'exercise')} kept."


def changes_table(changes: Changes, catalog: Catalog, *, with_kept: bool = True) -> str:
    """Every line of the comparison; empty where there is none."""
    lines = [line for line in changes.lines if with_kept or line.kind != "kept"]
    rows: list[list[object]] = []
    last = None
    for line in lines:
        session = line.session if line.session != last else ""
        last = line.session
        done = " (done)" if line.session in changes.done and session else ""
        rows.append([f"{session}{done}", WORDS[line.kind], _what(line, catalog), _sets(line)])
    return grid(HEADERS, rows, widths={2: 66}) if rows else ""


def changes_part(changes: Changes, catalog: Catalog, *, with_kept: bool = True) -> str:
    """The sentence with the table under it."""
    table = changes_table(changes, catalog, with_kept=with_kept)
    sentence = paragraph(changes_sentence(changes))
    return f"{sentence}\n\n{table}" if table else sentence


def _what(line: Change, catalog: Catalog) -> str:
    if line.kind == "day":
        return f"{_day(line.day_before)} becomes {_day(line.day_after)}"
    name = exercise_name(catalog, line.exercise or "")
    if line.kind == "replaced":
        return f"{name} -> {exercise_name(catalog, line.by or '')}"
    if line.kind == "moved":
        return f"{name} -> session {line.to_session}"
    return name


def _day(day: str | None) -> str:
    return DAY_NAMES.get(day or "", day or "")


def _sets(line: Change) -> str:
    before, after = line.sets_before, line.sets_after
    if before is not None and after is not None and before != after:
        return f"{before} -> {after}"
    return sets_told(after if after is not None else before)
