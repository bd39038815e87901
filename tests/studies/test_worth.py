"""The worth of items equals that of trying every set, on a small inventory."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

import pytest

from optimizer.domain.scenario import Scenario
from optimizer.errors import InputError
from optimizer.planning.problems import build_problem
from optimizer.reading.price_reader import PriceFile
from optimizer.studies.buying.equipment_oracle import EquipmentOracle
from optimizer.studies.buying.item_sets import Item, to_buy, to_lose, with_items, without_item
from optimizer.studies.buying.kit_worth import KitWorth
from optimizer.studies.buying.reached import DEMANDS, Gain, Reached, gain, is_better, matches
from optimizer.studies.buying.worth import WorthOptions, worth
from optimizer.studies.solved import SolvedProblems
from tests.worlds import scenario, session, small_catalog

PRICES = PriceFile(
    format=1,
    currency="EUR",
    prices={
        "slider": 5,
        "step": 20,
        "chair": 30,
        "dumbbell": 25,
        "resistance_band": 15,
        "mini_band": 10,
        "barbell": 200,
    },
)
BUDGET = 70.0


@cache
def bare_week() -> Scenario:
    """Two sessions with nothing but a stair and, for the loss, a band."""
    places = {"bare": {"kit": "bodyweight", "equipment": {"mini_band": 1}}}
    sessions = (session("mon", 40, place="bare"), session("thu", 40, place="bare"))
    return scenario(
        sessions=sessions,
        places=places,
        athlete={"level": "intermediate"},
        history={"weeks_trained": 20},
    )


@cache
def found() -> KitWorth:
    """The worth of everything for that week."""
    return worth(bare_week(), small_catalog(), WorthOptions(budget=BUDGET, prices=PRICES))


@cache
def every_set() -> dict[frozenset[Item], Reached]:
    """What every set of the items reaches, solved."""
    items = to_buy(bare_week(), small_catalog(), ("bare",))
    oracle = EquipmentOracle(bare_week(), items, SolvedProblems(small_catalog()))
    sets = [frozenset(some) for size in range(len(items) + 1) for some in combinations(items, size)]
    return dict(zip(sets, oracle.values(sets), strict=True))


def gain_of(*items: Item) -> Gain:
    """What a set gains over nothing, by trying."""
    return gain(every_set()[frozenset()], every_set()[frozenset(items)])


def test_items_are_those_that_are_missing() -> None:
    """No fixture, nothing that is there, and as many pieces as some exercise needs at once."""
    items = to_buy(bare_week(), small_catalog(), ("bare",))
    assert {(one.id, one.pieces, one.owned) for one in items} == {
        ("slider", 1, 0),
        ("step", 1, 0),
        ("chair", 1, 0),
        ("dumbbell", 2, 0),
        ("resistance_band", 1, 0),
        ("barbell", 1, 0),
        ("foam_roller", 1, 0),
    }
    assert [one.id for one in to_lose(bare_week(), small_catalog(), ("bare",))] == [
        "stair",
        "mini_band",
    ]


@pytest.mark.slow
def test_singles_are_those_of_trying() -> None:
    """Every item that is better is found better by the same tier, and no other."""
    for one in found().items:
        tried = gain_of(*one.items)
        assert (one.gain.verdict == "better") == (tried.verdict == "better"), one.items
        if tried.verdict == "better":
            assert one.gain == tried
            assert one.plan is not None
            assert one.plan.status in ("optimal", "feasible")
        elif one.shown_by == "equal problem":
            assert every_set()[frozenset(one.items)] == every_set()[frozenset()]


def test_pairs_are_those_of_trying() -> None:
    """Every pair that beats the week and both its items is there, once for each kind."""
    base, tried = every_set()[frozenset()], set()
    own = {one.items[0]: one.reached for one in found().items}
    for members, reached in every_set().items():
        rivals = [base, *(own[item] for item in members)]
        if len(members) == 2 and all(is_better(reached, one) for one in rivals):
            tried.add(tuple(tier.value for tier in reached.tiers))
    assert {tuple(tier.value for tier in one.reached.tiers) for one in found().pairs} == tried


def test_the_ranking_is_that_of_trying() -> None:
    """By the tier that decides, and within it by the amount."""
    tiers = ["plan", DEMANDS, "targets", "spacing", "quality", "minutes"]
    better = [one for one in found().items if one.gain.verdict == "better"]
    keys = [
        (tiers.index(tried.tier or ""), -tried.amount)
        for tried in (gain_of(*one.items) for one in better)
    ]
    assert better
    assert keys == sorted(keys)
    assert [one.gain.verdict for one in found().items[: len(better)]] == ["better"] * len(better)


def test_the_purchase_is_that_of_trying() -> None:
    """No set that the budget pays for is better, and none that is as good is cheaper."""
    purchase = found().purchase
    assert purchase is not None
    assert purchase.proved
    assert [item.id for item in purchase.unpriced] == ["foam_roller"]
    price = {item: PRICES.prices.get(item.id, 1000) * item.pieces for item in to_buy_all()}
    bought = frozenset(purchase.best.items)
    assert purchase.best.price == sum(price[item] for item in bought) <= BUDGET
    mine = every_set()[bought]
    for members, reached in every_set().items():
        if sum(price[item] for item in members) <= BUDGET:
            assert not is_better(reached, mine), members
            if sum(price[item] for item in members) < (purchase.best.price or 0):
                assert not matches(reached, mine), members


def to_buy_all() -> tuple[Item, ...]:
    """Everything that could be bought."""
    return to_buy(bare_week(), small_catalog(), ("bare",))


def test_few_sets_are_solved() -> None:
    """Far fewer than there are."""
    counts = found().counts
    assert (counts.items, counts.pairs, counts.sets) == (7, 21, 128)
    assert counts.solves < counts.sets // 4


def test_jobs_change_nothing() -> None:
    """The same answer with two at the same time, but for run times."""
    options = WorthOptions(budget=BUDGET, prices=PRICES, jobs=2)
    both = worth(bare_week(), small_catalog(), options)
    dumps = [one.model_dump_json(exclude={"effort"}) for one in (found(), both)]
    without = [_timeless(one) for one in dumps]
    assert without[0] == without[1]


def _timeless(text: str) -> str:
    """A document without its run times."""
    return re.sub(r'"(problem|solve|shared_solve)_seconds":[\d.]+,?', "", text)


def test_a_loss_takes_every_piece() -> None:
    """Nothing of a lost item is left; bought again, all of it is there."""
    for one in found().losses:
        (item,) = one.items
        poorer = without_item(bare_week(), item)
        assert item.id not in build_problem(poorer, small_catalog()).offers["bare"].counts
        again = with_items(poorer, (item,))
        counts = build_problem(again, small_catalog()).offers["bare"].counts
        assert counts[item.id] >= item.pieces


def test_demands_that_only_the_items_serve_are_named() -> None:
    """A gain of what can be trained says what."""
    for one in found().items:
        if one.gain.tier == DEMANDS:
            assert len(one.demands) == one.gain.amount
        elif one.gain.verdict != "better":
            assert one.demands == ()


@pytest.mark.parametrize(
    ("prices", "budget", "words"),
    [
        (None, 50.0, "a budget needs prices"),
        ({"dumbbell": 20}, 30.0, "below the cheapest item"),
        ({"stair": 20}, 30.0, "nothing that could be bought has a price"),
    ],
)
def test_a_budget_that_buys_nothing(
    prices: dict[str, float] | None, budget: float, words: str
) -> None:
    """Told before anything is solved; two dumbbells cost twice the price of one."""
    file = None if prices is None else PriceFile(format=1, currency="EUR", prices=prices)
    with pytest.raises(InputError, match=words):
        worth(bare_week(), small_catalog(), WorthOptions(budget=budget, prices=file))


def test_what_a_bound_rules_out_trying_does_not_find() -> None:
    """A no for all sets from one to another holds for each of them."""
    items = to_buy_all()
    oracle = EquipmentOracle(bare_week(), items, SolvedProblems(small_catalog()))
    sets, ruled_out = every_set(), 0
    for least in (frozenset[Item](), *(frozenset({item}) for item in items)):
        for left_out in items:
            most = frozenset(items) - ({left_out} - least)
            inside = [one for one in sets if least <= one <= most]
            for rival in [sets[least], sets[most]]:
                if not oracle.may_beat(least, most, rival):
                    ruled_out += 1
                    assert not any(is_better(sets[one], rival) for one in inside)
                if not oracle.may_match(least, most, rival):
                    ruled_out += 1
                    assert not any(matches(sets[one], rival) for one in inside)
    assert ruled_out
