"""Answers of studies as documents of the interface's format."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from optimizer.export.parts.run_times import without_run_times
from optimizer.studies.buying.kit_worth import KitWorth, SetWorth
from optimizer.studies.comparing.comparison import Column, Comparison
from optimizer.studies.coverage_changes import CoverageChange
from optimizer.studies.frontiers.records import Frontier
from optimizer.studies.in_hand.swap import Swap
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


def compare_document(comparison: Comparison, *, with_times: bool) -> dict[str, Any]:
    """All columns with their plans; ``seconds``, ``exercises`` and ``sets`` are those of the week.

    Parameters
    ----------
    with_times
        Whether run times are written.
    """
    if not with_times:
        comparison = comparison.model_copy(
            update={"effort": {}, "columns": tuple(map(_without_times, comparison.columns))}
        )
    values = comparison.model_dump(mode="json")
    for written, column in zip(values["columns"], comparison.columns, strict=True):
        totals = {"seconds": column.seconds, "sets": column.sets, "exercises": column.exercises}
        written["week"] = totals if column.has_plan else None
        if column.difference is not None:
            written["difference"]["coverage"] = _coverage(column.difference.coverage)
        if column.standing is not None:
            written["standing"]["tiers"] = _tiers(column.standing.tiers)
            written["standing"]["short"] = _coverage(column.standing.short)
            first = column.standing.deciding
            written["standing"]["deciding"] = first.id if first else None
            written["standing"]["relation"] = column.standing.relation
            written["standing"]["paid"] = [cost.id for cost in column.standing.paid]
    return values


def worth_document(worth: KitWorth, *, with_times: bool) -> dict[str, Any]:
    """The worth of every item, loss and pair, ranked, with the plans.

    Parameters
    ----------
    with_times
        Whether run times are written.
    """
    if not with_times:
        parts = {
            part: tuple(_timeless(one) for one in getattr(worth, part))
            for part in ("items", "losses", "pairs")
        }
        purchase = worth.purchase
        if purchase is not None:
            purchase = purchase.model_copy(update={"best": _timeless(purchase.best)})
        plan = without_run_times(worth.plan)
        more: dict[str, Any] = {"purchase": purchase, "plan": plan, "effort": {}}
        worth = worth.model_copy(update={**parts, **more})
    return worth.model_dump(mode="json")


def _timeless(one: SetWorth) -> SetWorth:
    return one.model_copy(update={"plan": without_run_times(one.plan) if one.plan else None})


def frontier_document(frontier: Frontier, *, with_times: bool) -> dict[str, Any]:
    """All steps with their plans and what each buys; ``deciding`` names the tier that tells.

    Parameters
    ----------
    with_times
        Whether run times are written.
    """
    if not with_times:
        steps = tuple(
            step.model_copy(update={"plan": without_run_times(step.plan)})
            for step in frontier.steps
        )
        frontier = frontier.model_copy(update={"effort": {}, "steps": steps})
    values = frontier.model_dump(mode="json")
    for written, step in zip(values["steps"], frontier.steps, strict=True):
        totals = {"seconds": step.seconds, "sets": step.sets, "exercises": step.exercises}
        written["week"] = totals if step.has_plan else None
        if step.buys is not None:
            first = step.buys.deciding
            written["buys"]["deciding"] = first.id if first else None
            written["buys"]["tiers"] = _tiers(step.buys.tiers)
            written["buys"]["gains"] = _coverage(step.buys.gains)
    return values


def _without_times(column: Column) -> Column:
    best = without_run_times(column.best) if column.best else None
    return column.model_copy(update={"plan": without_run_times(column.plan), "best": best})


def _tiers(costs: Iterable[TierCost]) -> list[dict[str, Any]]:
    return [{**cost.model_dump(mode="json"), "cost": cost.cost} for cost in costs]


def _coverage(changes: Iterable[CoverageChange]) -> list[dict[str, Any]]:
    return [{**one.model_dump(mode="json"), "difference": one.difference} for one in changes]
