"""No muscle gets more weekly sets than its cap.

Formula
    For each muscle m: sum over exercises of credit(e, m) * weekly_sets(e) <= cap(m).

Why
    Strength returns flatten with volume (Pelland 2025), and a runner's legs also have to run.
    The caps by level are convention; glute max, quadriceps and transversus abdominis are
    credited by nearly every compound row and have higher ones.

Settings
    ``sets``: caps by muscle id in weekly sets; by level where absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from optimizer.domain.credit import QUARTERS_PER_SET, quarter_sets
from optimizer.domain.exercise import Identifier
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import WeekScope


class Settings(RuleSettings):
    """Settings of the cap rule."""

    sets: dict[Identifier, Annotated[int, Field(ge=0, le=60)]] = {}
    """Weekly sets at most, by muscle id."""


def post(scope: WeekScope) -> None:
    """Each muscle's quarter sets stay at or under the cap."""
    own = scope.settings(Settings).sets
    for demand in scope.problem.muscle_demands:
        cap = own.get(demand.muscle, -1) * QUARTERS_PER_SET
        gained = scope.weighted(
            (scope.weekly_sets(row), quarter_sets(row, demand.muscle)) for row in scope.exercises
        )
        scope.require(gained <= (cap if cap >= 0 else demand.cap_quarters), demand.muscle)


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Muscles over their cap."""
    own = problem.settings_of(Settings).sets
    for demand in problem.muscle_demands:
        most = own.get(demand.muscle, demand.cap_quarters / 4)
        counted = 0.0
        for session in plan.sessions:
            for item in session.items:
                row = problem.catalog.exercise_by_id[item.exercise]
                share = {"power": 0.5, "strength": 1, "prehab": 1, "core": 1}.get(row.role, 0)
                if demand.muscle in row.muscles.direct:
                    counted += item.sets * share
                elif demand.muscle in row.muscles.indirect:
                    counted += item.sets * share / 2
        if counted > most:
            yield Breach("week", f"{demand.muscle} gets {counted:g} sets, cap {most:g}")
