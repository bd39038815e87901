"""What a plan costs against another one, tier by tier, measured without the solver."""

from __future__ import annotations

from typing import Literal, TypeAlias

from optimizer.domain.exercise import Record
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.rule import Aim
from optimizer.domain.tiers import TIERS, Tier
from optimizer.objectives import every_aim

AimsByTier: TypeAlias = dict[str, list[Aim]]


class TierCost(Record):
    """One tier of two plans; less is better.

    Attributes
    ----------
    scope
        What the proof of a plan speaks of. A tier about this week alone is a matter of taste
        between weeks that are otherwise as good.
    tolerance
        How far from the best a proved plan may stay in this tier; smaller differences mean
        little.
    bound
        What no plan of the second kind can beat; None where nothing was proved about it.
    shown
        The value of another plan of the second kind that is shown instead, if there is one.
    """

    id: str
    name: str
    unit: str
    before: int
    after: int
    scope: Literal["all plans", "this week"] = "all plans"
    tolerance: int = 0
    bound: int | None = None
    shown: int | None = None

    @property
    def cost(self) -> int:
        """How much worse the second plan is; negative where it is better."""
        return self.after - self.before

    @property
    def matters(self) -> bool:
        """Whether the plans differ by more than the tolerance, in a tier over all plans."""
        return self.scope == "all plans" and abs(self.cost) > self.tolerance


def tolerance_of(tier: Tier, problem: Problem) -> int:
    """How far from the best a plan of the problem may stay in a tier."""
    return tier.tolerance + tier.tolerance_per_session * len(problem.slots)


class Tiers:
    """The tiers of a plan in their order, each measured when it is first asked for.

    Of two plans the one with less in the first tier that tells them apart is the smaller one.
    """

    def __init__(self, problem: Problem, plan: Plan, aims: AimsByTier | None = None) -> None:
        self._problem = problem
        self._plan = plan
        self._aims = aims_by_tier(problem) if aims is None else aims
        self._values: dict[str, int] = {}

    def value(self, tier: str) -> int:
        """The sum of the tier's aims."""
        if tier not in self._values:
            measures = (aim.measure(self._problem, self._plan) for aim in self._aims[tier])
            self._values[tier] = sum(measures)
        return self._values[tier]

    def values(self) -> dict[str, int]:
        """All tiers."""
        return {tier: self.value(tier) for tier in self._aims}

    def __lt__(self, other: Tiers) -> bool:
        for tier in self._aims:
            mine, theirs = self.value(tier), other.value(tier)
            if mine != theirs:
                return mine < theirs
        return False


def aims_by_tier(problem: Problem) -> AimsByTier:
    """The active aims by tier, in the order of the tiers."""
    active = [aim for aim in every_aim() if problem.settings_of(aim.settings).enabled]
    by_tier = {tier.id: [aim for aim in active if aim.tier == tier.id] for tier in TIERS}
    if problem.floors_are_hard:
        by_tier.pop("floors", None)
    return {tier: aims for tier, aims in by_tier.items() if aims}


def measured_tiers(problem: Problem, plan: Plan) -> dict[str, int]:
    """The value of every tier that has active aims, in their order; less is better."""
    return Tiers(problem, plan).values()


def tier_costs(problem: Problem, before: dict[str, int], after: dict[str, int]) -> list[TierCost]:
    """The tiers of two plans side by side, from what ``measured_tiers`` found in each."""
    return [
        TierCost(
            id=tier.id,
            name=tier.name,
            unit=tier.unit,
            scope=tier.scope,
            before=before[tier.id],
            after=after[tier.id],
            tolerance=tolerance_of(tier, problem),
        )
        for tier in TIERS
        if tier.id in before and tier.id in after
    ]


def deciding(costs: list[TierCost] | tuple[TierCost, ...]) -> TierCost | None:
    """The first tier over all plans in which two plans differ by more than its tolerance."""
    return next((cost for cost in costs if cost.matters), None)
