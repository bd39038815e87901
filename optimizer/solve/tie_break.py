"""Tells equal deals apart: lexicographically, exercise by exercise in catalog order.

A single weighted sum over all exercises took most of a solve; a few exercises at a time, each
group fixed before the next, takes some hundredths of a second.
"""

from __future__ import annotations

from optimizer.domain.exercise import Exercise
from optimizer.domain.tiers import TIERS
from optimizer.model.day_model import DayModel
from optimizer.model.poster import Expression
from optimizer.solve.lexicographic import Climber
from optimizer.solve.outcome import TierRecord

WEIGHT_BITS = 50
"""Largest weights stay below two to this power, well inside 64-bit integers."""


def break_ties(climber: Climber, days: DayModel) -> None:
    """Move each exercise in turn as early in the week as the ones before it allow.

    Adds the tier to the climber's result: its value is the sum of all places, and its bound
    falls back to zero where a limit stopped the search.
    """
    tier = TIERS[-1]
    climber.linearization_level = 0  # a linear relaxation says nothing about weights this far apart
    places = [place_in_week(days, row.id) for row in days.exercises]
    proved = True
    base = _highest_place(days) + 1
    at_once = max(1, WEIGHT_BITS // base.bit_length())
    for first in range(0, len(places), at_once):
        rows = days.exercises[first : first + at_once]
        group = places[first : first + at_once]
        weights = [base**power for power in range(len(group) - 1, -1, -1)]
        expression = days.weighted(zip(group, weights, strict=True))
        proved = climber.settle(expression) and proved
        _keep(climber, days, rows)
    value = sum(climber.value_of(place) for place in places)
    climber.result.records.append(
        TierRecord(tier.id, tier.unit, tier.scope, value, value if proved else 0, ceiling=value)
    )


def _keep(climber: Climber, days: DayModel, rows: tuple[Exercise, ...]) -> None:
    """Leave the exercises where their best places have them: each place tells the sessions."""
    for row in rows:
        for slot in days.slots:
            variable = days.in_variables.get((row.id, slot.id))
            if variable is not None:
                days.poster.structural(variable == climber.result.value(variable))


def place_in_week(days: DayModel, exercise: str) -> Expression:
    """A number that is larger the later in the week the exercise and its sets stand.

    The sessions that hold it weigh as powers of two, so that no two choices share a number,
    and its sets weigh less than any of them.
    """
    sessions = len(days.slots)
    terms = []
    for number, slot in enumerate(days.slots):
        key = (exercise, slot.id)
        if key in days.in_variables:
            terms.append((days.in_variables[key], 2**number * _sets_span(sessions)))
            terms.append((days.sets_variables[key], number))
    return days.weighted(terms)


def _sets_span(sessions: int) -> int:
    """More than the sets of one exercise can weigh."""
    return 10 * sessions * sessions + 1


def _highest_place(days: DayModel) -> int:
    sessions = len(days.slots)
    return int(2**sessions) * _sets_span(sessions)
