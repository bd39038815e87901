"""The cheapest changes of a scenario that give it a plan, each shown by a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from optimizer.domain.plan import Plan
from optimizer.domain.plan_writer import write_sessions
from optimizer.domain.problem import Problem
from optimizer.planning.changes import Change, apply, value_at
from optimizer.planning.problems import build_problem
from optimizer.planning.repair_changes import changes_of
from optimizer.planning.repair_levers import levers_of, openings_of
from optimizer.planning.repair_settings import single_changes
from optimizer.solve.any_week import any_week
from optimizer.solve.conflict import Conflict
from optimizer.solve.levers import LeverKind
from optimizer.solve.limits import Limits
from optimizer.solve.mending import Workshop
from optimizer.verify import verify

REPAIRS_MOST = 6
"""Repairs that are shown."""
ROUNDS = 3
"""Longer sessions are asked for more, so minutes may have to be raised again."""
KINDS: tuple[tuple[LeverKind, ...], ...] = (
    ("minutes",),
    ("pin", "pin_sets"),
    ("floor",),
    ("item",),
    ("rung",),
    ("never",),
)
"""Sorts of changes that are tried alone, each with its own cheapest repair."""


@dataclass(frozen=True)
class Repair:
    """Changes that together give the scenario a plan; ``cost`` is the sum of theirs."""

    changes: tuple[Change, ...]

    @property
    def cost(self) -> int:
        """Points of all changes together."""
        return sum(change.cost for change in self.changes)

    @property
    def text(self) -> str:
        """The repair as one instruction."""
        return ", and ".join(change.text for change in self.changes)


def find_repairs(
    problem: Problem, conflicts: Sequence[Conflict], limits: Limits
) -> tuple[Repair, ...]:
    """Repairs by rising cost; each was applied, solved and checked without the solver."""
    mender = Mender(problem, conflicts, limits)
    found: dict[frozenset[tuple[object, ...]], Repair] = {}
    for changes in mender.proposals():
        key = frozenset((change.path, str(change.value)) for change in changes)
        if key not in found:
            found[key] = Repair(changes)
        if limits.is_over:
            break
    ranked = sorted(found.values(), key=lambda repair: (repair.cost, repair.text))
    return tuple(ranked[:REPAIRS_MOST])


class Mender:
    """Looks for changes that mend every conflict of a problem."""

    def __init__(self, problem: Problem, conflicts: Sequence[Conflict], limits: Limits) -> None:
        self._problem = problem
        self._limits = limits
        self._conflicts = conflicts
        self._members = [member for conflict in conflicts for member in conflict.members]

    def proposals(self) -> Iterator[tuple[Change, ...]]:
        """Changes of one sort, single changes, then the cheapest mixture of all sorts."""
        workshop = self._workshop(self._problem)
        for kinds in KINDS:
            if self._may_help(kinds):
                yield from self._mended(workshop, kinds)
        if len(self._conflicts) == 1:
            yield from self._singles()
        yield from self._mended(workshop, [kind for kinds in KINDS for kind in kinds])

    def _workshop(self, problem: Problem) -> Workshop:
        levers = list(levers_of(problem, self._members))
        openings = openings_of(problem, self._members)
        levers += [lever for one in openings for way in one.ways for lever in way]
        return Workshop(problem, list(dict.fromkeys(levers)), openings, self._limits)

    def _may_help(self, kinds: Sequence[LeverKind]) -> bool:
        """Whether each conflict holds a member that a lever of these kinds eases."""
        rules = {rule for kind in kinds for rule in _EASES[kind]}
        return all(
            any(member[0] in rules for member in conflict.members) for conflict in self._conflicts
        )

    def _mended(
        self, workshop: Workshop, kinds: Sequence[LeverKind]
    ) -> Iterator[tuple[Change, ...]]:
        """The cheapest pulls as changes, once a plan shows that they suffice."""
        problem, so_far = self._problem, ()
        for _ in range(ROUNDS):
            pulls = workshop.cheapest(kinds)
            if not pulls:
                return
            so_far = _merged(self._problem, so_far, changes_of(problem, pulls))
            if self.helps(so_far):
                yield so_far
                return
            problem = build_problem(apply(self._problem.scenario, so_far), problem.catalog)
            workshop = self._workshop(problem)

    def _singles(self) -> Iterator[tuple[Change, ...]]:
        for group in single_changes(self._problem, self._members):
            first = next((change for change in group if self.helps((change,))), None)
            if first is not None:
                yield (first,)

    def helps(self, changes: Sequence[Change]) -> bool:
        """Whether the changed scenario has a plan that keeps every rule."""
        scenario = apply(self._problem.scenario, changes)
        return shows_a_plan(build_problem(scenario, self._problem.catalog), self._limits)


def shows_a_plan(problem: Problem, limits: Limits) -> bool:
    """Whether some plan was found, and passes the check without the solver."""
    chosen = any_week(problem, limits)
    if chosen is None:
        return False
    plan = Plan(sessions=write_sessions(problem, chosen))
    return not verify(problem, plan).violations


def _merged(
    problem: Problem, earlier: Iterable[Change], later: Iterable[Change]
) -> tuple[Change, ...]:
    """Changes by path, later ones instead of earlier ones; without what changes nothing."""
    by_path: dict[tuple[str | int, ...], Change] = {}
    for change in (*earlier, *later):
        known = by_path.get(change.path)
        if known is None or known.cost <= change.cost or change in later:
            by_path[change.path] = change
    return tuple(
        change
        for change in by_path.values()
        if value_at(problem.scenario, change.path) != change.value
    )


_EASES: dict[LeverKind, tuple[str, ...]] = {
    "minutes": ("session_fits_in_time",),
    "floor": ("muscles_reach_their_floor", "planes_are_covered_in_the_week"),
    "pin": ("pins_are_kept",),
    "pin_sets": ("pins_are_kept",),
    "item": ("equipment_is_at_hand",),
    "rung": ("difficulty_suits_the_level", "ladder_rungs_are_unlocked"),
    "never": ("never_exercises_stay_out",),
}
"""Rules that each kind of lever eases."""
