"""Whether harder and easier versions of exercises are what they say."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise
from optimizer.errors import Complaint


def ladder_findings(catalog: Catalog) -> Iterator[Complaint]:
    """Progressions that are easier, regressions that are harder, rungs taken twice."""
    rows = catalog.exercise_by_id
    for exercise in catalog.exercises:
        for name in exercise.progressions:
            if name in rows:
                yield from _step(exercise, easier=exercise, harder=rows[name], word="progression")
        for name in exercise.regressions:
            if name in rows:
                yield from _step(exercise, easier=rows[name], harder=exercise, word="regression")
    yield from _shared_rungs(catalog)


def _step(owner: Exercise, *, easier: Exercise, harder: Exercise, word: str) -> Iterator[Complaint]:
    other = harder if owner is easier else easier
    start = f"{owner.id}: its {word} {other.id}"
    hint = f"change the {word}, the difficulty or the rung"
    if other == owner:
        yield Complaint("catalog-lint", f"{start} is itself", hint="delete it")
        return
    if harder.difficulty < easier.difficulty:
        wrong = "easier" if word == "progression" else "harder"
        message = f"{start} is {wrong} ({other.difficulty} against {owner.difficulty})"
        yield Complaint("catalog-lint", message, hint=hint)
    low, high = easier.ladder, harder.ladder
    if low and high and low.family == high.family and high.rung < low.rung:
        message = f"{start} contradicts the rungs of {low.family}"
        yield Complaint("catalog-lint", message, hint=hint)


def _shared_rungs(catalog: Catalog) -> Iterator[Complaint]:
    first_on: dict[object, str] = {}
    for exercise in catalog.exercises:
        if exercise.ladder is None:
            continue
        ladder = exercise.ladder
        equipment = frozenset(frozenset(choice.items()) for choice in exercise.equipment)
        rung = (ladder.family, ladder.rung, equipment)
        first = first_on.setdefault(rung, exercise.id)
        if first != exercise.id:
            message = (
                f"{exercise.id}: stands on rung {ladder.rung} of {ladder.family} "
                f"with the same equipment as {first}"
            )
            yield Complaint("catalog-lint", message, hint="move one of the two")
