"""A mend as text: what changes, what is proved, what follows, and the mended week."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan
from optimizer.domain.repair import Repair
from optimizer.export.parts.grid import paragraph, underlined
from optimizer.export.parts.impossible import conflict_tables
from optimizer.export.parts.numbers import plural
from optimizer.export.weekly_table import coverage_text, session_text

SENTENCES = {
    "nothing to mend": "Every hard rule holds, so there is nothing to mend.",
    "impossible": "Proved: no mend exists, for no plan at all obeys this scenario.",
    "unknown": "No mend was found in time; that proves nothing about whether one exists.",
}
KEPT = (
    "Doses, rests, order and preparation stay as written wherever the rules allow it. What had to "
    "follow is listed, and not counted."
)
NOT_KEPT = (
    "No mend could keep the doses and preparations as they are written, so all of them are the "
    "catalog's. What follows is listed, and not counted."
)


def repair_text(repair: Repair, catalog: Catalog) -> str:
    """The whole mend."""
    parts = [underlined("The smallest mend"), *_answer(repair, catalog)]
    return "\n\n".join(["\n".join(parts[:2]), *parts[2:]]) + "\n"


def _answer(repair: Repair, catalog: Catalog) -> Iterator[str]:
    if repair.plan is None:
        stopped = f" Stopped by: {repair.stopped_by}." if repair.stopped_by else ""
        yield paragraph(SENTENCES[repair.status] + stopped)
        if repair.conflict:
            yield from conflict_tables(Plan(conflict=repair.conflict))
            yield paragraph(
                "Change the scenario first; `triplane explain` names what would mend it."
            )
        return
    yield _claim(repair)
    yield paragraph(KEPT if repair.keeps_doses else NOT_KEPT)
    if repair.changes:
        yield _bullets(change.text for change in repair.changes)
    if repair.adjusted:
        title = "What follows:"
        yield f"{title}\n{_bullets(repair.adjusted)}"
    yield underlined("The mended week")
    yield from (session_text(session, catalog) for session in repair.plan.sessions)
    yield coverage_text(repair.plan.coverage, catalog)


def _claim(repair: Repair) -> str:
    """How small the mend is, and what is proved about that."""
    count = plural(repair.count, "change")
    if repair.count == repair.count_least:
        first = f"{count}: proved that fewer cannot mend this week."
        first = first if repair.count else "No exercise and no day has to change."
    else:
        first = (
            f"{count}; proved that at least {repair.count_least} are needed, not that fewer fail."
        )
    if not repair.set_changes:
        return paragraph(first)
    sets = plural(repair.set_changes, "set")
    if repair.set_changes == repair.set_changes_least:
        second = f"What stays changes by {sets}, proved to be the least."
    else:
        second = f"What stays changes by {sets}; at least {repair.set_changes_least} are needed."
    return paragraph(f"{first} {second}")


def _bullets(lines: Iterator[str] | tuple[str, ...]) -> str:
    return "\n".join(paragraph(line, bullet="- ") for line in lines)
