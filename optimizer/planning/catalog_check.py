"""Checks the whole catalog: its own lint, with the doses that the planner would give."""

from __future__ import annotations

from optimizer.domain.catalog import Catalog
from optimizer.domain.dosing.dose import default_reps
from optimizer.domain.exercise import Exercise, Level
from optimizer.errors import Complaint
from optimizer.reading.catalog.lint import lint


def check_catalog(catalog: Catalog) -> tuple[Complaint, ...]:
    """Everything that is wrong with a catalog, each finding once.

    Doses differ with and without a load in hand, so rows are checked for each way in which
    their equipment lets them be done.
    """
    loads = {item.id for item in catalog.equipment if item.load}

    def reps(exercise: Exercise, level: Level, *, loaded: bool) -> int | None:
        ways = {any(item in loads for item in needs) for needs in exercise.equipment}
        return default_reps(exercise, level, loaded=loaded) if loaded in ways else None

    found = [
        *lint(catalog, lambda row, level: reps(row, level, loaded=True)),
        *lint(catalog, lambda row, level: reps(row, level, loaded=False)),
    ]
    return tuple(dict.fromkeys(found))
