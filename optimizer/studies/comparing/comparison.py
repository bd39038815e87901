"""What a comparison of several weeks found, column by column."""

from __future__ import annotations

from typing import Literal

from optimizer.domain.changes import Change, Changes
from optimizer.domain.exercise import Record
from optimizer.domain.plan import Plan, Status
from optimizer.domain.scenario import Stock
from optimizer.studies.coverage_changes import CoverageChange
from optimizer.studies.tier_costs import TierCost


class Because(Record):
    """A change, with what forces it by itself; empty where only its number is forced."""

    change: Change
    because: str = ""


class Difference(Record):
    """How the week of a column differs from that of the first column with a plan.

    Attributes
    ----------
    against
        Name of the other column.
    changes
        All of it, with whether no week that is as good has fewer changes.
    changes_least
        Changes that every week of the column needs that is as good as its best: proved.
    forced
        The changes of the week that is shown, with what forces each.
    free
        Changes of the best week of the column found on its own that the week shown does without:
        what they take away can stay at no loss.
    coverage
        Muscles and planes that get more or less.
    """

    against: str
    changes: Changes
    changes_least: int
    forced: tuple[Because, ...] = ()
    free: tuple[Change, ...] = ()
    coverage: tuple[CoverageChange, ...] = ()


class AimCost(Record):
    """One aim of the tier that decides, in the better week and in the other one."""

    id: str
    better: int
    worse: int


class Demand(Record):
    """Something that a week is asked for only where its equipment allows it.

    ``pattern``: an exercise of a pattern group. ``loaded``: main lifts of a group with a load.
    ``lift``: a lift on two legs, ``loaded`` or ``heavy`` (barbell, leg press). ``like``: an
    exercise that the athlete likes.
    """

    kind: Literal["pattern", "loaded", "lift", "like"]
    id: str


class Standing(Record):
    """Where a column stands against the best one.

    Attributes
    ----------
    against
        Name of the best column.
    deciding
        The first tier over all plans that differs by more than its tolerance, the best column
        before, this one after; None where there is none.
    proved
        Whether it is proved that no week of this column reaches what the best column does in that
        tier; where no tier differs, whether both columns are proved.
    paid
        Earlier tiers in which the best column is worse, within their tolerance.
    is_trade
        Whether it pays so much there that this column might do the same for as much.
    aims
        Aims of the deciding tier that differ.
    short
        Muscles and planes that stay under floor or target here, and get more in the best column.
    lacks
        Items that the better week uses and this column's places lack, by place.
    asks_less, asks_more
        What only the best column is asked for, and what only this one is: such demands are no
        part of the aims of the other, so that the aims alone do not tell which is better.
    lets_in, keeps_out
        Exercises that only this column can use, and that only the best one can.
    """

    against: str
    tiers: tuple[TierCost, ...] = ()
    deciding: TierCost | None = None
    proved: bool = False
    paid: tuple[TierCost, ...] = ()
    is_trade: bool = False
    aims: tuple[AimCost, ...] = ()
    short: tuple[CoverageChange, ...] = ()
    lacks: dict[str, tuple[str, ...]] = {}
    asks_less: tuple[Demand, ...] = ()
    asks_more: tuple[Demand, ...] = ()
    lets_in: int = 0
    keeps_out: int = 0

    @property
    def relation(self) -> Literal["tie", "worse", "trade", "asked less", "apart"]:
        """``asked less``: the best column is asked for more; ``apart``: each for something else.

        ``trade``: each is better in a tier, within the tolerance in the earlier one.
        """
        if self.asks_more:
            return "apart"
        if self.asks_less:
            return "asked less"
        if self.deciding is None:
            return "tie"
        return "trade" if self.is_trade or self.deciding.cost < 0 else "worse"


class Column(Record):
    """One scenario of a comparison with its week.

    Attributes
    ----------
    equipment
        What each place in use has, fixtures left out.
    status
        That of the best week.
    plan
        The week that is shown: of those that are as good as the best, one with few changes
        against the first column; or why there is none.
    best
        The best week found without looking at the others; None where it is the one shown.
    shares_solve_with
        Name of an earlier column that is the same problem, so that it needed no solve.
    """

    name: str
    scenario: str
    equipment: dict[str, dict[str, Stock]]
    status: Status
    plan: Plan
    best: Plan | None = None
    shares_solve_with: str | None = None
    difference: Difference | None = None
    standing: Standing | None = None

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


class Comparison(Record):
    """Several weeks side by side.

    Attributes
    ----------
    kind
        Whether one scenario is compared under several kits, or several scenarios.
    best
        Name of the column that no other one beats; the earliest of several. None without plans.
        A column that is asked for everything that another is, and more, is before that one;
        columns that are asked for the same are told apart by the tiers.
    solves, re_solves
        Problems that were solved, and searches for weeks near to the first column's.
    shared
        Columns that needed no solve, as an equal problem was solved before.
    tolerances
        How far from the best a week may stay in each tier, in the tier's unit.
    effort
        Run times.
    """

    format: Literal[1] = 1
    kind: Literal["kits", "scenarios"] = "kits"
    columns: tuple[Column, ...]
    best: str | None = None
    solves: int = 0
    shared: int = 0
    re_solves: int = 0
    tolerances: dict[str, int] = {}
    effort: dict[str, float] = {}

    def column(self, name: str) -> Column:
        """The column of this name; raises KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)
