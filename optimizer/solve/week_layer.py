"""The week layer: totals by class of sessions, its tiers, and the cuts of failed deals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from ortools.sat.python import cp_model

from optimizer.domain.problem import Problem
from optimizer.domain.rule import Aim
from optimizer.domain.tiers import Tier
from optimizer.model.poster import Expression, Relation
from optimizer.model.scopes import SessionClass
from optimizer.model.week_model import WeekModel
from optimizer.solve.blame import Blame, TotalBound
from optimizer.solve.build import active_tiers, build_week, express, is_deal_tier
from optimizer.solve.day_layer import Deal, Totals, deal, room_of
from optimizer.solve.lexicographic import Climb, Climber, Step
from optimizer.solve.limits import Limits
from optimizer.solve.narrowing import Placement, distinct_classes, narrowed
from optimizer.solve.outcome import (
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

PICK_DETERMINISTIC_SECONDS = 0.4


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
    result: Climb = field(default_factory=Climb)

    def climb(self, margin: Margin = NO_MARGIN, *, spends_tolerance: bool = False) -> Climb:
        """Solve all tiers that the week's totals decide, from the start."""
        self.week = build_week(self.problem, self.classes)
        for cut in self.cuts:
            add_cut(self.week, cut)
        for relation in self._margins(margin):
            self.week.poster.structural(relation)
        self.room = replace(room_of(self.problem), spends_tolerance=spends_tolerance)
        climber = self._climber()
        climber.hints = self.result.values
        self.result = climber.climb(self._steps(climber, "all plans"))
        if self.result.values:
            self._proved = self.week.poster.model.clone()
            self._proved_records = list(self.result.records)
            climber.climb(self._steps(climber, "this week"))
        return self.result

    def attain(
        self,
        records: Iterable[TierRecord],
        hints: Mapping[int, int] | None = None,
        deterministic_seconds: float = PICK_DETERMINISTIC_SECONDS,
    ) -> bool:
        """Find totals within the ceilings that another layer has proved; whether there are any."""
        self.week = build_week(self.problem, self.classes)
        self.room = room_of(self.problem)
        self._proved_records = [record for record in records if record.scope == "all plans"]
        ceilings = {record.id: record.ceiling for record in self._proved_records}
        for tier, aims in active_tiers(self.problem):
            if tier.id in ceilings:
                self.week.poster.structural(express(self.week, aims) <= ceilings[tier.id])
        self._proved = self.week.poster.model
        self.result = Climb(values=dict(hints or {}))
        return self.pick_again(deterministic_seconds=deterministic_seconds)

    def pick_again(
        self,
        margin: Margin = NO_MARGIN,
        deterministic_seconds: float = PICK_DETERMINISTIC_SECONDS,
    ) -> bool:
        """Other totals at the same values of the tiers over all plans; whether there are any."""
        self.week.poster.model = self._proved.clone()
        for relation in self._margins(margin):
            self.week.poster.structural(relation)
        climber = self._climber()
        climber.result.records = list(self._proved_records)
        if not climber.find_any(self.result.values, deterministic_seconds):
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
            guide=self.week.week_seconds(),
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
