"""Doses, loads and drills in the words of a printed plan."""

from __future__ import annotations

import math

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import PlannedItem, PreparationItem
from optimizer.export.parts.names import equipment_text, exercise_name
from optimizer.export.parts.numbers import plain, plural

LONG_HOLD_SECONDS = 90


def amount(reps: int | None, hold_seconds: int | None, *, per_side: bool) -> str:
    """Repetitions or hold of one set, with ``/side`` where each side does as much."""
    once = str(reps) if reps is not None else f"{hold_seconds or 0} s"
    return f"{once}/side" if per_side else once


def item_dose(item: PlannedItem) -> str:
    """Sets and what one set is, such as ``3 x 8/side`` or ``2 x 30 s``."""
    return f"{item.sets} x {amount(item.reps, item.hold_seconds, per_side=item.per_side)}"


def drill_dose(drill: PreparationItem) -> str:
    """What a drill is; long ones in half minutes, as nobody stops easy movement to the second."""
    if drill.reps is None and (drill.hold_seconds or 0) >= LONG_HOLD_SECONDS:
        return f"{plain(round((drill.hold_seconds or 0) / 30) / 2)} min"
    return amount(drill.reps, drill.hold_seconds, per_side=drill.per_side)


def drills_text(catalog: Catalog, drills: tuple[PreparationItem, ...]) -> str:
    """All drills of a preparation or a cool-down in one line."""
    return "; ".join(
        f"{exercise_name(catalog, drill.exercise)} {drill_dose(drill)}{stand_in(catalog, drill)}"
        for drill in drills
    )


def stand_in(catalog: Catalog, drill: PreparationItem) -> str:
    """Which drill this one stands in for, in brackets; empty where it is the usual one."""
    if drill.instead_of is None:
        return ""
    return f" (instead of {exercise_name(catalog, drill.instead_of)})"


def item_name(catalog: Catalog, item: PlannedItem) -> str:
    """Name of an exercise, with its lighter sets where it has some."""
    name = exercise_name(catalog, item.exercise)
    if not item.ramp_up_sets:
        return name
    sets = plural(item.ramp_up_sets, "lighter set")
    return f"{name}, after {sets} of {ramp_up_reps(item)}"


def ramp_up_reps(item: PlannedItem) -> int:
    """Repetitions of a lighter set: half of the others, rounded up."""
    return math.ceil((item.reps or 0) / 2)


def reserve(item: PlannedItem) -> str:
    """How many repetitions stay in reserve; empty where the dose does not ask for it."""
    spare = item.reps_in_reserve
    return "" if spare is None or item.reps is None else plural(spare, "rep")


def load(catalog: Catalog, item: PlannedItem) -> str:
    """What is held or pulled, and how heavy where the plan knows."""
    held = equipment_text(catalog, item.equipment, loads_only=True)
    weight = ": ".join(part for part in (held, item.load) if part)
    return "; ".join(part for part in (weight, _tempo(item)) if part)


def _tempo(item: PlannedItem) -> str:
    return f"tempo {item.tempo}" if item.tempo else ""
