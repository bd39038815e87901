"""Why each item stands in the week, which items feed what, and everything that was left out.

An item is called by its session and its number there: ``a-2`` is the second of session a.
"""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan, PlannedSession
from optimizer.export.parts.coverage_rows import muscle_rows, pattern_rows, plane_rows
from optimizer.export.parts.grid import grid, paragraph, underlined
from optimizer.export.parts.left_out import every_cause
from optimizer.export.parts.names import DAY_NAMES, exercise_name
from optimizer.export.parts.why import FEED_LEGEND, feeds, shown_reasons

NAME = "details"
SUFFIX = ".details.txt"
MEDIA_TYPE = "text/plain"
REASON_HEADERS = ("Item", "Exercise", "Sets", "Why it is here")
FEED_HEADERS = ("Muscle, plane or pattern", "Total", "Goal", "Fed by")


def render(plan: Plan, catalog: Catalog) -> str:
    """Reasons, feeds and exclusions; of an impossible week those of the closest plan."""
    shown = plan.closest or plan
    parts = []
    if shown.sessions:
        reasons = "\n\n".join(_reasons(session, catalog) for session in shown.sessions)
        parts += [f"{underlined('Why each exercise is here')}\n{reasons}", _feeds(shown, catalog)]
    causes = every_cause(plan, catalog)
    if causes:
        lines = (paragraph(cause, bullet="- ") for cause in causes)
        parts.append("\n".join([underlined("Left out, with every cause"), *lines]))
    return "\n\n".join(parts) + "\n" if parts else ""


def _reasons(session: PlannedSession, catalog: Catalog) -> str:
    rows = [
        [item.id, exercise_name(catalog, item.exercise), item.sets, "; ".join(shown_reasons(item))]
        for item in session.items
    ]
    title = f"{DAY_NAMES[session.day]}, session {session.id}"
    table = grid(REASON_HEADERS, rows, right=(2,), widths={0: 12, 1: 24, 3: 52})
    return f"{title}\n\n{table}" if rows else f"{title}: no exercises."


def _feeds(plan: Plan, catalog: Catalog) -> str:
    table = grid(FEED_HEADERS, list(_feed_rows(plan, catalog)), right=(1,), widths={0: 26, 3: 50})
    return f"{underlined('Which items feed what')}\n{table}\n\n{paragraph(FEED_LEGEND)}"


def _feed_rows(plan: Plan, catalog: Catalog) -> Iterator[list[object]]:
    """Name, total with its sign, goal and feeding items of everything that is counted."""
    muscles = [[name, total, goal] for name, total, _, goal in muscle_rows(catalog, plan.coverage)]
    planes = [[f"plane: {name}", total, goal] for name, total, goal in plane_rows(plan.coverage)]
    patterns = pattern_rows(catalog, plan.coverage)
    for row, fed_by in zip([*muscles, *planes, *patterns], feeds(plan.coverage), strict=True):
        yield [*row, fed_by]
