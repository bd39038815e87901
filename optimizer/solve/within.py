"""Any plan whose tiers stay under given ceilings: for a choice among plans that are good enough."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from optimizer.domain.plan_writer import Chosen
from optimizer.domain.problem import Problem
from optimizer.solve.attempts import joint, picks
from optimizer.solve.build import active_tiers, session_classes
from optimizer.solve.certificate import certify
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import NoPlanFound, Outcome, PlanFound, TierRecord
from optimizer.solve.week_layer import WeekLayer


def solve_within(problem: Problem, ceilings: Mapping[str, int], limits: Limits) -> Outcome:
    """A plan with every tier over all plans at or under its ceiling, if a short search finds one.

    Nothing is proved about its tiers, nor about plans if none is found.

    Parameters
    ----------
    ceilings
        The highest value of tiers by id, in the unit of each.
    """
    layer = WeekLayer(problem, session_classes(problem), limits)
    records = [
        TierRecord(tier.id, tier.unit, tier.scope, ceilings[tier.id], 0, 0, ceilings[tier.id])
        for tier, _ in active_tiers(problem)
        if tier.id in ceilings
    ]
    if not layer.attain(records):
        return NoPlanFound(limits.reason)
    for attempt in chain(picks(layer, records), joint(layer, layer.support, records)):
        dealt = attempt.deal
        if dealt is not None:
            chosen: Chosen = dealt.chosen
            every = [*attempt.records, *(dealt.climb.records if dealt.climb else [])]
            tiers = certify(layer.problem, every, chosen)
            return PlanFound(chosen, tiers, layer.rounds, limits.reason)
    return NoPlanFound(limits.reason)
