"""Why no plan exists: a small set of demands that cannot hold together, confirmed both ways.

Instead of asking CP-SAT for a core, the model is built again with fewer demands until none can
be left out (QuickXplain, Junker 2004). Models without guard literals are presolved far better:
on the gallery, guarded cores held a hundred demands and took minutes to shrink.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from ortools.sat.python import cp_model

from optimizer.domain.problem import Problem
from optimizer.errors import InternalError
from optimizer.model.poster import Demand, Keep
from optimizer.solve.build import build_direct, build_week, session_classes
from optimizer.solve.cp_sat import Answer, call, new_solver
from optimizer.solve.limits import Limits

NAMED_RULES = (
    "session_fits_in_time",
    "pins_are_kept",
    "muscles_reach_their_floor",
    "required_patterns_are_trained",
    "planes_are_covered_in_the_week",
    "planes_are_covered_in_each_session",
    "sessions_train_the_whole_body",
    "muscles_stay_under_their_cap",
)
"""Rules whose single demands mean something to the user; the others are named as a whole."""

EVERYWHERE = "everywhere"
CHECK_DETERMINISTIC_SECONDS = 0.1
"""Deterministic time of one question; near the edge of the possible a proof can take minutes."""
Item = TypeVar("Item")
Build = Callable[[Keep], tuple[cp_model.CpModel, Sequence[Demand]]]


@dataclass(frozen=True)
class Conflict:
    """Demands that cannot hold together; ``is_minimal`` if dropping any one was proved to help."""

    demands: tuple[Demand, ...]
    is_minimal: bool


@dataclass
class Examiner:
    """Asks one formulation whether some demands can hold together."""

    build: Build
    limits: Limits
    doubts: int = field(default=0)

    def is_impossible(self, keep: Keep) -> bool:
        """Whether the demands that ``keep`` lets through are proved impossible together."""
        model, _ = self.build(keep)
        short = replace(self.limits, deterministic_seconds=CHECK_DETERMINISTIC_SECONDS)
        answer = call(model, new_solver(short)).answer
        self.doubts += answer is Answer.UNKNOWN
        return answer is Answer.INFEASIBLE

    def demands(self) -> Sequence[Demand]:
        """Everything that the full model demands."""
        return self.build(lambda _: True)[1]


def find_conflict(problem: Problem, limits: Limits) -> Conflict | None:
    """A minimal conflict of an impossible problem; None if a limit came first.

    The week layer is asked first; only where the totals alone are possible are the single
    sessions asked.
    """
    classes = session_classes(problem)

    def week(keep: Keep) -> tuple[cp_model.CpModel, Sequence[Demand]]:
        poster = build_week(problem, classes, keep=keep).poster
        return poster.model, list(poster.posted)

    def days(keep: Keep) -> tuple[cp_model.CpModel, Sequence[Demand]]:
        poster = build_direct(problem, classes, keep=keep)[0].poster
        return poster.model, list(poster.posted)

    for build in (week, days):
        examiner = Examiner(build, limits)
        if examiner.is_impossible(lambda _: True):
            return _minimal(examiner)
    return None


def _minimal(examiner: Examiner) -> Conflict:
    """First the rules that are needed, then the single demands of those that name them."""
    rules = list(dict.fromkeys(rule for rule, _ in examiner.demands()))
    rules.sort(key=_rank)
    needed = quick_xplain(
        lambda chosen: examiner.is_impossible(lambda demand: demand[0] in chosen), [], rules
    )
    whole = [rule for rule in needed if rule not in NAMED_RULES]
    single = [
        demand for demand in examiner.demands() if demand[0] in needed and demand[0] in NAMED_RULES
    ]
    single.sort(key=lambda demand: (_rank(demand[0]), demand[1]))

    def clash(chosen: Sequence[Demand]) -> bool:
        picked = set(chosen)
        return examiner.is_impossible(lambda demand: demand[0] in whole or demand in picked)

    demands = quick_xplain(clash, [], single)
    if not clash(demands):
        if examiner.doubts:
            return Conflict(tuple(single), is_minimal=False)
        raise InternalError("a shrunken conflict turned out to be possible")
    members = (*demands, *((rule, EVERYWHERE) for rule in whole))
    return Conflict(members, is_minimal=examiner.doubts == 0)


def quick_xplain(
    clash: Callable[[Sequence[Item]], bool], background: list[Item], items: Sequence[Item]
) -> list[Item]:
    """A minimal subset of ``items`` that clashes with the background; earlier ones preferred.

    The whole of ``items`` must clash with the background.
    """
    if clash(background):
        return []
    return _explain(clash, background, [], list(items))


def _explain(
    clash: Callable[[Sequence[Item]], bool],
    background: list[Item],
    added: list[Item],
    items: list[Item],
) -> list[Item]:
    if added and clash(background):
        return []
    if len(items) <= 1:
        return items
    half = len(items) // 2
    first, second = items[:half], items[half:]
    needed_second = _explain(clash, [*background, *first], first, second)
    needed_first = _explain(clash, [*background, *needed_second], needed_second, first)
    return [*needed_first, *needed_second]


def _rank(rule: str) -> tuple[int, str]:
    """Rules that name what the user can change come first."""
    rank = NAMED_RULES.index(rule) if rule in NAMED_RULES else len(NAMED_RULES)
    return (rank, rule)
