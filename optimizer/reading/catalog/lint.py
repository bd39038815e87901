"""Rules that the catalog's records keep among themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise, Level
from optimizer.errors import Complaint
from optimizer.reading.catalog import (
    lint_ladders,
    lint_names,
    lint_pains,
    lint_references,
    lint_rows,
    lint_substitutes,
)

RepsOf = Callable[[Exercise, Level], int | None]


def lint(catalog: Catalog, reps_of: RepsOf) -> tuple[Complaint, ...]:
    """Everything that is wrong with a catalog whose records are valid one by one.

    Parameters
    ----------
    catalog
        The catalog.
    reps_of
        Repetitions of one set of an exercise at a level; None for held positions.

    Returns
    -------
    tuple of Complaint
        Codes ``unknown-reference`` and ``catalog-lint``; each message starts with the id.
    """
    return tuple(_findings(catalog, reps_of))


def _findings(catalog: Catalog, reps_of: RepsOf) -> Iterator[Complaint]:
    yield from lint_references.unknown_references(catalog)
    yield from lint_names.ambiguous_names(catalog)
    yield from lint_names.near_copies(catalog)
    for exercise in catalog.exercises:
        yield from lint_rows.row_findings(exercise, reps_of)
    yield from lint_ladders.ladder_findings(catalog)
    yield from lint_substitutes.lone_exercises(catalog)
    yield from lint_pains.barred_helpers(catalog)
