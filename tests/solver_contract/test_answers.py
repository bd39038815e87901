"""What we rely on in CP-SAT's answers: statuses, bounds, cores and repeatability."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from optimizer.errors import InternalError
from optimizer.solve.cp_sat import Answer, call, new_solver
from optimizer.solve.limits import Limits

Bounds = list[tuple[int, int]]


def knapsack(items: int = 30) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    """A model with many optimal solutions."""
    model = cp_model.CpModel()
    taken = [model.new_bool_var(f"item {number}") for number in range(items)]
    weights = [13 + number * 7 % 11 for number in range(items)]
    model.add(cp_model.LinearExpr.weighted_sum(taken, weights) <= 5 * items)
    model.maximize(cp_model.LinearExpr.sum(taken))
    return model, taken


def contradictory(bounds: Bounds) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    """A number with assumed bounds, each a least and a highest value under one literal."""
    model = cp_model.CpModel()
    number = model.new_int_var(0, 20, "number")
    guards = []
    for lowest, highest in bounds:
        guard = model.new_bool_var(f"{lowest} to {highest}")
        model.add_linear_constraint(number, lowest, highest).only_enforce_if(guard)
        guards.append(guard)
    model.add_assumptions(guards)
    return model, guards


def is_possible(bounds: Bounds) -> bool:
    """Whether some number lies within all the bounds."""
    return max(low for low, _ in bounds) <= min(high for _, high in bounds)


@given(bounds=st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=2, max_size=6))
def test_a_core_holds_conflicting_assumptions(bounds: Bounds) -> None:
    """Without an objective, our own assumptions in the core conflict with each other."""
    spans = [(min(pair), max(pair)) for pair in bounds]
    model, guards = contradictory(spans)
    solver = new_solver(Limits())
    answer = call(model, solver).answer
    if is_possible(spans):
        assert Answer.OPTIMAL is answer
        return
    assert Answer.INFEASIBLE is answer
    named = set(solver.sufficient_assumptions_for_infeasibility())
    core = [span for span, guard in zip(spans, guards, strict=True) if guard.index in named]
    assert core
    assert not is_possible(core)


def test_a_core_leaves_bystanders_out() -> None:
    """An assumption that takes part in no conflict is not in the core."""
    spans = [(0, 20), (9, 20), (0, 3)]
    model, guards = contradictory(spans)
    solver = new_solver(Limits())
    assert Answer.INFEASIBLE is call(model, solver).answer
    named = set(solver.sufficient_assumptions_for_infeasibility())
    assert [guard.index in named for guard in guards] == [False, True, True]


def test_no_time_is_unknown() -> None:
    """A call without any time answers UNKNOWN, never INFEASIBLE."""
    model, _ = knapsack()
    assert Answer.UNKNOWN is call(model, new_solver(Limits(seconds=0.0))).answer


def test_no_deterministic_time_is_not_infeasible() -> None:
    """A call without deterministic time proves nothing false."""
    model, _ = knapsack()
    made = call(model, new_solver(Limits(deterministic_seconds=0.0)))
    assert made.answer in (Answer.UNKNOWN, Answer.FEASIBLE, Answer.OPTIMAL)


def test_an_invalid_model_is_a_bug() -> None:
    """MODEL_INVALID is not an answer: it raises."""
    model = cp_model.CpModel()
    huge = model.new_int_var(0, 2**62, "huge")
    model.add(4 * huge + 4 * model.new_int_var(0, 2**62, "other") >= 1)
    with pytest.raises(InternalError):
        call(model, new_solver(Limits()))


def test_a_fixed_feasible_model_is_optimal() -> None:
    """A model without an objective answers OPTIMAL once it has a solution."""
    model = cp_model.CpModel()
    model.add(model.new_int_var(0, 9, "number") == 4)
    assert Answer.OPTIMAL is call(model, new_solver(Limits())).answer


def test_an_accepted_gap_keeps_the_bound_honest() -> None:
    """With an absolute gap limit the bound still lies on the right side of the optimum."""
    model, taken = knapsack()
    exact = call(model, new_solver(Limits()))
    best = sum(exact.value(variable) for variable in taken)
    loose = new_solver(Limits())
    loose.parameters.absolute_gap_limit = 3
    made = call(model, loose)
    found = sum(made.value(variable) for variable in taken)
    assert found <= best <= round(loose.best_objective_bound)
    assert round(loose.best_objective_bound) - found <= 3


def test_the_same_model_twice_is_the_same_answer() -> None:
    """One worker, one seed: building and solving again gives the same solution."""
    answers = []
    for _ in range(2):
        model, taken = knapsack()
        made = call(model, new_solver(Limits()))
        answers.append([made.value(variable) for variable in taken])
    assert answers[0] == answers[1]


def test_every_pair_of_disjoint_spans_is_a_core() -> None:
    """Two spans that do not meet are named together, whatever else is assumed."""
    spans = [(0, 2), (4, 6), (8, 10)]
    for pair in combinations(spans, 2):
        model, guards = contradictory(list(pair))
        solver = new_solver(Limits())
        assert Answer.INFEASIBLE is call(model, solver).answer
        named = set(solver.sufficient_assumptions_for_infeasibility())
        assert {guard.index for guard in guards} <= named
