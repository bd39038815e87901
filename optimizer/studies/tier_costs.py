"""What a plan costs against another one, tier by tier, measured without the solver."""

from __future__ import annotations

from optimizer.domain.exercise import Record
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.tiers import TIERS, Tier
from optimizer.objectives import every_aim


class TierCost(Record):
    """One tier of two plans; less is better.

    Attributes
    ----------
    tolerance
        How far from the best a proved plan may stay in this tier; smaller differences mean
        little.
    bound
        What no plan of the second kind can beat; None where nothing was proved about it.
    """

    id: str
    name: str
    unit: str
    before: int
    after: int
    tolerance: int = 0
    bound: int | None = None

    @property
    def cost(self) -> int:
        """How much worse the second plan is; negative where it is better."""
        return self.after - self.before

    @property
    def matters(self) -> bool:
        """Whether the plans differ by more than the tolerance."""
        return abs(self.cost) > self.tolerance


def tolerance_of(tier: Tier, problem: Problem) -> int:
    """How far from the best a plan of the problem may stay in a tier."""
    return tier.tolerance + tier.tolerance_per_session * len(problem.slots)


def measured_tiers(problem: Problem, plan: Plan) -> dict[str, int]:
    """The value of every tier that has active aims, in their order; less is better."""
    aims = [aim for aim in every_aim() if problem.settings_of(aim.settings).enabled]
    values: dict[str, int] = {}
    for tier in TIERS:
        members = [aim for aim in aims if aim.tier == tier.id]
        if members and not (tier.id == "floors" and problem.floors_are_hard):
            values[tier.id] = sum(aim.measure(problem, plan) for aim in members)
    return values


def tier_costs(problem: Problem, before: dict[str, int], after: dict[str, int]) -> list[TierCost]:
    """The tiers of two plans side by side, from what ``measured_tiers`` found in each."""
    return [
        TierCost(
            id=tier.id,
            name=tier.name,
            unit=tier.unit,
            before=before[tier.id],
            after=after[tier.id],
            tolerance=tolerance_of(tier, problem),
        )
        for tier in TIERS
        if tier.id in before and tier.id in after
    ]


def deciding(costs: list[TierCost] | tuple[TierCost, ...]) -> TierCost | None:
    """The first tier in which the plans differ by more than its tolerance."""
    return next((cost for cost in costs if cost.matters), None)
