"""Why there is no plan: the funnel, the conflict and the repairs as rows and lines."""

from __future__ import annotations

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan
from optimizer.export.parts.names import words


def funnel_rows(plan: Plan) -> list[list[object]]:
    """Filter, how many exercises it removed and how many it left."""
    return [[words(step.filter), step.removed, step.left] for step in plan.funnel]


def conflict_rows(plan: Plan, catalog: Catalog) -> list[list[object]]:
    """Rule, all the places where it cannot be given up, and what it demands."""
    places: dict[tuple[str, str], list[str]] = {}
    for member in plan.conflict:
        muscle = catalog.muscle_by_id.get(member.where)
        where = muscle.name if muscle else words(member.where)
        places.setdefault((member.rule, member.text), []).append(where)
    return [[words(rule), ", ".join(where), text] for (rule, text), where in places.items()]


def conflict_sentence(plan: Plan) -> str:
    """What a conflict is, above its rows."""
    if len(plan.conflict) == 1:
        return "This demand alone cannot be met:"
    return "These demands cannot all hold together:"
