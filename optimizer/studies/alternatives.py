"""Several good weeks that differ from one another, each verified, each within a stated loss."""

from __future__ import annotations

from dataclasses import dataclass, replace

from optimizer.domain.catalog import Catalog
from optimizer.domain.choice import Choice
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Scenario
from optimizer.domain.tiers import TIERS
from optimizer.planning.problems import build_problem
from optimizer.planning.solving import SolveOptions, solve
from optimizer.solve.limits import Limits
from optimizer.solve.outcome import NoPlanExists, Outcome, PlanFound
from optimizer.solve.two_layer import solve_two_layer
from optimizer.solve.within import solve_within
from optimizer.studies.comparing.differences import differences
from optimizer.studies.finishing import finished
from optimizer.studies.tier_costs import measured_tiers, tolerance_of

RULE = "week_differs_from_others"


@dataclass(frozen=True)
class Wish:
    """How many further weeks, how different, and how much worse they may be.

    Attributes
    ----------
    count
        Plans besides the best one.
    differ
        Exercises that each of two plans holds and the other does not.
    loss_percent
        How much worse than the best plan a tier may be, in per cent of its value, besides the
        tolerance that the best plan has as well.
    """

    count: int
    differ: int = 3
    loss_percent: float = 5.0


def solve_with_alternatives(
    scenario: Scenario, catalog: Catalog, wish: Wish, options: SolveOptions | None = None
) -> Plan:
    """The best plan of a scenario, with ``alternatives`` to it.

    Every alternative keeps all rules, stays under the ceilings that ``choice`` states, and
    differs from the best plan and from every other alternative as wished. Each is the best week
    that does so, by the tiers in their order, where such a week is within the loss.
    """
    options = options or SolveOptions()
    best = solve(scenario, catalog, options)
    if best.status not in ("optimal", "feasible"):
        return best
    limits = Limits(
        seconds=options.seconds,
        seed=options.seed,
        report=options.progress or (lambda _: None),
        stop=options.stop,
    )
    problem = build_problem(scenario, catalog)
    ceilings = loss_ceilings(problem, best, wish.loss_percent)
    search = _Search(problem, wish, ceilings, limits)
    found, ended_by = search.run(best)
    choice = Choice(
        asked=wish.count,
        differ=wish.differ,
        loss_percent=wish.loss_percent,
        ceilings=ceilings,
        ended_by=ended_by,
    )
    return best.model_copy(update={"choice": choice, "alternatives": tuple(found)})


def loss_ceilings(problem: Problem, best: Plan, loss_percent: float) -> dict[str, int]:
    """How high each tier over all plans may be: the best plan's, its tolerance and the loss."""
    values = measured_tiers(problem, best)
    return {
        tier.id: int(values[tier.id] * (100 + loss_percent) / 100) + tolerance_of(tier, problem)
        for tier in TIERS
        if tier.scope == "all plans" and tier.id in values
    }


@dataclass(frozen=True)
class _Search:
    """The search for one alternative after the other."""

    problem: Problem
    wish: Wish
    ceilings: dict[str, int]
    limits: Limits

    def run(self, best: Plan) -> tuple[list[Plan], str | None]:
        """Alternatives to the best plan, and what ended the search before all were found."""
        found: list[Plan] = []
        while len(found) < self.wish.count:
            if self.limits.is_over:
                return found, self.limits.reason
            problem = self._differing([best, *found])
            plan, ended_by = self._next(problem)
            if plan is None:
                return found, ended_by
            number = len(found) + 1
            found.append(
                plan.model_copy(
                    update={
                        "scenario": f"{best.scenario} (alternative {number})",
                        "changes": differences(best.sessions, plan.sessions, problem.catalog),
                        "provenance": best.provenance,
                    }
                )
            )
        return found, None

    def _differing(self, known: list[Plan]) -> Problem:
        """The problem of a week that differs from those that are known."""
        scenario = self.problem.scenario
        weeks = tuple(tuple(sorted(exercises_of(plan))) for plan in known)
        own = {"weeks": (*_weeks_of(scenario), *weeks), "exercises": self.wish.differ}
        constraints = {**scenario.constraints, RULE: own}
        changed = scenario.model_copy(update={"constraints": constraints})
        return build_problem(changed, self.problem.catalog)

    def _next(self, problem: Problem) -> tuple[Plan | None, str]:
        """The best further plan within the loss, or what ended the search."""
        limits = replace(self.limits, report=lambda _: None)
        outcome = solve_two_layer(problem, limits)
        if isinstance(outcome, NoPlanExists):
            return None, "no other plan differs as much"
        plan = self._within(problem, outcome)
        if plan is None and not self._is_hopeless(outcome):
            plan = self._within(problem, solve_within(problem, self.ceilings, limits))
        if plan is not None:
            return plan, ""
        if self._is_hopeless(outcome):
            return None, "no other plan within the loss differs as much"
        return None, self.limits.reason

    def _within(self, problem: Problem, outcome: Outcome) -> Plan | None:
        """The finished plan of an outcome, if it is within the loss."""
        if not isinstance(outcome, PlanFound):
            return None
        plan = finished(problem, outcome)
        values = measured_tiers(problem, plan)
        fits = all(values[tier] <= most for tier, most in self.ceilings.items())
        return plan if fits else None

    def _is_hopeless(self, outcome: Outcome) -> bool:
        """Whether it is proved that no further plan is within the loss."""
        if not isinstance(outcome, PlanFound) or not outcome.tiers:
            return False
        first = outcome.tiers[0]
        return first.bound > self.ceilings.get(first.id, first.bound)


def exercises_of(plan: Plan) -> frozenset[str]:
    """The exercises of a week."""
    return frozenset(item.exercise for session in plan.sessions for item in session.items)


def _weeks_of(scenario: Scenario) -> tuple[tuple[str, ...], ...]:
    """Other weeks that the scenario itself wants to differ from."""
    settings = scenario.constraints.get(RULE)
    if settings is None:
        return ()
    given = settings if isinstance(settings, dict) else settings.model_dump()
    return tuple(tuple(week) for week in given.get("weeks", ()))
