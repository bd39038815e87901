"""Whether every working exercise can be replaced by another."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise
from optimizer.errors import Complaint


def lone_exercises(catalog: Catalog) -> Iterator[Complaint]:
    """Working exercises without a regression and without a substitute.

    A substitute has the same primary pattern and trains one of the same muscles directly.
    """
    work = [exercise for exercise in catalog.exercises if exercise.is_work]
    for exercise in work:
        if not exercise.regressions and not any(_replaces(other, exercise) for other in work):
            yield Complaint(
                "catalog-lint",
                f"{exercise.id}: has no regression and no substitute",
                hint="name an easier exercise under regressions",
            )


def _replaces(other: Exercise, exercise: Exercise) -> bool:
    shared = set(other.muscles.direct) & set(exercise.muscles.direct)
    is_alike = other.pattern.primary == exercise.pattern.primary
    return other.id != exercise.id and is_alike and bool(shared)
