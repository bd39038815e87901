"""Small hand-made worlds: exercises, catalogs, scenarios, problems and plans built in code.

Numbers are round on purpose. Every drill takes 60 s and the easy march 180 s, so that the
three preparation blocks take 300, 360 and 480 s. Stage 0 holds the march, an ankle and a hip
drill (planes: sagittal), stage 1 adds a mid-back drill (transverse), stage 2 a hip drill and
a leg swing (frontal). Sessions of every length get these blocks unless a test says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Plan, PlannedSession
from optimizer.domain.plan_writer import Chosen, write_sessions
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Day, Race, Run, Scenario, Session
from optimizer.planning.problems import build_problem
from tests.rows import drill_rows, exercise, hold, work_rows
from tests.vocabulary import vocabulary

__all__ = [
    "catalog_of_muscles",
    "catalog_with",
    "changed",
    "exercise",
    "hold",
    "plan_of",
    "problem",
    "race",
    "run",
    "scenario",
    "session",
    "small_catalog",
    "work_rows",
]


@cache
def small_catalog() -> Catalog:
    """28 working rows and 7 drills: every role but rolling, every plane, every muscle tier."""
    return Catalog(exercises=(*drill_rows(), *work_rows()), **vocabulary())


def catalog_with(*rows: Exercise) -> Catalog:
    """The small catalog with further rows at its end."""
    return replace(small_catalog(), exercises=(*small_catalog().exercises, *rows))


def catalog_of_muscles(*muscles: str) -> Catalog:
    """The small catalog that counts sets for these muscles only."""
    kept = tuple(muscle for muscle in small_catalog().muscles if muscle.id in muscles)
    return replace(small_catalog(), muscles=kept)


def session(
    day: Day,
    minutes: int = 45,
    place: str = "home",
    *,
    days: Sequence[Day] = (),
    **changes: Any,
) -> Session:
    """A session that is called like its day; ``days`` lists all days that it may stand on."""
    usual = {"id": day, "day": tuple(days) or (day,), "minutes": minutes, "place": place}
    return Session.model_validate({**usual, **changes})


def run(day: Day, kind: str = "easy", minutes: int = 40, start: str | None = None) -> Run:
    """A run of the week."""
    return Run.model_validate({"day": day, "kind": kind, "minutes": minutes, "start": start})


def race(date: str, distance: str = "10 km", priority: str = "A") -> Race:
    """A race; tests plan the week that starts on Monday, 2 March 2026."""
    return Race.model_validate({"date": date, "distance": distance, "priority": priority})


def scenario(
    *,
    sessions: Sequence[Session] = (),
    runs: Sequence[Run] = (),
    races: Sequence[Race] = (),
    athlete: Mapping[str, Any] | None = None,
    **changes: Any,
) -> Scenario:
    """A beginner's 45 minutes at home on Monday and Thursday, but for what is said.

    Two places exist: ``home`` (chair, two dumbbells, both bands) and ``bare`` (a stair).
    """
    week = {
        "start_date": "2026-03-02",
        "sessions": tuple(sessions) or (session("mon"), session("thu")),
        "runs": tuple(runs),
        "races": tuple(races),
    }
    usual = {
        "format": 1,
        "name": "a small world",
        "athlete": dict(athlete or {}),
        "week": week,
        "places": {"home": {"kit": "home"}, "bare": {"kit": "bodyweight"}},
    }
    return Scenario.model_validate({**usual, **changes, "constraints": _shortest(changes)})


def _shortest(changes: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of rules, with the least preparation for every session unless said."""
    given = dict(changes.get("constraints", {}))
    own = given.get("preparation_suits_the_work", {})
    given["preparation_suits_the_work"] = {"level_lengths_from_minutes": 241, **own}
    return given


def problem(*, catalog: Catalog | None = None, **changes: Any) -> Problem:
    """The scenario of these changes resolved against the small catalog, or another one."""
    return build_problem(scenario(**changes), catalog or small_catalog())


def plan_of(
    problem: Problem,
    chosen: Mapping[tuple[str, str], int],
    stages: Mapping[str, int] | None = None,
    days: Mapping[str, Day | None] | None = None,
) -> Plan:
    """The plan with these sets by exercise and session, these preparation stages and days.

    A session that ``days`` does not name stands on the first of its days, and one that it maps
    to None does not take place.
    """
    wanted = {**{slot.id: slot.days[0] for slot in problem.slots}, **(days or {})}
    stands = {session: day for session, day in wanted.items() if day is not None}
    return Plan(sessions=write_sessions(problem, Chosen(chosen, stages or {}, stands)))


def changed(plan: Plan, session_id: str, **changes: Any) -> Plan:
    """The plan with other fields in one session, so that it can be wrong on purpose."""

    def rewritten(session: PlannedSession) -> PlannedSession:
        return session.model_copy(update=changes) if session.id == session_id else session

    return plan.model_copy(update={"sessions": tuple(map(rewritten, plan.sessions))})
