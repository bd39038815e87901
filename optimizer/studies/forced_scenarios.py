"""A scenario that asks for an exercise, and one that never wants it."""

from __future__ import annotations

from optimizer.domain.exercise import Exercise
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Pin, Scenario

WANTED = "wanted_exercises_are_planned"


def wanted(scenario: Scenario) -> tuple[str, ...]:
    """Exercises that the scenario asks for in any session."""
    settings = scenario.constraints.get(WANTED)
    if settings is None:
        return ()
    given = settings if isinstance(settings, dict) else settings.model_dump()
    return tuple(given.get("exercises", ()))


def _asking(scenario: Scenario, exercises: tuple[str, ...]) -> dict[str, object]:
    return {**scenario.constraints, WANTED: {"exercises": exercises}}


def without_exercise(scenario: Scenario, row: Exercise) -> Scenario:
    """The scenario that never wants the exercise, and no longer asks for it."""
    never = (*scenario.athlete.never, row.id)
    likes = tuple(one for one in scenario.athlete.likes if one != row.id)
    athlete = scenario.athlete.model_copy(update={"never": never, "likes": likes})
    others = tuple(one for one in wanted(scenario) if one != row.id)
    pins = tuple(pin for pin in scenario.pin if pin.exercise != row.id)
    constraints = _asking(scenario, others) if others else _not_asking(scenario)
    return scenario.model_copy(update={"athlete": athlete, "pin": pins, "constraints": constraints})


def _not_asking(scenario: Scenario) -> dict[str, object]:
    return {rule: given for rule, given in scenario.constraints.items() if rule != WANTED}


def with_exercise(problem: Problem, row: Exercise) -> Scenario:
    """The scenario that asks for the exercise: in any session, or a drill in the first."""
    scenario = problem.scenario
    if row.is_work:
        every = (*wanted(scenario), row.id)
        return scenario.model_copy(update={"constraints": _asking(scenario, every)})
    slot = next(slot for slot in problem.slots if problem.can_use(row, slot.id))
    pin = Pin(session=slot.id, exercise=row.id)
    return scenario.model_copy(update={"pin": (*scenario.pin, pin)})
