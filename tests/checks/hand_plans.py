"""Plans written by hand, as a coach would note them, completed to plans that can be checked.

A file holds sessions with their preparation and items; sets, repetitions or holds and the rest
that is really taken between sets are the author's. Role, sides and seconds follow from the
catalog row and the time model.
"""

from __future__ import annotations

from pathlib import Path

from optimizer.domain.catalog import Catalog
from optimizer.domain.dose import Dose
from optimizer.domain.exercise import Exercise, Record
from optimizer.domain.plan import Plan, PlannedItem, PlannedSession, PreparationItem
from optimizer.domain.problem import Problem
from optimizer.domain.time_model import WALK_AND_READ_SECONDS, set_seconds
from optimizer.planning.files import read_scenario
from optimizer.planning.problems import build_problem
from optimizer.reading.complaints import validated
from optimizer.reading.yaml_source import Positions, load_yaml

DATA = Path(__file__).parent / "data"


class HandDrill(Record):
    """One drill: repetitions or a hold, on each side where it has sides."""

    exercise: str
    reps: int | None = None
    hold_seconds: int | None = None


class HandItem(Record):
    """One item: its sets, what a set is, and the rest between sets.

    ``group`` names items that the author pairs as a superset.
    """

    exercise: str
    sets: int
    reps: int | None = None
    hold_seconds: int | None = None
    rest_seconds: int
    reps_in_reserve: int | None = None
    group: str | None = None


class HandSession(Record):
    """One session as it is trained."""

    id: str
    preparation: tuple[HandDrill, ...] = ()
    items: tuple[HandItem, ...]


class HandPlan(Record):
    """A week written by hand."""

    sessions: tuple[HandSession, ...]


def read_hand_plan(name: str) -> HandPlan:
    """The plan of this name under ``data``.

    Raises
    ------
    InputError
        With every problem of the file.
    """
    path = DATA / f"{name}.plan.yaml"
    text = path.read_text(encoding="utf-8")
    return validated(HandPlan, load_yaml(text, path.name), Positions(text, path.name).of)


def hand_problem(name: str, catalog: Catalog) -> Problem:
    """The scenario of this name under ``data``, resolved."""
    scenario = read_scenario(DATA / f"{name}.scenario.yaml", catalog).scenario
    return build_problem(scenario, catalog)


def work_seconds(row: Exercise, reps: int | None, hold_seconds: int | None) -> int:
    """Seconds of work in one set, both sides and the change of sides included."""
    dose = Dose("main", reps, hold_seconds, 0, 1, 1, 0)
    return set_seconds(row, dose)


def finished(problem: Problem, plan: HandPlan) -> Plan:
    """The plan with roles, sides and seconds, as the verifier reads it."""
    return Plan(sessions=tuple(_session(problem, session) for session in plan.sessions))


def _session(problem: Problem, session: HandSession) -> PlannedSession:
    slot = problem.slot_by_id[session.id]
    drills = tuple(_drill(problem, drill) for drill in session.preparation)
    items = tuple(
        _item(problem, session.id, number, item)
        for number, item in enumerate(session.items, start=1)
    )
    return PlannedSession(
        id=slot.id,
        day=slot.days[0],
        place=slot.place,
        limit_seconds=slot.limit_seconds,
        seconds=sum(one.seconds for one in drills) + sum(one.seconds for one in items),
        preparation=drills,
        items=items,
    )


def _drill(problem: Problem, drill: HandDrill) -> PreparationItem:
    row = problem.catalog.exercise_by_id[drill.exercise]
    work = work_seconds(row, drill.reps, drill.hold_seconds)
    return PreparationItem(
        exercise=row.id,
        seconds=work + row.timing.setup_seconds,
        reps=drill.reps,
        hold_seconds=drill.hold_seconds,
        per_side=row.has_sides,
    )


def _item(problem: Problem, session_id: str, number: int, item: HandItem) -> PlannedItem:
    row = problem.catalog.exercise_by_id[item.exercise]
    work = work_seconds(row, item.reps, item.hold_seconds)
    gap = max(item.rest_seconds, WALK_AND_READ_SECONDS + row.timing.setup_seconds)
    place = problem.slot_by_id[session_id].place
    return PlannedItem(
        id=f"{session_id}-{number}",
        exercise=row.id,
        role=row.role,
        sets=item.sets,
        reps=item.reps,
        hold_seconds=item.hold_seconds,
        per_side=row.has_sides,
        reps_in_reserve=item.reps_in_reserve,
        rest_seconds=item.rest_seconds,
        seconds=item.sets * work + (item.sets - 1) * item.rest_seconds + gap,
        group=item.group,
        equipment=problem.offers[place].choose(row) or {},
    )
