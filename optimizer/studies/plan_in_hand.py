"""A plan that exists, as the decisions that would make it: sets, preparation and days."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.plan import Plan, PlannedSession
from optimizer.domain.plan_writer import Chosen
from optimizer.domain.problem import Problem
from optimizer.errors import Complaint


def chosen_of(problem: Problem, plan: Plan) -> Chosen:
    """Sets of all items, and stages and days of the sessions that the problem knows."""
    sets: dict[tuple[str, str], int] = {}
    for session in plan.sessions:
        for item in session.items:
            key = (item.exercise, session.id)
            sets[key] = sets.get(key, 0) + item.sets
    known = [session for session in plan.sessions if session.id in problem.slot_by_id]
    return Chosen(
        sets=sets,
        stages={session.id: stage_of(problem, session) for session in known},
        days={session.id: session.day for session in plan.sessions},
    )


def stage_of(problem: Problem, session: PlannedSession) -> int:
    """The preparation stage with the session's drills, else the first that lasts as long."""
    drills = [drill.exercise for drill in session.preparation]
    blocks = problem.preparation_of(problem.slot_by_id[session.id])
    for stage, block in enumerate(blocks):
        if [drill.exercise.id for drill in block.drills] == drills:
            return stage
    seconds = sum(drill.seconds for drill in session.preparation)
    return next(
        (stage for stage, block in enumerate(blocks) if block.seconds >= seconds), len(blocks) - 1
    )


def unknown_rows(problem: Problem, plan: Plan) -> Iterator[Complaint]:
    """Exercises of the plan that the catalog does not have."""
    known = problem.catalog.exercise_by_id
    for number, session in enumerate(plan.sessions):
        for position, item in enumerate(session.items):
            if item.exercise not in known:
                yield Complaint(
                    "unknown-exercise",
                    f"the plan holds {item.exercise}, and the catalog has no such exercise",
                    hint="use the catalog that the plan was made with",
                    path=("sessions", number, "items", position, "exercise"),
                )


def unknown_sessions(problem: Problem, plan: Plan) -> Iterator[Complaint]:
    """Sessions of the plan that the scenario does not have."""
    for number, session in enumerate(plan.sessions):
        if session.id not in problem.slot_by_id:
            known = ", ".join(slot.id for slot in problem.slots)
            yield Complaint(
                "contradiction",
                f"the plan has a session {session.id}, and the scenario has {known}",
                hint="give the scenario that the plan was made for, or make a new plan with "
                "`triplane replan`",
                path=("sessions", number, "id"),
            )
