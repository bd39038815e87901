"""Plans one week with rising minutes or sessions, and finds where it starts to be enough."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from functools import cache, partial

from optimizer.constraints.sessions_suit_the_phase import Settings as PhaseSettings
from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Scenario
from optimizer.domain.tiers import TIERS
from optimizer.errors import Complaint, InputError
from optimizer.planning.problems import build_problem
from optimizer.reading.catalog.reader import read_catalog
from optimizer.solve.outcome import NoPlanExists, Outcome, PlanFound
from optimizer.studies.comparing.compare import CompareOptions
from optimizer.studies.frontiers.corners import CornerSearch
from optimizer.studies.frontiers.minutes_demands import Demands, changes_told, demands_of
from optimizer.studies.frontiers.purchases import purchase
from optimizer.studies.frontiers.records import GOALS, Corner, Frontier, OtherDemand, Probe, Step
from optimizer.studies.frontiers.steps import Over, Steps, parse_steps
from optimizer.studies.frontiers.weeks import check_scenario, week_of
from optimizer.studies.solved import Solved, SolvedProblems, in_order
from optimizer.studies.tier_costs import tolerance_of


def frontier(
    scenario: Scenario,
    *,
    minutes: str | None = None,
    sessions: str | None = None,
    catalog: Catalog | None = None,
    options: CompareOptions | None = None,
) -> Frontier:
    """The best week for each of a range of minutes a session, or of sessions a week.

    Parameters
    ----------
    minutes
        ``20:60:5``: every session gets 20, 25 ... 60 minutes.
    sessions
        ``1:5``: one to five sessions like the scenario's first one, on any day.
    options
        How to solve each week, and how many at the same time.

    Raises
    ------
    InputError
        If not exactly one range is given, it is not understood, or the scenario cannot be
        changed so; or if the athlete needs a professional.
    """
    given: dict[Over, str] = {}
    if minutes is not None:
        given["minutes"] = minutes
    if sessions is not None:
        given["sessions"] = sessions
    if len(given) != 1:
        text = "a frontier is over minutes or over sessions, one of the two"
        raise InputError(Complaint("bad-argument", text, hint="give one range, such as 20:60:5"))
    ((over, text),) = given.items()
    return frontier_over(scenario, parse_steps(over, text), catalog or read_catalog(), options)


def frontier_over(
    scenario: Scenario, steps: Steps, catalog: Catalog, options: CompareOptions | None = None
) -> Frontier:
    """The best week for each step, and the corner points between the steps.

    Raises
    ------
    InputError
        If the scenario cannot be changed so, or the athlete needs a professional.
    """
    check_scenario(scenario, steps.over)
    return _Frontier(scenario, steps, catalog, options or CompareOptions()).found()


class _Frontier:
    """One frontier while it is being found."""

    def __init__(
        self, scenario: Scenario, steps: Steps, catalog: Catalog, options: CompareOptions
    ) -> None:
        self._scenario = scenario
        self._over = steps.over
        self._numbers = steps.numbers
        self._every = range(steps.numbers[0], steps.numbers[-1] + 1)
        self._catalog = catalog
        self._solved = SolvedProblems(catalog, options.solving, options.jobs)
        self._demands = cache(self._demands_at)

    def found(self) -> Frontier:
        """All of it."""
        started = time.perf_counter()
        answers = self._solved.outcomes(self._week(number) for number in self._numbers)
        plans = in_order(self._solved.finished, answers, self._solved.jobs)
        solves, between = self._solved.solves, time.perf_counter()
        known = {
            number: answer.outcome for number, answer in zip(self._numbers, answers, strict=True)
        }
        corners = self._corners(known)
        minutes = self._scenario.week.sessions[0].minutes
        return Frontier(
            over=self._over,
            scenario=self._scenario.name,
            session_minutes=minutes if self._over == "sessions" else None,
            sessions_most=_sessions_most(answers[0].problem),
            steps=tuple(self._steps(answers, plans)),
            probes=tuple(self._probes(known)),
            corners=corners,
            demands=tuple(self._other_demands()),
            solves=solves,
            corner_solves=self._solved.solves - solves,
            shared=self._solved.shared,
            tolerances=_tolerances(answers),
            effort={
                "solve_seconds": round(between - started, 3),
                "corner_seconds": round(time.perf_counter() - between, 3),
            },
        )

    def _week(self, number: int) -> Scenario:
        return week_of(self._scenario, self._over, number)

    def _demands_at(self, number: int) -> Demands:
        return demands_of(build_problem(self._week(number), self._catalog))

    def _fits_into(self, fewer: int, more: int) -> bool:
        """Whether every week with fewer minutes is one with more; sessions promise no such."""
        return self._over == "minutes" and self._demands(fewer).fit_into(self._demands(more))

    def _corners(self, known: dict[int, Outcome]) -> tuple[Corner, ...]:
        """The corner points; what was solved for them joins what is known."""

        def solve(number: int) -> Outcome:
            return self._solved.outcome(self._week(number)).outcome

        search = CornerSearch(self._every, known, solve, self._fits_into)
        return tuple(search.corner(goal) for goal in GOALS)

    def _probes(self, known: Mapping[int, Outcome]) -> Iterator[Probe]:
        for number in sorted(set(known) - set(self._numbers)):
            outcome = known[number]
            if isinstance(outcome, PlanFound):
                status = "optimal" if outcome.is_proved else "feasible"
                yield Probe.model_validate(
                    {"number": number, "status": status, "tiers": outcome.tiers}
                )
            else:
                is_proved = isinstance(outcome, NoPlanExists)
                yield Probe(number=number, status="infeasible" if is_proved else "unknown")

    def _steps(self, answers: list[Solved], plans: list[Plan]) -> Iterator[Step]:
        """Every step with what it buys."""
        for at, (number, answer, plan) in enumerate(
            zip(self._numbers, answers, plans, strict=True)
        ):
            step = partial(
                Step,
                number=number,
                status=plan.status,
                plan=plan,
                offered_seconds=sum(slot.limit_seconds for slot in answer.problem.slots),
            )
            if at == 0:
                yield step()
                continue
            before = self._numbers[at - 1]
            is_same = self._fits_into(before, number)
            bought = purchase(
                before,
                (answers[at - 1].problem, plans[at - 1]),
                (answer.problem, plan),
                is_same=is_same,
            )
            yield step(asks_otherwise=self._over == "minutes" and not is_same, buys=bought)

    def _other_demands(self) -> Iterator[OtherDemand]:
        """Where in the range longer sessions are asked for something else."""
        for number in self._every[1:] if self._over == "minutes" else ():
            if not self._fits_into(number - 1, number):
                told = changes_told(self._demands(number - 1), self._demands(number))
                for about, text in told:
                    yield OtherDemand(number=number, about=about, text=text)


def _sessions_most(problem: Problem) -> int:
    own = problem.settings_of(PhaseSettings)
    if not own.enabled:
        return len(problem.slots)
    return problem.sessions_most if own.most is None else own.most


def _tolerances(answers: list[Solved]) -> dict[str, int]:
    """The widest tolerance of each tier over all plans."""
    return {
        tier.id: max(tolerance_of(tier, answer.problem) for answer in answers)
        for tier in TIERS
        if tier.scope == "all plans"
    }
