"""Plans without what differs from run to run."""

from __future__ import annotations

from optimizer.domain.plan import Plan


def without_run_times(plan: Plan) -> Plan:
    """The plan as it is written with ``--reproducible``."""
    closest = without_run_times(plan.closest) if plan.closest else None
    others = tuple(without_run_times(one) for one in plan.alternatives)
    return plan.model_copy(update={"effort": {}, "closest": closest, "alternatives": others})
