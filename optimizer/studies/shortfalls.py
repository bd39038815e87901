"""How far a plan is from an aim, in words."""

from __future__ import annotations

from collections.abc import Sequence

from optimizer.domain.coverage import coverage
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.rule import Aim
from optimizer.domain.tiers import TIERS

HUNDREDTHS = "hundredths of a set"
UNITS = {tier.id: tier.unit for tier in TIERS}


def shortfall_text(problem: Problem, plan: Plan, aim: Aim, value: int) -> str:
    """What an aim wants and how much is missing; muscles and planes by name."""
    if aim.id == "muscles_reach_their_target":
        names = problem.catalog.muscle_by_id
        return _listed(
            [
                f"{names[one.id].name} {one.sets:g} of {one.target:g}"
                for one in coverage(problem, plan.sessions).muscles
                if one.sets < one.target
            ],
            "weekly sets under the target",
        )
    if aim.id == "planes_reach_their_target":
        return _listed(
            [
                f"{one.id} {one.credit:g} of {one.target:g}"
                for one in coverage(problem, plan.sessions).planes
                if one.credit < one.target
            ],
            "weekly credit under the target",
        )
    return f"{aim.statement.rstrip('.')}: off by {_amount(value, UNITS[aim.tier])}"


def _amount(value: int, unit: str) -> str:
    if unit == HUNDREDTHS:
        sets = value / 100
        return f"{sets:g} set{'' if sets == 1 else 's'}"
    return f"{value} point{'' if value == 1 else 's'}"


def _listed(parts: Sequence[str], what: str) -> str:
    return f"{what}: {', '.join(parts)}"
