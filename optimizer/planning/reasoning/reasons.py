"""Why each item is in the plan, in codes and sentences.

Each item is left out in turn, and the rules and aims are asked what the week would lack: the
demands that it alone covers, the tiers that it serves. The solver has no part in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.plan import Plan, Reason
from optimizer.domain.problem import Problem
from optimizer.domain.rule import Aim
from optimizer.domain.tiers import TIERS
from optimizer.planning.reasoning.reason_case import Case
from optimizer.planning.reasoning.reason_codes import RANK
from optimizer.planning.reasoning.reason_words import WORDS_OF_AIMS, WORDS_OF_RULES, Writer
from optimizer.planning.reasoning.without_item import Loss, Week


def with_reasons(problem: Problem, plan: Plan) -> Plan:
    """The plan with the reasons of every item, the ones worth telling first in front.

    Parameters
    ----------
    plan
        A plan with its coverage; a pin's reason, given when the plan was written, is kept.
    """
    week = Week(problem, plan)
    sessions = []
    for session in plan.sessions:
        items = (
            item.model_copy(
                update={"reasons": _reasons(Case(problem, plan, item), week.loss(session, item))}
            )
            for item in session.items
        )
        sessions.append(session.model_copy(update={"items": tuple(items)}))
    return plan.model_copy(update={"sessions": tuple(sessions)})


def _reasons(case: Case, loss: Loss) -> tuple[Reason, ...]:
    """Every reason of an item once, in the order of telling."""
    every = [*_wishes(case), *_demands(case, loss), *_aims(case, loss)]
    if not every:
        text = "not needed alone: it fits into the time that the plan may take"
        every.append(Reason(code="within-tolerance", text=text))
    once: dict[str, Reason] = {}
    for reason in every:
        once.setdefault(reason.text, reason)
    return tuple(sorted(once.values(), key=lambda reason: RANK[reason.code]))


def _wishes(case: Case) -> Iterator[Reason]:
    """What the scenario says itself: pins and likes."""
    yield from (reason for reason in case.item.reasons if reason.code == "pinned")
    if case.item.exercise in case.problem.scenario.athlete.likes:
        yield Reason(code="liked", text="on your list of likes")


def _demands(case: Case, loss: Loss) -> Iterator[Reason]:
    """Rules that would be broken without the item."""
    for rule in dict.fromkeys(one.rule for one in loss.broken):
        told = _told(WORDS_OF_RULES, rule, case)
        if not told:
            messages = (one.message for one in loss.broken if one.rule == rule)
            told = [
                Reason(code="needed-by-rule", text=f"without it: {message}") for message in messages
            ]
        yield from (reason.model_copy(update={"by": rule}) for reason in told)


def _aims(case: Case, loss: Loss) -> Iterator[Reason]:
    """Aims that would be worse without the item, tier by tier."""
    order = [tier.id for tier in TIERS]
    for aim, lost in sorted(loss.worse, key=lambda pair: order.index(pair[0].tier)):
        told = _told(WORDS_OF_AIMS, aim.id, case) or [_plainly(aim, lost)]
        yield from (reason.model_copy(update={"by": aim.id, "tier": aim.tier}) for reason in told)


def _told(words: dict[str, Writer], identifier: str, case: Case) -> list[Reason]:
    writer = words.get(identifier)
    return list(writer(case)) if writer else []


def _plainly(aim: Aim, lost: int) -> Reason:
    """The reason for an aim that has no words of its own."""
    tier = next(tier for tier in TIERS if tier.id == aim.tier)
    text = f"without it, {tier.name} is worse by {lost} ({tier.unit})"
    return Reason(code="serves-aim", text=text)
