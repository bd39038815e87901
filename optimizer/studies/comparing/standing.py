"""Which of several weeks is the best, and in what the others stay behind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from optimizer.domain.plan import Plan, TierResult
from optimizer.domain.plan_coverage import Coverage
from optimizer.domain.problem import Problem
from optimizer.domain.tiers import TIERS
from optimizer.studies.comparing.comparison import AimCost, Standing
from optimizer.studies.comparing.standards import asked_for
from optimizer.studies.coverage_changes import CoverageChange, coverage_changes
from optimizer.studies.tier_costs import TierCost, aims_by_tier, deciding, tolerance_of


@dataclass(frozen=True)
class Week:
    """A column with a plan: its name, its problem, the week that is shown, and the best one."""

    name: str
    problem: Problem
    plan: Plan
    best: Plan


def costs(better: Week, other: Week) -> tuple[TierCost, ...]:
    """The tiers of two weeks side by side, the larger tolerance of both counting."""
    before = {tier.id: tier for tier in better.plan.tiers}
    after = {tier.id: tier for tier in other.plan.tiers}
    return tuple(
        TierCost(
            id=tier.id,
            name=tier.name,
            unit=tier.unit,
            scope=tier.scope,
            before=before[tier.id].value,
            after=after[tier.id].value,
            tolerance=max(tolerance_of(tier, one.problem) for one in (better, other)),
            bound=after[tier.id].bound if tier.scope == "all plans" else None,
        )
        for tier in TIERS
        if tier.id in before and tier.id in after
    )


def best_of(weeks: Sequence[Week]) -> Week | None:
    """The first week that no other one beats.

    A week that is asked for more than another beats it: what its equipment allows, the other
    leaves out, at no loss by its own measure. Of weeks that are asked for the same, one beats
    another in the first tier that differs beyond tolerance, unless that is a trade. As small
    differences do not count, each may be beaten by another in turn; then it is the one with the
    least in the tiers' order.
    """
    asked = {week.name: frozenset(asked_for(week.problem)) for week in weeks}

    def beats(one: Week, other: Week) -> bool:
        if asked[one.name] != asked[other.name]:
            return asked[one.name] > asked[other.name]
        found = costs(one, other)
        first = deciding(found)
        return first is not None and first.cost > 0 and not _trades(found, first, other)

    for week in weeks:
        if not any(beats(other, week) for other in weeks if other is not week):
            return week
    return min(weeks, key=_values, default=None)


def _values(week: Week) -> tuple[int, ...]:
    return tuple(tier.value for tier in week.plan.tiers if tier.scope == "all plans")


def standing(best: Week, week: Week) -> Standing:
    """Where a week stands against the best one."""
    found = costs(best, week)
    first = deciding(found)
    theirs, mine = asked_for(best.problem), asked_for(week.problem)
    there, here = _usable(best.problem), _usable(week.problem)
    return Standing(
        against=best.name,
        tiers=found,
        deciding=first,
        proved=_is_proved(best, week, first),
        paid=_paid(found, first),
        is_trade=_trades(found, first, week),
        aims=_aims(best, week, first),
        short=_short(best.plan.coverage, week.plan.coverage),
        lacks=_lacks(best, week),
        asks_less=tuple(one for one in theirs if one not in mine),
        asks_more=tuple(one for one in mine if one not in theirs),
        lets_in=len({row for _, row in here - there}),
        keeps_out=len({row for _, row in there - here}),
    )


def _usable(problem: Problem) -> frozenset[tuple[str, str]]:
    """Each session with the ids of the working exercises that it may hold."""
    return frozenset(
        (slot.id, row.id)
        for slot in problem.slots
        for row in problem.candidates
        if problem.can_use(row, slot.id)
    )


def _paid(found: Sequence[TierCost], first: TierCost | None) -> tuple[TierCost, ...]:
    """Tiers before the first that matters in which the better week is worse."""
    earlier = found if first is None else found[: found.index(first)]
    return tuple(cost for cost in earlier if cost.scope == "all plans" and cost.cost < 0)


def _trades(found: Sequence[TierCost], first: TierCost | None, week: Week) -> bool:
    """Whether what the week loses in a tier, the other one pays for in an earlier tier.

    The bounds of a week hold for weeks whose earlier tiers stay under its ceilings; where the
    other one's do not, it shows nothing that this equipment could not do as well.
    """
    ceilings = {tier.id: max(tier.value, tier.bound + tier.tolerance) for tier in week.plan.tiers}
    return any(cost.before > ceilings[cost.id] for cost in _paid(found, first))


def _is_proved(best: Week, week: Week, first: TierCost | None) -> bool:
    """Whether the order of two weeks is proved, or that none of them can do better."""
    if first is None:
        return all(tier.proved for one in (best, week) for tier in _over_all(one.best.tiers))
    mine = _over_all(week.best.tiers)
    reached = next(tier for tier in mine if tier.id == first.id)
    before = [tier for tier in mine if _rank(tier) < _rank(reached)]
    return all(tier.proved for tier in before) and first.before < reached.bound


def _over_all(tiers: Iterable[TierResult]) -> list[TierResult]:
    return [tier for tier in tiers if tier.scope == "all plans"]


def _rank(tier: TierResult) -> int:
    return [one.id for one in TIERS].index(tier.id)


def _aims(best: Week, week: Week, first: TierCost | None) -> tuple[AimCost, ...]:
    """The aims of the deciding tier in both weeks, the widest apart first."""
    if first is None:
        return ()
    found = []
    theirs = {aim.id: aim for aim in aims_by_tier(best.problem).get(first.id, [])}
    for aim in aims_by_tier(week.problem).get(first.id, []):
        if aim.id in theirs:
            better = theirs[aim.id].measure(best.problem, best.plan)
            worse = aim.measure(week.problem, week.plan)
            found.append(AimCost(id=aim.id, better=better, worse=worse))
    differing = [one for one in found if one.worse > one.better]
    return tuple(sorted(differing, key=lambda one: one.better - one.worse))


def _short(best: Coverage, coverage: Coverage) -> tuple[CoverageChange, ...]:
    """What is under its target here and nearer to it in the best week, the widest gap first."""
    return tuple(
        one for one in coverage_changes(best, coverage) if one.difference < 0 and _is_short(one)
    )


def _is_short(one: CoverageChange) -> bool:
    return one.after < max(one.floor, one.target)


def _lacks(best: Week, week: Week) -> dict[str, tuple[str, ...]]:
    """What this column's places lack for exercises of the best week that they cannot serve."""
    lacks: dict[str, dict[str, None]] = {}
    rows = week.problem.catalog.exercise_by_id
    for session in best.plan.sessions:
        slot = week.problem.slot_by_id.get(session.id)
        if slot is None:
            continue
        offer = week.problem.offers[slot.place]
        for item in session.items:
            if offer.choose(rows[item.exercise]) is None:
                for thing, count in item.equipment.items():
                    if offer.serving(thing, count) is None:
                        lacks.setdefault(slot.place, {})[thing] = None
    return {place: tuple(things) for place, things in lacks.items()}
