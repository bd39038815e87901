"""Which demands keep a plan from existing, in the words of the rules."""

from __future__ import annotations

from dataclasses import dataclass

from optimizer.constraints import every_rule
from optimizer.domain.plan import ConflictMember
from optimizer.domain.problem import Problem
from optimizer.solve.conflict import find_conflict
from optimizer.solve.limits import Limits


@dataclass(frozen=True)
class Conflict:
    """Demands that cannot hold together; empty where none were found in time."""

    members: tuple[ConflictMember, ...] = ()
    is_minimal: bool | None = None


def conflict_of(problem: Problem, limits: Limits) -> Conflict:
    """The conflict of a problem that is proved impossible."""
    found = find_conflict(problem, limits)
    if found is None:
        return Conflict()
    statements = {rule.id: rule.statement for rule in every_rule()}
    members = tuple(
        ConflictMember(rule=rule, where=where, text=statements[rule])
        for rule, where in found.demands
    )
    return Conflict(members, found.is_minimal)
