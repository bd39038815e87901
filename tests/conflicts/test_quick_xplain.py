"""QuickXplain against looking at every subset."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from optimizer.solve.quick_xplain import quick_xplain

ITEMS = range(7)


@st.composite
def clashing_sets(draw: st.DrawFn) -> list[frozenset[int]]:
    """Some sets of items that clash; at least one."""
    sets = st.frozensets(st.sampled_from(ITEMS), min_size=1, max_size=4)
    return draw(st.lists(sets, min_size=1, max_size=5))


def minimal_ones(clashing: list[frozenset[int]]) -> list[frozenset[int]]:
    """Every subset of the items that clashes and of which no part does, by brute force."""
    subsets = [frozenset(c) for size in range(1, 8) for c in combinations(ITEMS, size)]
    clash = [one for one in subsets if any(known <= one for known in clashing)]
    return [one for one in clash if not any(other < one for other in clash)]


@given(clashing=clashing_sets())
def test_the_answer_is_minimal(clashing: list[frozenset[int]]) -> None:
    """What is found clashes, and nothing can be left out of it."""

    def clash(chosen: Sequence[int]) -> bool:
        return any(known <= set(chosen) for known in clashing)

    assert frozenset(quick_xplain(clash, [], list(ITEMS))) in minimal_ones(clashing)


@given(clashing=clashing_sets())
def test_earlier_items_are_preferred(clashing: list[frozenset[int]]) -> None:
    """The last item of the answer comes as early as in any minimal set."""

    def clash(chosen: Sequence[int]) -> bool:
        return any(known <= set(chosen) for known in clashing)

    found = quick_xplain(clash, [], list(ITEMS))
    assert max(found) == min(max(one) for one in minimal_ones(clashing))


def test_a_background_that_clashes_needs_nothing_more() -> None:
    """Then no item is to blame."""
    assert quick_xplain(lambda _: True, ["known"], ["more"]) == []
