"""What is known about sets of equipment: by solving, and by quick questions to the totals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from optimizer.constraints import every_rule
from optimizer.domain.catalog import Catalog
from optimizer.domain.dosing.dose import Regimen, goes_unloaded
from optimizer.domain.frame.rolling import ROLLER
from optimizer.domain.offer import offer_of
from optimizer.domain.problem import Problem
from optimizer.domain.rule import Aim, Rule
from optimizer.domain.scenario import Scenario
from optimizer.objectives import every_aim
from optimizer.planning.problems import build_problem
from optimizer.solve.reach import may_reach
from optimizer.studies.buying.easier import easier_problem
from optimizer.studies.buying.item_sets import Item, ItemSet, with_items
from optimizer.studies.buying.reached import DEMANDS, Reached, is_better, matches, reached_by
from optimizer.studies.buying.same_drills import DrillChoice, SameDrills
from optimizer.studies.comparing.comparison import Demand
from optimizer.studies.comparing.standards import asked_for
from optimizer.studies.solved import Solved, SolvedProblems


class Shelf(NamedTuple):
    """What a set of items lets in: for each place, exercises with their loads, and drills.

    With which things without a load an exercise is done decides how many are fetched, and nothing
    that is compared here.
    """

    work: tuple[tuple[tuple[str, int], ...] | None, ...]
    drills: DrillChoice


def shelf_of(
    scenario: Scenario, catalog: Catalog, places: Iterable[str], regimen: Regimen
) -> Shelf:
    """What the places of a scenario let in."""
    work: list[tuple[tuple[str, int], ...] | None] = []
    drills = []
    for place in places:
        offer = offer_of(place, scenario.places[place], catalog)
        let_in = []
        for row in catalog.exercises:
            used = offer.choose(row, unloaded_first=goes_unloaded(row, regimen))
            if row.is_work:
                loads = (pair for pair in (used or {}).items() if pair[0] in offer.load_items)
                work.append(None if used is None else tuple(loads))
            elif used is not None:
                let_in.append(row.id)
        drills.append((place, offer.counts.get(ROLLER, 0) > 0, tuple(let_in)))
    return Shelf(tuple(work), tuple(drills))


@dataclass(frozen=True)
class Refusal:
    """A question that was answered no: nothing between two sets stays under some ceilings."""

    least: frozenset[Item]
    most: frozenset[Item]
    ceilings: tuple[tuple[str, int], ...]

    def covers(self, other: Refusal) -> bool:
        """Whether the other question is about a part of the same, and asks for as much."""
        if not (self.least <= other.least and other.most <= self.most):
            return False
        highest = dict(self.ceilings)
        asked = dict(other.ceilings)
        return all(asked.get(tier, most + 1) <= most for tier, most in highest.items())


@dataclass
class EquipmentOracle:
    """What a scenario reaches with items besides, and bounds on it.

    Parameters
    ----------
    scenario
        The scenario as it is.
    items
        Items that sets are made of, in the order in which a set is written.
    solved
        Solves and shares; its options say how long.
    """

    scenario: Scenario
    items: ItemSet
    solved: SolvedProblems
    _shelves: dict[frozenset[Item], Shelf] = field(default_factory=dict)
    _problems: dict[Shelf, Problem] = field(default_factory=dict)
    _easier: dict[tuple[Shelf, Shelf], Problem | None] = field(default_factory=dict)
    _answers: dict[tuple[object, ...], bool] = field(default_factory=dict)
    _refused: list[Refusal] = field(default_factory=list)

    @property
    def questions(self) -> int:
        """Quick questions that were asked."""
        return len(self._answers)

    @cached_property
    def everything(self) -> frozenset[Item]:
        """All items together."""
        return frozenset(self.items)

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """What could be trained with all items, and is asked for where it can."""
        return asked_for(self.problem(self.everything))

    @cached_property
    def _same_drills(self) -> SameDrills:
        catalog = self.solved.catalog
        return SameDrills(
            self.problem,
            lambda items: self.shelf(items).drills,
            catalog.exercise_by_id,
            {item.id: item.stand_ins for item in catalog.equipment},
        )

    def ordered(self, items: frozenset[Item]) -> ItemSet:
        """A set in the order of the catalog."""
        return tuple(item for item in self.items if item in items)

    def scenario_with(self, items: frozenset[Item]) -> Scenario:
        """The scenario with some items besides."""
        return with_items(self.scenario, self.ordered(items))

    def shelf(self, items: frozenset[Item]) -> Shelf:
        """What the places let in with some items besides; equal shelves make equal problems."""
        if items not in self._shelves:
            scenario = self.scenario_with(items)
            self._shelves[items] = shelf_of(
                scenario, self.solved.catalog, self._places, self._regimen
            )
        return self._shelves[items]

    def kind(self, items: frozenset[Item]) -> Shelf:
        """Equal for sets of equal value."""
        return self.shelf(items)

    @cached_property
    def _regimen(self) -> Regimen:
        """What doses follow from, which no equipment changes."""
        return Problem(self.scenario, self.solved.catalog).regimen

    @cached_property
    def _places(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.place for one in self.scenario.week.sessions))

    def problem(self, items: frozenset[Item]) -> Problem:
        """The resolved problem with some items besides."""
        shelf = self.shelf(items)
        if shelf not in self._problems:
            self._problems[shelf] = build_problem(self.scenario_with(items), self.solved.catalog)
        return self._problems[shelf]

    def solve(self, sets: Sequence[frozenset[Item]]) -> list[Solved]:
        """What the solver decides about each set."""
        return self.solved.outcomes([self.scenario_with(items) for items in sets])

    def reached(self, one: Solved) -> Reached:
        """What a solved problem reaches, with the demands that it leaves out."""
        return reached_by(one.outcome, self.left_out(one.problem))

    def left_out(self, problem: Problem) -> int:
        """How many demands the equipment of a problem cannot serve."""
        served = asked_for(problem)
        return sum(demand not in served for demand in self.demands)

    def values(self, sets: Sequence[frozenset[Item]]) -> list[Reached]:
        """What each set reaches, solved."""
        return [self.reached(one) for one in self.solve(sets)]

    def is_better(self, new: Reached, old: Reached) -> bool:
        """Whether the new one is certainly better, beyond the tolerances."""
        return is_better(new, old)

    def matches(self, new: Reached, old: Reached) -> bool:
        """Whether the new one is as good, up to the tolerances."""
        return matches(new, old)

    def only_adds(self, least: frozenset[Item], most: frozenset[Item]) -> bool:
        """Whether every plan of a set between the two is a plan of the larger one."""
        return self._between(least, most) is self.problem(most)

    def may_beat(self, least: frozenset[Item], most: frozenset[Item], rival: Reached) -> bool:
        """Whether a set between the two may be better than the rival, beyond the tolerances."""
        problem = self._between(least, most)
        if problem is None or rival.status == "unknown":
            return True
        if rival.status == "no plan":
            return self._asked(least, most, {})
        ceilings: dict[str, int] = {}
        for tier in rival.tiers:
            if tier.id == DEMANDS:
                left_out = self.left_out(self.problem(most))
                if left_out != tier.value:
                    return left_out < tier.value
                continue
            least_gain = tier.worth_telling
            wanted = {**ceilings, tier.id: least_gain}
            if least_gain >= 0 and self._asked(least, most, wanted):
                return True
            ceilings[tier.id] = tier.ceiling
        return False

    def may_match(self, least: frozenset[Item], most: frozenset[Item], rival: Reached) -> bool:
        """Whether a set between the two may be as good as the rival."""
        if rival.status != "plan" or self._between(least, most) is None:
            return True
        ceilings = rival.ceilings
        if self.left_out(self.problem(most)) > ceilings.pop(DEMANDS):
            return False
        return self._asked(least, most, ceilings)

    def _between(self, least: frozenset[Item], most: frozenset[Item]) -> Problem | None:
        """A problem that every set between the two fits into; None if there is none at hand."""
        ends = self.shelf(least), self.shelf(most)
        if ends[0] == ends[1]:
            return self.problem(most)
        if ends not in self._easier:
            found = None
            if self._same_drills.between(least, most):
                members: list[Rule | Aim] = [*every_rule(), *every_aim()]
                found = easier_problem(self.problem(least), self.problem(most), members)
            self._easier[ends] = found
        return self._easier[ends]

    def _asked(
        self, least: frozenset[Item], most: frozenset[Item], ceilings: Mapping[str, int]
    ) -> bool:
        """The answer to a question, remembered; a no to a wider question answers narrower ones."""
        problem = self._between(least, most)
        assert problem is not None
        asked = Refusal(least, most, tuple(ceilings.items()))
        if any(refused.covers(asked) for refused in self._refused):
            return False
        question = (self.shelf(least), self.shelf(most), asked.ceilings)
        if question not in self._answers:
            self._answers[question] = may_reach(problem, ceilings, self.solved.options.limits)
            if not self._answers[question]:
                self._refused.append(asked)
        return self._answers[question]
