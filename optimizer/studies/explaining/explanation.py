"""What an explanation holds; the JSON of ``triplane explain`` is this model."""

from __future__ import annotations

from typing import Literal

from optimizer.domain.exercise import Record
from optimizer.domain.plan import AthleteName, Exclusion, Status, TierResult
from optimizer.domain.plan_diagnosis import ConflictMember, FunnelStep, Repair
from optimizer.studies.comparing.comparison import Demand


class Cost(Record):
    """What one sort of change costs in the ranking of repairs."""

    kind: str
    points: int
    text: str


class Limit(Record):
    """A line that has no room left in the plan."""

    rule: str
    where: str
    text: str
    source: Literal["scenario", "default"]
    path: str | None = None
    file: str | None = None
    line: int | None = None


class OnlyCover(Record):
    """A demand that one exercise alone covers.

    Attributes
    ----------
    demand
        ``muscle``, ``pattern`` or ``plane``.
    id
        Which one.
    exercise
        The exercise.
    scope
        Whether nothing else at hand could cover it, or nothing else in this plan does.
    """

    demand: Literal["muscle", "pattern", "plane"]
    id: str
    exercise: str
    scope: Literal["everything at hand", "this plan"]
    text: str


class TierChange(Record):
    """A tier before and after a change of the scenario."""

    id: str
    unit: str
    before: int
    after: int


class OneMore(Record):
    """What a change of the scenario would buy: the first tier that is better, if any.

    Attributes
    ----------
    gain
        ``better`` if the first tier that differs beyond its tolerance is proved to be; ``none`` if
        it is worse, or no tier differs so much: a longer session is also asked for more. ``no
        plan`` where the change leaves none, ``unknown`` where none was found in time.
    tier
        The first tier that differs beyond its tolerance.
    tiers
        Every tier that differs.
    lets_train
        What the week can then be asked for, and cannot now: no aim measures that.
    """

    kind: Literal["minutes", "item"]
    text: str
    path: str
    yaml: str
    gain: Literal["better", "none", "no plan", "unknown"]
    tier: str | None = None
    tiers: tuple[TierChange, ...] = ()
    lets_train: tuple[Demand, ...] = ()


class Explanation(Record):
    """Why a scenario has no plan, or what shapes the plan that it has."""

    format: Literal[1] = 1
    scenario: str
    athlete: AthleteName
    status: Status
    stopped_by: str | None = None
    conflict: tuple[ConflictMember, ...] = ()
    conflict_is_minimal: bool | None = None
    repairs: tuple[Repair, ...] = ()
    costs: tuple[Cost, ...] = ()
    limits: tuple[Limit, ...] = ()
    only: tuple[OnlyCover, ...] = ()
    worth: tuple[OneMore, ...] = ()
    tiers: tuple[TierResult, ...] = ()
    funnel: tuple[FunnelStep, ...] = ()
    excluded: tuple[Exclusion, ...] = ()
