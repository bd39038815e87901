"""On tiny problems, both formulations find what looking at every plan finds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from optimizer.domain.plan import TierResult
from optimizer.domain.problem import Problem
from optimizer.solve.build import session_classes
from optimizer.solve.direct import solve_direct
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import NoPlanExists, Outcome, PlanFound
from optimizer.solve.two_layer import solve_two_layer
from tests.oracle.brute_force import Valued, legal_plans
from tests.oracle.tiny_problems import Asked, exact_tiers, tiny_problems

Solve = Callable[[Problem, Limits], Outcome]
FORMULATIONS = pytest.mark.parametrize("solve", [solve_direct, solve_two_layer])
a_few = settings(max_examples=max(5, settings.default.max_examples // 4))  # type: ignore[union-attr]


def kept(problem: Problem, plans: list[Valued], outcome: PlanFound) -> list[Valued]:
    """Plans with the totals that the outcome chose for each class of sessions."""
    classes = tuple(tuple(slot.id for slot in group.slots) for group in session_classes(problem))
    rows = [row.id for row in problem.candidates]

    def chosen(slot: str) -> tuple[tuple[int, ...], int, str | None]:
        made = outcome.chosen
        sets = tuple(made.sets.get((row, slot), 0) for row in rows)
        return sets, made.stages.get(slot, 0), made.days.get(slot)

    own = next(
        plan
        for plan in plans
        if all(
            (option.sets, option.stage, option.day) == chosen(slot.id)
            for slot, option in zip(problem.slots, plan.options, strict=True)
        )
    )
    wanted = own.totals(problem, classes)
    return [plan for plan in plans if plan.totals(problem, classes) == wanted]


def check_certificate(tier: TierResult, plans: list[Valued]) -> list[Valued]:
    """The tier is proved, truthfully; returns the plans that are no worse in it."""
    best = min(plan.values[tier.id] for plan in plans)
    assert tier.proved, tier
    enclosing = [tier.bound, best, tier.value, tier.bound + tier.tolerance]
    assert sorted(enclosing) == enclosing, tier.id
    return [plan for plan in plans if plan.values[tier.id] <= tier.value]


def check(problem: Problem, outcome: Outcome, *, days_last: bool) -> None:
    """The outcome is what looking at every plan finds; day tiers for the chosen totals only."""
    plans = legal_plans(problem)
    if not plans:
        assert isinstance(outcome, NoPlanExists)
        return
    assert isinstance(outcome, PlanFound)
    is_day = False
    for tier in outcome.tiers:
        if tier.id == "tie_break":
            continue
        if tier.scope == "this week" and days_last and not is_day:
            is_day, plans = True, kept(problem, plans, outcome)
        plans = check_certificate(tier, plans)
    assert kept(problem, plans, outcome)


@FORMULATIONS
@a_few
@given(asked=tiny_problems())
def test_every_certificate_is_true(solve: Solve, asked: Asked) -> None:
    """With the usual tolerances, each tier's bound and value enclose the true optimum."""
    outcome = solve(asked.problem, Limits())
    check(asked.problem, outcome, days_last=solve is solve_two_layer)


@FORMULATIONS
@a_few
@given(asked=tiny_problems())
def test_the_lexicographic_optimum_is_found(solve: Solve, asked: Asked) -> None:
    """Without tolerances, each tier's value is the optimum given the tiers before it."""
    with exact_tiers():
        outcome = solve(asked.problem, Limits())
    if isinstance(outcome, PlanFound):
        assert {0} == {tier.tolerance for tier in outcome.tiers}
    check(asked.problem, outcome, days_last=solve is solve_two_layer)
