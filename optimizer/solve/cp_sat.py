"""One call of CP-SAT: parameters, exact status, values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ortools.sat.python import cp_model

from optimizer.errors import InternalError
from optimizer.solve.limits import Limits


class Answer(Enum):
    """What a call proved."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Call:
    """The result of one call."""

    answer: Answer
    solver: cp_model.CpSolver

    @property
    def has_values(self) -> bool:
        """Whether a solution is at hand."""
        return self.answer in (Answer.OPTIMAL, Answer.FEASIBLE)

    @property
    def deterministic_seconds(self) -> float:
        """CP-SAT's own measure of the work, the same on every machine."""
        return float(self.solver.response_proto.deterministic_time)

    def value(self, expression: cp_model.LinearExprT) -> int:
        """The value of an expression in the solution."""
        return int(self.solver.value(expression))


def new_solver(limits: Limits) -> cp_model.CpSolver:
    """A solver with one worker, a fixed seed and both kinds of limit."""
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = 1
    parameters.catch_sigint_signal = False  # Ctrl-C is Python's; see `Stop`
    parameters.random_seed = limits.seed
    parameters.max_deterministic_time = limits.deterministic_seconds
    parameters.max_time_in_seconds = limits.seconds_left
    limits.stop.watch(solver)
    return solver


def quick_solver(limits: Limits) -> cp_model.CpSolver:
    """A solver for the mere question whether anything is possible: little presolve."""
    solver = new_solver(limits)
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0
    solver.parameters.max_presolve_iterations = 1
    return solver


def call(model: cp_model.CpModel, solver: cp_model.CpSolver) -> Call:
    """Solve a model.

    Raises
    ------
    InternalError
        If CP-SAT calls the model invalid: a bug, never an answer.
    """
    status = solver.solve(model)
    answers = {
        cp_model.OPTIMAL: Answer.OPTIMAL,
        cp_model.FEASIBLE: Answer.FEASIBLE,
        cp_model.INFEASIBLE: Answer.INFEASIBLE,
        cp_model.UNKNOWN: Answer.UNKNOWN,
    }
    if status not in answers:
        raise InternalError(f"CP-SAT answered {solver.status_name(status)}: {model.validate()}")
    return Call(answers[status], solver)
