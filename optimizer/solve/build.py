"""Assembles models from the rules and aims: nothing about a rule is known here."""

from __future__ import annotations

from collections.abc import Callable

from optimizer.constraints import every_rule
from optimizer.domain.exercise import Exercise
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.rule import Aim, Rule
from optimizer.domain.tiers import TIERS, Tier
from optimizer.model.day_model import DayModel, WeekOfDays
from optimizer.model.poster import Expression, Keep
from optimizer.model.scope import Scope
from optimizer.model.scopes import SessionClass
from optimizer.model.week_model import WeekModel
from optimizer.objectives import every_aim
from optimizer.solve.joint_bounds import tighten


def active_rules(problem: Problem) -> tuple[Rule, ...]:
    """Rules that the scenario leaves switched on."""
    return tuple(rule for rule in every_rule() if problem.settings_of(rule.settings).enabled)


def active_aims(problem: Problem) -> tuple[Aim, ...]:
    """Aims that the scenario leaves switched on."""
    return tuple(aim for aim in every_aim() if problem.settings_of(aim.settings).enabled)


def active_tiers(problem: Problem) -> tuple[tuple[Tier, tuple[Aim, ...]], ...]:
    """Tiers in their order with their active aims; the floors' tier only where relaxed."""
    aims = active_aims(problem)
    tiers = []
    for tier in TIERS:
        if tier.id == "floors" and problem.floors_are_hard:
            continue
        members = tuple(aim for aim in aims if aim.tier == tier.id)
        if members:
            tiers.append((tier, members))
    return tuple(tiers)


def session_classes(problem: Problem) -> tuple[SessionClass, ...]:
    """Sessions grouped by place, modelled exercises, and preparation and cool-down lengths."""
    groups: dict[object, list[Slot]] = {}
    for slot in problem.slots:
        rows = tuple(sorted(problem.modelled.get(slot.id, ())))
        key = (slot.place, rows, problem.routines[slot.id].signature)
        groups.setdefault(key, []).append(slot)
    return tuple(
        SessionClass("+".join(slot.id for slot in slots), tuple(slots)) for slots in groups.values()
    )


def express(scope: Scope, aims: tuple[Aim, ...]) -> Expression:
    """The sum of some aims."""
    return scope.total(aim.express(scope) for aim in aims)


def is_deal_tier(aims: tuple[Aim, ...]) -> bool:
    """Whether only the deal to the sessions can see a tier's aims."""
    return any(aim.kind == "day" for aim in aims)


def build_week(
    problem: Problem, classes: tuple[SessionClass, ...], *, keep: Keep | None = None
) -> WeekModel:
    """The week layer: exact week rules, and what every day rule implies for the totals."""
    week = WeekModel(problem, classes, keep=keep)
    for rule in active_rules(problem):
        week.poster.rule = rule.id
        if rule.kind != "day":
            rule.post(week)
        elif rule.relax is not None:
            rule.relax(week)
    if keep is None:
        tighten(week)
    return week


def build_days(
    problem: Problem,
    exercises: tuple[Exercise, ...],
    *,
    keep: Keep | None = None,
    allowed: Callable[[Exercise, Slot], bool] | None = None,
    only: tuple[str, ...] | None = None,
) -> DayModel:
    """The sessions under the exact day rules, or under those of ``only``."""
    days = DayModel(problem, exercises, keep=keep, allowed=allowed)
    for rule in active_rules(problem):
        if rule.kind != "week" and (only is None or rule.id in only):
            days.poster.rule = rule.id
            rule.post(days)
    return days


def build_direct(
    problem: Problem,
    classes: tuple[SessionClass, ...],
    *,
    keep: Keep | None = None,
    exercises: tuple[Exercise, ...] | None = None,
    allowed: Callable[[Exercise, Slot], bool] | None = None,
    only: tuple[str, ...] | None = None,
) -> tuple[DayModel, WeekOfDays]:
    """The direct model: every rule over single sessions, nothing written twice."""
    chosen = problem.candidates if exercises is None else exercises
    days = build_days(problem, chosen, keep=keep, allowed=allowed, only=only)
    week = WeekOfDays(days, classes)
    for rule in active_rules(problem):
        if rule.kind == "week" and (only is None or rule.id in only):
            week.poster.rule = rule.id
            rule.post(week)
    return days, week
