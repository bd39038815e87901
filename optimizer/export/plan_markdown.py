"""The plan as a Markdown page to print or send: sessions with cues, coverage, certificate."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan, PlannedSession, PreparationItem
from optimizer.export.parts.certificate_rows import CERTIFICATE_HEADERS, certificate_rows
from optimizer.export.parts.clock import clock
from optimizer.export.parts.coverage_rows import (
    LEGEND,
    mobility_rows,
    muscle_rows,
    pattern_rows,
    plane_rows,
    shares,
)
from optimizer.export.parts.doses import (
    drill_dose,
    item_dose,
    item_name,
    load,
    reserve,
    stand_in,
)
from optimizer.export.parts.impossible import (
    CONFLICT_HEADERS,
    REPAIRS_TITLE,
    conflict_numbers,
    conflict_rows,
    conflict_sentence,
    funnel_rows,
    repair_lines,
)
from optimizer.export.parts.left_out import left_out
from optimizer.export.parts.markdown_text import bullets, escaped, markdown_table
from optimizer.export.parts.names import DAY_NAMES, exercise_name
from optimizer.export.parts.origin import effort_line, provenance
from optimizer.export.parts.verdict import broken_rules, checked, verdict, whose
from optimizer.export.parts.why import (
    FEED_LEGEND,
    muscle_feed,
    pattern_feed,
    plane_feed,
    shown_reasons,
)

NAME = "markdown"
SUFFIX = ".md"
MEDIA_TYPE = "text/markdown"
SESSION_HEADERS = ("#", "Exercise", "Sets x reps", "Rest", "Load", "Reps left", "Time")


def render(plan: Plan, catalog: Catalog) -> str:
    """The whole plan as a page."""
    parts = [f"# {escaped(plan.scenario or 'Week')}", f"**{escaped(whose(plan))}**"]
    parts += [escaped(verdict(plan)), bullets(broken_rules(plan))]
    parts += [*_no_plan(plan), *_training(plan, catalog)]
    if plan.closest is not None:
        parts.append("## The closest partial plan")
        parts += _training(plan.closest, catalog)
    parts += [*_certificate(plan), *_left_out(plan, catalog), *_origin(plan)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _training(plan: Plan, catalog: Catalog) -> Iterator[str]:
    """Notes, which begin with what is unsafe or missed, then sessions and coverage."""
    if plan.notes:
        yield "## Notes"
        yield bullets(plan.notes)
    for session in plan.sessions:
        yield from _session(session, catalog)
    if plan.sessions:
        yield from _coverage(plan, catalog)


def _session(session: PlannedSession, catalog: Catalog) -> Iterator[str]:
    title = f"{DAY_NAMES[session.day]}: session {session.id}, {session.place}"
    yield f"## {escaped(title)}"
    yield f"{clock(session.seconds)} of {clock(session.limit_seconds)} minutes"
    if session.preparation:
        yield from _drills("Prepare", session.preparation, catalog)
    if session.items:
        yield "### Train"
        yield markdown_table(SESSION_HEADERS, _item_rows(session, catalog), right=(0, 3, 6))
    if session.cool_down:
        yield from _drills("Cool down", session.cool_down, catalog)
    if session.items:
        yield "### How to do it"
        yield "\n".join(_cues(session, catalog))


def _drills(title: str, drills: tuple[PreparationItem, ...], catalog: Catalog) -> Iterator[str]:
    """A list of drills under its title and minutes."""
    yield f"### {title} ({clock(sum(drill.seconds for drill in drills))} min)"
    yield bullets(
        [
            f"{exercise_name(catalog, drill.exercise)}: {drill_dose(drill)}"
            f"{stand_in(catalog, drill)}"
            for drill in drills
        ]
    )


def _item_rows(session: PlannedSession, catalog: Catalog) -> list[list[object]]:
    return [
        [
            number,
            item_name(catalog, item),
            item_dose(item),
            f"{item.rest_seconds} s",
            load(catalog, item),
            reserve(item),
            clock(item.seconds),
        ]
        for number, item in enumerate(session.items, start=1)
    ]


def _cues(session: PlannedSession, catalog: Catalog) -> Iterator[str]:
    for item in session.items:
        row = catalog.exercise_by_id.get(item.exercise)
        if row is None:
            continue
        yield f"- **{escaped(row.name)}**"
        reasons = "; ".join(shown_reasons(item))
        cautions = (f"Careful: {caution}" for caution in row.cautions)
        for cue in (*row.cues, *cautions, *([f"Why here: {reasons}."] if reasons else [])):
            yield f"    - {escaped(cue)}"


def _coverage(plan: Plan, catalog: Catalog) -> Iterator[str]:
    yield "## What the week trains"
    week = plan.coverage
    muscles = _fed(muscle_rows(catalog, week), [muscle_feed(one.fed_by) for one in week.muscles])
    yield markdown_table(("Muscle", "Sets", "Direct", "Goal", "Fed by"), muscles, right=(1, 2))
    planes = _fed(plane_rows(week), [plane_feed(one.fed_by) for one in week.planes])
    yield markdown_table(("Plane", "Credit", "Goal", "Fed by"), planes, right=(1,))
    patterns = _fed(
        pattern_rows(catalog, week), [pattern_feed(one.fed_by) for one in week.patterns]
    )
    yield markdown_table(("Pattern", "Exercises", "Goal", "Fed by"), patterns, right=(1,))
    if week.mobility:
        rows = mobility_rows(catalog, week)
        yield markdown_table(("Mobility", "Minutes", "Goal"), rows, right=(1,))
    yield escaped(shares(week))
    yield escaped(f"{LEGEND} {FEED_LEGEND}")


def _fed(rows: list[list[object]], feeds: list[str]) -> list[list[object]]:
    """Rows of the coverage with the items that feed each."""
    return [[*row, feed] for row, feed in zip(rows, feeds, strict=True)]


def _no_plan(plan: Plan) -> Iterator[str]:
    for number in conflict_numbers(plan):
        yield escaped(conflict_sentence(plan, number))
        yield markdown_table(CONFLICT_HEADERS, conflict_rows(plan, number))
    if plan.repairs:
        yield REPAIRS_TITLE
        yield bullets(repair_lines(plan))
    if plan.funnel and plan.status in ("infeasible", "unknown"):
        yield markdown_table(("Filter", "Removed", "Left"), funnel_rows(plan), right=(1, 2))


def _certificate(plan: Plan) -> Iterator[str]:
    if plan.tiers:
        yield "## Certificate"
        yield markdown_table(CERTIFICATE_HEADERS, certificate_rows(plan), right=(1, 2))


def _left_out(plan: Plan, catalog: Catalog) -> Iterator[str]:
    lines = left_out(plan, catalog)
    if lines:
        yield "## Left out"
        yield bullets(lines)


def _origin(plan: Plan) -> Iterator[str]:
    lines = [line for line in (checked(plan), provenance(plan), effort_line(plan)) if line]
    if lines:
        yield "---"
        yield "  \n".join(escaped(line) for line in lines)
