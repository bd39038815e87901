"""What a frontier found: a week for each step, what each step buys, and the corner points."""

from __future__ import annotations

from typing import Literal

from optimizer.domain.exercise import Record
from optimizer.domain.plan import Plan, Status, TierResult
from optimizer.studies.coverage_changes import CoverageChange
from optimizer.studies.tier_costs import TierCost

Goal = Literal["plan", "within_tolerance", "covered"]
GOALS: tuple[Goal, ...] = ("plan", "within_tolerance", "covered")
"""A plan exists; no target is short beyond the tier's tolerance; no target is short at all."""


class Purchase(Record):
    """What a step buys over the one before.

    Attributes
    ----------
    against
        Minutes or sessions of the step before.
    kind
        ``plan``: the first week at all; ``no_plan``: there is none, though there was one;
        ``better``, ``worse``: told by the tier that decides; ``nothing``: no tier over all plans
        differs beyond its tolerance; ``unknown``: no plan was found in time on one side.
    tiers
        The step before with this one, tier by tier.
    deciding
        The first tier over all plans that differs by more than its tolerance.
    proved
        Whether it is proved that the step before cannot have as much.
    is_same_measure
        Whether every week of the step before is a week of this one too, no farther from its
        targets; where not, each is measured by its own demands, and nothing of it is proved.
    gains
        Muscles and planes that were short of their target, and get more.
    """

    against: int
    kind: Literal["plan", "no_plan", "better", "worse", "nothing", "unknown"]
    tiers: tuple[TierCost, ...] = ()
    deciding: TierCost | None = None
    proved: bool = False
    is_same_measure: bool = False
    gains: tuple[CoverageChange, ...] = ()


class Step(Record):
    """The best week with so many minutes a session, or so many sessions.

    Attributes
    ----------
    number
        Minutes of every session, or sessions of the week.
    offered_seconds
        Limits of all sessions together.
    asks_otherwise
        Whether something else is asked for than at the step before, besides the limit.
    buys
        None at the first step.
    """

    number: int
    status: Status
    plan: Plan
    offered_seconds: int
    asks_otherwise: bool = False
    buys: Purchase | None = None

    @property
    def has_plan(self) -> bool:
        """Whether there is a week."""
        return self.status in ("optimal", "feasible")

    @property
    def seconds(self) -> int:
        """Training time of the week in seconds."""
        return self.plan.seconds

    @property
    def exercises(self) -> tuple[str, ...]:
        """Ids of the working exercises of the week, each once, in training order."""
        return self.plan.exercises

    @property
    def sets(self) -> int:
        """Working sets of the week."""
        return self.plan.sets


class Probe(Record):
    """A number between the steps that was solved for the corner points."""

    number: int
    status: Status
    tiers: tuple[TierResult, ...] = ()


class Corner(Record):
    """The least number of the range that reaches a goal.

    Attributes
    ----------
    number
        None where none of the range was found to reach it.
    proved
        Whether every smaller number of the range, or every one of it, is proved to miss it.
    open
        Smaller numbers for which that is not proved.
    fails_again
        Greater numbers that were solved and are proved to miss it: more is asked for there.
    """

    goal: Goal
    number: int | None
    proved: bool
    open: tuple[int, ...] = ()
    fails_again: tuple[int, ...] = ()


class OtherDemand(Record):
    """Something that is asked for from a number on, otherwise than with one less.

    ``about``: ``preparation``, ``cool_down``, ``rolling``, ``whole_body``, ``planes``,
    ``plane_credits``, ``main_lifts``, ``certain_lifts``, ``near_runs``.
    """

    number: int
    about: str
    text: str


class Frontier(Record):
    """Weeks with rising minutes or sessions, and where it starts to be enough.

    Attributes
    ----------
    over
        Whether the minutes of every session rise, or the number of sessions.
    session_minutes
        Minutes of a session; None where they rise.
    sessions_most
        Sessions that take place at most, as the phase of the season has it.
    probes
        Numbers between the steps that were solved for the corner points.
    demands
        From where on something else is asked for, so that more may be worse.
    solves, corner_solves
        Problems that were solved for the steps, and for the corner points besides.
    shared
        Answers that needed no solve, as an equal problem was solved before.
    tolerances
        How far from the best a week may stay in each tier, in the tier's unit.
    effort
        Run times.
    """

    format: Literal[1] = 1
    kind: Literal["frontier"] = "frontier"
    over: Literal["minutes", "sessions"]
    scenario: str
    session_minutes: int | None = None
    sessions_most: int
    steps: tuple[Step, ...]
    probes: tuple[Probe, ...] = ()
    corners: tuple[Corner, ...] = ()
    demands: tuple[OtherDemand, ...] = ()
    solves: int = 0
    corner_solves: int = 0
    shared: int = 0
    tolerances: dict[str, int] = {}
    effort: dict[str, float] = {}

    def corner(self, goal: Goal) -> Corner:
        """The corner point of a goal."""
        return next(one for one in self.corners if one.goal == goal)
