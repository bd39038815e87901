"""What five more minutes or one more item of equipment would buy: tiers side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.export.parts.names import equipment_text
from optimizer.planning.changes import Change, apply
from optimizer.planning.problems import build_problem
from optimizer.planning.scenario_text import dotted, yaml_of
from optimizer.planning.solving import SolveOptions, solve
from optimizer.studies.buying.item_sets import Item, places_of, to_buy, with_items
from optimizer.studies.buying.reached import gain, reached_of
from optimizer.studies.comparing.comparison import Demand
from optimizer.studies.comparing.standards import asked_for
from optimizer.studies.explaining.explanation import OneMore, TierChange

MORE_MINUTES = 5
SESSION_MINUTES_MOST = 240
ITEMS_TRIED = 3
"""Items whose worth is reckoned: those that let the most exercises in."""


def worths(problem: Problem, plan: Plan, options: SolveOptions) -> Iterator[OneMore]:
    """The worth of each change, each shown by solving with it."""
    for change in (*longer_sessions(problem), *more_items(problem)):
        scenario = apply(problem.scenario, (change,))
        after = solve(scenario, problem.catalog, replace(options, closest=False, locate=None))
        yield _worth(problem, change, plan, after).model_copy(
            update={"lets_train": _lets_train(problem, build_problem(scenario, problem.catalog))}
        )


def _lets_train(before: Problem, after: Problem) -> tuple[Demand, ...]:
    """What the week can be asked for after the change alone."""
    known = asked_for(before)
    return tuple(demand for demand in asked_for(after) if demand not in known)


def longer_sessions(problem: Problem) -> Iterator[Change]:
    """Each session with five more minutes."""
    for number, session in enumerate(problem.scenario.week.sessions):
        minutes = session.minutes + MORE_MINUTES
        if minutes <= SESSION_MINUTES_MOST:
            text = f"{MORE_MINUTES} more minutes in session {session.id}"
            yield Change("minutes", ("week", "sessions", number, "minutes"), minutes, 0, text)


def more_items(problem: Problem) -> tuple[Change, ...]:
    """The items that would let the most exercises into some session, one more of each."""
    gains: Counter[Item] = Counter()
    items = to_buy(problem.scenario, problem.catalog, places_of(problem))
    for item in items:
        changed = build_problem(apply(problem.scenario, (_bought(problem, item),)), problem.catalog)
        gains[item] = len(_work(changed, item.place) - _work(problem, item.place))
    ranked = sorted(items, key=lambda item: (-gains[item], item.place, item.id))
    return tuple(_bought(problem, item) for item in ranked[:ITEMS_TRIED] if gains[item] > 0)


def _work(problem: Problem, place: str) -> set[str]:
    """Working exercises of the sessions at a place."""
    slots = [slot.id for slot in problem.slots if slot.place == place]
    return {row.id for row in problem.candidates if any(problem.can_use(row, one) for one in slots)}


def _bought(problem: Problem, item: Item) -> Change:
    """The scenario with as many pieces of an item more as some exercise needs at once."""
    place = with_items(problem.scenario, (item,)).places[item.place]
    name = equipment_text(problem.catalog, {item.id: item.pieces})
    path = ("places", item.place, "equipment", item.id)
    text = f"{name} added at {item.place}"
    return Change("item", path, place.equipment[item.id], 0, text)


def _worth(problem: Problem, change: Change, before: Plan, after: Plan) -> OneMore:
    frame = OneMore.model_validate(
        {
            "kind": change.kind,
            "text": change.text,
            "path": dotted(problem.scenario, change.path),
            "yaml": yaml_of(problem.scenario, change),
            "gain": "none",
        }
    )
    if not after.sessions:
        why_not = "unknown" if after.status == "unknown" else "no plan"
        return frame.model_copy(update={"gain": why_not})
    values = {tier.id: tier.value for tier in after.tiers}
    known = [tier for tier in before.tiers if tier.id in values]
    tiers = tuple(
        TierChange(id=tier.id, unit=tier.unit, before=tier.value, after=values[tier.id])
        for tier in known
        if values[tier.id] != tier.value
    )
    found = gain(reached_of(before.tiers), reached_of(after.tiers))
    verdict = "better" if found.verdict == "better" else "none"
    return frame.model_copy(update={"gain": verdict, "tier": found.tier, "tiers": tiers})
