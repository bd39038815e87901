"""The certificate as rows: what each aim reached and what is proved about it."""

from __future__ import annotations

from optimizer.domain.plan import Plan, TierResult
from optimizer.domain.tiers import TIERS
from optimizer.export.parts.names import words

CERTIFICATE_HEADERS = ("Aim, in this order", "Value", "Bound", "Proved", "Among", "Unit")


def tier_name(identifier: str) -> str:
    """What a tier is called."""
    return {tier.id: tier.name for tier in TIERS}.get(identifier, words(identifier))


def proof(tier: TierResult) -> str:
    """Whether the value is proved to be the best, or how much better it could be."""
    gap = tier.value - tier.bound
    if not tier.proved:
        return f"no, gap {gap}"
    return f"yes, within {gap}" if gap > 0 else "yes"


def certificate_rows(plan: Plan) -> list[list[object]]:
    """Name, value, bound, proof, scope and unit of every tier; less is better."""
    return [
        [tier_name(tier.id), tier.value, tier.bound, proof(tier), tier.scope, tier.unit]
        for tier in plan.tiers
    ]
