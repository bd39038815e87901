"""Searches among sets of items by bounds, not by trying every set; knows nothing of training.

Everything it needs to know about sets comes from an oracle. ``values`` is dear: it solves.
``may_beat`` and ``may_match`` are cheap and may only say no with a proof.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Generic, Protocol, TypeVar

PATIENCE = 100
"""Groups of sets that a search for a budget looks at, unless it is told otherwise."""

Member = TypeVar("Member", bound=Hashable)
Value = TypeVar("Value")
Asked_contra = TypeVar("Asked_contra", bound=Hashable, contravariant=True)


class Oracle(Protocol[Asked_contra, Value]):
    """What is known about sets of members."""

    def kind(self, members: frozenset[Asked_contra]) -> Hashable:
        """Equal for sets of equal value."""

    def only_adds(self, least: frozenset[Asked_contra], most: frozenset[Asked_contra]) -> bool:
        """Whether no set from the least to the most can do more than the most itself."""

    def values(self, sets: Sequence[frozenset[Asked_contra]]) -> list[Value]:
        """The value of each set."""

    def is_better(self, new: Value, old: Value) -> bool:
        """Whether a value is certainly better than another."""

    def matches(self, new: Value, old: Value) -> bool:
        """Whether a value is as good as another."""

    def may_beat(
        self, least: frozenset[Asked_contra], most: frozenset[Asked_contra], rival: Value
    ) -> bool:
        """Whether a set from the least to the most may be better; no is a proof."""

    def may_match(
        self, least: frozenset[Asked_contra], most: frozenset[Asked_contra], rival: Value
    ) -> bool:
        """Whether a set from the least to the most may be as good; no is a proof."""


def pairs_to_ask(
    ranked: Sequence[Member], oracle: Oracle[Member, Value]
) -> list[tuple[Member, Member]]:
    """Pairs that are like no single member, the first of each kind.

    Parameters
    ----------
    ranked
        Members, the best ones first.
    """
    seen = {oracle.kind(frozenset({one})) for one in ranked}
    pairs = []
    for pair in combinations(ranked, 2):
        kind = oracle.kind(frozenset(pair))
        if kind not in seen:
            seen.add(kind)
            pairs.append(pair)
    return pairs


def may_be_worth_more(
    pair: tuple[Member, Member], alone: Mapping[Member, Value], oracle: Oracle[Member, Value]
) -> bool:
    """Whether a pair may be better than either member alone; no is a proof."""
    both = frozenset(pair)
    return all(oracle.may_beat(both, both, alone[one]) for one in pair)


@dataclass
class BudgetSearch(Generic[Member, Value]):
    """The best set that a budget pays for, and then the cheapest that is as good.

    Parameters
    ----------
    order
        Members by the order in which they are decided: those that matter most first.
    price
        What each member costs.
    budget
        The most that a set may cost.
    patience
        Groups of sets that are looked at before the search gives up its proof.
    """

    order: Sequence[Member]
    price: Mapping[Member, int]
    budget: int
    oracle: Oracle[Member, Value]
    patience: int = PATIENCE
    solved: dict[frozenset[Member], Value] = field(default_factory=dict)

    def run(
        self, start: Value, known: Mapping[frozenset[Member], Value] | None = None
    ) -> tuple[frozenset[Member], Value]:
        """The set and its value.

        Parameters
        ----------
        start
            The value of the empty set.
        known
            Values of other sets that are at hand.
        """
        self._best: tuple[frozenset[Member], Value] = (frozenset(), start)
        for members, value in (known or {}).items():
            self.solved[members] = value
            if self.cost(members) <= self.budget:
                self._try_better(members)
        self._look(self._may_beat, self._try_better)
        self._goal = self._best[1]
        if self._best[0]:
            self._look(self._may_be_cheaper, self._try_cheaper)
        return self._best

    @property
    def is_proved(self) -> bool:
        """Whether every other set was ruled out."""
        return self.patience > 0

    def cost(self, members: frozenset[Member]) -> int:
        """What a set costs."""
        return sum(self.price[one] for one in members)

    def _look(
        self,
        is_open: Callable[[frozenset[Member], frozenset[Member]], bool],
        tries: Callable[[frozenset[Member]], bool],
    ) -> None:
        """Go through all sets between nothing and everything, group by group.

        A group lies between a set of members that are in and the same with all that are
        undecided and not too dear. It is left where nothing in it is open, or where its largest
        set was tried, whatever it costs, and nothing smaller can do more.
        """
        waiting: list[tuple[frozenset[Member], tuple[Member, ...]]] = [
            (frozenset(), tuple(self.order))
        ]
        while waiting and self.patience > 0:
            self.patience -= 1
            inside, undecided = waiting.pop()
            left = self.budget - self.cost(inside)
            undecided = tuple(one for one in undecided if self.price[one] <= left)
            most = inside.union(undecided)
            if not is_open(inside, most):
                continue
            only_adds = self.oracle.only_adds(inside, most)
            if only_adds or self.cost(most) <= self.budget:
                smaller_may_do = tries(most)
                if only_adds and not smaller_may_do:
                    continue
            if undecided:
                waiting.append((inside, undecided[1:]))
                waiting.append((inside | {undecided[0]}, undecided[1:]))

    def _value(self, members: frozenset[Member]) -> Value:
        if members not in self.solved:
            self.solved[members] = self.oracle.values([members])[0]
        return self.solved[members]

    def _may_beat(self, least: frozenset[Member], most: frozenset[Member]) -> bool:
        return self.oracle.may_beat(least, most, self._best[1])

    def _try_better(self, members: frozenset[Member]) -> bool:
        """Take the set if it is better and not too dear; whether one inside it may be better."""
        value = self._value(members)
        if not self.oracle.is_better(value, self._best[1]):
            return False
        if self.cost(members) > self.budget:
            return True
        self._best = (members, value)
        return False

    def _may_be_cheaper(self, least: frozenset[Member], most: frozenset[Member]) -> bool:
        if self.cost(least) >= self.cost(self._best[0]):
            return False
        return self.oracle.may_match(least, most, self._goal)

    def _try_cheaper(self, members: frozenset[Member]) -> bool:
        """Take the set if it is as good and cheaper; a set inside it may be as good, too."""
        is_as_good = self.oracle.matches(self._value(members), self._goal)
        if is_as_good and self.cost(members) < self.cost(self._best[0]):
            self._best = (members, self._value(members))
        return is_as_good
