"""A solve that is stopped answers with the best verified plan so far, or says it has none."""

from __future__ import annotations

import pytest

from optimizer.planning.solving import SolveOptions, solve
from optimizer.solve.limits import Stop
from tests.worlds import scenario, small_catalog

LATER_TIERS = ("run spacing and recovery", "short of good proportions", "training time")


def stopped_at(tier: str) -> SolveOptions:
    """Options that end the solve when the turn of a tier comes."""
    stop = Stop()

    def report(name: str) -> None:
        if name == tier:
            stop.request()

    return SolveOptions(progress=report, stop=stop)


@pytest.mark.parametrize("tier", LATER_TIERS)
def test_a_plan_in_hand_is_kept(tier: str) -> None:
    """Stopped after the first tier, the plan obeys every rule and shows what is not proved."""
    plan = solve(scenario(), small_catalog(), stopped_at(tier))
    assert (plan.status, plan.stopped_by) == ("feasible", "interrupted")
    assert plan.sessions
    assert plan.verification.checked
    assert not plan.verification.violations
    assert plan.tiers[0].id == "targets"
    assert not all(one.proved for one in plan.tiers)


def test_without_a_plan_the_answer_is_unknown() -> None:
    """Stopped before the first tier is solved, there is nothing to show."""
    plan = solve(scenario(), small_catalog(), stopped_at("short of target"))
    assert (plan.status, plan.stopped_by) == ("unknown", "interrupted")
    assert plan.sessions == ()


@pytest.mark.parametrize("formulation", ["two-layer", "direct"])
def test_no_time_at_all(formulation: str) -> None:
    """A time limit of nothing is an honest answer, not an error."""
    options = SolveOptions(formulation=formulation, seconds=0.0)  # type: ignore[arg-type]
    plan = solve(scenario(), small_catalog(), options)
    assert (plan.status, plan.stopped_by) == ("unknown", "time limit")
