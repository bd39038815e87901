"""What was excluded and why, short: counts and first names."""

from __future__ import annotations

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Exclusion, Plan
from optimizer.export.parts.names import exercise_name, words
from optimizer.export.parts.numbers import plural

NAMES_SHOWN = 2
CAUSES_SHOWN = 4


def left_out(plan: Plan, catalog: Catalog) -> tuple[str, ...]:
    """One line for each filter: how many it removed, its causes, and names to recognise."""
    by_filter: dict[str, list[Exclusion]] = {}
    for exclusion in plan.excluded:
        by_filter.setdefault(exclusion.filter, []).append(exclusion)
    return tuple(_line(name, causes, catalog) for name, causes in by_filter.items())


def _line(name: str, causes: list[Exclusion], catalog: Catalog) -> str:
    total = sum(len(cause.exercises) for cause in causes)
    ranked = sorted(causes, key=lambda cause: -len(cause.exercises))
    texts = [_cause(cause, catalog) for cause in ranked[:CAUSES_SHOWN]]
    more = len(ranked) - CAUSES_SHOWN
    texts += [f"and {plural(more, 'other cause')}"] if more > 0 else []
    return f"{words(name)}, {total} left out: {'; '.join(texts)}"


def _cause(cause: Exclusion, catalog: Catalog) -> str:
    names = [exercise_name(catalog, one) for one in cause.exercises[:NAMES_SHOWN]]
    more = len(cause.exercises) - len(names)
    shown = ", ".join(names) + (f" and {more} more" if more else "")
    return f"{cause.because} ({shown})"
