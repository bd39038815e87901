"""A comparison as a page of text: the advice first, then the numbers, then what differs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from optimizer.cli.changes_page import HEADERS, WORDS
from optimizer.cli.compare_words import advice, column_label
from optimizer.cli.study_words import coverage_told, sets_told
from optimizer.domain.catalog import Catalog
from optimizer.domain.changes import Change
from optimizer.domain.plan import TierResult
from optimizer.domain.scenario import Stock
from optimizer.domain.tiers import TIERS
from optimizer.export.parts.clock import clock
from optimizer.export.parts.coverage_rows import BELOW_FLOOR, BELOW_TARGET, goal, marked
from optimizer.export.parts.grid import TEXT_COLUMNS, grid, paragraph, underlined
from optimizer.export.parts.names import equipment_text, exercise_name, muscle_name
from optimizer.export.parts.numbers import percent, plural
from optimizer.studies.comparison import Because, Column, Comparison, Difference

AT_ONCE = 5
"""Columns of one table; more go into a further one."""
NAME_WIDTH = 25
NO_PLAN = "-"

Cell = Callable[[Column], str]
Row = tuple[str, str, Cell]
"""What a row is about, its goal, and its cell in a column."""

LEGEND = (
    f"Goal: floor to target, weekly sets (1 direct, 0.5 indirect) or credit. {BELOW_FLOOR} below the "
    f"floor, {BELOW_TARGET} below the target. {NO_PLAN} alone: no plan."
)
TIER_LEGEND = (
    "Less is better; a difference up to the number under Up to means little. In brackets what is "
    "proved that no plan gets under, where that is less than the value. `?` marks a value that is "
    "not proved within its tolerance. Taste decides only between weeks that are otherwise as good, "
    "and after the first column comes after keeping that one's exercises."
)


def compare_page(comparison: Comparison, catalog: Catalog, *, with_times: bool) -> str:
    """The whole page."""
    names = " | ".join(column.name for column in comparison.columns)
    first = comparison.columns[0]
    title = f"{first.scenario}: {names}" if comparison.kind == "kits" else names
    parts = [
        underlined(title),
        "\n".join(paragraph(text, bullet="- ") for text in advice(comparison, catalog)),
        *_tables(comparison, catalog),
        underlined("What each place has"),
        _equipment(comparison, catalog),
        *_differences(comparison, catalog),
        paragraph(_effort(comparison, with_times=with_times)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _tables(comparison: Comparison, catalog: Catalog) -> Iterator[str]:
    columns = comparison.columns
    if any(column.has_plan for column in columns):
        yield _table("Week", "Goal", [*_summary(), *_coverage(columns, catalog)], columns)
        yield paragraph(LEGEND)
        yield _table("Aim, in this order", "Up to", list(_aims(comparison)), columns)
        yield paragraph(TIER_LEGEND)


def _table(name: str, second: str, rows: Sequence[Row], columns: Sequence[Column]) -> str:
    """Rows by columns; of many columns several tables under one another."""
    tables = []
    for start in range(0, len(columns), AT_ONCE):
        shown = columns[start : start + AT_ONCE]
        width = (TEXT_COLUMNS - NAME_WIDTH - 10) // len(shown) - 2
        headers = [name, second, *(column_label(column.name, width) for column in shown)]
        cells = [[row[0], row[1], *(_cell(row[2], column) for column in shown)] for row in rows]
        right = range(2, len(headers))
        widths = {0: NAME_WIDTH}
        tables.append(grid(headers, cells, right=right, widths=widths))
    return "\n\n".join(tables)


def _cell(cell: Cell, column: Column) -> str:
    return cell(column) if column.has_plan else NO_PLAN


def _summary() -> Iterator[Row]:
    yield "training time, min:s", "", lambda column: clock(column.seconds)
    yield "exercises", "", lambda column: str(len(column.exercises))
    yield "working sets", "", lambda column: str(column.sets)
    yield "compound share", "", lambda column: percent(column.plan.coverage.compound_share)
    yield "one-leg share", "", lambda column: percent(column.plan.coverage.unilateral_share)


def _coverage(columns: Sequence[Column], catalog: Catalog) -> Iterator[Row]:
    """Muscles and planes; a goal that differs from column to column is left to the pictures."""
    first = next(column for column in columns if column.has_plan).plan.coverage
    for muscle in first.muscles:
        yield (
            muscle_name(catalog, muscle.id),
            goal(muscle.floor, muscle.target),
            _muscle(muscle.id),
        )
    for plane in first.planes:
        yield f"{plane.id} plane", goal(plane.floor, plane.target), _plane(plane.id)


def _muscle(identifier: str) -> Cell:
    def cell(column: Column) -> str:
        found = [one for one in column.plan.coverage.muscles if one.id == identifier]
        return marked(found[0].sets, found[0].floor, found[0].target) if found else NO_PLAN

    return cell


def _plane(identifier: str) -> Cell:
    def cell(column: Column) -> str:
        found = [one for one in column.plan.coverage.planes if one.id == identifier]
        return marked(found[0].credit, found[0].floor, found[0].target) if found else NO_PLAN

    return cell


def _aims(comparison: Comparison) -> Iterator[Row]:
    """Every tier that some column has; tiers about the deal alone say nothing here."""
    held = {tier.id for column in comparison.columns for tier in column.plan.tiers}
    for tier in TIERS:
        if tier.id not in held or tier.id == "tie_break":
            continue
        if tier.scope == "this week":
            yield f"{tier.name}", "taste", _tier(tier.id)
        else:
            yield tier.name, str(_tolerance(comparison, tier.id)), _tier(tier.id)


def _tolerance(comparison: Comparison, tier: str) -> int:
    costs = (
        cost
        for column in comparison.columns
        if column.standing is not None
        for cost in column.standing.tiers
        if cost.id == tier
    )
    return max((cost.tolerance for cost in costs), default=0)


def _tier(identifier: str) -> Cell:
    def cell(column: Column) -> str:
        found = [tier for tier in column.plan.tiers if tier.id == identifier]
        return _value(found[0]) if found else NO_PLAN

    return cell


def _value(tier: TierResult) -> str:
    if tier.scope == "this week":
        return str(tier.value)
    bound = f" ({tier.bound})" if tier.bound != tier.value else ""
    return f"{tier.value}{bound}{'' if tier.proved else ' ?'}"


def _equipment(comparison: Comparison, catalog: Catalog) -> str:
    return "\n".join(
        paragraph(f"{column.name}: {_places(column, catalog)}", bullet="- ")
        for column in comparison.columns
    )


def _places(column: Column, catalog: Catalog) -> str:
    several = len(column.equipment) > 1
    parts = []
    for place, stock in column.equipment.items():
        held = ", ".join(_item(item, one, catalog) for item, one in stock.items())
        parts.append(f"{f'{place}: ' if several else ''}{held or 'nothing but the house'}")
    return "; ".join(parts) + "."


def _item(item: str, stock: Stock, catalog: Catalog) -> str:
    loads = f" ({', '.join(f'{load:g}' for load in stock.loads_kg)} kg)" if stock.loads_kg else ""
    is_fixture = catalog.equipment_by_id[item].fixture
    name = item if is_fixture else equipment_text(catalog, {item: stock.count})
    return f"{name}{loads}"


def _differences(comparison: Comparison, catalog: Catalog) -> Iterator[str]:
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
        proof = f"proved: at least {found.changes_least} of as many"
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


def _effort(comparison: Comparison, *, with_times: bool) -> str:
    solves = plural(comparison.solves, "solve")
    shared = f", {comparison.shared} shared with an equal problem" if comparison.shared else ""
    again = plural(comparison.re_solves, "re-solve")
    text = f"{solves}{shared}, {again} for the differences."
    if not with_times or not comparison.effort:
        return text
    first, second = comparison.effort["solve_seconds"], comparison.effort["re_solve_seconds"]
    return f"{text} Solving took {first:.1f} s, the differences {second:.1f} s."
