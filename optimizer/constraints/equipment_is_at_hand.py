"""Every exercise of a session can be done with what the place offers.

Formula
    sets(e, s) = 0 where no equipment alternative of e is inside the place's items, stand-ins
    counted, each item as often as the alternative needs it.

Why
    The scenario's equipment is a fact. Alternatives are conjunctive: a dumbbell step-up needs
    the dumbbells and the box.

Settings
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope


class Settings(RuleSettings):
    """Settings of the equipment rule."""


def bars(problem: Problem, exercise: Exercise, slot: Slot) -> str | None:
    """The missing items, where the place cannot serve the exercise."""
    offer = problem.offers[slot.place]
    if offer.choose(exercise) is not None:
        return None
    names = (problem.catalog.equipment_by_id[item].name for item in offer.missing(exercise))
    return f"no {' or '.join(names)} at {slot.place}"


def post(scope: DayScope) -> None:
    """An exercise that the place cannot serve has no sets."""
    for slot in scope.slots:
        for exercise in scope.exercises_of(slot):
            if bars(scope.problem, exercise, slot):
                scope.require(scope.sets(exercise, slot) == 0, f"{slot.id} {exercise.id}")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Items and drills that no alternative of the exercise allows with the place's stock."""
    helpers = {item.id: item.stand_ins for item in problem.catalog.equipment}
    for session in plan.sessions:
        stock = problem.offers[session.place].counts
        for line in session.lines:
            row = problem.catalog.exercise_by_id[line.exercise]
            possible = any(
                all(
                    any(stock.get(thing, 0) >= count for thing in (needed, *helpers[needed]))
                    for needed, count in alternative.items()
                )
                for alternative in row.equipment
            )
            if not possible:
                yield Breach(session.id, f"{row.name} needs equipment that is not there")
        for item in session.items:
            row = problem.catalog.exercise_by_id[item.exercise]
            for thing, count in item.equipment.items():
                if stock.get(thing, 0) < count:
                    yield Breach(session.id, f"{row.name} uses {count} {thing}, too many")
