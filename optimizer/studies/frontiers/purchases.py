"""What a step of a frontier buys over the one before, and whether that is proved."""

from __future__ import annotations

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.tiers import TIERS
from optimizer.studies.coverage_changes import CoverageChange, coverage_changes
from optimizer.studies.frontiers.records import Purchase
from optimizer.studies.tier_costs import TierCost, deciding, tolerance_of

WITH_PLAN = ("optimal", "feasible")


def purchase(
    number: int, before: tuple[Problem, Plan], after: tuple[Problem, Plan], *, is_same: bool
) -> Purchase:
    """What a step buys.

    Parameters
    ----------
    number
        Minutes or sessions of the step before.
    before, after
        The two steps.
    is_same
        Whether every week of the step before fits this one, as near its targets.
    """
    had, has = before[1], after[1]
    if "unknown" in (had.status, has.status):
        return Purchase(against=number, kind="unknown", is_same_measure=is_same)
    if has.status not in WITH_PLAN:
        kind = "no_plan" if had.status in WITH_PLAN else "nothing"
        return Purchase.model_validate(
            {"against": number, "kind": kind, "proved": True, "is_same_measure": is_same}
        )
    if had.status not in WITH_PLAN:
        return Purchase(against=number, kind="plan", proved=True, is_same_measure=is_same)
    costs = _costs(before, after)
    first = deciding(costs)
    kind = "nothing" if first is None else "better" if first.cost < 0 else "worse"
    return Purchase.model_validate(
        {
            "against": number,
            "kind": kind,
            "tiers": costs,
            "deciding": first,
            "proved": kind == "better" and is_same and _is_proved(had, has, first),
            "is_same_measure": is_same,
            "gains": _gains(had, has) if kind == "better" else (),
        }
    )


def _costs(before: tuple[Problem, Plan], after: tuple[Problem, Plan]) -> tuple[TierCost, ...]:
    """The tiers of both weeks, the larger tolerance counting; the bound is the earlier one's."""
    had = {tier.id: tier for tier in before[1].tiers}
    has = {tier.id: tier for tier in after[1].tiers}
    return tuple(
        TierCost(
            id=tier.id,
            name=tier.name,
            unit=tier.unit,
            scope=tier.scope,
            before=had[tier.id].value,
            after=has[tier.id].value,
            tolerance=max(tolerance_of(tier, problem) for problem, _ in (before, after)),
            bound=had[tier.id].bound if tier.scope == "all plans" else None,
        )
        for tier in TIERS
        if tier.id in had and tier.id in has
    )


def _is_proved(had: Plan, has: Plan, first: TierCost | None) -> bool:
    """Whether no week of the step before does as well in the tier that decides.

    Its bound there holds for weeks whose earlier tiers stay under its ceilings, so the later
    week has to be one that does.
    """
    if first is None or first.bound is None:
        return False
    reached = {tier.id: tier.value for tier in has.tiers}
    for tier in had.tiers:
        if tier.id == first.id:
            break
        ceiling = max(tier.value, tier.bound + tier.tolerance)
        if not tier.proved or reached[tier.id] > ceiling:
            return False
    return first.after < first.bound


def _gains(had: Plan, has: Plan) -> tuple[CoverageChange, ...]:
    """What was under its target and gets more, the widest gain first."""
    return tuple(
        one
        for one in reversed(coverage_changes(had.coverage, has.coverage))
        if one.difference > 0 and one.before < max(one.floor, one.target)
    )
