"""Notes on how to read a dose: tempo, effort of holds, and what to do where it is too much."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Plan, PlannedItem
from optimizer.domain.problem import Problem

HOLD_SECONDS_IN_HAND = 10
"""Seconds that a loaded hold or carry could have gone on for (convention)."""

EASY_RESERVE = 4
"""Repetitions in reserve from which on holds and carries are easy as well (convention)."""


def dose_notes(problem: Problem, plan: Plan) -> Iterator[str]:
    """Notes on tempo, on loaded holds and carries, and for beginners on easier exercises."""
    yield from _tempo(problem, plan)
    yield from _holds(problem, plan)
    yield from _easier(problem, plan)


def _items(plan: Plan) -> list[PlannedItem]:
    return [item for session in plan.sessions for item in session.items]


def _tempo(problem: Problem, plan: Plan) -> Iterator[str]:
    """How to read a tempo, and where its hold is if some exercise shown has one."""
    shown = [item for item in _items(plan) if item.tempo]
    if not shown:
        return
    text = f"Tempo {shown[0].tempo}: seconds of lowering, holding and lifting"
    rows = problem.catalog.exercise_by_id
    held = [rows[item.exercise] for item in shown if (item.tempo or "").split("-")[1] != "0"]
    places = dict.fromkeys("top" if _is_calf_raise(row) else "bottom" for row in held)
    if len(places) > 1:
        text += ", the hold at the top of calf raises and at the bottom of all else"
    elif places:
        text += f", the hold at the {next(iter(places))}"
    yield f"{text}."


def _is_calf_raise(row: Exercise) -> bool:
    return "calf" in row.pattern.every


def _holds(problem: Problem, plan: Plan) -> Iterator[str]:
    """The effort of loaded holds and carries, which have no repetitions to leave."""
    loads = {thing.id for thing in problem.catalog.equipment if thing.load}
    if any(item.hold_seconds and loads & set(item.equipment) for item in _items(plan)):
        is_easy = problem.numbers.reps_in_reserve >= EASY_RESERVE or problem.scenario.athlete.pains
        more = "twice as long" if is_easy else f"about {HOLD_SECONDS_IN_HAND} seconds more"
        yield f"Loaded holds and carries: take a load that you could hold for {more}."


def _easier(problem: Problem, plan: Plan) -> Iterator[str]:
    """An easier exercise for each that a beginner lifts the own body in."""
    if problem.level != "beginner":
        return
    loads = {thing.id for thing in problem.catalog.equipment if thing.load}
    ways: dict[str, str] = {}
    for session in plan.sessions:
        for item in session.items:
            if item.reps_in_reserve is None or item.reps is None or loads & set(item.equipment):
                continue
            row = problem.catalog.exercise_by_id[item.exercise]
            easier = _first_usable(problem, row, session.id)
            if easier is not None:
                ways.setdefault(row.name, easier.name)
    if ways:
        listed = "; ".join(f"{name} -> {easier}" for name, easier in ways.items())
        reserve = problem.numbers.reps_in_reserve
        yield f"If you cannot keep {reserve} repetitions in reserve, do the easier one: {listed}."


def _first_usable(problem: Problem, row: Exercise, session_id: str) -> Exercise | None:
    rows = problem.catalog.exercise_by_id
    easier = (rows[name] for name in row.regressions if name in rows)
    usable = (one for one in easier if one.is_work and problem.can_use(one, session_id))
    return next(usable, None)
