"""Differences between plans in the words of a coach."""

from __future__ import annotations

from collections.abc import Iterable

from optimizer.domain.catalog import Catalog
from optimizer.export.parts.clock import clock
from optimizer.export.parts.names import exercise_name, muscle_name
from optimizer.export.parts.numbers import plain, plural
from optimizer.studies.coverage_changes import CoverageChange
from optimizer.studies.tier_costs import TierCost

SET_HUNDREDTHS = "hundredths of a set"
COST_HEADERS = ("Aim, in this order", "Best", "Forced", "Change", "Up to", "Shown", "Unit")


def named(catalog: Catalog, identifier: str) -> str:
    """Name of an exercise with its id, as a person must write it."""
    return f"{exercise_name(catalog, identifier)} ({identifier})"


def amount(cost: TierCost, number: int) -> str:
    """A number of a tier's unit: minutes and seconds, sets, or points."""
    if cost.unit == "seconds":
        return f"{clock(number)} min"
    if cost.unit == SET_HUNDREDTHS:
        return plural_sets(number / 100)
    return f"{number} {cost.unit.partition(',')[0]}"


def plural_sets(sets: float) -> str:
    """Sets, fractional or not."""
    return f"{plain(sets)} set" if sets == 1 else f"{plain(sets)} sets"


def told(cost: TierCost) -> str:
    """What a tier loses or gains, such as ``42 points worse in "short of target"``."""
    how = "worse" if cost.cost > 0 else "better"
    if cost.id == "minutes":
        how = "longer" if cost.cost > 0 else "shorter"
        return f"{amount(cost, abs(cost.cost))} {how}"
    return f'{amount(cost, abs(cost.cost))} {how} in "{cost.name}"'


def costs_told(costs: Iterable[TierCost]) -> str:
    """All differences of tiers over all plans but time, in short; ``nothing`` where there are none.

    Time has its own column, and tiers about this week alone are a matter of taste.
    """
    parts = [
        f"{cost.name} {cost.cost:+d}"
        if cost.unit != SET_HUNDREDTHS
        else f"{cost.name} {cost.cost / 100:+g} sets"
        for cost in costs
        if cost.cost and cost.scope == "all plans" and cost.id != "minutes"
    ]
    return "; ".join(parts) or "nothing"


def cost_rows(costs: Iterable[TierCost]) -> list[list[object]]:
    """Every tier of two plans as a row; less is better."""
    return [
        [
            cost.name,
            cost.before,
            cost.after,
            f"{cost.cost:+d}" if cost.cost else "same",
            cost.tolerance if cost.scope == "all plans" else "taste",
            "-" if cost.shown is None else cost.shown,
            cost.unit,
        ]
        for cost in costs
    ]


def coverage_told(catalog: Catalog, changes: Iterable[CoverageChange], *, lost: bool) -> str:
    """Muscles and planes that lose, or gain: ``hamstrings -2 (to 7)``."""
    parts = [
        f"{_covered(catalog, one)} {one.difference:+g}"
        for one in (changes if lost else reversed(tuple(changes)))
        if (one.difference < 0) == lost
    ]
    return ", ".join(parts)


def _covered(catalog: Catalog, one: CoverageChange) -> str:
    return muscle_name(catalog, one.id) if one.kind == "muscle" else f"{one.id} plane"


def sessions_told(sessions: Iterable[str]) -> str:
    """``session a``, or ``sessions a and b``."""
    names = list(sessions)
    if len(names) == 1:
        return f"session {names[0]}"
    return f"sessions {', '.join(names[:-1])} and {names[-1]}"


def sets_told(sets: int | None) -> str:
    """A number of sets, or nothing for a drill."""
    return plural(sets, "set") if sets is not None else ""
