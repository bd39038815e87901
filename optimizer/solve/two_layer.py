"""Decide the week, then deal it to the days; return what cannot be dealt as a cut."""

from __future__ import annotations

from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from optimizer.domain.problem import Problem
from optimizer.model.scopes import SessionClass
from optimizer.model.week_model import WeekModel
from optimizer.solve.blame import Blame, blame
from optimizer.solve.build import active_tiers, build_week, express, session_classes
from optimizer.solve.cp_sat import Answer
from optimizer.solve.day_layer import Deal, Totals, deal
from optimizer.solve.direct import solve_direct
from optimizer.solve.lexicographic import Climb, climb
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import NoPlanExists, NoPlanFound, Outcome, PlanFound, TierRecord

ROUNDS_MOST = 12
"""Rounds of week and deal before the direct model is asked."""


@dataclass
class WeekLayer:
    """The week layer with the cuts that failed deals have returned to it."""

    problem: Problem
    classes: tuple[SessionClass, ...]
    limits: Limits
    cuts: list[Blame] = field(default_factory=list)

    def solve(self) -> tuple[WeekModel, Climb]:
        """All tiers that the week's totals decide."""
        week = build_week(self.problem, self.classes)
        for cut in self.cuts:
            add_cut(week, cut)
        steps = [
            (tier, lambda aims=aims: express(week, aims))  # type: ignore[misc]
            for tier, aims in active_tiers(self.problem)
            if not aims[0].is_day_aim
        ]
        variables = week_variables(week)
        sessions = len(self.problem.slots)
        return week, climb(week.poster.model, steps, sessions, self.limits, variables)


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
        table = week.times_variables if total.kind == "times" else week.sets_variables
        variable = table[total.exercise, total.group]
        changed = model.new_bool_var(f"changed {total}")
        if total.at_least:
            model.add(variable <= total.value - 1).only_enforce_if(changed)
        else:
            model.add(variable >= total.value + 1).only_enforce_if(changed)
        ways_out.append(changed)
    model.add_bool_or(ways_out)


def totals_of(week: WeekModel, result: Climb) -> Totals:
    """The totals that the week layer chose."""
    return Totals(
        times={key: result.value(variable) for key, variable in week.times_variables.items()},
        sets={key: result.value(variable) for key, variable in week.sets_variables.items()},
    )


def solve_two_layer(problem: Problem, limits: Limits) -> Outcome:
    """Best plan of a problem, with proofs over all plans for the tiers of the week layer."""
    classes = session_classes(problem)
    layer = WeekLayer(problem, classes, limits)
    climbed: Climb | None = None
    for rounds in range(1, ROUNDS_MOST + 1):
        week, climbed = layer.solve()
        if climbed.answer is Answer.INFEASIBLE:
            return NoPlanExists("week" if not layer.cuts else "day")
        if not climbed.values:
            return NoPlanFound("time limit")
        totals = totals_of(week, climbed)
        dealt = deal(problem, totals, classes, limits)
        if dealt.climb is not None:
            return found(dealt, climbed, rounds)
        if dealt.answer is not Answer.INFEASIBLE:
            break
        cut = blame(problem, totals, classes, limits)
        if cut is None:
            break
        layer.cuts.append(cut)
    return solve_direct(problem, limits, bounds=climbed.records if climbed else ())


def found(dealt: Deal, climbed: Climb, rounds: int) -> PlanFound:
    """The outcome of a deal that worked."""
    records: list[TierRecord] = [*climbed.records, *(dealt.climb.records if dealt.climb else [])]
    proved = all(record.value <= record.bound + record.tolerance for record in records)
    return PlanFound(
        chosen=dealt.chosen,
        stages=dealt.stages,
        tiers=tuple(record.result(record.value) for record in records),
        rounds=rounds,
        stopped_by=None if proved else "deterministic time limit",
    )
