"""What a scenario's best plan reaches, tier by tier with bounds, and what one gains over another.

A plan is proved best only up to its tolerances, so each tier is known as an interval from its
bound to its value. One is called better than another only where that is certain.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from optimizer.domain.exercise import Record
from optimizer.domain.plan import TierResult
from optimizer.solve.outcome import NoPlanExists, Outcome, PlanFound

ANY_PLAN = "plan"
"""Stands in place of a tier where one scenario has a plan and the other has none."""
DEMANDS = "demands"
"""Stands in place of a tier, before all others, for what the equipment cannot train at all."""

Verdict = Literal["better", "worse", "same", "open"]


class TierReached(Record):
    """One tier of a scenario's plan; less is better.

    Attributes
    ----------
    value
        What the plan reaches.
    bound
        What no plan of the scenario can beat while every earlier tier is at or under its ceiling;
        0 where nothing was proved.
    ceiling
        How far the plan was allowed to leave the tier for the sake of later ones.
    tolerance
        How far from the best a proved plan may stay.
    """

    id: str
    unit: str
    value: int
    bound: int
    ceiling: int
    tolerance: int

    @property
    def is_proved(self) -> bool:
        """Whether the value is proved best up to the tolerance."""
        return self.value <= self.bound + self.tolerance

    @property
    def worth_telling(self) -> int:
        """The highest value that is better beyond the tolerance, and below the bound."""
        return min(self.value - self.tolerance, self.bound) - 1


class Reached(Record):
    """A scenario's best plan by its tiers over all plans, or that there is none."""

    status: Literal["plan", "no plan", "unknown"]
    tiers: tuple[TierReached, ...] = ()

    @property
    def is_proved(self) -> bool:
        """Whether nothing is left open."""
        return self.status != "unknown" and all(tier.is_proved for tier in self.tiers)

    @property
    def ceilings(self) -> dict[str, int]:
        """How high each tier may be in a plan that counts as good."""
        return {tier.id: tier.ceiling for tier in self.tiers}


class Gain(Record):
    """What one scenario gains over another.

    Attributes
    ----------
    verdict
        ``better`` or ``worse`` where the first tier that differs beyond its tolerance proves it;
        ``same`` where both are proved best and no such tier exists; ``open`` otherwise.
    tier
        The deciding tier; ``plan`` where only one of the two has a plan at all, ``demands`` where
        one can train what the other cannot.
    before, after
        Values of the deciding tier in its unit.
    at_least, at_most
        Between what the gain, or the loss, is proved to lie.
    proved
        Whether both are proved best up to the tolerances.
    """

    verdict: Verdict
    tier: str | None = None
    unit: str | None = None
    before: int | None = None
    after: int | None = None
    at_least: int | None = None
    at_most: int | None = None
    proved: bool = False

    @property
    def amount(self) -> int:
        """How much less the deciding tier is; negative where it is more."""
        return (self.before or 0) - (self.after or 0)


def reached_by(outcome: Outcome, left_out: int | None = None) -> Reached:
    """What a solved problem reaches.

    Parameters
    ----------
    left_out
        Demands that the equipment cannot serve, as a tier of their own before the others.
    """
    if isinstance(outcome, PlanFound):
        demands = () if left_out is None else (_demands(left_out),)
        found = reached_of(outcome.tiers)
        return found.model_copy(update={"tiers": (*demands, *found.tiers)})
    return Reached(status="no plan" if isinstance(outcome, NoPlanExists) else "unknown")


def reached_of(tiers: tuple[TierResult, ...]) -> Reached:
    """What a plan reaches."""
    return Reached(status="plan", tiers=tuple(_tiers(tiers)))


def _demands(left_out: int) -> TierReached:
    """The demands that equipment leaves out; their number needs no solver."""
    return TierReached(
        id=DEMANDS, unit="demands", value=left_out, bound=left_out, ceiling=left_out, tolerance=0
    )


def _tiers(results: tuple[TierResult, ...]) -> Iterator[TierReached]:
    """Tiers over all plans; the bound of a later tier that is not proved may be of other plans."""
    over_all = [one for one in results if one.scope == "all plans"]
    in_order = True
    for number, one in enumerate(over_all):
        in_order = in_order and one.proved
        yield TierReached(
            id=one.id,
            unit=one.unit,
            value=one.value,
            bound=one.bound if in_order or number == 0 else 0,
            ceiling=max(one.value, one.bound + one.tolerance) if one.value else 0,
            tolerance=one.tolerance,
        )


def gain(before: Reached, after: Reached) -> Gain:
    """What the second gains over the first, by the first tier that tells them apart."""
    proved = before.is_proved and after.is_proved
    if "unknown" in (before.status, after.status):
        return Gain(verdict="open")
    if before.status != after.status:
        verdict: Verdict = "better" if after.status == "plan" else "worse"
        return Gain(verdict=verdict, tier=ANY_PLAN, proved=proved)
    better = _telling(after, before)
    deciding = better or _telling(before, after)
    if deciding is None:
        return Gain(verdict="same" if proved else "open", proved=proved)
    old, new = _tier(before, deciding.id), _tier(after, deciding.id)
    loser, winner = (old, new) if better else (new, old)
    return Gain(
        verdict="better" if better else "worse",
        tier=deciding.id,
        unit=deciding.unit,
        before=old.value,
        after=new.value,
        at_least=loser.bound - winner.value,
        at_most=loser.value - winner.bound,
        proved=proved,
    )


def _telling(new: Reached, old: Reached) -> TierReached | None:
    """The first tier in which the new one is certainly better, while no earlier one is worse."""
    for one in old.tiers:
        value = _tier(new, one.id).value
        if value <= one.worth_telling:
            return one
        if value > one.ceiling:
            return None
    return None


def _tier(reached: Reached, identifier: str) -> TierReached:
    return next(tier for tier in reached.tiers if tier.id == identifier)


def is_better(new: Reached, old: Reached) -> bool:
    """Whether the new one is certainly better, beyond the tolerances."""
    return gain(old, new).verdict == "better"


def matches(new: Reached, old: Reached) -> bool:
    """Whether the new plan is as good as the old one, up to the tolerances."""
    if new.status != "plan" or old.status != "plan":
        return old.status == "no plan"
    return all(_tier(new, tier.id).value <= tier.ceiling for tier in old.tiers)
