"""Decide the week, then deal it to the days; return what cannot be dealt as a cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from ortools.sat.python import cp_model

from optimizer.domain.plan_writer import Chosen
from optimizer.domain.problem import Problem
from optimizer.domain.rule import Aim
from optimizer.domain.tiers import Tier
from optimizer.model.poster import Expression, Relation
from optimizer.model.scopes import SessionClass
from optimizer.model.week_model import WeekModel
from optimizer.solve.blame import Blame, TotalBound, blame
from optimizer.solve.build import active_tiers, build_week, express, is_deal_tier, session_classes
from optimizer.solve.certificate import certify
from optimizer.solve.cp_sat import Answer
from optimizer.solve.day_layer import Deal, Totals, deal, room_of
from optimizer.solve.direct import solve_direct
from optimizer.solve.joint_deal import joint_totals
from optimizer.solve.lexicographic import Climb, Climber, Step
from optimizer.solve.limits import Limits
from optimizer.solve.narrowing import Placement, distinct_classes, narrowed
from optimizer.solve.outcome import (
    NoPlanExists,
    NoPlanFound,
    Outcome,
    PlanFound,
    TierRecord,
)


@dataclass(frozen=True)
class Margin:
    """What is left free in each session: seconds, and sets less than were tried first."""

    seconds: int = 0
    sets: int = 0


NO_MARGIN = Margin()
MARGINS = (Margin(5), Margin(20, 1), Margin(60, 2))
"""Margins to try, one after the other, when a full week cannot be dealt."""

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
    support: dict[str, None] = field(default_factory=dict)

    def climb(self, margin: Margin = NO_MARGIN, *, spends_tolerance: bool = False) -> Climb:
        """Solve all tiers that the week's totals decide, from the start."""
        self.week = build_week(self.problem, self.classes)
        for cut in self.cuts:
            add_cut(self.week, cut)
        for relation in self._margins(margin):
            self.week.poster.structural(relation)
        self.room = replace(room_of(self.problem), spends_tolerance=spends_tolerance)
        climber = self._climber()
        self.result = climber.climb(self._steps(climber, "all plans"))
        if self.result.values:
            self._proved = self.week.poster.model.clone()
            self._proved_records = list(self.result.records)
            climber.climb(self._steps(climber, "this week"))
        return self.result

    def attain(self, records: Iterable[TierRecord]) -> bool:
        """Find totals within the ceilings that another layer has proved; whether there are any."""
        self.week = build_week(self.problem, self.classes)
        self.room = room_of(self.problem)
        self._proved_records = [record for record in records if record.scope == "all plans"]
        ceilings = {record.id: record.ceiling for record in self._proved_records}
        for tier, aims in active_tiers(self.problem):
            if tier.id in ceilings:
                self.week.poster.structural(express(self.week, aims) <= ceilings[tier.id])
        self._proved = self.week.poster.model
        self.result = Climb()
        return self.pick_again()

    def pick_again(self, margin: Margin = NO_MARGIN) -> bool:
        """Other totals at the same values of the tiers over all plans; whether there are any."""
        self.week.poster.model = self._proved.clone()
        for relation in self._margins(margin):
            self.week.poster.structural(relation)
        climber = self._climber()
        climber.result.records = list(self._proved_records)
        if not climber.find_any(self.result.values, PICK_DETERMINISTIC_SECONDS):
            return False
        self.result = climber.climb(self._steps(climber, "this week"))
        return True

    def adopt(self, totals: Totals) -> None:
        """Take totals found elsewhere, and better the tiers about this week from there."""
        week = self.week
        week.poster.model = self._proved.clone()
        climber = self._climber()
        climber.result.records = list(self._proved_records)
        zeros = {variable.index: 0 for variable in week_variables(week)}
        chosen = {v.index: totals.times.get(key, 0) for key, v in week.times_variables.items()}
        chosen |= {v.index: totals.sets.get(key, 0) for key, v in week.sets_variables.items()}
        chosen |= {v.index: totals.stages.get(key, 0) for key, v in week.stage_variables.items()}
        climber.result.values = zeros | chosen
        self.result = climber.climb(self._steps(climber, "this week"))

    def _climber(self) -> Climber:
        return Climber(
            self.week.poster.model,
            week_variables(self.week),
            self.room,
            self.limits,
            linearization_level=2,
        )

    def _steps(self, climber: Climber, scope: str) -> Iterator[Step]:
        """The tiers of a scope that the week's totals decide."""
        for tier, aims in active_tiers(self.problem):
            if tier.scope == scope and not is_deal_tier(aims):
                yield tier, partial(self._express, climber, tier, aims)

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

    def _margins(self, margin: Margin) -> Iterator[Relation]:
        """A little less than fits: weeks full to the last second or set rarely deal."""
        for group in self.classes if margin.seconds else ():
            most = self.week.limit_seconds(group, margin.seconds)
            yield self.week.class_seconds(group) <= most
            if margin.sets:
                sets = [self.week.sets_in(row, group) for row in self.week.exercises_in(group)]
                fewer = self.sets_tried[group.id] - margin.sets * group.count
                yield self.week.total(sets) <= fewer

    def cut(self, blamed: Blame) -> None:
        """Forbid totals that cannot be dealt, now and in every later climb."""
        self.cuts.append(blamed)
        self.week.poster.model = self._proved
        add_cut(self.week, blamed)

    def totals(self) -> Totals:
        """The totals that the week layer chose."""
        week, value = self.week, self.result.value
        return Totals(
            times={key: value(variable) for key, variable in week.times_variables.items()},
            sets={key: value(variable) for key, variable in week.sets_variables.items()},
            stages={key: value(variable) for key, variable in week.stage_variables.items()},
            ceilings=self._placement_ceilings(),
        )

    def placement(self) -> Placement:
        """Where the week layer put its sessions, and which it made heavy."""
        week, value = self.week, self.result.value
        days = {
            slot.id: day
            for slot in week.slots
            for day in slot.days
            if value(week.placed(slot, day))
        }
        heavy = [slot.id for slot in week.slots if value(week.holds(slot, "heavy_legs"))]
        return Placement(days, frozenset(heavy))

    def narrowed(self) -> WeekLayer:
        """A layer that keeps this one's placement and tells its sessions apart."""
        problem = narrowed(self.problem, self.placement())
        return WeekLayer(problem, distinct_classes(problem), self.limits)

    def _placement_ceilings(self) -> dict[str, int]:
        """How high the deal may leave the tiers about days: totals alone do not fix them."""
        about_days = {
            tier.id
            for tier, aims in active_tiers(self.problem)
            if any(aim.kind == "placement" for aim in aims)
        }
        records = self.result.records
        return {record.id: record.ceiling for record in records if record.id in about_days}

    def deal(self) -> Deal:
        """Deal the chosen totals to the sessions."""
        self.rounds += 1
        totals = self.totals()
        if self.rounds == 1:
            for (_, group), sets in totals.sets.items():
                self.sets_tried[group] = self.sets_tried.get(group, 0) + sets
        self.support.update((row, None) for (row, _), times in totals.times.items() if times)
        return deal(self.problem, totals, self.classes, self.limits)


def week_variables(week: WeekModel) -> list[cp_model.IntVar]:
    """All decisions of the week layer, in the order of their creation."""
    return [
        *week.times_variables.values(),
        *week.sets_variables.values(),
        *week.stage_variables.values(),
        *week.placement_variables(),
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
    in_hand: list[Attempt] = []
    for attempt in _attempts(layer, first):
        if attempt.deal is not None:
            in_hand.append(attempt)
        for made in [attempt] if attempt.deal is not None else in_hand:
            records = _measured_by(attempt.records, made.records)
            plan = _found(problem, made.deal, records, layer.rounds)
            best = min((plan, best or plan), key=_gaps)
            if best.is_proved or any_plan:
                return best
    if best is not None:
        return best
    if layer.result.answer is Answer.INFEASIBLE:
        return NoPlanExists("days")
    return solve_direct(problem, limits)


@dataclass(frozen=True)
class Attempt:
    """A deal that worked, and the records of the climb whose bounds measure it.

    Without a deal, the records measure every deal that came before.
    """

    records: list[TierRecord]
    deal: Deal | None = None


def _attempts(layer: WeekLayer, first: Climb) -> Iterator[Attempt]:
    """Deals to try, the most promising first."""
    yield from _picks(layer, first.records)
    yield from _joint(layer, layer.support, first.records)
    fine = layer.narrowed()
    is_finer = fine.classes != layer.classes or fine.problem.modelled != layer.problem.modelled
    if is_finer and fine.attain(first.records):
        yield from _picks(fine, first.records)
    tolerant = layer.climb(spends_tolerance=True)
    if tolerant.values:
        yield Attempt(tolerant.records)
        yield from _picks(layer, tolerant.records)
        if is_finer and fine.attain(tolerant.records):
            yield from _picks(fine, tolerant.records)
        yield from _joint(layer, {**layer.support, **fine.support}, tolerant.records)
    for margin in MARGINS:
        if layer.climb(margin).values:
            yield from _dealt(layer, first.records)
    for _ in range(CLIMBS_MOST):
        result = layer.climb()
        if not result.values:
            return
        yield from _deals_with_cuts(layer, result)


def _dealt(layer: WeekLayer, proved: list[TierRecord]) -> Iterator[Attempt]:
    """The deal of the layer's totals, if it works."""
    dealt = layer.deal()
    if dealt.climb is not None:
        yield Attempt(_measured_by(proved, layer.result.records), dealt)


def _joint(layer: WeekLayer, support: Iterable[str], proved: list[TierRecord]) -> Iterator[Attempt]:
    """The deal of a week over the exercises tried so far."""
    totals = joint_totals(layer.problem, support, proved, layer.classes, layer.limits)
    if totals is None:
        return
    layer.adopt(totals)
    dealt = layer.deal()
    if dealt.climb is None:
        limited = replace(totals, ceilings=layer.totals().ceilings)
        dealt = deal(layer.problem, limited, layer.classes, layer.limits)
    if dealt.climb is not None:
        yield Attempt(_measured_by(proved, layer.result.records), dealt)


def _picks(layer: WeekLayer, proved: list[TierRecord]) -> Iterator[Attempt]:
    """The deal of a climb, then deals of other totals at the same values."""
    yield from _dealt(layer, proved)
    for margin in MARGINS:
        if layer.pick_again(margin):
            yield from _dealt(layer, proved)


def _measured_by(first: list[TierRecord], own: list[TierRecord]) -> list[TierRecord]:
    """Bounds over all plans from one climb, those of its own week from another."""
    proved = {record.id: record for record in first if record.scope == "all plans"}
    return [proved.get(mine.id, mine) for mine in own]


def _deals_with_cuts(layer: WeekLayer, result: Climb) -> Iterator[Attempt]:
    """Deals of one climb, each failure forbidden before the next; its cuts outlast it."""
    for _ in range(PICKS_MOST):
        dealt = layer.deal()
        if dealt.climb is not None:
            yield Attempt(layer.result.records, dealt)
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


def _found(
    problem: Problem, dealt: Deal | None, records: list[TierRecord], rounds: int
) -> PlanFound:
    """The outcome of a deal that worked."""
    chosen = dealt.chosen if dealt else Chosen()
    every = [*records, *(dealt.climb.records if dealt and dealt.climb else [])]
    return PlanFound(chosen, certify(problem, every, chosen), rounds)
