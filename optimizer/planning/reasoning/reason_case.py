"""An item of a plan, and what its reasons are told from."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Plan, PlannedItem
from optimizer.domain.plan_coverage import MuscleCoverage, PlaneCoverage
from optimizer.domain.problem import Problem


@dataclass(frozen=True)
class Case:
    """An item of a plan whose coverage is known."""

    problem: Problem
    plan: Plan
    item: PlannedItem

    @cached_property
    def row(self) -> Exercise:
        """The item's exercise."""
        return self.problem.catalog.exercise_by_id[self.item.exercise]

    @cached_property
    def muscles(self) -> tuple[tuple[MuscleCoverage, float], ...]:
        """Muscles that the item feeds, with the sets it gives them; most first, then by tier."""
        tiers = {muscle.id: muscle.tier for muscle in self.problem.catalog.muscles}
        found = [
            (muscle, feed.sets)
            for muscle in self.plan.coverage.muscles
            for feed in muscle.fed_by
            if feed.item == self.item.id
        ]
        return tuple(sorted(found, key=lambda pair: (-pair[1], tiers[pair[0].id])))

    @cached_property
    def planes(self) -> tuple[tuple[PlaneCoverage, float], ...]:
        """Planes that the item feeds, with the credit it gives them."""
        return tuple(
            (plane, feed.credit)
            for plane in self.plan.coverage.planes
            for feed in plane.fed_by
            if feed.item == self.item.id
        )

    def groups(self, *, primary: bool) -> tuple[str, ...]:
        """Pattern groups that the exercise serves, with its primary pattern alone or with any."""
        mine = (self.row.pattern.primary,) if primary else self.row.pattern.every
        return tuple(
            group.id
            for group in self.problem.catalog.pattern_groups
            if not set(mine).isdisjoint(group.patterns)
        )

    def muscle_name(self, muscle: str) -> str:
        """A muscle as the catalog calls it."""
        return self.problem.catalog.muscle_by_id[muscle].name

    def group_name(self, group: str) -> str:
        """A pattern group as the catalog calls it."""
        return self.problem.catalog.group_by_id[group].name

    def sets_needed(self, given: float, wanted: float) -> int:
        """Least of the item's sets that give this much of what it gives."""
        return min(self.item.sets, math.ceil(wanted * self.item.sets / given - 1e-9))
