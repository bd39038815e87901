"""What a frontier says, in sentences; only what is proved is called so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from optimizer.cli.pages.compare_words import clash_told
from optimizer.cli.pages.frontier_corner_words import corners_told, ranges, told_number
from optimizer.cli.pages.study_words import amount
from optimizer.cli.pages.tier_numbers import tier_number
from optimizer.domain.catalog import Catalog
from optimizer.export.parts.names import muscle_name
from optimizer.export.parts.numbers import plain, plural
from optimizer.planning.plain_words import listed
from optimizer.studies.coverage_changes import CoverageChange
from optimizer.studies.frontiers.records import Frontier, Purchase, Step
from optimizer.studies.tier_costs import TierCost

GAINS_MOST = 4
"""Muscles and planes that a step names; of more, the widest gains."""


def advice(frontier: Frontier) -> Iterator[str]:
    """The verdict, a paragraph for each thing to say."""
    yield from corners_told(frontier)
    yield from _end(frontier)
    yield from _phase(frontier)
    yield from _impossible(frontier)
    unknown = [step for step in frontier.steps if step.status == "unknown"]
    if unknown:
        numbers = ranges([step.number for step in unknown])
        why = unknown[0].plan.stopped_by
        yield f"{numbers}: no plan was found in time ({why}); that proves nothing."
    if frontier.over == "sessions":
        yield SESSIONS.format(minutes=frontier.session_minutes)
    elif frontier.demands:
        yield from _demands(frontier)


SESSIONS = (
    "Every session has {minutes} minutes and may stand on any day, at any hour. More sessions are "
    "asked for more, such as main lifts in each, so each week is measured by its own demands."
)


def _end(frontier: Frontier) -> Iterator[str]:
    """From where on further steps buy nothing that counts."""
    idle: list[Step] = []
    for step in reversed(frontier.steps):
        if step.buys is None or step.buys.kind != "nothing" or not step.has_plan:
            break
        idle.append(step)
    if idle:
        before = idle[-1].buys
        assert before is not None
        yield (
            f"From {told_number(frontier, before.against)} on, more buys nothing that counts: no "
            f"aim gains beyond its tolerance up to {frontier.steps[-1].number}."
        )


def _phase(frontier: Frontier) -> Iterator[str]:
    """Sessions that stay free, as the phase has it."""
    free = [step.number for step in frontier.steps if step.number > frontier.sessions_most]
    if frontier.over == "sessions" and free:
        most = plural(frontier.sessions_most, "session takes", "sessions take")
        yield f"With {ranges(free)}, at most {most} place, and the others stay free, by the phase."


def _impossible(frontier: Frontier) -> Iterator[str]:
    """Steps without a plan, those with the same conflict together."""
    by_text: dict[str, list[int]] = {}
    for step in frontier.steps:
        if step.status == "infeasible":
            by_text.setdefault(clash_told(step.plan), []).append(step.number)
    for text, numbers in by_text.items():
        unit = "minutes a session" if frontier.over == "minutes" else "sessions a week"
        yield f"{ranges(numbers)} {unit}: no week keeps every rule, which is proved. {text}"


def _demands(frontier: Frontier) -> Iterator[str]:
    """From where on longer sessions are asked for more."""
    by_number: dict[int, list[str]] = {}
    for demand in frontier.demands:
        by_number.setdefault(demand.number, []).append(demand.text)
    said = "; ".join(f"from {number}, {listed(texts)}" for number, texts in by_number.items())
    yield (
        f"* A longer session is asked for more: {said}. There more minutes can look worse, and the "
        "weeks before and after are each measured by their own demands."
    )


def buys_told(frontier: Frontier, step: Step, catalog: Catalog) -> tuple[str, str]:
    """What a step buys, and how far that is proved."""
    bought = step.buys
    if bought is None:
        return "", ""
    before, first = bought.against, bought.deciding
    if bought.kind == "unknown":
        return "not known: no plan was found in time", ""
    if bought.kind == "plan":
        return "a plan at all", f"proved: {before} has none"
    if bought.kind == "no_plan":
        return "no plan any more, as more is asked for", "proved"
    if first is None:
        return ("nothing beyond the tolerances" if step.has_plan else "still no plan"), ""
    text = _tier(first)
    gains = _gains(bought.gains, catalog)
    if gains and first.id in ("floors", "targets"):
        text = f"{text}: {gains}"
    return text, _proof(bought, first)


def _tier(first: TierCost) -> str:
    """``50 points better in "short of target" (50 to 0)``."""
    change = f"{tier_number(first.id, first.before)} to {tier_number(first.id, first.after)}"
    if first.id == "minutes":
        how = "shorter" if first.cost < 0 else "longer"
        return f"no aim gains beyond its tolerance; the week is {how} ({change})"
    how = "less" if first.cost < 0 else "more"
    return f"{amount(first, abs(first.cost))} {how} {_missing(first)} ({change})"


def _missing(first: TierCost) -> str:
    names = {"floors": "under the floors", "spacing": f"missed in {first.name}"}
    return names.get(first.id, first.name)


def _gains(gains: Sequence[CoverageChange], catalog: Catalog) -> str:
    parts = [
        f"{_covered(one, catalog)} {plain(one.before)} to {plain(one.after)}"
        for one in gains[:GAINS_MOST]
    ]
    rest = len(gains) - GAINS_MOST
    return ", ".join(parts) + (f" and {rest} more" if rest > 0 else "")


def _covered(one: CoverageChange, catalog: Catalog) -> str:
    return muscle_name(catalog, one.id) if one.kind == "muscle" else f"{one.id} plane"


def _proof(bought: Purchase, first: TierCost) -> str:
    if first.id == "minutes" and first.cost > 0:
        return ""
    if bought.proved and first.bound is not None:
        return f"proved: {bought.against} gets no lower than {tier_number(first.id, first.bound)}"
    if not bought.is_same_measure:
        return "each by its own demands"
    if bought.kind == "worse":
        return f"not proved: the week of {bought.against} fits here too"
    return f"found so; not proved that {bought.against} cannot"
