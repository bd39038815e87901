"""Why there is no plan: the funnel, the conflict and the repairs as rows and lines."""

from __future__ import annotations

from optimizer.domain.plan import Plan
from optimizer.export.parts.names import words


def funnel_rows(plan: Plan) -> list[list[object]]:
    """Filter, how many exercises it removed and how many it left."""
    return [[words(step.filter), step.removed, step.left] for step in plan.funnel]


def conflict_rows(plan: Plan) -> list[list[object]]:
    """Rule, where and what of every demand that cannot hold with the others."""
    return [[words(member.rule), member.where, member.text] for member in plan.conflict]


def conflict_sentence(plan: Plan) -> str:
    """What a conflict is, above its rows."""
    if len(plan.conflict) == 1:
        return "This demand alone cannot be met:"
    return "These cannot all hold; without any one of them the rest could:"
