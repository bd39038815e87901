"""Answers of studies as documents of the interface's format."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from optimizer.studies.coverage_changes import CoverageChange
from optimizer.studies.swap import Swap
from optimizer.studies.tier_costs import TierCost
from optimizer.studies.why import Why


def why_document(why: Why) -> dict[str, Any]:
    """The worth of an exercise; ``deciding`` names the first tier that matters."""
    values = why.model_dump(mode="json")
    first = why.deciding
    values["deciding"] = first.id if first else None
    values["tiers"] = _tiers(why.tiers)
    values["coverage"] = _coverage(why.coverage)
    return values


def swap_document(swap: Swap) -> dict[str, Any]:
    """All replacements with their costs."""
    values = swap.model_dump(mode="json")
    for written, one in zip(values["replacements"], swap.replacements, strict=True):
        written["tiers"] = _tiers(one.tiers)
        written["coverage"] = _coverage(one.coverage)
        written["session_seconds_change"] = one.session_seconds - swap.session_seconds
    return values


def _tiers(costs: Iterable[TierCost]) -> list[dict[str, Any]]:
    return [{**cost.model_dump(mode="json"), "cost": cost.cost} for cost in costs]


def _coverage(changes: Iterable[CoverageChange]) -> list[dict[str, Any]]:
    return [{**one.model_dump(mode="json"), "difference": one.difference} for one in changes]
