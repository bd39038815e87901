"""The least value of express with the plan fixed is the plan's measure, for every aim."""

from __future__ import annotations

from hypothesis import given

from optimizer.objectives import every_aim
from optimizer.solve.cp_sat import Answer, call, new_solver
from optimizer.solve.limits import Limits
from tests.legal_plans import almost_legal_cases
from tests.model_check import fixed_model
from tests.strategies import Case, cases


def differing(case: Case) -> dict[str, tuple[int, int]]:
    """Aims whose least expression and measure differ, with both values."""
    problem, plan = case.problem, case.plan
    days, week = fixed_model(problem, plan, ())
    model = days.poster.model
    wrong = {}
    for aim in every_aim():
        expression = aim.express(days if aim.kind == "day" else week)
        model.minimize(expression)
        made = call(model, new_solver(Limits()))
        assert made.answer is Answer.OPTIMAL, aim.id
        least, measured = made.value(expression), aim.measure(problem, plan)
        if least != measured:
            wrong[aim.id] = (least, measured)
    return wrong


@given(case=cases())
def test_express_is_measure_for_any_plan(case: Case) -> None:
    """Minimising an aim over a fixed plan, legal or not, gives what the aim measures."""
    assert differing(case) == {}


@given(case=almost_legal_cases())
def test_express_is_measure_near_legal_plans(case: Case) -> None:
    """The same holds for plans as they come out of the planner."""
    assert differing(case) == {}
