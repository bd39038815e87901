"""The cheapest changes of a scenario that give it a plan, each shown by a plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from optimizer.domain.plan import Plan
from optimizer.domain.plan_writer import write_sessions
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import DAYS
from optimizer.planning.changes import Change, apply
from optimizer.planning.problems import build_problem
from optimizer.planning.repair_changes import changes_of
from optimizer.planning.repair_levers import day_levers, levers_of, openings_of
from optimizer.planning.repair_settings import single_changes
from optimizer.solve.any_week import any_week
from optimizer.solve.conflict import Conflict
from optimizer.solve.ledgers import direct_ledger
from optimizer.solve.levers import LeverKind, Pull, added
from optimizer.solve.limits import Limits
from optimizer.solve.mending import Workshop
from optimizer.verify import verify

REPAIRS_MOST = 5
"""Repairs that are shown."""
LINES_MOST = 3
"""A repair that changes more lines than this is shown only if there is no other."""
ENOUGH = 2
"""Once so many repairs of one sort are known, mixtures of sorts are not looked for."""
TIMES_THE_CHEAPEST = 3
"""A repair that costs more than this many times the cheapest one is left out."""
ROUNDS = 3
"""Longer sessions are asked for more, so minutes may have to be raised again."""
DEGREES: tuple[tuple[LeverKind, ...], ...] = (
    ("day",),
    ("minutes",),
    ("pin", "pin_sets"),
    ("floor",),
)
"""Sorts of changes that are tried alone, each with its own cheapest repair."""
KEYS: tuple[tuple[LeverKind, ...], ...] = (("item",), ("never",), ("rung",))
"""Sorts of changes that let exercises through a filter."""
EVERY: tuple[LeverKind, ...] = ("day", "minutes", "pin", "pin_sets", "floor")
TWICE: tuple[LeverKind, ...] = ("day", "pin")
"""Sorts of changes for which another choice of the same sort is looked for."""
EASES: dict[LeverKind, tuple[str, ...]] = {
    "day": (
        "no_heavy_legs_before_key_runs",
        "runs_come_first_on_shared_days",
        "heavy_legs_rest_between",
        "sessions_stand_on_different_days",
    ),
    "minutes": ("session_fits_in_time",),
    "floor": ("muscles_reach_their_floor", "planes_are_covered_in_the_week"),
    "pin": ("pins_are_kept",),
    "pin_sets": ("pins_are_kept",),
    "item": ("equipment_is_at_hand",),
    "rung": ("difficulty_suits_the_level", "ladder_rungs_are_unlocked"),
    "never": ("never_exercises_stay_out",),
}
"""Rules that each kind of lever eases."""


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

    @property
    def lines(self) -> frozenset[tuple[str | int, ...]]:
        """The lines of the scenario that it changes."""
        return frozenset(change.path for change in self.changes)


def find_repairs(
    problem: Problem, conflicts: Sequence[Conflict], limits: Limits
) -> tuple[Repair, ...]:
    """Repairs by rising cost; each was applied, solved and checked without the solver."""
    found = []
    for changes in Mender(problem, conflicts, limits).proposals():
        found.append(Repair(changes))
        if limits.is_over:
            break
    found.sort(key=lambda repair: (repair.cost, repair.text))
    kept: list[Repair] = []
    for repair in found:
        is_dear = bool(kept) and repair.cost > TIMES_THE_CHEAPEST * max(10, kept[0].cost)
        says_more = any(other.lines <= repair.lines for other in kept)
        is_dear = is_dear or (bool(kept) and len(repair.changes) > LINES_MOST)
        if not says_more and not is_dear:
            kept.append(repair)
    return tuple(kept[:REPAIRS_MOST])


class Mender:
    """Looks for changes that mend every conflict of a problem."""

    def __init__(self, problem: Problem, conflicts: Sequence[Conflict], limits: Limits) -> None:
        self._problem = problem
        self._limits = limits
        self._conflicts = conflicts
        self._members = [member for conflict in conflicts for member in conflict.members]

    def proposals(self) -> Iterator[tuple[Change, ...]]:
        """Changes of one sort, single changes, then the cheapest mixture."""
        plain, count = self._workshop(self._problem), 0
        for changes in (*self._tried(plain, DEGREES, filtered=True), *self._singles()):
            count += 1
            yield changes
        if count < ENOUGH:
            for changes in self._mended(plain, EVERY, filtered=True):
                count += 1
                yield changes
        if any(rule in EASES[kind] for kinds in KEYS for kind in kinds for rule in self._rules):
            wide = self._workshop(self._problem, filtered=False)
            for changes in self._tried(wide, KEYS, filtered=False):
                count += 1
                yield changes
            if not count:
                mixed = [*EVERY, *(kind for kinds in KEYS for kind in kinds)]
                yield from self._mended(wide, mixed, filtered=False)
        if not count:
            yield from self._beside_singles()

    @property
    def _rules(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(rule for rule, _ in self._members))

    def _tried(
        self, workshop: Workshop, sorts: Sequence[Sequence[LeverKind]], *, filtered: bool
    ) -> Iterator[tuple[Change, ...]]:
        for kinds in sorts:
            if self._may_help(kinds):
                yield from self._mended(workshop, kinds, filtered=filtered)

    def _workshop(self, problem: Problem, *, filtered: bool = True) -> Workshop:
        """Levers on all that is asked; filters open where a conflict speaks of them."""
        sessions = self._movable(problem)
        free = build_problem(_on_any_day(problem, sessions), problem.catalog)
        ledger = direct_ledger(free, filtered=filtered)
        levers = [*levers_of(problem, ledger.members())]
        levers += [
            lever
            for lever in day_levers(problem, sessions)
            if tuple(lever.thing.split(" ")) in ledger.placed
        ]
        openings = () if filtered else openings_of(free, self._members)
        levers += [lever for one in openings for way in one.ways for lever in way]
        return Workshop(ledger, list(dict.fromkeys(levers)), openings, self._limits)

    def _movable(self, problem: Problem) -> tuple[str, ...]:
        """Sessions that a rule about days speaks of."""
        words = {
            word
            for rule, where in self._members
            if rule in EASES["day"]
            for word in where.split(" ")
        }
        return tuple(
            session.id
            for session in problem.scenario.week.sessions
            if words & {session.id, *session.day}
        )

    def _may_help(self, kinds: Sequence[LeverKind]) -> bool:
        """Whether each conflict holds a member that a lever of these kinds eases."""
        rules = {rule for kind in kinds for rule in EASES[kind]}
        return all(
            any(rule in rules for rule, _ in conflict.members) for conflict in self._conflicts
        )

    def _mended(
        self, workshop: Workshop, kinds: Sequence[LeverKind], *, filtered: bool
    ) -> Iterator[tuple[Change, ...]]:
        """The cheapest pulls as changes, once a plan shows that they suffice."""
        pulls = workshop.cheapest(kinds)
        yield from self._shown(pulls, kinds, filtered=filtered)
        if pulls and kinds[0] in TWICE and kinds is not EVERY:
            others = workshop.cheapest(kinds, instead_of=pulls)
            yield from self._shown(others, kinds, filtered=filtered)

    def _shown(
        self, pulls: Sequence[Pull], kinds: Sequence[LeverKind], *, filtered: bool
    ) -> Iterator[tuple[Change, ...]]:
        so_far: tuple[Pull, ...] = ()
        for _ in range(ROUNDS):
            if not pulls:
                return
            so_far = added(so_far, pulls)
            changes = changes_of(self._problem, so_far)
            changed = build_problem(
                apply(self._problem.scenario, changes), self._problem.catalog
            )
            if shows_a_plan(changed, self._limits):
                yield changes
                return
            pulls = self._workshop(changed, filtered=filtered).cheapest(kinds)

    def _singles(self) -> Iterator[tuple[Change, ...]]:
        if len(self._conflicts) > 1:
            return
        for group in single_changes(self._problem, self._members):
            first = next((change for change in group if self.helps((change,))), None)
            if first is not None:
                yield (first,)

    def _beside_singles(self) -> Iterator[tuple[Change, ...]]:
        """A single change with the cheapest pulls beside it."""
        for group in single_changes(self._problem, self._members):
            change = group[-1]
            scenario = apply(self._problem.scenario, (change,))
            changed = build_problem(scenario, self._problem.catalog)
            pulls = self._workshop(changed).cheapest(EVERY)
            both = (change, *changes_of(changed, pulls))
            if pulls and self.helps(both):
                yield both

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


def _on_any_day(problem: Problem, sessions: Sequence[str]):
    """The scenario with these sessions on any day."""
    week = problem.scenario.week
    freed = tuple(
        session.model_copy(update={"day": (*session.day, *(d for d in DAYS if d not in session.day))})
        if session.id in sessions
        else session
        for session in week.sessions
    )
    return problem.scenario.model_copy(update={"week": week.model_copy(update={"sessions": freed})})
