"""The week as a coach would print it: sessions, coverage, certificate; 100 columns of text."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan, PlannedSession
from optimizer.domain.plan_coverage import Coverage
from optimizer.export.parts.certificate_rows import CERTIFICATE_HEADERS, certificate_rows
from optimizer.export.parts.clock import clock
from optimizer.export.parts.coverage_rows import (
    LEGEND,
    mobility_line,
    muscle_rows,
    pattern_rows,
    plane_rows,
    shares,
)
from optimizer.export.parts.doses import drills_text, item_dose, item_name, load, reserve
from optimizer.export.parts.grid import grid, in_two_halves, paragraph, underlined
from optimizer.export.parts.impossible import (
    REPAIRS_TITLE,
    conflict_tables,
    funnel_rows,
    repair_lines,
)
from optimizer.export.parts.left_out import left_out
from optimizer.export.parts.names import DAY_NAMES, equipment_text
from optimizer.export.parts.numbers import plural
from optimizer.export.parts.origin import effort_line, provenance
from optimizer.export.parts.verdict import broken_rules, checked, verdict, whose

NAME = "table"
SUFFIX = ".txt"
MEDIA_TYPE = "text/plain"
SESSION_HEADERS = ("#", "Block", "Exercise", "Sets x reps", "Rest", "Load", "Reps left", "Time")
SESSION_WIDTHS = {2: 34, 3: 13, 5: 17}


def render(plan: Plan, catalog: Catalog) -> str:
    """The whole plan as text."""
    parts = [_title(plan), *_no_plan(plan), *_training(plan, catalog)]
    if plan.closest is not None:
        parts.append(underlined("The closest partial plan"))
        parts += _training(plan.closest, catalog, notes_first=True)
    parts += [*_certificate(plan), *_left_out(plan, catalog), *_origin(plan)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _title(plan: Plan) -> str:
    lines = [underlined(plan.scenario or "Week"), whose(plan), *_amount(plan), verdict(plan)]
    lines += [f"BREAKS A RULE - {line}" for line in broken_rules(plan)]
    return "\n".join(paragraph(line) if "\n" not in line else line for line in lines)


def _amount(plan: Plan) -> Iterator[str]:
    """How much the week is, in one line."""
    items = [item for session in plan.sessions for item in session.items]
    if plan.sessions:
        minutes = clock(plan.seconds)
        exercises = plural(len(items), "exercise line")
        sets = plural(sum(item.sets for item in items), "set")
        yield f"{plural(len(plan.sessions), 'session')}, {minutes} min, {exercises}, {sets}"


def _training(plan: Plan, catalog: Catalog, *, notes_first: bool = False) -> Iterator[str]:
    """Sessions, coverage and notes; of a partial plan first the notes, which say what it misses."""
    if notes_first:
        yield from _notes(plan)
    for session in plan.sessions:
        yield session_text(session, catalog)
    if plan.sessions:
        yield coverage_text(plan.coverage, catalog)
    if not notes_first:
        yield from _notes(plan)


def _notes(plan: Plan) -> Iterator[str]:
    if plan.notes:
        notes = (paragraph(note, bullet="- ") for note in plan.notes)
        yield "\n".join([underlined("Notes"), *notes])


def session_text(session: PlannedSession, catalog: Catalog) -> str:
    """One session: what to have ready, the preparation, the items and the total."""
    free = session.limit_seconds - session.seconds
    total = f"{clock(session.seconds)} of {clock(session.limit_seconds)} min"
    rest = f"{clock(free)} free" if free >= 0 else f"{clock(-free)} OVER"
    before = sum(drill.seconds for drill in session.preparation)
    after = sum(drill.seconds for drill in session.cool_down)
    work = clock(session.seconds - before - after)
    end = f" + cool-down {clock(after)}" if session.cool_down else ""
    title = f"{DAY_NAMES[session.day]}, session {session.id}, {session.place}: {total}"
    lines = [underlined(title), *_before_the_work(session, catalog)]
    if session.items:
        rows, right = _item_rows(session, catalog), (0, 4, 7)
        lines += ["", grid(SESSION_HEADERS, rows, right=right, widths=SESSION_WIDTHS)]
    else:
        lines.append("No exercises.")
    lines += _after_the_work(session, catalog)
    lines.append(f"Preparation {clock(before)} + exercises {work}{end} = {total} ({rest})")
    return "\n".join(lines)


def _before_the_work(session: PlannedSession, catalog: Catalog) -> Iterator[str]:
    """What to have ready, and the drills of the preparation in one line."""
    used: dict[str, int] = {}
    frame = (*session.preparation, *session.cool_down)
    needs = [item.equipment for item in session.items] + [drill.equipment for drill in frame]
    for needed in needs:
        for thing, count in needed.items():
            used[thing] = max(used.get(thing, 0), count)
    ready = equipment_text(catalog, used)
    if ready:
        yield paragraph(f"Have ready: {ready}.", hanging="  ")
    if session.preparation:
        before = clock(sum(drill.seconds for drill in session.preparation))
        drills = drills_text(catalog, session.preparation)
        yield paragraph(f"Prepare, {before} min: {drills}.", hanging="  ")


def _after_the_work(session: PlannedSession, catalog: Catalog) -> Iterator[str]:
    """The cool-down in one line."""
    if session.cool_down:
        after = clock(sum(drill.seconds for drill in session.cool_down))
        drills = drills_text(catalog, session.cool_down)
        yield paragraph(f"Cool down, {after} min: {drills}.", hanging="  ")


def _item_rows(session: PlannedSession, catalog: Catalog) -> list[list[object]]:
    rows: list[list[object]] = []
    block = ""
    for number, item in enumerate(session.items, start=1):
        rows.append(
            [
                number,
                item.role if item.role != block else "",
                item_name(catalog, item),
                item_dose(item),
                f"{item.rest_seconds} s",
                load(catalog, item),
                reserve(item),
                clock(item.seconds),
            ]
        )
        block = item.role
    return rows


def coverage_text(coverage: Coverage, catalog: Catalog) -> str:
    """What a week trains: muscles, planes, patterns and shares."""
    muscles = in_two_halves(muscle_rows(catalog, coverage), width=4)
    headers = ("Muscle", "Sets", "Direct", "Goal") * 2
    planes = plane_rows(coverage)
    patterns = pattern_rows(catalog, coverage)
    minutes = mobility_line(catalog, coverage)
    sentences = (shares(coverage), minutes, LEGEND)
    rows = in_two_halves(
        [*[["plane: " + str(row[0]), *row[1:]] for row in planes], *patterns], width=3
    )
    return "\n".join(
        [
            underlined("What the week trains"),
            grid(headers, muscles, right=(1, 2, 5, 6)),
            "",
            grid(("Plane or pattern", "Credit", "Goal") * 2, rows, right=(1, 4)),
            "",
            *map(paragraph, filter(None, sentences)),
        ]
    )


def _no_plan(plan: Plan) -> Iterator[str]:
    yield from conflict_tables(plan)
    if plan.repairs:
        lines = "\n".join(paragraph(line, bullet="- ") for line in repair_lines(plan))
        yield f"{REPAIRS_TITLE}\n{lines}"
    if plan.funnel and plan.status in ("infeasible", "unknown"):
        table = grid(("Filter", "Removed", "Left"), funnel_rows(plan), right=(1, 2))
        yield f"How many exercises each filter left:\n\n{table}"


def _certificate(plan: Plan) -> Iterator[str]:
    if plan.tiers:
        table = grid(
            CERTIFICATE_HEADERS, certificate_rows(plan), right=(1, 2), widths={0: 27, 5: 24}
        )
        yield f"{underlined('Certificate')}\n{table}"


def _left_out(plan: Plan, catalog: Catalog) -> Iterator[str]:
    lines = left_out(plan, catalog)
    if lines:
        yield "\n".join([underlined("Left out"), *(paragraph(one, bullet="- ") for one in lines)])


def _origin(plan: Plan) -> Iterator[str]:
    lines = [checked(plan), provenance(plan), effort_line(plan)]
    yield "\n".join(paragraph(line, hanging="  ") for line in lines if line)
