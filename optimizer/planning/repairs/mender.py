"""Looks for changes that mend every conflict of a problem, one sort of change after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice

from optimizer.domain.problem import Problem
from optimizer.planning.changes import Change
from optimizer.planning.repairs.changes import changes_of
from optimizer.planning.repairs.lever_kinds import DEGREES, EVERY, KEYS, TWICE, eased_by
from optimizer.planning.repairs.levers import levers_of, openings_of, single_items
from optimizer.planning.repairs.settings import single_changes
from optimizer.planning.repairs.workshops import workshop_of
from optimizer.planning.scenario_lines import line_of
from optimizer.planning.shown import changed_problem, helps, shows_a_plan, without_spare
from optimizer.solve.conflict import Conflict
from optimizer.solve.levers import Lever, LeverKind, Pull, added
from optimizer.solve.limits import Limits
from optimizer.solve.mending import Workshop

LONGER_MOST = 3
"""Sessions that are tried as the only longer one."""
ITEMS_TRIED = 10
"""Items that are tried as the only new one."""
ITEMS_MOST = 2
"""Single items that are proposed."""
ENOUGH = 2
"""Once so many repairs of one sort are known, mixtures of sorts are not looked for."""
SEARCHED_ENOUGH = 1.0
"""Deterministic seconds of search after which one repair is enough."""
ROUNDS = 3
"""Longer sessions are asked for more, so minutes may have to be raised again."""

GRAINS: dict[LeverKind, int] = {"minutes": 5, "floor": 1}
"""Sorts of changes that are tried by halves where no search finds the cheapest ones, and how
many degrees too many are good enough."""

Changes = tuple[Change, ...]


class Mender:
    """Proposes changes; each was applied, solved and checked without the solver."""

    def __init__(self, problem: Problem, conflicts: Sequence[Conflict], limits: Limits) -> None:
        self._problem = problem
        self._limits = limits
        self._conflicts = conflicts
        self._members = [member for conflict in conflicts for member in conflict.members]

    def proposals(self) -> Iterator[Changes]:
        """Changes of one sort, single settings, then mixtures where these are few."""
        count = 0
        for changes in self._of_one_sort():
            count += 1
            yield changes
            if self._limits.meter.deterministic_seconds > SEARCHED_ENOUGH:
                return
        if count < ENOUGH:
            for changes in self._mended(self._workshop(self._problem), EVERY):
                count += 1
                yield changes
        if not count:
            yield from self._of_all_sorts()

    def _of_one_sort(self) -> Iterator[Changes]:
        plain = self._workshop(self._problem)
        for kinds in DEGREES:
            if self._may_help(kinds):
                yield from self._mended(plain, kinds)
        yield from self._singles()
        keys = [kinds for kinds in KEYS if self._may_help(kinds)]
        wide = self._workshop(self._problem, filtered=False) if keys else plain
        for kinds in keys:
            yield from self._mended(wide, kinds, filtered=False)

    def _of_all_sorts(self) -> Iterator[Changes]:
        """What is left to try: every lever at once, and a setting with levers beside it."""
        wide = self._workshop(self._problem, filtered=False)
        mixed = (*EVERY, *(kind for kinds in KEYS for kind in kinds))
        yield from self._mended(wide, mixed, filtered=False)
        for group in single_changes(self._problem, self._members):
            changed = changed_problem(self._problem, group[-1:])
            pulls = self._workshop(changed).cheapest(EVERY)
            both = (*group[-1:], *changes_of(changed, pulls))
            if pulls and helps(self._problem, both, self._limits):
                yield both

    def _workshop(self, problem: Problem, *, filtered: bool = True) -> Workshop:
        return workshop_of(problem, self._members, self._limits, filtered=filtered)

    def _may_help(self, kinds: tuple[LeverKind, ...]) -> bool:
        """Whether each conflict holds a member that a lever of these kinds eases."""
        rules = eased_by(kinds)
        return all(
            any(rule in rules for rule, _ in conflict.members) for conflict in self._conflicts
        )

    def _mended(
        self, workshop: Workshop, kinds: tuple[LeverKind, ...], *, filtered: bool = True
    ) -> Iterator[Changes]:
        """The cheapest pulls as changes; one longer session, one item, one floor before several."""
        found: list[Changes] = []
        if kinds == ("minutes",):
            found = list(self._one_longer(workshop))
        elif kinds == ("item",):
            found = list(self._one_item())
        yield from found or self._pulled(workshop, kinds, filtered=filtered)

    def _pulled(
        self, workshop: Workshop, kinds: tuple[LeverKind, ...], *, filtered: bool
    ) -> list[Changes]:
        """The cheapest pulls; where they fail or take several floors, one line by halves."""
        pulls = workshop.cheapest(kinds)
        is_halved = kinds in DEGREES and kinds[0] in GRAINS
        if is_halved and kinds == ("floor",) and len(pulls) > 1:
            found = list(self._by_halves(kinds))
            return found or list(self._shown(pulls, kinds, filtered=filtered))
        found = list(self._shown(pulls, kinds, filtered=filtered))
        if pulls and kinds[0] in TWICE and kinds in DEGREES and len(self._conflicts) == 1:
            others = workshop.cheapest(kinds, instead_of=pulls)
            found += self._shown(others, kinds, filtered=filtered)
        return found or (list(self._by_halves(kinds)) if is_halved else [])

    def _one_longer(self, workshop: Workshop) -> Iterator[Changes]:
        """A single session that mends the week if it is longer."""
        times = [where for rule, where in self._members if rule in eased_by(("minutes",))]
        for session in times[:LONGER_MOST] if len(self._conflicts) == 1 else ():
            pulls = workshop.cheapest(("minutes",), thing=session)
            yield from self._shown(pulls, ("minutes",), filtered=True, thing=session)

    def _by_halves(self, kinds: tuple[LeverKind, ...]) -> Iterator[Changes]:
        """A single lever on a line of the scenario, pulled as far as a search by halves finds."""
        members = [one for one in self._members if line_of(self._problem, one).is_own]
        levers = [one for one in levers_of(self._problem, members) if one.kind in kinds]
        for lever in levers[:LONGER_MOST] if len(self._conflicts) == 1 else ():
            grain = GRAINS[lever.kind]
            degrees = least_that_helps(lever.most, grain, partial(self._helps_by, lever))
            if degrees is not None:
                yield changes_of(self._problem, (Pull(lever, degrees),))

    def _helps_by(self, lever: Lever, degrees: int) -> bool:
        changes = changes_of(self._problem, (Pull(lever, degrees),))
        return helps(self._problem, changes, self._limits)

    def _one_item(self) -> Iterator[Changes]:
        """The cheapest single items that mend the week."""
        items = single_items(openings_of(self._problem, self._members))[:ITEMS_TRIED]
        pulls = ((Pull(lever, 1),) for lever in items if len(self._conflicts) == 1)
        tried = (changes_of(self._problem, pull) for pull in pulls)
        yield from islice(
            (one for one in tried if helps(self._problem, one, self._limits)), ITEMS_MOST
        )

    def _shown(
        self,
        pulls: Sequence[Pull],
        kinds: tuple[LeverKind, ...],
        *,
        filtered: bool,
        thing: str | None = None,
    ) -> Iterator[Changes]:
        """The changes once a plan shows that they suffice; pulled again where they do not."""
        so_far: tuple[Pull, ...] = ()
        for _ in range(ROUNDS):
            if not pulls:
                return
            so_far = added(so_far, pulls)
            changes = changes_of(self._problem, so_far)
            changed = changed_problem(self._problem, changes)
            if shows_a_plan(changed, self._limits):
                yield without_spare(self._problem, changes, self._limits)
                return
            pulls = self._workshop(changed, filtered=filtered).cheapest(kinds, thing=thing)

    def _singles(self) -> Iterator[Changes]:
        """For each setting the first of its values that helps."""
        if len(self._conflicts) > 1:
            return
        for group in single_changes(self._problem, self._members):
            tried = (one for one in group if helps(self._problem, (one,), self._limits))
            first = next(tried, None)
            if first is not None:
                yield (first,)


def least_that_helps(most: int, grain: int, helps_by: Callable[[int], bool]) -> int | None:
    """The fewest degrees that help, within a grain; None where even the most do not."""
    if not helps_by(most):
        return None
    low, high = 0, most
    while high - low > grain:
        middle = (low + high) // 2
        low, high = (low, middle) if helps_by(middle) else (middle, high)
    return high
