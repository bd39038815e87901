"""The two layers as ledgers: every row with the members that it follows from."""

from __future__ import annotations

from optimizer.domain.problem import Problem
from optimizer.model.scopes import SessionClass
from optimizer.model.week_model import WeekModel
from optimizer.solve.build import active_rules, build_direct, build_week, session_classes
from optimizer.solve.ledger import Ledger
from optimizer.solve.members import Filters, Member, Need, member_of
from optimizer.solve.unfiltered import unfiltered


def direct_ledger(problem: Problem, *, filtered: bool = False) -> Ledger:
    """Every rule over single sessions; where not ``filtered``, with the filters as rows."""
    wide, classes = problem if filtered else unfiltered(problem), session_classes(problem)
    days, _ = build_direct(wide, classes)
    demanded = build_direct(problem, classes)[0].poster.posted
    ledger, filters = Ledger(days.poster.model), Filters(problem)
    ledger.placed = {
        (slot.id, day): days.placed(slot, day).index
        for slot in problem.slots
        for day in slot.days
        if len(slot.days) > 1
    }
    barring = {rule.id for rule in filters.rules}
    rows, slots = wide.catalog.exercise_by_id, wide.slot_by_id
    for index, (rule, where) in days.poster.rows:
        slot, _, exercise = where.partition(" ")
        if rule in barring and exercise:
            ledger.barred[rule, exercise, slot] = index
            for member in filters.members(rows[exercise], slots[slot]):
                if member[0] == rule:
                    ledger.enter(index, [member])
        elif (rule, where) in demanded or _speaks_of_exercise(wide, (rule, where)):
            ledger.enter(index, [member_of((rule, where))])
        else:
            ledger.never(index)
    return ledger


def week_ledger(problem: Problem, known: tuple[Member, ...]) -> Ledger:
    """The week layer: a row needs the members of every session of its class.

    A row that speaks of a pinned exercise also needs the pin, for ranges of sets give way to
    pins. Members are those that the single sessions ask for (``known``).
    """
    wide, classes = unfiltered(problem), session_classes(problem)
    week = build_week(wide, classes, keep=lambda _: True)
    demanded = build_week(problem, classes, keep=lambda _: True).poster.posted
    ledger = Ledger(week.poster.model)
    by_day = {rule.id: rule for rule in active_rules(problem) if rule.kind == "day"}
    for index, demand in week.poster.rows:
        if demand not in demanded and not _speaks_of_exercise(wide, demand):
            ledger.never(index)
            continue
        if demand[0] in by_day:
            need = _class_need(problem, classes, demand, frozenset(known))
        else:
            need = frozenset({member_of(demand)})
        ledger.enter(index, need)
    _enter_filters(problem, week, ledger)
    return ledger


def _speaks_of_exercise(problem: Problem, demand: tuple[str, str]) -> bool:
    """Whether the demand is about an exercise, which a filter may have taken from the week."""
    return demand[1].rpartition(" ")[2] in problem.catalog.exercise_by_id


def _class_need(
    problem: Problem,
    classes: tuple[SessionClass, ...],
    demand: tuple[str, str],
    known: frozenset[Member],
) -> Need:
    """The members of a class's row: the day rule's own of each session, and its pins."""
    rule, where = demand
    head, _, rest = where.partition(" ")
    group = next(
        one for one in classes if head == one.id or head in {slot.id for slot in one.slots}
    )
    own = {member_of((rule, f"{slot.id} {rest}".strip())) for slot in group.slots}
    pins = {("pins_are_kept", f"{slot.id} {rest}") for slot in group.slots}
    return frozenset((own | pins) & known)


def _enter_filters(problem: Problem, week: WeekModel, ledger: Ledger) -> None:
    """Rows for the exercises that filters keep out of some sessions of a class."""
    filters = Filters(problem)
    for group in week.classes:
        for row in week.exercises_in(group):
            by_rule: dict[str, list[tuple[Member, ...]]] = {}
            for slot in group.slots:
                barring: dict[str, list[Member]] = {}
                for member in filters.members(row, slot):
                    barring.setdefault(member[0], []).append(member)
                for rule, members in barring.items():
                    by_rule.setdefault(rule, []).append(tuple(members))
            for members_by_slot in by_rule.values():
                left = group.count - len(members_by_slot)
                posted = week.poster.model.add(week.times_in(row, group) <= left)
                for alternative in zip(*members_by_slot, strict=True):
                    ledger.enter(posted.index, alternative)
