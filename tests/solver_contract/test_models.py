"""What we rely on in CP-SAT's model builder and in its treatment of models."""

from __future__ import annotations

import operator
from collections.abc import Callable

import pytest
from ortools.sat.python import cp_model

from optimizer.errors import InternalError
from optimizer.model.poster import Poster


def solved(model: cp_model.CpModel) -> tuple[cp_model.CpSolver, cp_model.CpSolverStatus]:
    """One worker's answer."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver, solver.solve(model)


@pytest.mark.parametrize("compare", [operator.le, operator.ge, operator.eq])
def test_an_empty_sum_compared_is_a_bool(compare: Callable[[object, object], object]) -> None:
    """Python's sum of no variables is a number; comparing it gives a bool, which Poster refuses."""
    variables: list[cp_model.IntVar] = []
    empty = sum(variables)
    assert isinstance(compare(empty, 1), bool)
    with pytest.raises(InternalError):
        Poster().require(compare(empty, 1), "nowhere")


def test_a_false_constant_is_accepted_in_silence() -> None:
    """CpModel.add takes False without complaint, which is why Poster looks first."""
    model = cp_model.CpModel()
    model.add(False)
    assert solved(model)[1] == cp_model.INFEASIBLE


def test_the_posters_empty_sum_is_a_relation() -> None:
    """Poster's empty total compares to a relation that no solution satisfies where it is false."""
    poster = Poster()
    poster.require(poster.total([]) >= 1, "nowhere")
    assert solved(poster.model)[1] == cp_model.INFEASIBLE


@pytest.mark.parametrize(("guarded", "least"), [(True, 7), (False, 0)])
def test_enforcement_literals_switch_linear_relations(guarded: bool, least: int) -> None:
    """A linear relation holds if its literal is true and is idle if it is false."""
    model = cp_model.CpModel()
    number = model.new_int_var(0, 10, "number")
    guard = model.new_bool_var("guard")
    model.add(2 * number + 1 >= 15).only_enforce_if(guard)
    model.add(guard == int(guarded))
    model.minimize(number)
    solver, status = solved(model)
    assert status == cp_model.OPTIMAL
    assert solver.value(number) == least


def test_a_clone_keeps_indices_and_leaves_the_model_alone() -> None:
    """A variable's index names the same variable in a clone, and the clone is a copy."""
    model = cp_model.CpModel()
    first, second = model.new_int_var(0, 9, "first"), model.new_int_var(0, 9, "second")
    model.add(first + second == 9)
    copy = model.clone()
    copy.add(copy.get_int_var_from_proto_index(second.index) == 4)
    solver, status = solved(copy)
    assert status == cp_model.OPTIMAL
    assert [solver.value(first), solver.value(second)] == [5, 4]
    assert len(model.proto.constraints) == 1
    assert second.index == copy.get_int_var_from_proto_index(second.index).index
    assert copy.get_int_var_from_proto_index(second.index).name == "second"


def test_hints_and_objectives_can_be_taken_back() -> None:
    """Clearing hints and objective leaves a model of pure feasibility."""
    model = cp_model.CpModel()
    number = model.new_int_var(0, 9, "number")
    model.add_hint(number, 3)
    model.minimize(number)
    model.clear_hints()
    model.clear_objective()
    assert not model.has_objective()
    assert len(model.proto.solution_hint.vars) == 0
