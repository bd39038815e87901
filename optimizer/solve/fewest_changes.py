"""The plan that changes least against another one: the direct model with changes as an aim.

A change is one exercise removed from a session, added to it, replaced by another in the same
session, or moved to another session, or one session on another day. A replacement or a move
is a pair of a removal and an addition, and each of these can be in one pair only; the model
takes as many pairs as there are, so that the number of changes is the smallest way to tell
them. Sets that grow or shrink in an exercise that stays count after that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from optimizer.constraints import every_rule
from optimizer.domain.exercise import Exercise
from optimizer.domain.plan_writer import Chosen
from optimizer.domain.problem import Problem
from optimizer.domain.tiers import Tier
from optimizer.model.day_model import DayModel, WeekOfDays
from optimizer.model.poster import Demand, Expression, Keep
from optimizer.model.scopes import SETS_PER_ITEM_PHYSICAL
from optimizer.solve.build import (
    active_rules,
    active_tiers,
    build_direct,
    express,
    is_deal_tier,
    session_classes,
)
from optimizer.solve.certificate import certify
from optimizer.solve.cp_sat import Answer
from optimizer.solve.day_layer import day_variables, read_days, room_of
from optimizer.solve.lexicographic import Climber, Step
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import NoPlanExists, NoPlanFound, Outcome, PlanFound

CHANGES = Tier("changes", "changes against the plan", "changes", "all plans", can_be_met=True)
SET_CHANGES = Tier(
    "set_changes", "sets more or less than in the plan", "sets", "all plans", can_be_met=True
)

Key = tuple[str, str]


@dataclass(frozen=True)
class Around:
    """What a plan is changed from, and what stays.

    Attributes
    ----------
    before
        Sets, stages and days of the plan that is changed.
    done
        Ids of sessions that stay exactly as they are; no rule about such a session alone is
        asked any more.
    rows
        The exercises to choose from; all candidates where absent.
    ceilings
        How high tiers may be, by tier id. With ceilings the fewest changes are asked for within
        them; without, the tiers are bettered among the plans with the fewest changes.
    start
        A plan to start the search from; the plan that is changed where absent.
    counts_sets
        Whether, after the fewest changes, sets more or less are kept few as well.
    """

    before: Chosen
    done: tuple[str, ...] = ()
    rows: tuple[Exercise, ...] | None = None
    ceilings: Mapping[str, int] | None = None
    start: Chosen | None = None
    counts_sets: bool = True


def solve_fewest_changes(problem: Problem, around: Around, limits: Limits) -> Outcome:
    """The plan with the fewest changes, then with the best tiers among those."""
    days, week = _model(problem, around)
    items, sets = change_counts(days, around.before)
    steps: list[Step] = [(CHANGES, lambda: items)]
    if around.counts_sets:
        steps.append((SET_CHANGES, lambda: sets))
    if around.ceilings is None:
        steps += _tier_steps(problem, days, week)
    climber = Climber(days.poster.model, day_variables(days), room_of(problem), limits, 2)
    climber.hints = _hints(days, around.start or around.before)
    result = climber.climb(steps)
    if result.answer is Answer.INFEASIBLE:
        return NoPlanExists("day")
    if not result.values:
        return NoPlanFound(limits.reason)
    chosen = read_days(days, result)
    return PlanFound(chosen, certify(problem, result.records, chosen), limit=limits.reason)


def _tier_steps(problem: Problem, days: DayModel, week: WeekOfDays) -> Iterator[Step]:
    """The usual tiers, in their order."""
    for tier, aims in active_tiers(problem):
        scope = days if is_deal_tier(aims) else week
        yield tier, partial(express, scope, aims)


def _model(problem: Problem, around: Around) -> tuple[DayModel, WeekOfDays]:
    """Every rule over single sessions, with what their totals must obey, and what is fixed."""
    keep = _keep(around.done)
    days, week = build_direct(problem, session_classes(problem), keep=keep, exercises=around.rows)
    for rule in active_rules(problem):
        if rule.relax is not None:
            week.poster.rule = rule.id
            rule.relax(week)
    for slot in (problem.slot_by_id[session] for session in around.done):
        for row in days.exercises_of(slot):
            fixed = around.before.sets.get((row.id, slot.id), 0)
            days.poster.structural(days.sets(row, slot) == fixed)
        days.poster.structural(days.is_on(slot, around.before.days[slot.id]) >= 1)
        for stage in range(1, len(problem.preparation_of(slot))):
            reached = int(around.before.stages.get(slot.id, 0) >= stage)
            days.poster.structural(days.prepares(slot, stage) == reached)
    for tier, aims in active_tiers(problem):
        if around.ceilings is not None and tier.id in around.ceilings:
            scope = days if is_deal_tier(aims) else week
            days.poster.structural(express(scope, aims) <= around.ceilings[tier.id])
    return days, week


def _keep(done: tuple[str, ...]) -> Keep | None:
    """Leaves out what rules ask of the sessions that are done."""
    if not done:
        return None
    about_sessions = {
        rule.id for rule in every_rule() if rule.kind == "day" or rule.bars is not None
    }

    def keep(demand: Demand) -> bool:
        rule, where = demand
        sessions = where.partition(" ")[0].split("+")
        return rule not in about_sessions or not any(one in done for one in sessions)

    return keep


def change_counts(days: DayModel, before: Chosen) -> tuple[Expression, Expression]:
    """The number of changes against a plan, and by how many sets kept exercises differ."""
    held = days.in_variables
    kept = {key: held[key] for key in before.sets if key in held}
    removed: dict[Key, Any] = {key: 1 - kept[key] if key in kept else 1 for key in before.sets}
    added = {key: literal for key, literal in held.items() if key not in before.sets}
    out, into = _moves(days, removed, added)
    pairs = [*into.values(), *_replacements(days, removed, added, out, into)]
    terms: list[tuple[Any, int]] = [(literal, -1) for literal in kept.values()]
    terms += [(literal, 1) for literal in added.values()]
    terms += [(pair, -1) for pair in pairs]
    terms += [(moved, 1) for moved in _other_days(days, before)]
    count = days.weighted(terms, len(before.sets))
    _bound_by_each_side(days, count, before, kept, added)
    return count, _set_changes(days, before, kept)


def _bound_by_each_side(
    days: DayModel,
    count: Expression,
    before: Chosen,
    kept: Mapping[Key, Any],
    added: Mapping[Key, Any],
) -> None:
    """Every removal is a change, and every addition is: rows that follow, and help to prove."""
    gone = days.weighted([(literal, -1) for literal in kept.values()], len(before.sets))
    days.poster.structural(count >= gone)
    days.poster.structural(count >= days.total(added.values()))


def _moves(
    days: DayModel, removed: Mapping[Key, Any], added: Mapping[Key, Any]
) -> tuple[dict[Key, Any], dict[Key, Any]]:
    """Literals for exercises that leave one session and join another: out, and into."""
    model = days.poster.model
    out: dict[Key, Any] = {}
    into: dict[Key, Any] = {}
    for exercise in dict.fromkeys(exercise for exercise, _ in removed):
        joins = [key for key in added if key[0] == exercise]
        leaves = [key for key in removed if key[0] == exercise] if joins else []
        for keys, moves, mass in ((leaves, out, removed), (joins, into, added)):
            for key in keys:
                moves[key] = model.new_bool_var(f"moves {key}")
                days.poster.structural(moves[key] <= mass[key])
        if joins:
            leaving, joining = days.total(map(out.get, leaves)), days.total(map(into.get, joins))
            days.poster.structural(leaving == joining)
    return out, into


def _replacements(
    days: DayModel,
    removed: Mapping[Key, Any],
    added: Mapping[Key, Any],
    out: Mapping[Key, Any],
    into: Mapping[Key, Any],
) -> list[Any]:
    """How many exercises of each session are replaced by others, those that move left out."""
    found = []
    for slot in days.slots:
        counts = days.poster.model.new_int_var(0, len(removed), f"replaced in {slot.id}")
        for mass, moves in ((removed, out), (added, into)):
            here = [key for key in mass if key[1] == slot.id]
            terms = [(mass[key], 1) for key in here]
            terms += [(moves[key], -1) for key in here if key in moves]
            free = sum(1 for literal, _ in terms if isinstance(literal, int))
            variable = [(literal, sign) for literal, sign in terms if not isinstance(literal, int)]
            days.poster.structural(counts <= days.weighted(variable, free))
        found.append(counts)
    return found


def _other_days(days: DayModel, before: Chosen) -> list[Any]:
    """1 for each session that takes place on another day than it did."""
    return [
        days.used(slot) - days.is_on(slot, before.days[slot.id])
        for slot in days.slots
        if slot.id in before.days
    ]


def _set_changes(days: DayModel, before: Chosen, kept: Mapping[Key, Any]) -> Expression:
    """By how many sets the exercises that stay in their session grow or shrink."""
    differences = []
    for key, literal in kept.items():
        sets, old = days.sets_variables[key], before.sets[key]
        name = f"sets changed {key}"
        changed = days.poster.shortfall(sets - old * literal, SETS_PER_ITEM_PHYSICAL, name)
        days.poster.structural(changed >= old * literal - sets)
        differences.append(changed)
    return days.total(differences)


def _hints(days: DayModel, start: Chosen) -> dict[int, int]:
    """The decisions of a plan, as a place to start from."""
    hints = {}
    for key, literal in days.in_variables.items():
        hints[literal.index] = int(key in start.sets)
        hints[days.sets_variables[key].index] = start.sets.get(key, 0)
    for (session, stage), literal in days.stage_variables.items():
        hints[literal.index] = int(start.stages.get(session, 0) >= stage)
    return hints


def rows_of(problem: Problem, plans: Sequence[Chosen]) -> tuple[Exercise, ...]:
    """The candidates that some of the plans hold."""
    used = {exercise for chosen in plans for exercise, _ in chosen.sets}
    return tuple(row for row in problem.candidates if row.id in used)
