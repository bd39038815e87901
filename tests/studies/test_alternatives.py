"""Alternatives: verified, different from each other, within the stated loss."""

from __future__ import annotations

from itertools import combinations

import pytest

from optimizer.domain.plan import Plan
from optimizer.planning.problems import build_problem
from optimizer.studies.alternatives import (
    Wish,
    exercises_of,
    loss_ceilings,
    solve_with_alternatives,
)
from optimizer.studies.tier_costs import measured_tiers
from optimizer.verify import verify
from tests.planning.gallery import catalog
from tests.studies.edits import exercises_of as held
from tests.studies.edits import plan, scenario, with_rules


@pytest.fixture(scope="module")
def chosen() -> Plan:
    """The best plan with three alternatives."""
    return solve_with_alternatives(scenario(), catalog(), Wish(3, differ=4, loss_percent=10))


def test_as_many_as_asked_for(chosen: Plan) -> None:
    """Three alternatives to the usual best plan, and the terms they were found under."""
    assert chosen.sessions == plan().sessions
    assert len(chosen.alternatives) == 3
    assert chosen.choice is not None
    assert (chosen.choice.asked, chosen.choice.differ, chosen.choice.ended_by) == (3, 4, None)


def test_any_two_differ(chosen: Plan) -> None:
    """Each of any two plans holds four exercises that the other does not."""
    for one, other in combinations((chosen, *chosen.alternatives), 2):
        assert len(held(one) - held(other)) >= 4
        assert len(held(other) - held(one)) >= 4


def test_every_one_keeps_the_rules_and_the_loss(chosen: Plan) -> None:
    """Checked against the scenario itself; no tier over all plans is above its ceiling."""
    problem = build_problem(scenario(), catalog())
    ceilings = loss_ceilings(problem, plan(), 10)
    for one in chosen.alternatives:
        assert verify(problem, one).violations == ()
        values = measured_tiers(problem, one)
        assert all(values[tier] <= most for tier, most in ceilings.items())
        assert one.changes is not None
        assert one.changes.count >= 4


def test_the_search_says_why_it_ends() -> None:
    """Where nothing else can be had, the answer says so; it is no error."""
    problem = build_problem(scenario(), catalog())
    few = exercises_of(plan())
    others = tuple(row.id for row in problem.candidates if row.id not in few)
    barred = scenario().model_copy(
        update={"athlete": scenario().athlete.model_copy(update={"never": others})}
    )
    found = solve_with_alternatives(barred, catalog(), Wish(2))
    assert found.status == "optimal"
    assert found.alternatives == ()
    assert found.choice is not None
    assert found.choice.ended_by == "no other plan differs as much"


def test_a_loss_of_nothing_still_has_the_tolerances() -> None:
    """The ceiling of a tier is its value and its tolerance where no loss is allowed."""
    problem = build_problem(scenario(), catalog())
    values = {tier.id: tier.value for tier in plan().tiers}
    ceilings = loss_ceilings(problem, plan(), 0)
    assert ceilings["targets"] == values["targets"] + 40
    assert ceilings["minutes"] == values["minutes"] + 240


def test_an_impossible_scenario_has_no_alternatives() -> None:
    """The answer is that of a plain solve."""
    wishes = {"wanted_exercises_are_planned": {"exercises": ("barbell_back_squat",)}}
    found = solve_with_alternatives(with_rules(scenario(), **wishes), catalog(), Wish(1))
    assert found.status == "infeasible"
    assert found.choice is None
