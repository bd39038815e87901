"""The items of a session stand in role order: power, strength, prehab, core.

Formula
    rank(item i) <= rank(item i + 1) with rank 0 for power, 1 for strength, 2 for prehab and 3
    for core. Posts nothing: sessions are put in order when the plan is written, and no
    decision depends on it.

Why
    Strength rises most in what is done first (Nunes 2021); power first while fresh, and no
    tired trunk under a loaded spine, are convention.

Settings
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope


class Settings(RuleSettings):
    """Settings of the order rule."""


def post(scope: DayScope) -> None:
    """Nothing: the order is constructed, not decided."""


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Items that stand before one of an earlier role."""
    ranks = {"power": 0, "strength": 1, "prehab": 2, "core": 3}
    for session in plan.sessions:
        rows = [problem.catalog.exercise_by_id[item.exercise] for item in session.items]
        for first, second in pairwise(rows):
            if ranks.get(first.role, 9) > ranks.get(second.role, 9):
                text = f"{second.name} ({second.role}) stands after {first.name} ({first.role})"
                yield Breach(session.id, text)
