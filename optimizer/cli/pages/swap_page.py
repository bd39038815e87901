"""What can replace an item, as a page of text."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.cli.pages.study_words import costs_told, coverage_told, named, sets_told
from optimizer.domain.catalog import Catalog
from optimizer.export.parts.clock import clock
from optimizer.export.parts.doses import amount
from optimizer.export.parts.grid import grid, paragraph, underlined
from optimizer.export.parts.names import exercise_name, words
from optimizer.export.parts.numbers import plural
from optimizer.studies.in_hand.swap import Replacement, Swap

HEADERS = ("#", "Exercise", "Sets x reps", "Session", "Costs", "Less", "More")
WIDTHS = {1: 26, 2: 11, 3: 8, 4: 16, 5: 15, 6: 15}


def swap_page(swap: Swap, catalog: Catalog, most: int) -> str:
    """The ranked replacements, the first ``most`` of them, and what keeps the others out."""
    parts = [underlined(_title(swap, catalog)), *_before(swap)]
    parts += _table(swap, catalog, most) if swap.replacements else _none(swap)
    parts += _hindrances(swap, catalog)
    return "\n\n".join(part for part in parts if part) + "\n"


def _title(swap: Swap, catalog: Catalog) -> str:
    return (
        f"Instead of {swap.item}, {named(catalog, swap.exercise)}, {sets_told(swap.sets)}, "
        f"in session {swap.session}"
    )


def _before(swap: Swap) -> Iterator[str]:
    used, limit = clock(swap.session_seconds), clock(swap.limit_seconds)
    time = f"The session takes {used} of {limit} min now."
    if not swap.broken_before:
        yield paragraph(f"{time} Everything else stays as it is.")
        return
    broken = plural(len(swap.broken_before), "rule breach", "rule breaches")
    lines = [paragraph(line, bullet="- ") for line in swap.broken_before]
    text = f"{time} As it stands the plan has {broken}; every replacement below mends all of them."
    yield "\n".join([paragraph(text), *lines])


def _table(swap: Swap, catalog: Catalog, most: int) -> Iterator[str]:
    shown = swap.replacements[:most]
    found = f"{len(swap.replacements)} of {plural(swap.tried, 'exercise')} keep every rule"
    first = f"; the best {len(shown)}" if len(shown) < len(swap.replacements) else ""
    yield paragraph(f"{found}{first}, in the order of the aims:")
    rows = [_row(swap, one, catalog) for one in shown]
    yield grid(HEADERS, rows, right=(0,), widths=WIDTHS)
    legend = "Costs: aims that get worse (+) or better (-), in their units; time is beside it. "
    legend += "Less and More: weekly sets of muscles, credit of planes."
    take = "To take one, with its number: the same command with `--take 1 --output new.json`."
    yield "\n".join([paragraph(legend), paragraph(take)])


def _row(swap: Swap, one: Replacement, catalog: Catalog) -> list[object]:
    once = amount(one.reps, one.hold_seconds, per_side=one.per_side)
    change = one.session_seconds - swap.session_seconds
    sign = "+" if change > 0 else ""
    prepared = one.preparation_seconds - swap.preparation_seconds
    longer = f", preparation {'+' if prepared > 0 else ''}{clock(prepared)}" if prepared else ""
    return [
        one.rank,
        exercise_name(catalog, one.exercise),
        f"{one.sets} x {once}",
        f"{clock(one.session_seconds)} ({sign}{clock(change)}{longer})",
        costs_told(one.tiers),
        coverage_told(catalog, one.coverage, lost=True) or "-",
        coverage_told(catalog, one.coverage, lost=False) or "-",
    ]


def _none(swap: Swap) -> Iterator[str]:
    yield paragraph(
        f"Nothing can take its place: each of {plural(swap.tried, 'exercise')} would break a rule "
        "while everything else stays as it is."
    )
    if swap.pinned:
        text = "The scenario pins this exercise in this session. Take the pin out, then ask again."
    else:
        text = "To let the rest of the week change as well, add the exercise to `athlete.never` "
        text += "in the scenario and make a new plan with the fewest changes: "
        text += "`triplane replan SCENARIO --from PLAN`."
    yield paragraph(text)


def _hindrances(swap: Swap, catalog: Catalog) -> Iterator[str]:
    if not swap.hindrances:
        return
    lines = []
    for one in swap.hindrances:
        who = exercise_name(catalog, one.exercises[0])
        text = f"{words(one.rule)}: {plural(len(one.exercises), 'exercise')}, such as {who}"
        lines.append(paragraph(f"{text} ({one.example}).", bullet="- "))
    yield "\n".join(["What keeps the others out:", *lines])
