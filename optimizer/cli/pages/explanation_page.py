"""An explanation as text: the conflict and its repairs, or what shapes the plan."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.cli.pages.compare_words import demands_told
from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan
from optimizer.domain.plan_diagnosis import ConflictMember, Repair
from optimizer.domain.tiers import TIERS
from optimizer.export.parts.grid import grid, paragraph, underlined
from optimizer.export.parts.impossible import (
    REPAIRS_TITLE,
    conflict_numbers,
    conflict_sentence,
    how,
    sentence,
)
from optimizer.export.parts.left_out import left_out
from optimizer.export.parts.names import words
from optimizer.planning.plain_words import listed
from optimizer.studies.explaining.explanation import Explanation, Limit, OneMore

VERDICTS = {
    "infeasible": "No plan exists: that is proved. Here is why, and what would mend it.",
    "optimal": "A plan exists, proved optimal. Here is what shapes it.",
    "feasible": "A plan exists; not every aim is proved to be the best possible. Here is what"
    " shapes it.",
    "unknown": "No plan was found in time; that proves nothing about whether one exists. Give"
    " more --seconds.",
}


def page(explanation: Explanation, catalog: Catalog) -> str:
    """The whole explanation as text."""
    name, identifier = explanation.athlete.name, explanation.athlete.id
    head = [
        underlined(explanation.scenario),
        f"{name} ({identifier})" if name else identifier,
        paragraph(VERDICTS[explanation.status]),
    ]
    parts = ["\n".join(head), *_conflicts(explanation), *_repairs(explanation)]
    parts += [*_limits(explanation), *_only(explanation), *_worth(explanation, catalog)]
    parts += list(_funnel(explanation, catalog))
    return "\n\n".join(parts) + "\n"


def _as_plan(explanation: Explanation) -> Plan:
    """What explanation and plan share, for the parts that write either."""
    return Plan(
        conflict=explanation.conflict,
        conflict_is_minimal=explanation.conflict_is_minimal,
        repairs=explanation.repairs,
        excluded=explanation.excluded,
    )


def _conflicts(explanation: Explanation) -> Iterator[str]:
    plan = _as_plan(explanation)
    for number in conflict_numbers(plan):
        members = [one for one in plan.conflict if one.conflict == number]
        lines = [paragraph(_line(one), bullet="  ") for one in members]
        yield "\n".join([paragraph(conflict_sentence(plan, number)), "", *lines])


def _line(one: ConflictMember | Limit) -> str:
    """``week.yaml:12: session a has 15 minutes``."""
    if one.file is not None and one.line is not None:
        where = f"{one.file}:{one.line}"
    else:
        where = one.path or f"default ({words(one.rule)})"
    return f"{where}: {one.text}"


def _repairs(explanation: Explanation) -> Iterator[str]:
    if explanation.repairs:
        lines = [part for one in explanation.repairs for part in _repair(one)]
        yield "\n".join([paragraph(REPAIRS_TITLE), *lines])
        used = {change.kind for one in explanation.repairs for change in one.changes}
        costs = [cost for cost in explanation.costs if cost.kind in used | {"line"}]
        prices = "; ".join(f"{cost.points} for {cost.text}" for cost in costs)
        text = f"Points rank the repairs and mean nothing else: {prices}. No repair asks anybody"
        yield paragraph(f"{text} to train into a pain, or heavy shortly before a key run.")
    elif explanation.status == "infeasible":
        yield "No repair was found among the changes that are tried."


def _repair(repair: Repair) -> Iterator[str]:
    yield paragraph(f"{repair.cost} points: {sentence(repair.text)}", bullet="- ")
    for change in repair.changes:
        yield paragraph(how(change), bullet="    ")


def _limits(explanation: Explanation) -> Iterator[str]:
    if explanation.limits:
        lines = [paragraph(_line(one), bullet="- ") for one in explanation.limits]
        yield "\n".join([underlined("At their limit in this plan"), *lines])


def _only(explanation: Explanation) -> Iterator[str]:
    if explanation.only:
        lines = [paragraph(sentence(one.text), bullet="- ") for one in explanation.only]
        yield "\n".join([underlined("Covered by one exercise alone"), *lines])


def _worth(explanation: Explanation, catalog: Catalog) -> Iterator[str]:
    if explanation.worth:
        lines = [paragraph(_worth_line(one, catalog), bullet="- ") for one in explanation.worth]
        title = underlined("What a little more would buy (each solved; the first aim that gains)")
        yield "\n".join([title, *lines])


def _worth_line(worth: OneMore, catalog: Catalog) -> str:
    trains = listed(list(demands_told(worth.lets_train, catalog))) if worth.lets_train else ""
    if trains:
        return f"{_gained(worth)}; lets you train {trains}"
    return _gained(worth)


def _gained(worth: OneMore) -> str:
    ends = {
        "unknown": "no plan was found in time",
        "no plan": "no plan would exist: longer sessions are asked for more",
        "none": "buys nothing beyond the tolerances",
    }
    if worth.gain != "better":
        return f"{worth.text}: {ends[worth.gain]}"
    change = next(one for one in worth.tiers if one.id == worth.tier)
    aim = next((tier.name for tier in TIERS if tier.id == change.id), words(change.id))
    amount = f"{change.before} -> {change.after} {change.unit}"
    return f'{worth.text}: better in "{aim}", {amount}'


def _funnel(explanation: Explanation, catalog: Catalog) -> Iterator[str]:
    rows: list[list[object]] = [
        [words(step.filter), step.removed, step.left] for step in explanation.funnel
    ]
    table = grid(("Filter", "Removed", "Left"), rows, right=(1, 2))
    yield f"{underlined('Exercises that the filters left')}\n{table}"
    causes = left_out(_as_plan(explanation), catalog)
    if causes:
        lines = (paragraph(one, bullet="- ") for one in causes)
        yield "\n".join([underlined("What was left out, and because of what"), *lines])
