"""Decide the week, then deal it to the days: the best plan, and what is proved about it."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from optimizer.domain.plan_writer import Chosen
from optimizer.domain.problem import Problem
from optimizer.solve.any_week import is_impossible
from optimizer.solve.attempts import Attempt, attempts, joint, measured_by, picks
from optimizer.solve.build import session_classes
from optimizer.solve.certificate import certify
from optimizer.solve.cp_sat import Answer
from optimizer.solve.day_layer import Deal
from optimizer.solve.direct import solve_direct
from optimizer.solve.lexicographic import Climb
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import NoPlanExists, NoPlanFound, Outcome, PlanFound, TierRecord
from optimizer.solve.week_layer import WeekLayer


def solve_two_layer(problem: Problem, limits: Limits, *, any_plan: bool = False) -> Outcome:
    """Best plan of a problem, with proofs over all plans for the tiers of the week layer.

    The week layer is a relaxation, so its bounds hold for every plan; a deal that keeps its
    totals attains them. Where the first deal fails, other totals at the same values are tried,
    then weeks with a margin of time, whose plans are measured against the bounds already
    proved; then the tiers are solved again with cuts. The best plan in hand is what remains
    when these end, with its gap.

    Pins that clash inside a session are invisible in totals, so with pins the single sessions
    are asked first whether any week exists.
    """
    if problem.scenario.pin and is_impossible(problem, limits):
        return NoPlanExists("days")
    layer = WeekLayer(problem, session_classes(problem), limits)
    first = layer.climb()
    if first.answer is Answer.INFEASIBLE:
        return NoPlanExists("week")
    if not first.values:
        return NoPlanFound(limits.reason)
    best = _best(layer, first, any_plan=any_plan)
    if best is None and limits.is_over:
        best = _rescued(layer, first)
    if best is not None:
        return replace(best, limit=limits.reason)
    if layer.result.answer is Answer.INFEASIBLE:
        return NoPlanExists("days")
    return solve_direct(problem, limits)


def _best(layer: WeekLayer, first: Climb, *, any_plan: bool) -> PlanFound | None:
    """The first plan that is proved best, or the best one when the attempts or the time end."""
    best: PlanFound | None = None
    in_hand: list[Attempt] = []
    for attempt in attempts(layer, first, any_plan=any_plan):
        if attempt.deal is not None:
            in_hand.append(attempt)
        for made in [attempt] if attempt.deal is not None else in_hand:
            records = measured_by(attempt.records, made.records)
            plan = _found(layer.problem, made.deal, records, layer.rounds)
            best = min((plan, best or plan), key=_gaps)
            if best.is_proved or any_plan:
                return best
        if layer.limits.is_over:
            break
    return best


def _rescued(layer: WeekLayer, first: Climb) -> PlanFound | None:
    """A plan within what the first climb reached, in a little time of its own; None if none."""
    fresh = WeekLayer(layer.problem, layer.classes, layer.limits.for_rescue())
    if not fresh.attain(first.records, hints=first.values):
        return None
    for attempt in chain(picks(fresh, first.records), joint(fresh, fresh.support, first.records)):
        if attempt.deal is not None:
            return _found(fresh.problem, attempt.deal, attempt.records, fresh.rounds)
    return None


def _gaps(plan: PlanFound) -> tuple[int, ...]:
    """Distances from the bounds beyond the tolerances, the first tier first."""
    return tuple(max(0, tier.value - tier.bound - tier.tolerance) for tier in plan.tiers)


def _found(
    problem: Problem, dealt: Deal | None, records: list[TierRecord], rounds: int
) -> PlanFound:
    """The outcome of a deal that worked."""
    chosen = dealt.chosen if dealt else Chosen()
    every = [*records, *(dealt.climb.records if dealt and dealt.climb else [])]
    return PlanFound(chosen, certify(problem, every, chosen), rounds)
