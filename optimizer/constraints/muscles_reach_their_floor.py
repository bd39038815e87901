"""Every muscle of tiers 1 and 2 reaches its weekly floor of sets.

Formula
    For each muscle m: sum over exercises of credit(e, m) * weekly_sets(e) >= floor(m), where
    a direct set counts 1.0, an indirect one 0.5, and power work half of that.

Why
    Whole-body cover is what the articles ask for; fractional counting fits the evidence best
    and about two weekly sets are the practical minimum (Pelland 2025). The floors by level are
    convention.

Settings
    None here: floors are set under ``targets.muscles``; ``targets.floors: relaxed`` turns them
    into the first aim.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.credit import quarter_sets
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import WeekScope


class Settings(RuleSettings):
    """Settings of the floor rule."""


def post(scope: WeekScope) -> None:
    """Each muscle's quarter sets reach the floor."""
    if not scope.problem.floors_are_hard:
        return
    for demand in scope.problem.muscle_demands:
        if demand.floor_quarters:
            gained = scope.weighted(
                (scope.weekly_sets(row), quarter_sets(row, demand.muscle))
                for row in scope.exercises
            )
            scope.require(gained >= demand.floor_quarters, demand.muscle)


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Muscles below their floor."""
    if not problem.floors_are_hard:
        return
    for demand in problem.muscle_demands:
        counted = 0.0
        for session in plan.sessions:
            for item in session.items:
                row = problem.catalog.exercise_by_id[item.exercise]
                share = {"power": 0.5, "strength": 1, "prehab": 1, "core": 1}.get(row.role, 0)
                if demand.muscle in row.muscles.direct:
                    counted += item.sets * share
                elif demand.muscle in row.muscles.indirect:
                    counted += item.sets * share / 2
        if counted < demand.floor_quarters / 4:
            text = f"{demand.muscle} gets {counted:g} sets, floor {demand.floor_quarters / 4:g}"
            yield Breach("week", text)
