"""Decide the week, then deal it to the days; return what cannot be dealt as a cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ortools.sat.python import cp_model

from optimizer.domain.problem import Problem
from optimizer.domain.rule import Aim
from optimizer.domain.tiers import Tier
from optimizer.model.poster import Expression, Relation
from optimizer.model.scopes import SessionClass
from optimizer.model.week_model import WeekModel
from optimizer.solve.blame import Blame, TotalBound, blame
from optimizer.solve.build import active_tiers, build_week, express, session_classes
from optimizer.solve.certificate import certify
from optimizer.solve.cp_sat import Answer, call, new_solver
from optimizer.solve.day_layer import Deal, Totals, deal, room_of
from optimizer.solve.direct import solve_direct
from optimizer.solve.lexicographic import Climb, Climber
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import (
    NoPlanExists,
    NoPlanFound,
    Outcome,
    PlanFound,
    TierRecord,
)

MARGINS_SECONDS = (20, 60, 150)
"""Seconds that are left free in each session when a week that is full to the second fails."""

PICKS_MOST = 3
"""Cuts after which the tiers reopen."""

CLIMBS_MOST = 2
"""Times that the tiers are solved with cuts before the best plan in hand is taken."""

PICK_DETERMINISTIC_SECONDS = 1.0


@dataclass
class WeekLayer:
    """The week layer with the cuts that failed deals have returned to it."""

    problem: Problem
    classes: tuple[SessionClass, ...]
    limits: Limits
    cuts: list[Blame] = field(default_factory=list)
    rounds: int = 0
    sets_tried: dict[str, int] = field(default_factory=dict)

    def climb(self, margin_seconds: int = 0, *, spends_tolerance: bool = False) -> Climb:
        """Solve all tiers that the week's totals decide, from the start."""
        self.week = build_week(self.problem, self.classes)
        for cut in self.cuts:
            add_cut(self.week, cut)
        for relation in self._margins(margin_seconds):
            self.week.poster.structural(relation)
        climber = Climber(
            self.week.poster.model,
            week_variables(self.week),
            replace(room_of(self.problem), spends_tolerance=spends_tolerance),
            self.limits,
            linearization_level=2,
        )
        steps = [
            (tier, lambda tier=tier, aims=aims: self._express(climber, tier, aims))
            for tier, aims in active_tiers(self.problem)
            if not aims[0].is_day_aim
        ]
        self.result = climber.climb(steps)
        return self.result

    def _express(self, climber: Climber, tier: Tier, aims: tuple[Aim, ...]) -> Expression:
        """The sum of a tier's aims; tiers about this week alone keep the week's shape."""
        if tier.scope == "this week":
            self._keep_shape(climber)
        return express(self.week, aims)

    def _keep_shape(self, climber: Climber) -> None:
        """Keep items and sets of every movement pattern in every class as they are."""
        for group in self.classes:
            rows = self.week.exercises_in(group)
            for pattern in dict.fromkeys(row.pattern.primary for row in rows):
                alike = [row for row in rows if row.pattern.primary == pattern]
                for table in (self.week.times_variables, self.week.sets_variables):
                    total = self.week.total(table[row.id, group.id] for row in alike)
                    value = sum(climber.result.value(table[row.id, group.id]) for row in alike)
                    self.week.poster.structural(total == value)

    def _margins(self, margin_seconds: int) -> Iterator[Relation]:
        """A little less than fits: seconds and a set for each session.

        Weeks fail to be dealt when they are full to the last second or the last set.
        """
        for group in self.classes if margin_seconds else ():
            most = group.count * (group.limit_seconds - margin_seconds)
            yield self.week.class_seconds(group) <= most
            sets = [self.week.sets_in(row, group) for row in self.week.exercises_in(group)]
            yield self.week.total(sets) <= self.sets_tried[group.id] - group.count

    def pick_again(self, margin_seconds: int = 0) -> bool:
        """Other totals at the same tier values; whether there are any."""
        model = self.week.poster.model.clone()
        for relation in self._margins(margin_seconds):
            model.add(relation)
        model.clear_objective()
        model.clear_hints()
        for index, value in self.result.values.items():
            model.add_hint(model.get_int_var_from_proto_index(index), value)
        short = replace(self.limits, deterministic_seconds=PICK_DETERMINISTIC_SECONDS)
        made = call(model, new_solver(short))
        if made.has_values:
            self.result.values = {
                variable.index: made.value(variable) for variable in week_variables(self.week)
            }
        return made.has_values

    def cut(self, blamed: Blame) -> None:
        """Forbid totals that cannot be dealt, now and in every later climb."""
        self.cuts.append(blamed)
        add_cut(self.week, blamed)

    def totals(self) -> Totals:
        """The totals that the week layer chose."""
        week, value = self.week, self.result.value
        return Totals(
            times={key: value(variable) for key, variable in week.times_variables.items()},
            sets={key: value(variable) for key, variable in week.sets_variables.items()},
            stages={key: value(variable) for key, variable in week.stage_variables.items()},
        )

    def deal(self) -> Deal:
        """Deal the chosen totals to the sessions."""
        self.rounds += 1
        totals = self.totals()
        if self.rounds == 1:
            for (_, group), sets in totals.sets.items():
                self.sets_tried[group] = self.sets_tried.get(group, 0) + sets
        return deal(self.problem, totals, self.classes, self.limits)


def week_variables(week: WeekModel) -> list[cp_model.IntVar]:
    """All decisions of the week layer, in the order of their creation."""
    return [
        *week.times_variables.values(),
        *week.sets_variables.values(),
        *week.stage_variables.values(),
    ]


def add_cut(week: WeekModel, cut: Blame) -> None:
    """At least one of the totals to blame must change."""
    model = week.poster.model
    ways_out = []
    for total in cut:
        variable = _variable(week, total)
        changed = model.new_bool_var(f"changed {total}")
        if total.at_least:
            model.add(variable <= total.value - 1).only_enforce_if(changed)
        else:
            model.add(variable >= total.value + 1).only_enforce_if(changed)
        ways_out.append(changed)
    model.add_bool_or(ways_out)


def _variable(week: WeekModel, total: TotalBound) -> cp_model.IntVar:
    if isinstance(total.what, int):
        return week.stage_variables[total.group, total.what]
    table = week.times_variables if total.kind == "times" else week.sets_variables
    return table[total.what, total.group]


def solve_two_layer(problem: Problem, limits: Limits, *, any_plan: bool = False) -> Outcome:
    """Best plan of a problem, with proofs over all plans for the tiers of the week layer.

    The week layer is a relaxation, so its bounds hold for every plan; a deal that keeps its
    totals attains them. Where the first deal fails, other totals at the same values are tried,
    then weeks with a margin of time, whose plans are measured against the bounds already
    proved; then the tiers are solved again with cuts. The best plan in hand is what remains
    when these end, with its gap.
    """
    layer = WeekLayer(problem, session_classes(problem), limits)
    first = layer.climb()
    if first.answer is Answer.INFEASIBLE:
        return NoPlanExists("week")
    if not first.values:
        return NoPlanFound("time limit")
    best: PlanFound | None = None
    for dealt, records in _deals(layer, first):
        if dealt.climb is not None:
            plan = _found(problem, dealt, records, layer.rounds)
            best = min((plan, best or plan), key=_gaps)
            if best.is_proved or any_plan:
                return best
    if best is not None:
        return best
    if layer.result.answer is Answer.INFEASIBLE:
        return NoPlanExists("days")
    return solve_direct(problem, limits)


Attempt = tuple[Deal, list[TierRecord]]
"""A deal, and the records of the climb whose bounds measure it."""


def _deals(layer: WeekLayer, first: Climb) -> Iterator[Attempt]:
    """Deals to try, the most promising first."""
    yield layer.deal(), first.records
    for margin in MARGINS_SECONDS[:2]:
        if layer.pick_again(margin):
            yield layer.deal(), first.records
    tolerant = layer.climb(spends_tolerance=True)
    if tolerant.values:
        yield layer.deal(), tolerant.records
        for margin in MARGINS_SECONDS[:2]:
            if layer.pick_again(margin):
                yield layer.deal(), tolerant.records
    for margin in MARGINS_SECONDS:
        if layer.climb(margin).values:
            yield layer.deal(), _measured_by(first, layer.result)
    for _ in range(CLIMBS_MOST):
        result = layer.climb()
        if not result.values:
            return
        yield from _deals_with_cuts(layer, result)


def _measured_by(first: Climb, own: Climb) -> list[TierRecord]:
    """Bounds over all plans from the first climb, those of its own week from a later one."""
    pairs = zip(first.records, own.records, strict=True)
    return [proved if proved.scope == "all plans" else mine for proved, mine in pairs]


def _deals_with_cuts(layer: WeekLayer, result: Climb) -> Iterator[Attempt]:
    """Deals of one climb, each failure forbidden before the next; its cuts outlast it."""
    for _ in range(PICKS_MOST):
        dealt = layer.deal()
        yield dealt, result.records
        if dealt.answer is not Answer.INFEASIBLE:
            return
        short = replace(layer.limits, deterministic_seconds=PICK_DETERMINISTIC_SECONDS)
        blamed = blame(layer.problem, layer.totals(), layer.classes, short)
        if blamed is None:
            return
        layer.cut(blamed)
        if not layer.pick_again():
            return


def _gaps(plan: PlanFound) -> tuple[int, ...]:
    """Distances from the bounds beyond the tolerances, the first tier first."""
    return tuple(max(0, tier.value - tier.bound - tier.tolerance) for tier in plan.tiers)


def _found(problem: Problem, dealt: Deal, records: list[TierRecord], rounds: int) -> PlanFound:
    """The outcome of a deal that worked."""
    every = [*records, *(dealt.climb.records if dealt.climb else [])]
    return PlanFound(
        chosen=dealt.chosen,
        stages=dealt.stages,
        tiers=certify(problem, every, dealt.chosen, dealt.stages),
        rounds=rounds,
    )
