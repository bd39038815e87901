"""The least number of a range that reaches a goal, with as few solves as the proof allows.

A number that is proved to miss the goal rules out every smaller one whose weeks all fit it. Where
that holds between all numbers, halving the range finds the corner; where more is asked for from
some number on, the numbers before it are searched for themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from optimizer.domain.plan import TierResult
from optimizer.domain.tiers import TIERS
from optimizer.solve.outcome import NoPlanExists, Outcome, PlanFound
from optimizer.studies.frontiers.records import Corner, Goal

Verdict = Literal["yes", "no", "unknown"]
TOLERANCE = {tier.id: tier.tolerance for tier in TIERS}


def verdict(goal: Goal, outcome: Outcome) -> Verdict:
    """Whether an outcome reaches a goal, and whether it is proved that it cannot.

    The bound of the targets holds for weeks that miss as few floors as the week found; where
    floors are relaxed and some are missed, only what is proved about the floors counts.
    """
    if isinstance(outcome, NoPlanExists):
        return "no"
    if not isinstance(outcome, PlanFound):
        return "unknown"
    if goal == "plan":
        return "yes"
    tiers = {tier.id: tier for tier in outcome.tiers}
    floors = _reaches(tiers.get("floors"), 0)
    if floors != "yes":
        return floors
    room = TOLERANCE["targets"] if goal == "within_tolerance" else 0
    return _reaches(tiers.get("targets"), room)


def _reaches(tier: TierResult | None, most: int) -> Verdict:
    if tier is None or tier.value <= most:
        return "yes"
    return "no" if tier.bound > most else "unknown"


@dataclass
class CornerSearch:
    """Looks for the corner points of a range.

    Parameters
    ----------
    numbers
        Every number of the range, rising.
    known
        What is solved already; what the search solves joins it.
    solve
        Solves a number.
    fits_into
        Whether every week with the first number, the smaller one, is one with the second too.
    """

    numbers: Sequence[int]
    known: dict[int, Outcome]
    solve: Callable[[int], Outcome]
    fits_into: Callable[[int, int], bool]

    def corner(self, goal: Goal) -> Corner:
        """The least number that reaches the goal."""
        while True:
            least = self._least(goal)
            below = [one for one in self.numbers if least is None or one < least]
            missing = [one for one in below if not self._follows(goal, one, "no", self.numbers)]
            asked = [one for one in missing if not self._follows(goal, one, "unknown", below)]
            if not asked:
                return Corner(
                    goal=goal,
                    number=least,
                    proved=not missing,
                    open=tuple(missing),
                    fails_again=self._fails_again(goal, least),
                )
            middle = asked[len(asked) // 2]
            self.known[middle] = self.solve(middle)

    def _verdicts(self, goal: Goal) -> dict[int, Verdict]:
        return {one: verdict(goal, outcome) for one, outcome in sorted(self.known.items())}

    def _least(self, goal: Goal) -> int | None:
        reached = (one for one, said in self._verdicts(goal).items() if said == "yes")
        return next(reached, None)

    def _follows(self, goal: Goal, number: int, said: Verdict, among: Sequence[int]) -> bool:
        """Whether something is said of a number, or of one of these that offers more.

        What is proved impossible there is impossible here; what was given up there is not tried.
        """
        return any(
            one == number or (one > number and self.fits_into(number, one))
            for one, found in self._verdicts(goal).items()
            if found == said and one in among
        )

    def _fails_again(self, goal: Goal, least: int | None) -> tuple[int, ...]:
        said = self._verdicts(goal)
        return tuple(one for one in said if least is not None and one > least and said[one] == "no")
