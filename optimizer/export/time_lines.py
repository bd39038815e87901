"""The sum of every session, line by line: how the seconds come about.

A line is its sets, the rests between them, and what follows the last set: the larger of the
rest and of the walk to, reading of and setting up for the exercise.
"""

from __future__ import annotations

from optimizer.domain.catalog import Catalog
from optimizer.domain.dosing.dose import Dose, tempo_seconds
from optimizer.domain.dosing.time_model import (
    RAMP_UP_REST_SECONDS,
    SIDE_SWITCH_SECONDS,
    WALK_AND_READ_SECONDS,
    set_seconds,
)
from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Plan, PlannedItem, PlannedSession, PreparationItem
from optimizer.export.parts.clock import clock
from optimizer.export.parts.doses import ramp_up_reps
from optimizer.export.parts.grid import grid, paragraph, underlined
from optimizer.export.parts.names import DAY_NAMES
from optimizer.export.parts.numbers import plain

NAME = "time"
SUFFIX = ".time.txt"
MEDIA_TYPE = "text/plain"
HEADERS = ("Line", "One set", "Sets", "Rests between", "After", "Seconds")
LEGEND = (
    f"Two sides that follow each other cost {SIDE_SWITCH_SECONDS} s to change. After: the larger "
    f"of the rest and of {WALK_AND_READ_SECONDS} s to walk and read plus the set-up; for a drill "
    "of preparation or cool-down, its set-up. Fractions of a second are rounded up in each set."
)


def render(plan: Plan, catalog: Catalog) -> str:
    """Every session's lines with their sum."""
    parts = [session_sum(session, catalog) for session in plan.sessions]
    return "\n\n".join([*parts, paragraph(LEGEND)]) + "\n" if parts else ""


def session_sum(session: PlannedSession, catalog: Catalog) -> str:
    """The lines of one session, and whether they add up to what the plan says."""
    rows: list[list[object]] = []
    total = 0
    cells: list[object]
    for line in session.lines:
        row = catalog.exercise_by_id.get(line.exercise)
        if row is None:
            cells, seconds = [line.exercise, "not in the catalog"], line.seconds
        elif isinstance(line, PlannedItem):
            if line.ramp_up_sets:
                rows.append(_ramp_up_line(line, row))
                total += line.ramp_up_seconds
            cells, seconds = _item_line(line, row)
        else:
            cells, seconds = _drill_line(line, row)
        rows.append([*cells, *[""] * (len(HEADERS) - 1 - len(cells)), seconds])
        total += seconds
    rows.append(["Sum", "", "", "", "", total])
    title = underlined(f"{DAY_NAMES[session.day]}, session {session.id}: seconds line by line")
    table = grid(HEADERS, rows, right=(2, 5), widths={0: 27, 1: 26})
    return f"{title}\n{table}\n{_comparison(session, total)}"


def _comparison(session: PlannedSession, total: int) -> str:
    limit = f"{clock(total)} of {clock(session.limit_seconds)} min"
    if total == session.seconds:
        return f"{total} s = {limit}"
    return f"{total} s = {limit}; THE PLAN SAYS {session.seconds} s"


def _item_line(item: PlannedItem, row: Exercise) -> tuple[list[object], int]:
    work = _set_seconds(item, row)
    after = max(item.rest_seconds, WALK_AND_READ_SECONDS + row.timing.setup_seconds)
    rests = item.sets - 1
    between = f"{rests} x {item.rest_seconds} = {rests * item.rest_seconds}" if rests else ""
    sets = f"{item.sets} x {work} = {item.sets * work}"
    seconds = item.sets * work + rests * item.rest_seconds + after
    return [row.name, _one_set(item, row), sets, between, f"+ {after}"], seconds


def _ramp_up_line(item: PlannedItem, row: Exercise) -> list[object]:
    """The lighter sets before an item, each with the pause after it."""
    lighter = item.model_copy(update={"reps": ramp_up_reps(item)})
    work, count = _set_seconds(lighter, row), item.ramp_up_sets
    pauses = f"{count} x {RAMP_UP_REST_SECONDS} = {count * RAMP_UP_REST_SECONDS}"
    sets = f"{count} x {work} = {count * work}"
    return ["lighter sets first", _one_set(lighter, row), sets, pauses, "", item.ramp_up_seconds]


def _drill_line(drill: PreparationItem, row: Exercise) -> tuple[list[object], int]:
    work, setup = _set_seconds(drill, row), row.timing.setup_seconds
    return [row.name, _one_set(drill, row), f"1 x {work} = {work}", "", f"+ {setup}"], work + setup


def _set_seconds(line: PlannedItem | PreparationItem, row: Exercise) -> int:
    dose = Dose("main", line.reps, line.hold_seconds, 0, 1, 1, 0, seconds_per_rep=_pace(line, row))
    return set_seconds(row, dose)


def _pace(line: PlannedItem | PreparationItem, row: Exercise) -> float | None:
    """Seconds of one repetition: those of the tempo where one is asked for."""
    tempo = line.tempo if isinstance(line, PlannedItem) else None
    return tempo_seconds(tempo) if tempo else row.timing.seconds_per_rep


def _one_set(line: PlannedItem | PreparationItem, row: Exercise) -> str:
    """The formula of one set in numbers."""
    if line.reps is None:
        once = f"{line.hold_seconds or 0} s"
    else:
        once = f"{line.reps} x {plain(_pace(line, row) or 0)} s"
    sides = " x 2 sides" if row.has_sides else ""
    change = f" + {SIDE_SWITCH_SECONDS} s" if row.side_mode == "per_side_sequential" else ""
    return once + sides + change
