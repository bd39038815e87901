"""The verdict of a comparison, as a coach would give it; only what is proved is called so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from optimizer.cli.pages.study_words import amount, told
from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan
from optimizer.export.parts.names import exercise_name, group_name, muscle_name, words
from optimizer.export.parts.numbers import plain, plural
from optimizer.planning.plain_words import listed
from optimizer.studies.comparing.comparison import Column, Comparison, Demand, Standing
from optimizer.studies.coverage_changes import CoverageChange

SHORT_MOST = 6
"""Muscles and planes that are named; of more, the widest gaps."""


def column_label(name: str, width: int) -> str:
    """A name on several lines where it must be, broken between its words."""
    lines = [""]
    for word in name.replace("_", "_ ").split():
        glue = "" if lines[-1].endswith("_") or not lines[-1] else " "
        if len(lines[-1]) + len(glue) + len(word) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] += glue + word
    return "\n".join(line[at : at + width] for line in lines for at in range(0, len(line), width))


def advice(comparison: Comparison, catalog: Catalog) -> Iterator[str]:
    """The verdict, a paragraph for each thing to say."""
    weeks = [column for column in comparison.columns if column.has_plan]
    yield from _order(comparison, weeks, catalog)
    for column in comparison.columns:
        if column.status == "infeasible":
            yield _impossible(column)
        elif column.status == "unknown":
            why = column.plan.stopped_by
            yield f"{column.name}: no plan was found in time ({why}); that proves nothing about it."


def _order(comparison: Comparison, weeks: list[Column], catalog: Catalog) -> Iterator[str]:
    if not weeks:
        yield "No plan is in hand, so there is nothing to weigh."
        return
    best = next(column for column in weeks if column.name == comparison.best)
    others = [column for column in weeks if column is not best]
    if not others:
        yield f"Only {best.name} has a plan."
        return
    if comparison.kind == "scenarios":
        yield SCENARIOS
    yield _first(best, others)
    for column in others:
        if column.standing is not None:
            parts = _about(column, best, column.standing, catalog)
            yield " ".join(part for part in parts if part)


SCENARIOS = (
    "These are different scenarios: each is measured against its own targets and time, so the "
    "aims compare only as far as those do."
)


def _first(best: Column, others: Sequence[Column]) -> str:
    """Which column is the best, alone or with others."""
    ties = [one for one in others if one.standing and one.standing.relation == "tie"]
    trades = [one for one in others if one.standing and one.standing.relation == "trade"]
    if trades and len(trades) + len(ties) == len(others):
        names = listed([best.name, *(one.name for one in others)])
        return f"No clear order: {names} trade one aim for another, within the tolerances."
    if len(ties) == len(others):
        names = listed([column.name for column in (best, *ties)])
        return f"A tie: {names} are as good, aim by aim, up to the tolerances.{_doubt(ties)}"
    if all(one.standing and one.standing.relation == "apart" for one in others):
        return (
            f"No order: each of {listed([best.name, *(one.name for one in others)])} is asked "
            "for something that the others cannot offer."
        )
    also = f", together with {listed([one.name for one in ties])}" if ties else ""
    return f"The best week is that of {best.name}{also}.{_doubt(ties)}"


def _doubt(ties: Sequence[Column]) -> str:
    if all(one.standing is None or one.standing.proved for one in ties):
        return ""
    return " Not every aim was proved in the time given, so a longer search may still part them."


def _about(column: Column, best: Column, standing: Standing, catalog: Catalog) -> Iterator[str]:
    """What one column loses or gains against the best one."""
    first = standing.deciding
    yield _asked(column, best, standing, catalog)
    if standing.relation == "tie":
        yield _tied(column, standing)
    elif first is None:
        yield "By the aims that both share the two are as good."
    elif standing.relation == "worse":
        yield f"{column.name} is {told(first)} than {best.name}."
        yield _proof(column, standing)
        yield _aims(standing)
        yield _paid(best, standing)
    elif standing.relation == "trade":
        yield f"{column.name} is another trade: {told(first)} than {best.name}."
        yield f"{_paid(best, standing)} Neither is proved to be the better one.".strip()
    else:
        yield f"Measured by its own demands it is {told(first)}."
    if standing.relation != "tie":
        yield _short(standing.short, catalog)
        yield _lacks(column, best, standing, catalog)
    yield _minutes(column, best, standing)


def _tied(column: Column, standing: Standing) -> str:
    against, name = standing.against, column.name
    if not standing.lets_in + standing.keeps_out:
        return f"{name} is as good as {against}: every session can hold the same exercises."
    more = plural(standing.lets_in, "more exercise")
    fewer = plural(standing.keeps_out, "exercise")
    if not standing.keeps_out:
        return (
            f"{name} adds nothing to {against} that this week's targets ask for, "
            f"though it lets {more} in."
        )
    if not standing.lets_in:
        return (
            f"{name} loses nothing against {against} that this week's targets ask for, "
            f"though it does without {fewer}."
        )
    return (
        f"{name} is as good as {against}; it lets {more} in, and does without {fewer} "
        f"that {against} has."
    )


def _proof(column: Column, standing: Standing) -> str:
    first = standing.deciding
    if first is None:
        return ""
    if standing.proved and first.bound is not None:
        return (
            f"Proved: no {column.name} week that is as good in the aims before it gets under "
            f"{amount(first, first.bound)}; {standing.against} has {amount(first, first.before)}."
        )
    return "That is so in the weeks that were found; it is not proved that none does better."


def _aims(standing: Standing) -> str:
    if not standing.aims or standing.deciding is None or standing.deciding.id == "minutes":
        return ""
    names = [f'"{words(aim.id)}"' for aim in standing.aims]
    return f"The {'aims' if names[1:] else 'aim'} behind it: {listed(names)}."


def _short(short: Sequence[CoverageChange], catalog: Catalog) -> str:
    parts = [
        f"{_covered(one, catalog)} {plain(one.after)} instead of {plain(one.before)} "
        f"({'floor' if one.after < one.floor else 'target'} "
        f"{plain(one.floor if one.after < one.floor else one.target)})"
        for one in short[:SHORT_MOST]
    ]
    more = f", and {len(short) - SHORT_MOST} more" if len(short) > SHORT_MOST else ""
    return f"Under its goal: {', '.join(parts)}{more}." if parts else ""


def _covered(one: CoverageChange, catalog: Catalog) -> str:
    return muscle_name(catalog, one.id) if one.kind == "muscle" else f"the {one.id} plane"


def _paid(best: Column, standing: Standing) -> str:
    """Earlier tiers in which the best column is worse, told from its side."""
    parts = [
        told(cost.model_copy(update={"before": cost.after, "after": cost.before}))
        for cost in standing.paid
    ]
    if not parts:
        return ""
    return f"In return {best.name} is {listed(parts)}, which is within the tolerance."


def _lacks(column: Column, best: Column, standing: Standing, catalog: Catalog) -> str:
    parts = [
        f"{listed([_item(thing, catalog) for thing in things])} at {place}"
        for place, things in standing.lacks.items()
    ]
    if not parts:
        return ""
    return f"The week of {best.name} uses what {column.name} lacks: {'; '.join(parts)}."


def _item(identifier: str, catalog: Catalog) -> str:
    found = catalog.equipment_by_id.get(identifier)
    return found.name if found else words(identifier)


def _asked(column: Column, best: Column, standing: Standing, catalog: Catalog) -> str:
    """Demands that only one of the two has."""
    parts = []
    for name, other, demands in (
        (best.name, column.name, standing.asks_less),
        (column.name, best.name, standing.asks_more),
    ):
        if demands:
            said = listed(list(demands_told(demands, catalog)))
            parts.append(f"{other} goes without {said}, which {name} offers and is asked for.")
    return " ".join(parts)


def demands_told(demands: Sequence[Demand], catalog: Catalog) -> Iterator[str]:
    """The demands in words; main lifts together."""
    loaded = [group_name(catalog, one.id) for one in demands if one.kind == "loaded"]
    if loaded:
        yield f"weights in main lifts ({'; '.join(loaded)})"
    if any(one.kind == "lift" and one.id == "heavy" for one in demands):
        heavy = [item.name for item in catalog.equipment if item.heavy]
        yield f"a heavy lift on two legs ({' or '.join(heavy)})"
    elif any(one.kind == "lift" for one in demands):
        yield "a weight in a lift on two legs"
    yield from (group_name(catalog, one.id) for one in demands if one.kind == "pattern")
    likes = (exercise_name(catalog, one.id) for one in demands if one.kind == "like")
    yield from (f"the liked {name}" for name in likes)


def _minutes(column: Column, best: Column, standing: Standing) -> str:
    """Time, where it is not what decides."""
    first = standing.deciding
    minutes = round((column.seconds - best.seconds) / 60)
    if not minutes or (first is not None and first.id == "minutes"):
        return ""
    how = "longer" if minutes > 0 else "shorter"
    return f"Its week is {plural(abs(minutes), 'minute')} {how}."


def _impossible(column: Column) -> str:
    """The conflict of a column in a sentence, and the cheapest repair."""
    text = f"{column.name}: no week keeps every rule, which is proved. {clash_told(column.plan)}"
    if not column.plan.repairs:
        return text
    repair = column.plan.repairs[0]
    return f"{text} The cheapest change that was found to give a plan: {repair.text.rstrip('.')}."


def clash_told(plan: Plan) -> str:
    """What cannot hold together in an impossible week."""
    conflict = [one.text for one in plan.conflict if one.conflict == 1]
    if len(conflict) == 1:
        return f"This alone cannot be met: {conflict[0]}."
    if conflict:
        return f"These cannot all hold together: {'; '.join(conflict)}."
    return "Which demands clash was not found in time."
