"""Ways to turn a proved week into sessions, the most promising first.

A week that cannot be dealt is picked again with small margins, decided over the few exercises
tried so far, told apart by session, and at last solved again with more room or with cuts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from optimizer.solve.blame import blame
from optimizer.solve.cp_sat import Answer
from optimizer.solve.day_layer import Deal, deal
from optimizer.solve.joint_deal import joint_totals
from optimizer.solve.lexicographic import Climb
from optimizer.solve.outcome import TierRecord
from optimizer.solve.week_layer import MARGINS, PICK_DETERMINISTIC_SECONDS, WeekLayer

PICKS_MOST = 3
"""Cuts after which the tiers reopen."""

CLIMBS_MOST = 4
"""Times that the tiers are solved with cuts before the best plan in hand is taken."""


@dataclass(frozen=True)
class Attempt:
    """A deal that worked, and the records of the climb whose bounds measure it.

    Without a deal, the records measure every deal that came before.
    """

    records: list[TierRecord]
    deal: Deal | None = None


def attempts(layer: WeekLayer, first: Climb, *, any_plan: bool) -> Iterator[Attempt]:
    """Deals to try, the most promising first.

    Parameters
    ----------
    any_plan
        Whether any plan will do: margins, which find one soon, then come before proofs.
    """
    yield from picks(layer, first.records)
    if layer.limits.is_over:
        return
    yield from joint(layer, layer.support, first.records)
    if any_plan:
        yield from _with_margins(layer, first.records)
    yield from _with_proofs(layer, first)
    if not any_plan:
        yield from _with_margins(layer, first.records)


def _with_proofs(layer: WeekLayer, first: Climb) -> Iterator[Attempt]:
    """Deals of climbs whose bounds hold for every plan: with tolerances spent, then with cuts."""
    tolerant = layer.climb(spends_tolerance=True)
    if tolerant.values:
        yield Attempt(tolerant.records)
        yield from picks(layer, tolerant.records)
        yield from joint(layer, layer.support, tolerant.records)
        yield from _told_apart(layer, (first, tolerant))
    if layer.limits.is_over:
        return
    for _ in range(CLIMBS_MOST):
        result = layer.climb()
        if not result.values:
            return
        yield from _deals_with_cuts(layer, result)


def _with_margins(layer: WeekLayer, proved: list[TierRecord]) -> Iterator[Attempt]:
    """A deal of a week that leaves a margin free: a plan in hand, seldom a proved one."""
    for margin in MARGINS:
        if not layer.limits.is_over and layer.climb(margin).values:
            made = list(_dealt(layer, proved))
            yield from made
            if made:
                return


def _told_apart(layer: WeekLayer, climbs: tuple[Climb, ...]) -> Iterator[Attempt]:
    """Deals of a layer that keeps the placement and tells its sessions apart."""
    fine = layer.narrowed()
    if fine.classes == layer.classes and fine.problem.modelled == layer.problem.modelled:
        return
    for climb in climbs:
        if fine.attain(climb.records):
            yield from picks(fine, climb.records)
    layer.support.update(fine.support)
    yield from joint(layer, layer.support, climbs[-1].records)


def _dealt(layer: WeekLayer, proved: list[TierRecord]) -> Iterator[Attempt]:
    """The deal of the layer's totals, if it works."""
    dealt = layer.deal()
    if dealt.climb is not None:
        yield Attempt(measured_by(proved, layer.result.records), dealt)


def joint(layer: WeekLayer, support: Iterable[str], proved: list[TierRecord]) -> Iterator[Attempt]:
    """The deal of a week over the exercises tried so far."""
    totals = joint_totals(layer.problem, support, proved, layer.classes, layer.limits)
    if totals is None:
        return
    layer.adopt(totals)
    dealt = layer.deal()
    for _ in range(PICKS_MOST):
        if dealt.climb is not None or not _cut(layer, dealt):
            break
        layer.adopt(totals)
        dealt = layer.deal()
    if dealt.climb is None:
        limited = replace(totals, ceilings=layer.totals().ceilings)
        dealt = deal(layer.problem, limited, layer.classes, layer.limits)
    if dealt.climb is not None:
        yield Attempt(measured_by(proved, layer.result.records), dealt)


def picks(layer: WeekLayer, proved: list[TierRecord]) -> Iterator[Attempt]:
    """The deal of a climb, then deals of other totals at the same values."""
    yield from _dealt(layer, proved)
    for margin in MARGINS:
        if layer.pick_again(margin):
            yield from _dealt(layer, proved)


def measured_by(first: list[TierRecord], own: list[TierRecord]) -> list[TierRecord]:
    """Bounds over all plans from one climb, those of its own week from another."""
    proved = {record.id: record for record in first if record.scope == "all plans"}
    return [proved.get(mine.id, mine) for mine in own]


def _deals_with_cuts(layer: WeekLayer, result: Climb) -> Iterator[Attempt]:
    """Deals of one climb, each failure forbidden before the next; its cuts outlast it."""
    for _ in range(PICKS_MOST):
        dealt = layer.deal()
        if dealt.climb is not None:
            yield Attempt(layer.result.records, dealt)
        if not _cut(layer, dealt) or not layer.pick_again():
            return


def _cut(layer: WeekLayer, dealt: Deal) -> bool:
    """Forbid the layer's totals, whose deal was proved to fail; whether something is to blame."""
    if dealt.answer is not Answer.INFEASIBLE:
        return False
    short = replace(layer.limits, deterministic_seconds=PICK_DETERMINISTIC_SECONDS)
    blamed = blame(layer.problem, layer.totals(), layer.classes, short)
    if blamed is not None:
        layer.cut(blamed)
    return blamed is not None
