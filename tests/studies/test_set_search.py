"""The searches among sets find what trying every set finds, with fewer values asked for."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from optimizer.studies.buying.set_search import BudgetSearch, may_be_worth_more, pairs_to_ask

Members = frozenset[int]


@dataclass
class Made:
    """A worth that never falls with more members: the sum of the bonuses of complete groups.

    A question says no wherever the largest set is not better, but for those that it leaves open.
    """

    count: int
    bonuses: Mapping[Members, int]
    left_open: frozenset[Members] = frozenset()
    asked: set[Members] = field(default_factory=set)

    def worth(self, members: Members) -> int:
        """The worth of a set."""
        return sum(bonus for group, bonus in self.bonuses.items() if group <= members)

    def every(self) -> list[Members]:
        """All sets."""
        return [
            frozenset(some)
            for size in range(self.count + 1)
            for some in combinations(range(self.count), size)
        ]

    def values(self, sets: Sequence[Members]) -> list[int]:
        """The worth of each set, remembered as asked."""
        self.asked.update(sets)
        return [self.worth(one) for one in sets]

    def kind(self, members: Members) -> Hashable:
        """Members that stand in no group change nothing."""
        return frozenset(one for one in members if any(one in group for group in self.bonuses))

    def is_better(self, new: int, old: int) -> bool:
        """More is better."""
        return new > old

    def matches(self, new: int, old: int) -> bool:
        """At least as much."""
        return new >= old

    def only_adds(self, least: Members, most: Members) -> bool:
        """Always: the worth never falls."""
        return least <= most

    def may_beat(self, least: Members, most: Members, rival: int) -> bool:
        """Whether the largest set is better, or the question is left open."""
        return most in self.left_open or self.worth(most) > rival

    def may_match(self, least: Members, most: Members, rival: int) -> bool:
        """Whether the largest set is as good, or the question is left open."""
        return most in self.left_open or self.worth(most) >= rival


@st.composite
def made(draw: st.DrawFn) -> Made:
    """Up to seven members with bonuses for some groups of one to three."""
    count = draw(st.integers(1, 7))
    groups = st.frozensets(st.integers(0, count - 1), min_size=1, max_size=3)
    bonuses = draw(st.dictionaries(groups, st.integers(1, 9), max_size=6))
    some = st.frozensets(st.integers(0, count - 1))
    return Made(count, bonuses, draw(st.frozensets(some, max_size=5)))


@given(made())
def test_pairs_are_those_of_trying_every_pair(case: Made) -> None:
    """Every kind of pair that beats both its members is found, with no more values than pairs."""
    alone = {one: case.worth(frozenset({one})) for one in range(case.count)}
    ranked = sorted(alone, key=lambda one: (-alone[one], one))
    pairs = pairs_to_ask(ranked, case)
    found = {
        case.kind(frozenset(pair))
        for pair in pairs
        if may_be_worth_more(pair, alone, case)
        and all(case.worth(frozenset(pair)) > alone[one] for one in pair)
    }
    tried = {
        case.kind(frozenset(pair))
        for pair in combinations(range(case.count), 2)
        if all(case.worth(frozenset(pair)) > alone[one] for one in pair)
    }
    assert found == tried
    assert len(pairs) <= case.count * (case.count - 1) // 2


@given(made(), st.data())
def test_a_budget_buys_what_trying_every_set_buys(case: Made, data: st.DataObject) -> None:
    """The most worth that the budget pays for, at the least price; no set is valued twice."""
    prices = {one: data.draw(st.integers(0, 6), label="price") for one in range(case.count)}
    budget = data.draw(st.integers(0, 15), label="budget")
    order = data.draw(st.permutations(range(case.count)), label="order")
    search = BudgetSearch(order, prices, budget, case, patience=10_000)
    bought, worth = search.run(0)
    payable = [one for one in case.every() if search.cost(one) <= budget]
    best = max(case.worth(one) for one in payable)
    assert worth == case.worth(bought) == best
    assert search.is_proved
    least = min(search.cost(one) for one in payable if case.worth(one) == best)
    assert search.cost(bought) == least
    assert len(case.asked) <= 2**case.count


@given(made(), st.data())
def test_without_patience_nothing_is_claimed(case: Made, data: st.DataObject) -> None:
    """A search that ends early returns a set that the budget pays for, and no proof."""
    prices = {one: data.draw(st.integers(1, 6)) for one in range(case.count)}
    search = BudgetSearch(tuple(range(case.count)), prices, 8, case, patience=1)
    bought, worth = search.run(0)
    assert search.cost(bought) <= 8
    assert worth == case.worth(bought)
    assert not search.is_proved


@given(made())
def test_what_is_known_is_not_asked_again(case: Made) -> None:
    """The best of the known sets is where the search starts."""
    known = {one: case.worth(one) for one in case.every() if len(one) == 1}
    prices = dict.fromkeys(range(case.count), 1)
    search = BudgetSearch(tuple(range(case.count)), prices, 1, case, patience=10_000)
    _, worth = search.run(0, known)
    assert worth == max([0, *known.values()])
    assert not case.asked & set(known)
