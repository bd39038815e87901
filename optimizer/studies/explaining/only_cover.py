"""Demands that one exercise alone covers: of all at hand, or of those in the plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from optimizer.domain.credit import plane_half_credits, quarter_sets
from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.studies.explaining.explanation import OnlyCover

Demand = Literal["muscle", "pattern", "plane"]


def only_covers(problem: Problem, plan: Plan) -> tuple[OnlyCover, ...]:
    """What a single exercise covers, first where nothing else at hand could."""
    planned = {item.exercise for session in plan.sessions for item in session.items}
    at_hand, here = [], []
    for demand, identifier, name, rows in _demands(problem):
        in_plan = [row for row in rows if row.id in planned]
        if len(rows) == 1:
            text = f"nothing else at hand covers {name} than {rows[0].name}"
            at_hand.append(_cover(demand, identifier, rows[0], "everything at hand", text))
        elif len(in_plan) == 1:
            text = f"{in_plan[0].name} alone covers {name}; {len(rows) - 1} others could"
            here.append(_cover(demand, identifier, in_plan[0], "this plan", text))
    return (*at_hand, *here)


def _cover(
    demand: Demand,
    identifier: str,
    row: Exercise,
    scope: Literal["everything at hand", "this plan"],
    text: str,
) -> OnlyCover:
    return OnlyCover(demand=demand, id=identifier, exercise=row.id, scope=scope, text=text)


def _demands(
    problem: Problem,
) -> Iterator[tuple[Demand, str, str, list[Exercise]]]:
    """Every hard demand of the week with the exercises that give it something."""
    if not problem.floors_are_hard:
        return
    for floor in problem.muscle_demands:
        if floor.floor_quarters:
            rows = [row for row in problem.candidates if quarter_sets(row, floor.muscle)]
            yield "muscle", floor.muscle, problem.catalog.muscle_by_id[floor.muscle].name, rows
    for group in problem.servable_groups:
        rows = [row for row in problem.candidates if problem.serves(row, group)]
        yield "pattern", group, problem.catalog.group_by_id[group].name, rows
    for plane in problem.plane_demands:
        if plane.floor_halves:
            rows = [row for row in problem.candidates if plane_half_credits(row, plane.plane)]
            yield "plane", plane.plane, f"the {plane.plane} plane", rows
