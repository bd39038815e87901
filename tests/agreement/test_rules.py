"""Model and verifier agree about every plan, legal or not, for each rule and for all of them."""

from __future__ import annotations

import pytest
from hypothesis import given

from optimizer.constraints import every_rule
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.solve.build import active_rules
from optimizer.solve.cp_sat import Answer, call, new_solver
from optimizer.solve.limits import Limits
from optimizer.verify import verify
from tests.legal_plans import almost_legal_cases
from tests.model_check import fixed_model
from tests.near_caps import LEGAL
from tests.strategies import Case, cases

EVERY_RULE = tuple(rule.id for rule in every_rule())


def answer_of(problem: Problem, plan: Plan, only: tuple[str, ...]) -> Answer:
    """What CP-SAT says about the fixed plan under some rules."""
    days, _ = fixed_model(problem, plan, only)
    solver = new_solver(Limits())
    solver.parameters.cp_model_presolve = False
    return call(days.poster.model, solver).answer


def expected(*, is_legal: bool) -> Answer:
    """The exact status of a model in which everything is fixed."""
    return Answer.OPTIMAL if is_legal else Answer.INFEASIBLE


def disagreements(case: Case) -> dict[str, tuple[Answer, list[str]]]:
    """Rules whose post and violations answer differently, with both answers."""
    problem, plan = case.problem, case.plan
    wrong = {}
    for rule in active_rules(problem):
        breaches = [breach.message for breach in rule.violations(problem, plan)]
        answer = answer_of(problem, plan, (rule.id,))
        if answer is not expected(is_legal=not breaches):
            wrong[rule.id] = (answer, breaches)
    return wrong


@pytest.mark.slow
@given(case=cases())
def test_each_rule_alone_near_its_caps(case: Case) -> None:
    """Alone, a rule's post accepts exactly the plans in which its violations finds nothing."""
    assert disagreements(case) == {}


@pytest.mark.slow
@given(case=cases(slack=LEGAL))
def test_each_rule_alone_just_inside_its_caps(case: Case) -> None:
    """A plan at its caps or one below is accepted by both or by none."""
    assert disagreements(case) == {}


@given(case=almost_legal_cases())
def test_all_rules_together(case: Case) -> None:
    """All together, the posts accept exactly the plans that the verifier passes."""
    problem, plan = case.problem, case.plan
    violations = verify(problem, plan).violations
    answer = answer_of(problem, plan, EVERY_RULE)
    assert expected(is_legal=not violations) == answer, violations
