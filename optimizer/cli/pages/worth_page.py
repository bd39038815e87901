"""The worth of equipment as a page of text: the advice first, then the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from optimizer.cli.pages.worth_words import advice, gain_told, items_told, sure_told
from optimizer.domain.catalog import Catalog
from optimizer.export.parts.grid import grid, paragraph, underlined
from optimizer.export.parts.numbers import plain, plural
from optimizer.studies.buying.kit_worth import KitWorth, SetWorth

PAIRS_SHOWN = 10
LEGEND = (
    "Compared by what can be trained at all, then by the aims in their order; the first that "
    "differs beyond its tolerance decides. A proved amount holds between any best weeks of the "
    "two; the numbers beside it are those of the weeks found. An item that is owned need not be "
    "used. How many things are fetched in a session is no reason to buy, and not counted."
)


def worth_page(worth: KitWorth, catalog: Catalog, *, with_times: bool) -> str:
    """The whole page."""
    where = f" at {worth.places[0]}" if len(worth.places) == 1 else ""
    head = underlined(f"{worth.scenario}: what equipment{where} is worth")
    if worth.reached.status == "unknown":
        text = "No plan was found in time, so nothing can be weighed; give more --seconds."
        return f"{head}\n\n{text}\n"
    parts = [head]
    if worth.reached.status == "no plan":
        parts.append("As it is no plan exists: that is proved. What would make one possible:")
    parts.append("\n".join(paragraph(text, bullet="- ") for text in advice(worth, catalog)))
    parts += _part("Worth buying", worth.items, worth, catalog, "better")
    parts += _part(
        "Pairs that are worth more than either alone",
        worth.pairs[:PAIRS_SHOWN],
        worth,
        catalog,
        "better",
    )
    if not worth.pairs:
        proof = ", proved." if worth.pairs_proved else ", as far as was settled."
        parts.append(f"No pair is worth more than either item alone{proof}")
    parts += _part("What a loss would cost", worth.losses, worth, catalog, "worse")
    parts += [paragraph(LEGEND), paragraph(_effort(worth, with_times=with_times))]
    return "\n\n".join(parts) + "\n"


def _part(
    title: str, found: Sequence[SetWorth], worth: KitWorth, catalog: Catalog, verdict: str
) -> Iterator[str]:
    """A table of those that matter, and the names of the others."""
    telling = [one for one in found if one.gain.verdict == verdict]
    if not found:
        return
    yield underlined(title)
    if telling:
        yield _table(telling, worth, catalog)
    else:
        yield "None, beyond the tolerances."
    for text, others in _others(found, verdict):
        names = ", ".join(items_told(one.items, worth.places, catalog) for one in others)
        yield paragraph(f"{text}: {names}.")


def _others(found: Sequence[SetWorth], verdict: str) -> Iterator[tuple[str, list[SetWorth]]]:
    what = "gain" if verdict == "better" else "loss"
    texts = {
        "equal problem": f"No {what}: not one exercise changes",
        "bound": f"No {what} beyond the tolerances, proved by a bound",
        "solve": f"No {what} beyond the tolerances, proved by solving",
    }
    for shown_by, text in texts.items():
        others = [one for one in found if one.gain.verdict == "same" and one.shown_by == shown_by]
        if others:
            yield text, others
    undecided = [one for one in found if one.gain.verdict == "open"]
    if undecided:
        yield f"Not settled in the time given; a {what} is not ruled out", undecided


def _table(found: Sequence[SetWorth], worth: KitWorth, catalog: Catalog) -> str:
    has_price = worth.currency is not None and any(one.price is not None for one in found)
    headers = ["", "Item", "What changes", "Certain", "Exercises"]
    if has_price:
        headers.append(str(worth.currency))
    rows = []
    for number, one in enumerate(found, 1):
        sign = "+" if one.gain.verdict == "better" else "-"
        count = f"{sign}{len(one.lets_in)}" if one.lets_in else "same"
        row = [
            number,
            items_told(one.items, worth.places, catalog),
            gain_told(one, catalog),
            sure_told(one.gain),
            count,
        ]
        if has_price:
            row.append("-" if one.price is None else plain(one.price))
        rows.append(row)
    return grid(
        headers, rows, right=(0, 4, 5) if has_price else (0, 4), widths={1: 24, 2: 32, 3: 16}
    )


def _effort(worth: KitWorth, *, with_times: bool) -> str:
    counts = worth.counts
    solves = plural(counts.solves, "solve")
    shared = f" ({counts.shared} more shared with an equal problem)" if counts.shared else ""
    questions = plural(counts.questions, "quick question")
    asked = f"{plural(counts.items, 'item')}, {plural(counts.pairs, 'pair')}"
    text = f"{solves}{shared} and {questions} for {asked} and {counts.sets} sets."
    if not with_times or not worth.effort:
        return text
    return f"{text} That took {sum(worth.effort.values()):.1f} s."
