"""What five more minutes or one more item of equipment would buy: tiers side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Stock
from optimizer.planning.changes import Change, apply
from optimizer.planning.problems import build_problem
from optimizer.planning.scenario_text import dotted, yaml_of
from optimizer.planning.solving import SolveOptions, solve
from optimizer.studies.explanation import TierChange, Worth

MORE_MINUTES = 5
SESSION_MINUTES_MOST = 240
ITEMS_TRIED = 3
"""Items whose worth is reckoned: those that let the most exercises in."""


def worths(problem: Problem, plan: Plan, options: SolveOptions) -> Iterator[Worth]:
    """The worth of each change, each shown by solving with it."""
    for change in (*longer_sessions(problem), *more_items(problem)):
        scenario = apply(problem.scenario, (change,))
        after = solve(scenario, problem.catalog, replace(options, closest=False, locate=None))
        yield _worth(problem, change, plan, after)


def longer_sessions(problem: Problem) -> Iterator[Change]:
    """Each session with five more minutes."""
    for number, session in enumerate(problem.scenario.week.sessions):
        minutes = session.minutes + MORE_MINUTES
        if minutes <= SESSION_MINUTES_MOST:
            text = f"{MORE_MINUTES} more minutes in session {session.id}"
            yield Change("minutes", ("week", "sessions", number, "minutes"), minutes, 0, text)


def more_items(problem: Problem) -> tuple[Change, ...]:
    """The items that would let the most exercises into some session, one more of each."""
    gains: Counter[tuple[str, str]] = Counter()
    for place in dict.fromkeys(slot.place for slot in problem.slots):
        for item in problem.catalog.equipment:
            change = _item(problem, place, item.id)
            changed = build_problem(apply(problem.scenario, (change,)), problem.catalog)
            gains[place, item.id] = len(_work(changed, place) - _work(problem, place))
    ranked = sorted(gains.items(), key=lambda one: (-one[1], one[0]))
    return tuple(_item(problem, *key) for key, gain in ranked[:ITEMS_TRIED] if gain > 0)


def _work(problem: Problem, place: str) -> set[str]:
    """Working exercises of the sessions at a place."""
    slots = [slot.id for slot in problem.slots if slot.place == place]
    return {row.id for row in problem.candidates if any(problem.can_use(row, one) for one in slots)}


def _item(problem: Problem, place: str, item: str) -> Change:
    stock = problem.scenario.places[place].equipment.get(item)
    more = stock.model_copy(update={"count": stock.count + 1}) if stock else Stock(count=1)
    name = problem.catalog.equipment_by_id[item].name
    path = ("places", place, "equipment", item)
    return Change("item", path, more, 0, f"{name} at {place}, one more")


def _worth(problem: Problem, change: Change, before: Plan, after: Plan) -> Worth:
    frame = Worth.model_validate(
        {
            "kind": change.kind,
            "text": change.text,
            "path": dotted(problem.scenario, change.path),
            "yaml": yaml_of(problem.scenario, change),
            "gain": "none",
        }
    )
    if not after.sessions:
        gain = "unknown" if after.status == "unknown" else "no plan"
        return frame.model_copy(update={"gain": gain})
    values = {tier.id: tier.value for tier in after.tiers}
    known = [tier for tier in before.tiers if tier.id in values]
    tiers = tuple(
        TierChange(id=tier.id, unit=tier.unit, before=tier.value, after=values[tier.id])
        for tier in known
        if values[tier.id] != tier.value
    )
    first = next(
        (tier for tier in known if abs(values[tier.id] - tier.value) > tier.tolerance), None
    )
    if first is None:
        return frame.model_copy(update={"tiers": tiers})
    gain = "better" if values[first.id] < first.value else "none"
    return frame.model_copy(update={"gain": gain, "tier": first.id, "tiers": tiers})
