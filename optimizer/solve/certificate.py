"""What is proved about a plan: its tiers measured in plain Python, against the bounds."""

from __future__ import annotations

from collections.abc import Iterable

from optimizer.domain.plan import Plan, TierResult
from optimizer.domain.plan_writer import Chosen, write_sessions
from optimizer.domain.problem import Problem
from optimizer.errors import InternalError
from optimizer.solve.build import active_tiers
from optimizer.solve.outcome import TierRecord


def certify(
    problem: Problem, records: Iterable[TierRecord], chosen: Chosen
) -> tuple[TierResult, ...]:
    """The tiers of a plan with their measured values.

    Raises
    ------
    InternalError
        If a measured value lies below its bound although every earlier tier is under its
        ceiling: model and measure disagree.
    """
    plan = Plan(sessions=write_sessions(problem, chosen))
    measured = {
        tier.id: sum(aim.measure(problem, plan) for aim in aims)
        for tier, aims in active_tiers(problem)
    }
    results = []
    in_order = True
    for record in records:
        value = measured.get(record.id, record.value)
        if value < record.bound and in_order:
            text = f"tier {record.id} measures {value}, below its bound {record.bound}"
            raise InternalError(text)
        results.append(record.result(value, in_order=in_order))
        in_order = in_order and value <= record.ceiling
    return tuple(results)
