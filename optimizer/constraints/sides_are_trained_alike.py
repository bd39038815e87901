"""Both sides are trained alike: whatever has sides is counted for each of them.

Formula
    For each line of the plan whose exercise is done one side at a time or in turns: its
    repetitions or its hold are those of each side. Posts nothing: the plan is written so.

Why
    Equal work for both sides keeps a runner's stride even; no source supports another share
    (convention). Work on one side only belongs to a therapist's plan.

Settings
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope


class Settings(RuleSettings):
    """Settings of the side rule."""


def post(scope: DayScope) -> None:
    """Nothing: one number of repetitions serves both sides."""


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Lines that train one side only."""
    for session in plan.sessions:
        for line in session.lines:
            row = problem.catalog.exercise_by_id[line.exercise]
            if row.laterality != "bilateral" and row.side_mode != "bilateral" and not line.per_side:
                yield Breach(session.id, f"{row.name} is planned for one side only")
