"""Each session needs few different things, so that little is fetched and set up.

Formula
    Sum over sessions of the number of different equipment items that their exercises use;
    wall, door frame and towel are always there and do not count.

Why
    Every change of equipment is a pause and, in a full gym, a queue (convention).

Settings
    None besides ``enabled``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings

if TYPE_CHECKING:
    from optimizer.model.poster import Expression
    from optimizer.model.scopes import DayScope

TIER = "equipment"


class Settings(AimSettings):
    """Settings of the equipment aim."""


def express(scope: DayScope) -> Expression:
    """Items used, summed over sessions."""
    used = []
    for slot in scope.slots:
        users: dict[str, list[Expression]] = {}
        for row in scope.exercises_of(slot):
            for item in scope.problem.prescription(row, slot.place).equipment or {}:
                if not scope.catalog.equipment_by_id[item].fixture:
                    users.setdefault(item, []).append(scope.is_in(row, slot))
        for item, literals in users.items():
            fetched = scope.shortfall(literals[0], 1, f"fetch {item} {slot.id}")
            for literal in literals[1:]:
                scope.poster.structural(fetched >= literal)
            used.append(fetched)
    return scope.total(used)


def measure(problem: Problem, plan: Plan) -> int:
    """Items used in the plan, summed over sessions."""
    fixtures = {item.id for item in problem.catalog.equipment if item.fixture}
    return sum(
        len({thing for item in session.items for thing in item.equipment} - fixtures)
        for session in plan.sessions
    )
