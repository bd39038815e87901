"""Decides week and days at once over the few exercises that the week layer has tried.

A week that is full to the second is a packing problem, which totals cannot see. Over two dozen
exercises the direct model solves it; the tiers that the week layer proved are only kept within
their ceilings, not solved again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from optimizer.domain.problem import Problem
from optimizer.model.scopes import SessionClass
from optimizer.solve.build import active_tiers, build_direct, express
from optimizer.solve.day_layer import Totals, class_totals, day_variables, prepared, room_of
from optimizer.solve.direct import strengthen
from optimizer.solve.lexicographic import Climber
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import TierRecord

DETERMINISTIC_SECONDS = 1.0


def joint_totals(
    problem: Problem,
    support: Iterable[str],
    records: Sequence[TierRecord],
    classes: tuple[SessionClass, ...],
    limits: Limits,
) -> Totals | None:
    """Totals of a few exercises that can be dealt within the ceilings of some tiers."""
    tried = set(support)
    rows = tuple(row for row in problem.candidates if row.id in tried)
    days, week = build_direct(problem, classes, exercises=rows)
    strengthen(problem, days, week)
    ceilings = {record.id: record.ceiling for record in records if record.scope == "all plans"}
    for tier, aims in active_tiers(problem):
        if tier.id in ceilings:
            days.poster.structural(express(week, aims) <= ceilings[tier.id])
    model = days.poster.model
    climber = Climber(model, day_variables(days), room_of(problem), limits)
    if not climber.find_any({}, DETERMINISTIC_SECONDS):
        return None
    keys = [(row, group) for group in classes for row in week.exercises_in(group)]
    both = {(row.id, group.id): class_totals(days, row, group) for row, group in keys}
    stages = {
        (group.id, stage): climber.value_of(prepared(days, group, stage))
        for group in classes
        for stage in range(1, len(problem.preparation_of(group.slots[0])))
    }
    return Totals(
        times={key: climber.value_of(times) for key, (times, _) in both.items()},
        sets={key: climber.value_of(sets) for key, (_, sets) in both.items()},
        stages=stages,
    )
