"""Solves many scenarios, each distinct problem once, several at a time if wished.

Jobs are threads: the solver searches outside of Python's lock, so two jobs take two cores, and
no process has to start, load the solver and read the catalog first. Every search still has one
worker and its own seed, so the answers do not depend on the number of jobs.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Scenario
from optimizer.planning.problems import build_problem
from optimizer.planning.solving import SolveOptions, outcome_of, plan_of
from optimizer.solve.outcome import Outcome
from optimizer.studies.resolved_key import resolved_key

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Solved:
    """A scenario's problem with what the solver decided about it.

    Attributes
    ----------
    key
        Hash of the resolved problem: equal keys have equal outcomes.
    is_shared
        Whether the outcome is that of an equal problem, solved before.
    solve_seconds
        Run time of the solve that found the outcome.
    """

    problem: Problem
    outcome: Outcome
    key: str
    is_shared: bool
    solve_seconds: float


class SolvedProblems:
    """Outcomes and plans of scenarios over one catalog; equal problems share one solve.

    Parameters
    ----------
    options
        How to solve; ``seconds`` are those of each solve.
    jobs
        Solves at the same time, at least 1; the answers do not depend on it.
    """

    def __init__(
        self, catalog: Catalog, options: SolveOptions | None = None, jobs: int = 1
    ) -> None:
        self.catalog = catalog
        self.options = options or SolveOptions()
        self.jobs = jobs
        self.shared = 0
        """Answers that needed no solve, for an equal problem was solved before."""
        self._known: dict[str, tuple[Outcome, float]] = {}

    @property
    def solves(self) -> int:
        """Problems that were really solved."""
        return len(self._known)

    def outcome(self, scenario: Scenario) -> Solved:
        """What the solver decides about a scenario."""
        return self.outcomes([scenario])[0]

    def outcomes(self, scenarios: Iterable[Scenario]) -> list[Solved]:
        """What the solver decides about each scenario, in their order.

        Raises
        ------
        InputError
            If an athlete needs a professional rather than a plan.
        """
        problems = [build_problem(scenario, self.catalog) for scenario in scenarios]
        keys = [resolved_key(problem) for problem in problems]
        missing: dict[str, Problem] = {}
        shared = []
        for key, problem in zip(keys, problems, strict=True):
            shared.append(key in self._known or key in missing)
            if not shared[-1]:
                missing[key] = problem
        found = in_order(self._solve, list(missing.values()), self.jobs)
        self._known.update(zip(missing, found, strict=True))
        self.shared += sum(shared)
        return [
            Solved(problem, self._known[key][0], key, is_shared, self._known[key][1])
            for key, problem, is_shared in zip(keys, problems, shared, strict=True)
        ]

    def plan(self, scenario: Scenario) -> Plan:
        """The finished plan of a scenario, as ``solve`` gives it."""
        return self.plans([scenario])[0]

    def plans(self, scenarios: Iterable[Scenario]) -> list[Plan]:
        """The finished plan of each scenario, in their order.

        Sessions and tiers may come from an equal problem. What speaks of the scenario itself is
        its own: name, athlete, excluded exercises, notes, provenance, and, where there is no
        plan, the conflict and its repairs.
        """
        return in_order(self.finished, self.outcomes(scenarios), self.jobs)

    def finished(self, solved: Solved) -> Plan:
        """The finished plan of an outcome."""
        effort = {"solve_seconds": round(solved.solve_seconds, 3)}
        if solved.is_shared:
            effort = {"shared_solve_seconds": effort["solve_seconds"]}
        options = self.options
        return plan_of(solved.problem, solved.outcome, options.limits, options, effort)

    def _solve(self, problem: Problem) -> tuple[Outcome, float]:
        started = time.perf_counter()
        outcome = outcome_of(problem, self.options.limits, self.options.formulation)
        return outcome, time.perf_counter() - started


def in_order(
    function: Callable[[Asked], Answer], asked: Sequence[Asked], jobs: int
) -> list[Answer]:
    """What a function answers to each argument, in their order, several at the same time."""
    if jobs <= 1 or len(asked) <= 1:
        return [function(one) for one in asked]
    with ThreadPoolExecutor(min(jobs, len(asked)), thread_name_prefix="solve") as pool:
        return list(pool.map(function, asked))
