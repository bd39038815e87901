"""One item of a plan, by its id or by the name of its exercise."""

from __future__ import annotations

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan, PlannedItem, PlannedSession
from optimizer.errors import Complaint, InputError
from optimizer.reading.close_matches import did_you_mean
from optimizer.studies.named_exercise import named_exercise

Found = tuple[PlannedSession, PlannedItem]


def find_item(plan: Plan, name: str, catalog: Catalog) -> Found:
    """The item of an id such as ``a-3``, or the only item of an exercise.

    Raises
    ------
    InputError
        ``unknown-item`` or ``ambiguous-name``, or what is wrong with the exercise's name.
    """
    name = name.strip()
    items = [(session, item) for session in plan.sessions for item in session.items]
    for found in items:
        if found[1].id == name:
            return found
    try:
        exercise = named_exercise(name, catalog).id
    except InputError as error:
        raise InputError(_unknown(name, items, error)) from error
    same = [found for found in items if found[1].exercise == exercise]
    if len(same) == 1:
        return same[0]
    if not same:
        raise InputError(_not_held(exercise, items, catalog))
    ids = " or ".join(item.id for _, item in same)
    text = f"the plan holds {exercise} {len(same)} times"
    raise InputError(Complaint("ambiguous-name", text, hint=f"write the item's id: {ids}"))


def _unknown(name: str, items: list[Found], error: InputError) -> Complaint:
    """Neither an item nor an exercise: what may have been meant of both."""
    ids = [item.id for _, item in items]
    exercises = [item.exercise for _, item in items]
    otherwise = error.complaints[0].hint or ""
    hint = did_you_mean(name, [*ids, *exercises], otherwise)
    return Complaint("unknown-item", f"the plan has no item {name!r}", hint=hint)


def _not_held(exercise: str, items: list[Found], catalog: Catalog) -> Complaint:
    """A known exercise that the plan does not hold: the items most like it."""
    row = catalog.exercise_by_id[exercise]
    alike = [
        f"{item.id} ({item.exercise})"
        for _, item in items
        if catalog.exercise_by_id[item.exercise].pattern.primary == row.pattern.primary
    ]
    every = f"the items are {', '.join(item.id for _, item in items)}"
    hint = f"of the same movement it holds {' and '.join(alike)}" if alike else every
    return Complaint("unknown-item", f"the plan does not hold {row.name}", hint=hint)
