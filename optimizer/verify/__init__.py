"""Checks plans against every rule without the solver."""

from __future__ import annotations

from optimizer.constraints import every_rule
from optimizer.domain.plan import Plan, Verification, Violation
from optimizer.domain.problem import Problem


def verify(problem: Problem, plan: Plan) -> Verification:
    """Every active rule's own check of a plan, in plain Python."""
    checked, broken = [], []
    for rule in every_rule():
        if not problem.settings_of(rule.settings).enabled:
            continue
        checked.append(rule.id)
        broken += [
            Violation(rule=rule.id, where=breach.where, message=breach.message)
            for breach in rule.violations(problem, plan)
        ]
    return Verification(checked=tuple(checked), violations=tuple(broken))
