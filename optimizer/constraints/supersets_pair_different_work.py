"""The partners of a superset do not tire each other.

Formula
    Two strength or power items of one group share no direct muscle, deltoids between a push and
    a pull excepted, and do not both have the flag ``spinal_load``, ``grip`` or ``balance``.
    Posts nothing: the planner writes no supersets; the check is for plans from elsewhere.

Why
    A superset saves time because one muscle rests while the other works (Andersen 2022); a
    shared muscle, grip or trunk gets no rest. Which pairs compete is convention.

Settings
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import RuleSettings

if TYPE_CHECKING:
    from optimizer.model.scopes import DayScope

COMPETING_FLAGS = ("spinal_load", "grip", "balance")


class Settings(RuleSettings):
    """Settings of the superset rule."""


def post(scope: DayScope) -> None:
    """Nothing: no decision makes a superset."""


def violations(problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Supersets whose partners need the same muscle, grip, balance or back."""
    for session in plan.sessions:
        hard = [item for item in session.items if item.role in ("strength", "power")]
        for first, second in combinations(hard, 2):
            if first.group is None or first.group != second.group:
                continue
            pair = [problem.catalog.exercise_by_id[item.exercise] for item in (first, second)]
            for shared in _contested(*pair):
                text = f"{pair[0].name} and {pair[1].name} share {shared} in a superset"
                yield Breach(session.id, text)


def _contested(first: Exercise, second: Exercise) -> Iterator[str]:
    """Muscles and flags that both need."""
    muscles = set(first.muscles.direct) & set(second.muscles.direct)
    kinds = {row.pattern.primary.split("_")[0] for row in (first, second)}
    if kinds == {"push", "pull"}:
        muscles -= {"deltoids"}
    yield from sorted(muscles)
    yield from (flag for flag in COMPETING_FLAGS if flag in first.flags and flag in second.flags)
