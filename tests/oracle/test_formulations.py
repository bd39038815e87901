"""The direct model and the two layers give the same answer where both prove it."""

from __future__ import annotations

from hypothesis import given, settings

from optimizer.domain.plan import Plan, TierResult
from optimizer.domain.plan_writer import write_sessions
from optimizer.domain.problem import Problem
from optimizer.solve.direct import solve_direct
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import NoPlanExists, Outcome, PlanFound
from optimizer.solve.two_layer import solve_two_layer
from optimizer.verify import verify
from tests.oracle.tiny_problems import Asked, catalog_of, exact_tiers, larger_problems
from tests.worlds import problem, run, session

a_few = settings(max_examples=max(6, settings.default.max_examples // 4))  # type: ignore[union-attr]
LIMITS_DETERMINISTIC_SECONDS = 2.0


def limits() -> Limits:
    """Limits that most of the problems here do not reach."""
    return Limits(deterministic_seconds=LIMITS_DETERMINISTIC_SECONDS)


def tiers_of(outcome: Outcome, scope: str) -> tuple[TierResult, ...]:
    """The tiers of a scope."""
    assert isinstance(outcome, PlanFound)
    return tuple(tier for tier in outcome.tiers if tier.scope == scope)


def check_legal(problem: Problem, outcome: Outcome) -> None:
    """The verifier passes the outcome's plan."""
    if isinstance(outcome, PlanFound):
        plan = Plan(sessions=write_sessions(problem, outcome.chosen))
        assert verify(problem, plan).violations == ()


def check_same(first: Outcome, second: Outcome) -> None:
    """Both prove that there is no plan, or values agree up to the first tier without a proof."""
    assert isinstance(first, NoPlanExists) == isinstance(second, NoPlanExists)
    if isinstance(first, NoPlanExists):
        return
    pairs = zip(tiers_of(first, "all plans"), tiers_of(second, "all plans"), strict=True)
    for one, other in pairs:
        assert one.id == other.id
        assert max(one.bound, other.bound) <= min(one.value, other.value), one.id
        if not (one.proved and other.proved):
            return
        assert one.value == other.value, one.id


@a_few
@given(asked=larger_problems())
def test_both_formulations_agree(asked: Asked) -> None:
    """Without tolerances, tiers that both prove over all plans have one value."""
    problem = asked.problem
    with exact_tiers():
        direct, two_layer = solve_direct(problem, limits()), solve_two_layer(problem, limits())
    check_legal(problem, direct)
    check_legal(problem, two_layer)
    check_same(direct, two_layer)


@a_few
@given(asked=larger_problems())
def test_the_first_tiers_agree_within_tolerance(asked: Asked) -> None:
    """With the usual tolerances, the first tier's bounds lie below both values."""
    problem = asked.problem
    direct, two_layer = solve_direct(problem, limits()), solve_two_layer(problem, limits())
    check_legal(problem, direct)
    check_legal(problem, two_layer)
    assert isinstance(direct, NoPlanExists) == isinstance(two_layer, NoPlanExists)
    if isinstance(direct, PlanFound):
        one, other = tiers_of(direct, "all plans")[0], tiers_of(two_layer, "all plans")[0]
        assert max(one.bound, other.bound) <= min(one.value, other.value)


def test_same_input_same_outcome() -> None:
    """Solving a problem twice gives equal outcomes, down to the deal to the days."""
    asked = problem(
        catalog=catalog_of(("air_squat", "side_lunge", "bridge", "push_up", "band_row", "plank")),
        targets={"floors": "relaxed"},
    )
    assert solve_two_layer(asked, limits()) == solve_two_layer(asked, limits())


def test_longer_preparation_that_the_week_counts_on_is_dealt() -> None:
    """Where only the longest preparation moves in a plane, the deal keeps it."""
    no_floor = {plane: {"floor": 0} for plane in ("sagittal", "frontal", "transverse")}
    asked = problem(
        catalog=catalog_of(("air_squat", "push_up"), ("quadriceps", "chest")),
        sessions=(session("mon", 25), session("thu", 25)),
        targets={"planes": no_floor},
    )
    with exact_tiers():
        direct, two_layer = solve_direct(asked, limits()), solve_two_layer(asked, limits())
    check_legal(asked, two_layer)
    check_same(direct, two_layer)


def test_bounds_of_the_week_are_not_lent_to_other_weeks() -> None:
    """Where hops fit no session alike, a later tier's bound holds for the plan that is found."""
    asked = problem(
        catalog=catalog_of(
            ("band_walk", "pogo_hop", "one_leg_hop", "squat_jump"),
            ("soleus", "gastrocnemius", "quadriceps"),
        ),
        sessions=(session("mon", 15), session("wed", 15), session("fri", 15)),
        athlete={"level": "advanced"},
        history={"weeks_trained": 8},
        runs=(run("sun"),),
        targets={"floors": "relaxed"},
        constraints={"push_and_pull_are_balanced": {"enabled": False}},
    )
    with exact_tiers():
        direct, two_layer = solve_direct(asked, limits()), solve_two_layer(asked, limits())
    check_legal(asked, two_layer)
    check_same(direct, two_layer)
