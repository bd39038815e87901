"""A comparison as a page of text: the advice first, then the numbers, then what differs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from optimizer.cli.pages.compare_differences import differences_parts
from optimizer.cli.pages.compare_words import advice, column_label
from optimizer.cli.pages.tier_numbers import UNITS, tier_number, tier_value
from optimizer.domain.catalog import Catalog
from optimizer.domain.scenario import Stock
from optimizer.domain.tiers import TIERS
from optimizer.export.parts.clock import clock
from optimizer.export.parts.coverage_rows import BELOW_FLOOR, BELOW_TARGET, goal, marked
from optimizer.export.parts.grid import TEXT_COLUMNS, grid, paragraph, underlined
from optimizer.export.parts.names import equipment_text, muscle_name
from optimizer.export.parts.numbers import percent, plural
from optimizer.studies.comparing.comparison import Column, Comparison

AT_ONCE = 5
"""Columns of one table at most; more go into a further one."""
NAME_WIDTH = 26
NO_PLAN = "-"

Cell = Callable[[Column], str]
Row = tuple[str, str, Cell]
"""What a row is about, its goal, and its cell in a column."""

LEGEND = (
    "Goal: floor to target, in weekly sets (1 direct, 0.5 indirect) or credit. "
    f"{BELOW_FLOOR} below the floor, {BELOW_TARGET} below the target. {NO_PLAN} alone: no plan."
)
TIER_LEGEND = (
    "Less is better; a difference up to the number under Up to means little. In brackets what is "
    "proved that no plan gets under, where that is less than the value. `?` marks a value that is "
    "not proved within its tolerance; so it may be where the first column's week stays. Taste "
    "decides only between weeks that are otherwise as good, and after the first column comes "
    "after keeping that one's exercises."
)


def compare_page(comparison: Comparison, catalog: Catalog, *, with_times: bool) -> str:
    """The whole page."""
    names = " | ".join(column.name for column in comparison.columns)
    first = comparison.columns[0]
    title = f"{first.scenario}: {names}" if comparison.kind == "kits" else names
    if len(title) > TEXT_COLUMNS:
        title = first.scenario if comparison.kind == "kits" else "Weeks side by side"
    parts = [
        underlined(title),
        "\n".join(paragraph(text, bullet="- ") for text in advice(comparison, catalog)),
        *_tables(comparison, catalog),
        underlined("What each place has"),
        _equipment(comparison, catalog),
        *differences_parts(comparison, catalog),
        paragraph(_effort(comparison, with_times=with_times)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _tables(comparison: Comparison, catalog: Catalog) -> Iterator[str]:
    columns = comparison.columns
    if any(column.has_plan for column in columns):
        yield _table("Week", "Goal", [*_summary(catalog), *_coverage(columns, catalog)], columns)
        yield paragraph(LEGEND)
        yield _table("Aim, in this order", "Up to", list(_aims(comparison)), columns)
        yield paragraph(TIER_LEGEND)


def _table(name: str, second: str, rows: Sequence[Row], columns: Sequence[Column]) -> str:
    """Rows by columns; of more columns than fit several tables under one another."""
    cells = [[_cell(row[2], column) for column in columns] for row in rows]
    room = TEXT_COLUMNS - NAME_WIDTH - max(len(second), *(len(row[1]) for row in rows)) - 2
    widest = max(len(cell) for row in cells for cell in row)
    at_once = max(1, min(AT_ONCE, room // (widest + 2)))
    tables = []
    for start in range(0, len(columns), at_once):
        shown = range(start, min(start + at_once, len(columns)))
        width = room // len(shown) - 2
        headers = [name, second, *(column_label(columns[at].name, width) for at in shown)]
        lines = [
            [row[0], row[1], *(texts[at] for at in shown)]
            for row, texts in zip(rows, cells, strict=True)
        ]
        right = range(2, len(headers))
        tables.append(grid(headers, lines, right=right, widths={0: NAME_WIDTH}))
    return "\n\n".join(tables)


def _cell(cell: Cell, column: Column) -> str:
    return cell(column) if column.has_plan else NO_PLAN


def _summary(catalog: Catalog) -> Iterator[Row]:
    yield "training time, min:s", "", lambda column: clock(column.seconds)
    yield "exercises", "", lambda column: str(len(column.exercises))
    yield "working sets", "", lambda column: str(column.sets)
    yield "sets with weights", "", lambda column: str(_sets_with_weights(column, catalog))
    yield "compound share", "", lambda column: percent(column.plan.coverage.compound_share)
    yield "one-leg share", "", lambda column: percent(column.plan.coverage.unilateral_share)


def _sets_with_weights(column: Column, catalog: Catalog) -> int:
    loads = {item.id for item in catalog.equipment if item.load}
    items = (item for session in column.plan.sessions for item in session.items)
    return sum(item.sets for item in items if not loads.isdisjoint(item.equipment))


def _coverage(columns: Sequence[Column], catalog: Catalog) -> Iterator[Row]:
    """Muscles and planes, each with its goal where all columns share it."""
    coverages = [column.plan.coverage for column in columns if column.has_plan]
    for muscle in coverages[0].muscles:
        goals = [
            goal(one.floor, one.target)
            for coverage in coverages
            for one in coverage.muscles
            if one.id == muscle.id
        ]
        yield muscle_name(catalog, muscle.id), _shared(goals), _muscle(muscle.id)
    for plane in coverages[0].planes:
        goals = [
            goal(one.floor, one.target)
            for coverage in coverages
            for one in coverage.planes
            if one.id == plane.id
        ]
        yield f"{plane.id} plane", _shared(goals), _plane(plane.id)


def _shared(goals: Sequence[str]) -> str:
    return goals[0] if len(set(goals)) == 1 else "varies"


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
    """Every tier that some column has; the one about the deal's order says nothing here."""
    held = {tier.id for column in comparison.columns for tier in column.plan.tiers}
    for tier in TIERS:
        if tier.id in held and tier.id != "tie_break":
            is_taste = tier.scope == "this week"
            tolerance = comparison.tolerances.get(tier.id, 0)
            room = "taste" if is_taste else tier_number(tier.id, tolerance)
            yield f"{tier.name}{UNITS.get(tier.id, '')}", room, _tier(tier.id)


def _tier(identifier: str) -> Cell:
    def cell(column: Column) -> str:
        found = [tier for tier in column.plan.tiers if tier.id == identifier]
        return tier_value(found[0]) if found else NO_PLAN

    return cell


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


def _effort(comparison: Comparison, *, with_times: bool) -> str:
    solves = plural(comparison.solves, "solve")
    shared = f", {comparison.shared} shared with an equal problem" if comparison.shared else ""
    again = plural(comparison.re_solves, "re-solve")
    text = f"{solves}{shared}, {again} for the differences."
    if not with_times or not comparison.effort:
        return text
    first, second = comparison.effort["solve_seconds"], comparison.effort["re_solve_seconds"]
    return f"{text} Solving took {first:.1f} s, the differences {second:.1f} s."
