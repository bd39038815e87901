"""What items of equipment are worth to a week: alone, in pairs, and the best set for a budget.

The worth of a set is what the best week gains whose places have it besides, or any part of it:
what is owned need not be used. Weeks are compared by what their equipment can train at all, then
by their tiers over all plans; which things are fetched how often is this week's taste, and no
reason to buy.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from optimizer.domain.catalog import Catalog
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Scenario
from optimizer.planning.problems import build_problem
from optimizer.planning.solving import SolveOptions
from optimizer.reading.price_reader import PriceFile
from optimizer.studies.buying.equipment_oracle import EquipmentOracle
from optimizer.studies.buying.item_sets import Item, places_of, to_buy, to_lose, without_item
from optimizer.studies.buying.kit_worth import Counts, KitWorth, Purchase, SetWorth, ShownBy
from optimizer.studies.buying.reached import Gain, Reached, Verdict, gain, is_better
from optimizer.studies.buying.set_search import BudgetSearch, may_be_worth_more, pairs_to_ask
from optimizer.studies.buying.spending import cheapest_is_affordable, price_of
from optimizer.studies.comparing.comparison import Demand
from optimizer.studies.comparing.standards import asked_for
from optimizer.studies.solved import Solved, SolvedProblems, in_order

CENTS = 100


@dataclass(frozen=True)
class WorthOptions:
    """Where to look, what may be spent, and how to solve.

    ``place`` is the only place to buy for; every place of the week where absent. ``jobs`` is the
    number of solves at the same time, and ``solving.seconds`` the longest of each.
    """

    place: str | None = None
    budget: float | None = None
    prices: PriceFile | None = None
    jobs: int = 1
    solving: SolveOptions = field(default_factory=lambda: SolveOptions(closest=False))


def worth(scenario: Scenario, catalog: Catalog, options: WorthOptions | None = None) -> KitWorth:
    """The worth of equipment to a scenario, ranked, with what is proved about it.

    Raises
    ------
    InputError
        If the budget does not pay for the cheapest item, or has no prices; if the athlete needs
        a professional rather than a plan.
    """
    options = options or WorthOptions()
    problem = build_problem(scenario, catalog)
    places = (options.place,) if options.place else places_of(problem)
    items = to_buy(scenario, catalog, places)
    if options.budget is not None:
        cheapest_is_affordable(items, options.budget, options.prices)
    solved = SolvedProblems(catalog, options.solving, jobs=options.jobs)
    return _Study(scenario, options, EquipmentOracle(scenario, items, solved), places).run()


@dataclass
class _Study:
    """The steps of the study, over one store of solved problems."""

    scenario: Scenario
    options: WorthOptions
    oracle: EquipmentOracle
    places: tuple[str, ...]
    run_seconds: dict[str, float] = field(default_factory=dict)
    pairs_proved: bool = False

    def run(self) -> KitWorth:
        """All parts in their order."""
        solved = self.oracle.solved
        self._start("the week as it is")
        self.own = solved.outcome(self.scenario)
        self.base = self.oracle.reached(self.own)
        self._end("week")
        plan = solved.finished(self.own)
        found = KitWorth(
            scenario=self.scenario.name,
            athlete=plan.athlete,
            status=plan.status,
            places=self.places,
            currency=self.options.prices.currency if self.options.prices else None,
            reached=self.base,
            plan=plan,
            counts=self._counts(),
        )
        return found if self.base.status == "unknown" else self._with_parts(found)

    def _with_parts(self, found: KitWorth) -> KitWorth:
        self._start("single items")
        items = self._singles()
        self._end("items")
        self._start("what a loss costs")
        losses = self._losses()
        self._end("losses")
        self._start("pairs")
        pairs = self._pairs(items)
        self._end("pairs")
        self._start("the budget")
        purchase = self._purchase(items, pairs)
        self._end("budget")
        return found.model_copy(
            update={
                "items": tuple(items),
                "losses": tuple(losses),
                "pairs": tuple(pairs),
                "pairs_proved": self.pairs_proved,
                "purchase": purchase,
                "counts": self._counts(),
                "effort": self.run_seconds,
            }
        )

    def _start(self, part: str) -> None:
        self._started = time.perf_counter()
        if self.options.solving.progress is not None:
            self.options.solving.progress(part)

    def _end(self, part: str) -> None:
        self.run_seconds[part] = round(time.perf_counter() - self._started, 3)

    def _counts(self) -> Counts:
        count = len(self.oracle.items)
        return Counts(
            items=count,
            pairs=count * (count - 1) // 2,
            sets=2**count,
            solves=self.oracle.solved.solves,
            shared=self.oracle.solved.shared,
            questions=self.oracle.questions,
        )

    def _singles(self) -> list[SetWorth]:
        """Every item alone, the best first; those that a bound rules out are not solved."""
        sets = [frozenset({item}) for item in self.oracle.items]
        own = self.oracle.kind(frozenset())
        others = [one for one in sets if self.oracle.kind(one) != own]

        def may_gain(items: frozenset[Item]) -> bool:
            return self.oracle.may_beat(items, items, self.base)

        answers = in_order(may_gain, others, self.options.jobs)
        gaining = [one for one, may in zip(others, answers, strict=True) if may]
        found = [self._nothing(one, "equal problem") for one in sets if one not in others]
        found += [self._nothing(one, "bound") for one in others if one not in gaining]
        return self._ranked([*found, *self._solved(gaining)])

    def _pairs(self, singles: Sequence[SetWorth]) -> list[SetWorth]:
        """Pairs that are better than either item alone, the best first.

        An item whose own week was not found in time cannot be compared with, and is left out.
        """
        known = [one for one in singles if one.reached.status != "unknown"]
        alone = {one.items[0]: one.reached for one in known}
        pairs = pairs_to_ask(tuple(alone), self.oracle)

        def is_open(pair: tuple[Item, Item]) -> bool:
            return may_be_worth_more(pair, alone, self.oracle)

        answers = in_order(is_open, pairs, self.options.jobs)
        sets = [frozenset(pair) for pair, may in zip(pairs, answers, strict=True) if may]
        solved = self._solved(sets)
        self.pairs_proved = len(known) == len(singles) and all(one.gain.proved for one in solved)
        found = [
            one
            for one in solved
            if one.gain.verdict == "better"
            and all(is_better(one.reached, alone[item]) for item in one.items)
        ]
        return self._ranked(found)

    def _losses(self) -> list[SetWorth]:
        """Every item that is owned, the dearest loss first."""
        solved = self.oracle.solved
        owned = to_lose(self.scenario, solved.catalog, self.places)
        outcomes = solved.outcomes([without_item(self.scenario, item) for item in owned])
        found = []
        for item, one in zip(owned, outcomes, strict=True):
            reached = self.oracle.reached(one)
            change = gain(self.base, reached)
            loss = SetWorth(
                items=(item,),
                gain=change,
                shown_by="equal problem" if one.key == self.own.key else "solve",
                reached=reached,
                demands=_missing(self.own.problem, one.problem),
                lets_in=_gone(self.own.problem, one.problem),
                plan=solved.finished(one) if change.verdict == "worse" else None,
            )
            found.append(loss)
        return sorted(found, key=lambda loss: self._order(loss, "worse"))

    def _purchase(self, singles: Sequence[SetWorth], pairs: Sequence[SetWorth]) -> Purchase | None:
        """The best set for the budget, by bounds."""
        prices, budget = self.options.prices, self.options.budget
        if prices is None or budget is None:
            return None
        # What was ruled out alone seldom helps a set, and is decided last.
        rank: tuple[ShownBy, ...] = ("solve", "bound", "equal problem")
        telling = sorted(singles, key=lambda one: rank.index(one.shown_by))
        order = [one.items[0] for one in telling]
        costs = {item: price_of(item, prices) for item in order}
        cents = {item: round(each * CENTS) for item, each in costs.items() if each is not None}
        search = BudgetSearch(
            [item for item in order if item in cents], cents, round(budget * CENTS), self.oracle
        )
        known = {
            frozenset(one.items): one.reached
            for one in (*singles, *pairs)
            if one.gain.verdict == "better" and one.price is not None
        }
        bought, reached = search.run(self.base, known)
        best = self._solved([bought])[0] if bought else self._nothing(bought, "bound")
        return Purchase(
            budget=budget,
            best=best,
            proved=search.is_proved and reached.is_proved,
            unpriced=tuple(item for item in self.oracle.items if costs[item] is None),
        )

    def _nothing(self, items: frozenset[Item], shown_by: ShownBy) -> SetWorth:
        """Items that gain nothing, proved without a solve."""
        same = Gain(verdict="same", proved=self.base.is_proved)
        return self._worth(items, same, shown_by, self.base)

    def _solved(self, sets: Sequence[frozenset[Item]]) -> list[SetWorth]:
        """The worth of some sets, solved."""
        solved = self.oracle.solve(sets)
        return [self._of(items, one) for items, one in zip(sets, solved, strict=True)]

    def _of(self, items: frozenset[Item], one: Solved) -> SetWorth:
        reached = self.oracle.reached(one)
        change = gain(self.base, reached)
        if change.verdict != "better":
            kept = reached if reached.status == "unknown" else self.base
            return self._worth(items, _unused(change), "solve", kept)
        found = self._worth(items, change, "solve", reached)
        demands = _missing(one.problem, self.own.problem)
        plan = self.oracle.solved.finished(one)
        return found.model_copy(update={"demands": demands, "plan": plan})

    def _worth(
        self, items: frozenset[Item], change: Gain, shown_by: ShownBy, reached: Reached
    ) -> SetWorth:
        ordered = self.oracle.ordered(items)
        prices = self.options.prices
        costs = [price_of(item, prices) for item in ordered] if prices else [None]
        known = [cost for cost in costs if cost is not None]
        return SetWorth(
            items=ordered,
            gain=change,
            shown_by=shown_by,
            reached=reached,
            lets_in=_gone(self.oracle.problem(items), self.own.problem),
            price=sum(known) if len(known) == len(costs) else None,
        )

    def _ranked(self, found: Sequence[SetWorth]) -> list[SetWorth]:
        return sorted(found, key=lambda one: self._order(one, "better"))

    def _order(self, one: SetWorth, first: Verdict) -> tuple[object, ...]:
        """By the tier that decides and by how much; then by price, all tiers and catalog."""
        verdicts = [first, "open", "same", "better", "worse"]
        tiers = ["plan", *(tier.id for tier in self.base.tiers)]
        where = tiers.index(one.gain.tier) if one.gain.tier in tiers else len(tiers)
        sign = 1 if first == "better" else -1
        items = [item.id for item in self.oracle.solved.catalog.equipment]
        return (
            verdicts.index(one.gain.verdict),
            where,
            -abs(one.gain.amount),
            float("inf") if one.price is None else one.price,
            tuple(sign * tier.value for tier in one.reached.tiers),
            tuple((self.places.index(item.place), items.index(item.id)) for item in one.items),
        )


def _unused(change: Gain) -> Gain:
    """A change that is not for the better, for somebody who may leave the items unused."""
    verdict: Verdict = "open" if change.verdict == "open" else "same"
    return Gain(verdict=verdict, proved=change.proved)


def _missing(there: Problem, here: Problem) -> tuple[Demand, ...]:
    """What can be trained there and not here."""
    mine = asked_for(here)
    return tuple(demand for demand in asked_for(there) if demand not in mine)


def _gone(there: Problem, here: Problem) -> tuple[str, ...]:
    """Working exercises that some session may hold there and none here."""
    mine = {row.id for row in here.candidates}
    return tuple(row.id for row in there.candidates if row.id not in mine)
