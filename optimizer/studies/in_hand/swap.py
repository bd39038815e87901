"""What could stand in a session instead of one of its items, everything else left as it is.

Every usable exercise is tried with every number of sets, and each week is checked against all
rules without the solver; so the list is complete, and needs no search.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from optimizer.domain.catalog import Catalog
from optimizer.domain.coverage import coverage
from optimizer.domain.exercise import Record
from optimizer.domain.plan import Plan, PlannedItem, PlannedSession
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Scenario
from optimizer.errors import Complaint, InputError
from optimizer.planning.problems import build_problem
from optimizer.studies.coverage_changes import CoverageChange, coverage_changes
from optimizer.studies.explaining.items_of_plans import find_item
from optimizer.studies.finishing import rewritten
from optimizer.studies.in_hand.exchange import Exchange, Tried, preparation_seconds
from optimizer.studies.in_hand.plan_in_hand import faults_in_hand, unknown_places, unknown_sessions
from optimizer.studies.tier_costs import TierCost, measured_tiers, tier_costs
from optimizer.verify import verify


class Replacement(Record):
    """One exercise that could take the item's place, with the number of sets that is best.

    Attributes
    ----------
    seconds
        Seconds of the new item; ``session_seconds`` are those of its whole session.
    tiers
        Every tier before and after, in their order.
    coverage
        Muscles and planes that lose or gain, losses first.
    """

    rank: int
    exercise: str
    sets: int
    reps: int | None = None
    hold_seconds: int | None = None
    per_side: bool = False
    seconds: int
    session_seconds: int
    preparation_seconds: int
    equipment: dict[str, int] = {}
    tiers: tuple[TierCost, ...]
    coverage: tuple[CoverageChange, ...]


class Hindrance(Record):
    """Exercises that cannot take the item's place, by the first rule that would be broken.

    ``example`` is what the check says about the first of them.
    """

    rule: str
    example: str
    exercises: tuple[str, ...]


class Swap(Record):
    """What could replace an item: all that keeps every rule, the best first.

    Attributes
    ----------
    broken_before
        Rules that the plan breaks as it stands; every replacement mends them.
    tried
        How many exercises were tried.
    pinned
        Whether the scenario pins the item, so that nothing may replace it.
    """

    status: Literal["done", "infeasible"]
    session: str
    item: str
    exercise: str
    sets: int
    seconds: int
    session_seconds: int
    preparation_seconds: int
    limit_seconds: int
    tried: int
    pinned: bool
    broken_before: tuple[str, ...]
    replacements: tuple[Replacement, ...]
    hindrances: tuple[Hindrance, ...]


@dataclass(frozen=True)
class _Case:
    """An item of a plan, the problem that the plan answers, and the weeks without the item."""

    problem: Problem
    plan: Plan
    session: PlannedSession
    item: PlannedItem

    @property
    def exchange(self) -> Exchange:
        """The weeks that hold something else in the item's place."""
        return Exchange(self.problem, self.plan, self.session, self.item)


def swap(scenario: Scenario, plan: Plan, item: str, catalog: Catalog) -> Swap:
    """Ranked replacements for one item of a plan, everything else pinned.

    Parameters
    ----------
    item
        The item's id such as ``a-3``, or the name of an exercise that the plan holds once.

    Raises
    ------
    InputError
        If the plan does not belong to the scenario, or holds no such item.
    """
    case = _case(scenario, plan, item, catalog)
    tried = case.exchange.every()
    legal = sorted((one for one in tried if one.is_legal), key=lambda one: one.tiers)
    session, held = case.session, case.item
    return Swap(
        status="done" if legal else "infeasible",
        session=session.id,
        item=held.id,
        exercise=held.exercise,
        sets=held.sets,
        seconds=held.seconds,
        session_seconds=session.seconds,
        preparation_seconds=preparation_seconds(session),
        limit_seconds=case.problem.slot_by_id[session.id].limit_seconds,
        tried=len(tried),
        pinned=any(pin.exercise == held.exercise for pin in case.problem.pins_of(session.id)),
        broken_before=tuple(
            f"{one.where}: {one.message}" for one in verify(case.problem, plan).violations
        ),
        replacements=tuple(_replacements(case, legal)),
        hindrances=_hindrances(one for one in tried if not one.is_legal),
    )


def swapped(scenario: Scenario, plan: Plan, answer: Swap, rank: int, catalog: Catalog) -> Plan:
    """The plan with the replacement of a rank: checked, with its coverage and its tiers.

    Raises
    ------
    InputError
        ``bad-argument`` if there is no such rank.
    """
    chosen = next((one for one in answer.replacements if one.rank == rank), None)
    if chosen is None:
        most = len(answer.replacements)
        text = f"there is no replacement number {rank}"
        hint = f"choose from 1 to {most}" if most else "nothing can replace the item"
        raise InputError(Complaint("bad-argument", text, hint=hint))
    case = _case(scenario, plan, answer.item, catalog)
    found = case.exchange.best(catalog.exercise_by_id[chosen.exercise])
    return rewritten(case.problem, plan, found.plan)


def _case(scenario: Scenario, plan: Plan, item: str, catalog: Catalog) -> _Case:
    problem = build_problem(scenario, catalog)
    every = [session.id for session in plan.sessions]
    complaints = [
        *faults_in_hand(problem, plan),
        *unknown_sessions(problem, plan),
        *unknown_places(problem, plan, every),
    ]
    if complaints:
        raise InputError(*complaints)
    return _Case(problem, plan, *find_item(plan, item, catalog))


def _replacements(case: _Case, legal: list[Tried]) -> Iterator[Replacement]:
    """The legal weeks as answers, against the plan as it stands."""
    values = measured_tiers(case.problem, case.plan)
    fed = coverage(case.problem, case.plan.sessions)
    for rank, one in enumerate(legal, start=1):
        session = one.plan.session(case.session.id)
        item = next(item for item in session.items if item.exercise == one.exercise)
        yield Replacement(
            rank=rank,
            exercise=one.exercise,
            sets=item.sets,
            reps=item.reps,
            hold_seconds=item.hold_seconds,
            per_side=item.per_side,
            seconds=item.seconds,
            session_seconds=session.seconds,
            preparation_seconds=preparation_seconds(session),
            equipment=item.equipment,
            tiers=tuple(tier_costs(case.problem, values, one.tiers.values())),
            coverage=coverage_changes(fed, coverage(case.problem, one.plan.sessions)),
        )


def _hindrances(illegal: Iterable[Tried]) -> tuple[Hindrance, ...]:
    """What keeps exercises out, the rule that keeps most of them out first."""
    by_rule: dict[str, list[Tried]] = {}
    for one in illegal:
        by_rule.setdefault(one.broken[0].rule, []).append(one)
    ranked = sorted(by_rule.items(), key=lambda pair: -len(pair[1]))
    return tuple(
        Hindrance(
            rule=rule,
            example=f"{ones[0].broken[0].where}: {ones[0].broken[0].message}",
            exercises=tuple(one.exercise for one in ones),
        )
        for rule, ones in ranked
    )
