"""The week moves in every plane, and its working items reach each plane's floor.

Formula
    For each plane p: sum over exercises of credit(e, p) * times(e) >= floor(p), with 1.0 for
    moving in the plane and 0.5 for resisting it, each item counted once; and at least one
    item or drill of the week moves in p, but where the season waives the floors. Calf, ankle
    and foot rows count nothing, rows of the upper body only what the trunk resists.

Why
    Runners rarely work side to side, and turning is often stiff; the articles ask for all
    three planes on purpose. Which exercise belongs to which plane is convention.

Settings
    None here: floors are set under ``targets.planes``; ``targets.floors: relaxed`` turns them
    into the first aim.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.credit import moves_in, plane_half_credits
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import WeekScope


class Settings(RuleSettings):
    """Settings of the weekly plane rule."""


def post(scope: WeekScope) -> None:
    """Half credits reach the floor, and something moves in the plane."""
    if not scope.problem.floors_are_hard:
        return
    for demand in scope.problem.plane_demands:
        gained = scope.weighted(
            (scope.times(row), plane_half_credits(row, demand.plane)) for row in scope.exercises
        )
        if demand.floor_halves:
            scope.require(gained >= demand.floor_halves, demand.plane)
        if not scope.problem.cover_is_required:
            continue
        movers = [scope.times(row) for row in scope.exercises if moves_in(row, demand.plane)]
        for group in scope.classes:
            blocks = scope.problem.preparation_of(group.slots[0])
            moving = [block.moves(demand.plane) for block in blocks]
            if moving[0]:
                movers.append(scope.used_sessions(group))
            elif any(moving):
                movers.append(scope.preparations(group, moving.index(True)))
        scope.require(scope.total(movers) >= 1, f"{demand.plane} motion")


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Planes below their floor, and planes that nothing moves in."""
    if not problem.floors_are_hard:
        return
    rows = problem.catalog.exercise_by_id
    work = [rows[item.exercise] for session in plan.sessions for item in session.items]
    drills = [rows[item.exercise] for session in plan.sessions for item in session.preparation]
    for demand in problem.plane_demands:
        credit, moving = 0.0, 0
        for row in work + drills:
            counts = row.pattern.primary not in ("calf", "ankle", "foot")
            is_moving = demand.plane in row.planes.motion and row.region != "upper" and counts
            moving += is_moving
            if row in work:
                resisting = demand.plane in row.planes.resisted and counts
                credit += 1.0 if is_moving else 0.5 if resisting else 0.0
        if credit < demand.floor_halves / 2:
            text = f"{demand.plane} credit {credit:g}, floor {demand.floor_halves / 2:g}"
            yield Breach("week", text)
        if not moving and problem.cover_is_required:
            yield Breach("week", f"nothing moves in the {demand.plane} plane")
