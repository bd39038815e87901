"""What the study of worth found: single items, losses, pairs, and the best set for a budget."""

from __future__ import annotations

from typing import Literal

from optimizer.domain.exercise import Record
from optimizer.domain.plan import AthleteName, Plan, Status
from optimizer.studies.buying.item_sets import ItemSet
from optimizer.studies.buying.reached import Gain, Reached
from optimizer.studies.comparing.comparison import Demand

ShownBy = Literal["equal problem", "bound", "solve"]


class SetWorth(Record):
    """What some items gain, or what the loss of one costs.

    Attributes
    ----------
    items
        What is bought or lost.
    gain
        How the best week changes. ``same`` and ``proved``: it is proved that nothing is gained
        beyond the tolerances.
    shown_by
        ``equal problem`` if the items change nothing at all, ``bound`` if a bound rules a gain
        out, ``solve`` if the week was solved.
    reached
        What the best week reaches with the items or a part of them, or after the loss.
    demands
        What can be trained only with the items, or no longer after the loss.
    lets_in
        Working exercises that only the items let in, or that go with them.
    price
        What the pieces cost together; None where not every one has a price.
    plan
        The best week with the items where it is better, or after a loss that matters.
    """

    items: ItemSet
    gain: Gain
    shown_by: ShownBy
    reached: Reached
    demands: tuple[Demand, ...] = ()
    lets_in: tuple[str, ...] = ()
    price: float | None = None
    plan: Plan | None = None


class Purchase(Record):
    """The best set that a budget pays for; no items where none is worth its money.

    Attributes
    ----------
    proved
        Whether every other set that the budget pays for was ruled out: none is better beyond
        the tolerances, and none that is as good is cheaper.
    unpriced
        Items that could be bought but have no price, and were left out.
    """

    budget: float
    best: SetWorth
    proved: bool
    unpriced: ItemSet = ()


class Counts(Record):
    """How much was asked of the solver.

    Attributes
    ----------
    items, pairs, sets
        How many single items, pairs and sets of any size could be bought.
    solves
        Weeks that were solved; ``shared`` ones had been solved before in other words.
    questions
        Quick questions whether any week could be better, which cost a fraction of a solve.
    """

    items: int
    pairs: int
    sets: int
    solves: int
    shared: int
    questions: int


class KitWorth(Record):
    """The worth of every item that could be bought and of every item that is owned.

    Attributes
    ----------
    status
        That of the scenario's own plan; where it is ``unknown``, nothing else was asked.
    pairs
        Pairs that are proved to be better than either item alone, the best first.
    pairs_proved
        Whether it is proved that there are no others.
    effort
        Run times of the parts in seconds.
    """

    format: Literal[1] = 1
    scenario: str
    athlete: AthleteName
    status: Status
    places: tuple[str, ...]
    currency: str | None = None
    reached: Reached
    plan: Plan
    items: tuple[SetWorth, ...] = ()
    losses: tuple[SetWorth, ...] = ()
    pairs: tuple[SetWorth, ...] = ()
    pairs_proved: bool = False
    purchase: Purchase | None = None
    counts: Counts
    effort: dict[str, float] = {}
