"""Decides week and days at once over the few exercises that the week layer has tried.

A week that is full to the second is a packing problem, which totals cannot see. Over two dozen
exercises the direct model solves it; the tiers that the week layer proved are only kept within
their tolerances, not solved again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from optimizer.domain.problem import Problem
from optimizer.solve.build import active_tiers, build_direct, express, is_deal_tier, session_classes
from optimizer.solve.day_layer import Deal, day_variables, read_days, room_of
from optimizer.solve.direct import strengthen
from optimizer.solve.lexicographic import Climber
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import TierRecord
from optimizer.solve.tie_break import break_ties

DETERMINISTIC_SECONDS = 2.0


def deal_jointly(
    problem: Problem, support: Iterable[str], records: Sequence[TierRecord], limits: Limits
) -> Deal:
    """The best week of a few exercises within the ceilings of the tiers over all plans."""
    tried = set(support)
    rows = tuple(row for row in problem.candidates if row.id in tried)
    days, week = build_direct(problem, session_classes(problem), exercises=rows)
    strengthen(problem, days, week)
    ceilings = {record.id: record.ceiling for record in records if record.scope == "all plans"}
    tiers = active_tiers(problem)
    for tier, aims in tiers:
        if tier.id in ceilings:
            days.poster.structural(express(week, aims) <= ceilings[tier.id])
    steps = [
        (tier, lambda aims=aims: express(days if is_deal_tier(aims) else week, aims))
        for tier, aims in tiers
        if tier.id not in ceilings
    ]
    short = replace(limits, deterministic_seconds=DETERMINISTIC_SECONDS)
    climber = Climber(days.poster.model, day_variables(days), room_of(problem), short)
    result = climber.climb(steps)
    if not result.values:
        return Deal(result.answer)
    break_ties(climber, days)
    return Deal(result.answer, read_days(days, result), result)
