"""Why a scenario has no plan and what would mend it, or what shapes the plan that it has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.planning.exclusions import funnel
from optimizer.planning.files import read_scenario
from optimizer.planning.problems import build_problem
from optimizer.planning.repairs.costs import TABLE
from optimizer.planning.solving import SolveOptions, solve
from optimizer.reading.catalog.reader import read_catalog
from optimizer.solve.limits import Limits
from optimizer.studies.explaining.binding import limits_of
from optimizer.studies.explaining.explanation import Cost, Explanation
from optimizer.studies.explaining.one_more import worths
from optimizer.studies.explaining.only_cover import only_covers


def explain(
    scenario: Scenario, catalog: Catalog, options: SolveOptions | None = None
) -> Explanation:
    """Explain a scenario.

    Without a plan: conflicts that share no line, each proved impossible, and repairs by rising
    cost, each shown by a plan. With a plan: the lines without room, what a single exercise
    covers, and what five more minutes or one more item would buy, shown by solving.

    Raises
    ------
    InternalError
        If a plan breaks a rule in the independent check: a bug.
    """
    options = replace(options or SolveOptions(), closest=False)
    plan = solve(scenario, catalog, options)
    return explanation_of(scenario, catalog, plan, options)


def explanation_of(
    scenario: Scenario, catalog: Catalog, plan: Plan, options: SolveOptions
) -> Explanation:
    """The explanation of a scenario whose plan, or lack of one, is known."""
    problem = build_problem(scenario, catalog)
    frame = Explanation(
        scenario=plan.scenario,
        athlete=plan.athlete,
        status=plan.status,
        stopped_by=plan.stopped_by,
        conflict=plan.conflict,
        conflict_is_minimal=plan.conflict_is_minimal,
        repairs=plan.repairs,
        tiers=plan.tiers,
        funnel=funnel(problem),
        excluded=plan.excluded,
    )
    if plan.status == "infeasible":
        costs = tuple(Cost(kind=kind, points=points, text=text) for kind, points, text in TABLE)
        return frame.model_copy(update={"costs": costs})
    if not plan.sessions:
        return frame
    limits = Limits(seconds=options.seconds, seed=options.seed, stop=options.stop)
    return frame.model_copy(
        update={
            "limits": limits_of(problem, plan, limits, options.locate),
            "only": only_covers(problem, plan),
            "worth": tuple(worths(problem, plan, options)),
        }
    )


def explain_file(
    path: Path | str, catalog: Catalog | None = None, options: SolveOptions | None = None
) -> Explanation:
    """Explain a scenario file; conflicts and repairs name its lines.

    Raises
    ------
    InputError
        If the file or the catalog cannot be used.
    """
    known = catalog or read_catalog()
    file = read_scenario(Path(path), known)
    given = replace(options or SolveOptions(), scenario_sha256=file.sha256, locate=file.position)
    return explain(file.scenario, known, given)
