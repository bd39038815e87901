"""What differs between the columns of a comparison: forced and free, as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from optimizer.cli.pages.changes_page import HEADERS, WORDS
from optimizer.cli.pages.study_words import coverage_told, sets_told
from optimizer.domain.catalog import Catalog
from optimizer.domain.changes import Change
from optimizer.export.parts.grid import grid, paragraph, underlined
from optimizer.export.parts.names import exercise_name
from optimizer.export.parts.numbers import plural
from optimizer.studies.comparing.comparison import Because, Column, Comparison, Difference


def differences_parts(comparison: Comparison, catalog: Catalog) -> Iterator[str]:
    """A part for each column after the first: what is forced, what is free, what it covers."""
    for column in comparison.columns:
        if column.difference is not None:
            yield underlined(f"From {column.difference.against} to {column.name}")
            yield from _difference(column, column.difference, catalog)


def _difference(column: Column, found: Difference, catalog: Catalog) -> Iterator[str]:
    if not found.forced:
        yield paragraph(f"Nothing has to change: the week of {found.against} stays as it is.")
    else:
        yield paragraph(_forced_sentence(column, found))
        yield _forced_table(found.forced, catalog)
    if found.free:
        yield paragraph(_free_sentence(column, found, catalog))
    for title, lost in (("more", False), ("less", True)):
        told = coverage_told(catalog, found.coverage, lost=lost)
        if told:
            yield paragraph(f"Weekly sets or credit, {title}: {told}.")


def _forced_sentence(column: Column, found: Difference) -> str:
    count = plural(found.changes.count, "change")
    sets = found.changes.set_changes
    also = f", and {plural(sets, 'set')} more or less in what stays" if sets else ""
    if not found.changes.count:
        return f"Forced: no exercise{also}."
    if found.changes.count_proved:
        proof = f"proved: no {column.name} week that is as good has fewer"
    elif found.changes_least:
        proof = f"proved: at least {found.changes_least} are needed"
    else:
        proof = "it is not proved that fewer would not do"
    return (
        f"Forced: {count} ({proof}){also}. Where a cause is given, that very change is forced; "
        "of the others the number is, and another exercise may serve."
    )


def _forced_table(lines: Sequence[Because], catalog: Catalog) -> str:
    rows: list[list[object]] = []
    last = None
    for line in lines:
        change = line.change
        session = change.session if change.session != last else ""
        last = change.session
        what = [session, WORDS[change.kind], _what(change, catalog), _sets(change), line.because]
        rows.append(list(what))
    return grid((*HEADERS, "Cause"), rows, widths={2: 46, 4: 22})


def _what(change: Change, catalog: Catalog) -> str:
    name = exercise_name(catalog, change.exercise or "")
    if change.kind == "replaced":
        return f"{name} -> {exercise_name(catalog, change.by or '')}"
    if change.kind == "moved":
        return f"{name} -> session {change.to_session}"
    return name if change.kind != "day" else f"{change.day_before} becomes {change.day_after}"


def _sets(change: Change) -> str:
    before, after = change.sets_before, change.sets_after
    if before is not None and after is not None and before != after:
        return f"{before} -> {after}"
    return sets_told(after if after is not None else before)


def _free_sentence(column: Column, found: Difference, catalog: Catalog) -> str:
    kept = [f"{exercise_name(catalog, one.exercise or '')} ({one.session})" for one in found.free]
    return (
        f"Free: the best {column.name} week found on its own also gave up {', '.join(kept)}; the "
        f"week shown keeps {'it' if len(kept) == 1 else 'them'} and is as good."
    )
