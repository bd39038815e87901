"""What muscles and planes lose and gain from one plan to another."""

from __future__ import annotations

from typing import Literal

from optimizer.domain.exercise import Record
from optimizer.domain.plan_coverage import Coverage


class CoverageChange(Record):
    """Weekly sets of a muscle, or weekly credit of a plane, before and after."""

    kind: Literal["muscle", "plane"]
    id: str
    before: float
    after: float
    floor: float
    target: float

    @property
    def difference(self) -> float:
        """What is gained; negative where it is lost."""
        return self.after - self.before


def coverage_changes(before: Coverage, after: Coverage) -> tuple[CoverageChange, ...]:
    """Muscles and planes that get more or less than before, losses first."""
    muscles = {one.id: one.sets for one in before.muscles}
    planes = {one.id: one.credit for one in before.planes}
    found = [
        CoverageChange(
            kind="muscle",
            id=one.id,
            before=muscles[one.id],
            after=one.sets,
            floor=one.floor,
            target=one.target,
        )
        for one in after.muscles
        if muscles.get(one.id, one.sets) != one.sets
    ]
    found += [
        CoverageChange(
            kind="plane",
            id=one.id,
            before=planes[one.id],
            after=one.credit,
            floor=one.floor,
            target=one.target,
        )
        for one in after.planes
        if planes.get(one.id, one.credit) != one.credit
    ]
    return tuple(sorted(found, key=lambda one: one.difference))
