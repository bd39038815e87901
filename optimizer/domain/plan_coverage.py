"""What a plan trains, against what it must and should: its part of the plan document."""

from __future__ import annotations

from optimizer.domain.exercise import Record


class MuscleFeed(Record):
    """What one item gives a muscle, in fractional sets."""

    item: str
    sets: float


class PlaneFeed(Record):
    """What one item gives a plane, in credits."""

    item: str
    credit: float


class PatternFeed(Record):
    """An item of a pattern group with its sets."""

    item: str
    sets: int


class MuscleCoverage(Record):
    """Weekly fractional sets of a muscle against its floor and target, and what feeds it."""

    id: str
    sets: float
    direct_sets: float
    floor: float
    target: float
    fed_by: tuple[MuscleFeed, ...] = ()


class PlaneCoverage(Record):
    """Weekly credit of a plane from working items, and what feeds it."""

    id: str
    credit: float
    floor: float
    target: float
    fed_by: tuple[PlaneFeed, ...] = ()


class PatternCoverage(Record):
    """Items of a pattern group in the week, and which they are."""

    id: str
    items: int
    floor: int
    fed_by: tuple[PatternFeed, ...] = ()


class MobilityCoverage(Record):
    """Weekly minutes of mobility work for an area against its target."""

    id: str
    minutes: float
    target: float


class Coverage(Record):
    """What the week trains, against what it must and should."""

    muscles: tuple[MuscleCoverage, ...] = ()
    planes: tuple[PlaneCoverage, ...] = ()
    patterns: tuple[PatternCoverage, ...] = ()
    mobility: tuple[MobilityCoverage, ...] = ()
    compound_share: float = 0.0
    unilateral_share: float = 0.0
