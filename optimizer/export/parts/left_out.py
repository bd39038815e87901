"""What was excluded and why: short with counts and first names, or in full."""

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
    return tuple(_line(plan, name, causes, catalog) for name, causes in by_filter.items())


def every_cause(plan: Plan, catalog: Catalog) -> tuple[str, ...]:
    """One line for each cause, with every exercise that it removed."""
    return tuple(
        f"{words(cause.filter)}: {cause.because}{_where(plan, cause)}, "
        f"{plural(len(cause.exercises), 'exercise')}: "
        + ", ".join(exercise_name(catalog, one) for one in cause.exercises)
        for cause in plan.excluded
    )


def _line(plan: Plan, name: str, causes: list[Exclusion], catalog: Catalog) -> str:
    total = len({exercise for cause in causes for exercise in cause.exercises})
    ranked = sorted(causes, key=lambda cause: -len(cause.exercises))
    texts = [_cause(plan, cause, catalog) for cause in ranked[:CAUSES_SHOWN]]
    more = len(ranked) - CAUSES_SHOWN
    texts += [f"and {plural(more, 'other cause')}"] if more > 0 else []
    return f"{words(name)}, {total} left out: {'; '.join(texts)}"


def _cause(plan: Plan, cause: Exclusion, catalog: Catalog) -> str:
    names = [exercise_name(catalog, one) for one in cause.exercises[:NAMES_SHOWN]]
    more = len(cause.exercises) - len(names)
    shown = ", ".join(names) + (f" and {more} more" if more else "")
    return f"{cause.because}{_where(plan, cause)} ({shown})"


def _where(plan: Plan, cause: Exclusion) -> str:
    """The sessions that lack the exercises, where others of the week do not."""
    sessions = {session.id for session in (plan.closest or plan).sessions}
    if not cause.sessions or sessions.issubset(cause.sessions):
        return ""
    several = "s" if cause.sessions[1:] else ""
    return f", in session{several} {', '.join(cause.sessions)} only"
