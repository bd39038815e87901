"""Answers whether some members can hold together, and remembers what it has learnt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from optimizer.domain.problem import Problem
from optimizer.solve.cp_sat import Answer, Call, call, quick_solver
from optimizer.solve.ledger import Broken, Ledger, keeps
from optimizer.solve.ledgers import direct_ledger, week_ledger
from optimizer.solve.limits import Limits
from optimizer.solve.members import Member, Need

QUICK_DETERMINISTIC_SECONDS = 0.02
"""Deterministic time of one question; near the edge of the possible a proof can take minutes."""
PATIENT_DETERMINISTIC_SECONDS = 0.5
"""Deterministic time of the few questions that decide what a conflict claims."""


class Oracle:
    """Asks the week layer first, whose proofs are quick, then the single sessions.

    A set that holds together is shown by a week of single sessions; one that does not is
    proved impossible by either layer. ``spent`` counts the deterministic seconds used.
    """

    def __init__(self, problem: Problem, limits: Limits) -> None:
        self.spent = 0.0
        self._problem = problem
        self._limits = limits
        self._weeks: list[Broken] = []
        self._impossible: list[Need] = []
        self._open: dict[Need, float] = {}

    @cached_property
    def _direct(self) -> Ledger:
        return direct_ledger(self._problem)

    @cached_property
    def _week(self) -> Ledger:
        return week_ledger(self._problem, self.members)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """Everything that the single sessions are asked for."""
        return self._direct.members()

    def is_impossible(
        self, members: Iterable[Member], seconds: float = QUICK_DETERMINISTIC_SECONDS
    ) -> bool | None:
        """Whether the members are proved impossible together; None where that stays open.

        ``seconds`` are deterministic ones for each of the two layers.
        """
        asked = frozenset(members)
        if any(known <= asked for known in self._impossible):
            return True
        if any(keeps(broken, asked) for broken in self._weeks):
            return False
        if self._open.get(asked, 0.0) >= seconds:
            return None
        answer = self._ask(asked, seconds)
        if answer is Answer.UNKNOWN:
            self._open[asked] = seconds
            return None
        if answer is Answer.INFEASIBLE:
            self._impossible.append(asked)
        return answer is Answer.INFEASIBLE

    def _ask(self, asked: Need, seconds: float) -> Answer:
        totals = self._solve(self._week, asked, seconds).answer
        is_quick = seconds <= QUICK_DETERMINISTIC_SECONDS
        if totals is Answer.INFEASIBLE or (totals is Answer.UNKNOWN and is_quick):
            return totals
        found = self._solve(self._direct, asked, seconds)
        if found.has_values:
            values = [int(value) for value in found.solver.response_proto.solution]
            self._weeks.append(self._direct.broken(values))
        return found.answer

    def _solve(self, ledger: Ledger, asked: Need, seconds: float) -> Call:
        short = replace(self._limits, deterministic_seconds=seconds)
        found = call(ledger.asked(asked), quick_solver(short))
        self.spent += found.deterministic_seconds
        return found
