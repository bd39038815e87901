"""What the status of a plan means, in a sentence."""

from __future__ import annotations

from optimizer.domain.plan import Plan


def whose(plan: Plan) -> str:
    """Name and id of the athlete."""
    name, identifier = plan.athlete.name, plan.athlete.id
    return f"{name} ({identifier})" if name else identifier


def verdict(plan: Plan) -> str:
    """The status of a plan for a reader who does not know the word."""
    why = f" Stopped by: {plan.stopped_by}." if plan.stopped_by else ""
    sentences = {
        "optimal": f"Proved optimal{_tolerance(plan)}: no plan does better, aim by aim.",
        "feasible": "A valid plan; not every aim is proved to be the best possible."
        " The gaps are in the certificate.",
        "infeasible": "Impossible: it is proved that no plan obeys every rule.",
        "unknown": "No plan was found in time; that proves nothing about whether one exists.",
    }
    if plan.status == "optimal" and plan.changes is not None:
        none = "no plan changes less, and of those that change as little none does better"
        return f"Proved{_tolerance(plan)}: {none}."
    return sentences[plan.status] + why


def _tolerance(plan: Plan) -> str:
    """What limits the claim where the value of some aim is above its bound."""
    is_above = any(tier.value > tier.bound for tier in plan.tiers)
    return " within the stated tolerances" if is_above else ""


def broken_rules(plan: Plan) -> tuple[str, ...]:
    """Rules that the plan breaks, one line each."""
    return tuple(
        f"{broken.rule}: {broken.where}: {broken.message}"
        for broken in plan.verification.violations
    )


def checked(plan: Plan) -> str:
    """What the check without the solver found."""
    rules, broken = len(plan.verification.checked), len(plan.verification.violations)
    if not rules:
        return ""
    found = "all kept" if not broken else f"{broken} breaches"
    return f"{rules} rules checked without the solver: {found}."
