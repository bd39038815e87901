"""A shipped scenario, its plan, and what can happen to it during a week."""

from __future__ import annotations

from pathlib import Path

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from tests.planning.gallery import plan_of, problem_of

HOME = Path(__file__).parents[2] / "scenarios" / "home_two_sessions_tempo_and_long_run.yaml"
"""Two sessions of 45 minutes at home; solved in half a second."""


def scenario() -> Scenario:
    """The scenario as it is shipped."""
    return problem_of(HOME).scenario


def plan() -> Plan:
    """Its best plan."""
    return plan_of(HOME)


def with_minutes(given: Scenario, minutes: int) -> Scenario:
    """All sessions of another length."""
    sessions = tuple(
        session.model_copy(update={"minutes": minutes}) for session in given.week.sessions
    )
    return with_sessions(given, sessions)


def with_sessions(given: Scenario, sessions: tuple[object, ...]) -> Scenario:
    """Other sessions."""
    week = given.week.model_copy(update={"sessions": sessions})
    return given.model_copy(update={"week": week})


def without_thing(given: Scenario, item: str) -> Scenario:
    """A piece of equipment less, at every place."""
    places = {
        name: place.model_copy(
            update={
                "without": (*place.without, item),
                "equipment": {one: n for one, n in place.equipment.items() if one != item},
            }
        )
        for name, place in given.places.items()
    }
    return given.model_copy(update={"places": places})


def never(given: Scenario, *exercises: str) -> Scenario:
    """Exercises that the athlete no longer wants."""
    athlete = given.athlete.model_copy(update={"never": (*given.athlete.never, *exercises)})
    return given.model_copy(update={"athlete": athlete})


def with_rules(given: Scenario, **settings: object) -> Scenario:
    """Settings of rules besides the scenario's own."""
    return given.model_copy(update={"constraints": {**given.constraints, **settings}})


def exercises_of(given: Plan) -> set[str]:
    """The exercises of a plan."""
    return {item.exercise for session in given.sessions for item in session.items}


def standing_once(given: Plan) -> list[tuple[str, str]]:
    """Sessions and ids of the items whose exercise no other session holds."""
    held = [item.exercise for session in given.sessions for item in session.items]
    return [
        (session.id, item.id)
        for session in given.sessions
        for item in session.items
        if held.count(item.exercise) == 1
    ]


def exercise_of(given: Plan, item_id: str) -> str:
    """The exercise of an item."""
    return next(
        item.exercise for session in given.sessions for item in session.items if item.id == item_id
    )
