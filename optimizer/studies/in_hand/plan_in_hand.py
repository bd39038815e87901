"""A plan that exists, as the decisions that would make it: sets, preparation and days."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from optimizer.domain.plan import Plan, PlannedSession
from optimizer.domain.plan_writer import Chosen
from optimizer.domain.problem import Problem
from optimizer.errors import Complaint
from optimizer.reading.close_matches import did_you_mean
from optimizer.reading.references import repeated


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


def faults_in_hand(problem: Problem, plan: Plan) -> Iterator[Complaint]:
    """Why a plan cannot be worked on: it is none, lists something twice, or names strangers."""
    if not plan.sessions and plan.status in ("infeasible", "unknown"):
        yield Complaint(
            "missing-key",
            f"the plan says {plan.status} and holds no session",
            hint="give a plan with sessions; make one with `triplane solve`",
            path=("sessions",),
        )
    ids = (session.id for session in plan.sessions)
    yield from repeated(ids, "session", ("sessions",), ("id",))
    for number, session in enumerate(plan.sessions):
        items = (item.exercise for item in session.items)
        yield from repeated(items, "exercise", ("sessions", number, "items"), ("exercise",))
    yield from _unknown_rows(problem, plan)


def _unknown_rows(problem: Problem, plan: Plan) -> Iterator[Complaint]:
    """Exercises of the plan, drills included, that the catalog does not have."""
    known = problem.catalog.exercise_by_id
    for number, session in enumerate(plan.sessions):
        for part in ("preparation", "items", "cool_down"):
            for position, line in enumerate(getattr(session, part)):
                if line.exercise not in known:
                    yield Complaint(
                        "unknown-exercise",
                        f"the plan holds {line.exercise}, and the catalog has no such exercise",
                        hint=did_you_mean(
                            line.exercise, known, "use the catalog that the plan was made with"
                        ),
                        path=("sessions", number, part, position, "exercise"),
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


def unknown_places(problem: Problem, plan: Plan, asked: Collection[str]) -> Iterator[Complaint]:
    """Places of these sessions of the plan that the scenario does not describe."""
    for number, session in enumerate(plan.sessions):
        if session.id in asked and session.place not in problem.offers:
            yield Complaint(
                "unknown-place",
                f"session {session.id} of the plan is at {session.place}, and the scenario "
                f"describes {', '.join(problem.offers)}",
                hint="give the scenario that the plan was made for, or make a new plan with "
                "`triplane replan`",
                path=("sessions", number, "place"),
            )
