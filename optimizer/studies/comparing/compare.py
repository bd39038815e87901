"""Plans one week under several sets of equipment, or several weeks, and tells them apart.

Each column is solved on its own, equal problems once. Then every column but the first is solved
again for the week nearest to the first column's among those that are as good, so that what differs
is what has to.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.domain.tiers import TIERS
from optimizer.planning.solving import SolveOptions
from optimizer.reading.catalog.reader import read_catalog
from optimizer.solve.outcome import PlanFound
from optimizer.studies.comparing.comparison import Because, Column, Comparison, Difference
from optimizer.studies.comparing.differences import differences
from optimizer.studies.comparing.nearest import (
    Nearest,
    cause,
    kept,
    nearest,
    nearest_plan,
    still_held,
    unchanged,
)
from optimizer.studies.comparing.standing import Week, best_of, standing
from optimizer.studies.comparing.variants import Variant, kit_variants, stock_of
from optimizer.studies.coverage_changes import coverage_changes
from optimizer.studies.solved import Solved, SolvedProblems, in_order
from optimizer.studies.tier_costs import tolerance_of


@dataclass(frozen=True)
class CompareOptions:
    """How to compare: how to solve each column, and how many at the same time.

    ``solving.seconds`` are those of each solve.
    """

    solving: SolveOptions = field(default_factory=lambda: SolveOptions(closest=False))
    jobs: int = 1


def compare(
    scenario: Scenario,
    kits: Sequence[str],
    catalog: Catalog | None = None,
    options: CompareOptions | None = None,
) -> Comparison:
    """One scenario under several sets of equipment.

    Parameters
    ----------
    kits
        One column each: a kit (``gym``), a kit file, ``own``, edits of what a place has
        (``+table -dumbbell``), each with its place in front where there are several
        (``home=gym``).

    Raises
    ------
    InputError
        If a kit is not understood or two are the same; or if the athlete needs a professional.
    """
    known = catalog or read_catalog()
    return compare_variants(kit_variants(scenario, kits, known), known, options)


def compare_variants(
    variants: Sequence[Variant],
    catalog: Catalog,
    options: CompareOptions | None = None,
) -> Comparison:
    """Several scenarios side by side."""
    options = options or CompareOptions()
    started = time.perf_counter()
    solved = SolvedProblems(catalog, options.solving, options.jobs)
    answers = solved.outcomes(variant.scenario for variant in variants)
    plans = in_order(solved.finished, answers, options.jobs)
    columns = _columns(variants, answers, plans, catalog)
    between = time.perf_counter()
    columns, weeks, searches = _nearer(columns, answers, options)
    columns, best = _with_standing(columns, weeks)
    is_one = len({_without_places(variant.scenario) for variant in variants}) == 1
    return Comparison(
        kind="kits" if is_one else "scenarios",
        columns=tuple(columns),
        best=best,
        solves=solved.solves,
        shared=solved.shared,
        re_solves=searches,
        tolerances=_tolerances(answers),
        effort={
            "solve_seconds": round(between - started, 3),
            "re_solve_seconds": round(time.perf_counter() - between, 3),
        },
    )


def _tolerances(answers: Sequence[Solved]) -> dict[str, int]:
    """The widest tolerance of each tier over all plans."""
    return {
        tier.id: max(tolerance_of(tier, answer.problem) for answer in answers)
        for tier in TIERS
        if tier.scope == "all plans"
    }


def _without_places(scenario: Scenario) -> str:
    return scenario.model_dump_json(exclude={"places"})


def _columns(
    variants: Iterable[Variant], answers: Sequence[Solved], plans: Sequence[Plan], catalog: Catalog
) -> list[Column]:
    """The columns as each was solved on its own."""
    names: dict[str, str] = {}
    columns = []
    for variant, answer, plan in zip(variants, answers, plans, strict=True):
        first = names.setdefault(answer.key, variant.name)
        columns.append(
            Column(
                name=variant.name,
                scenario=variant.scenario.name,
                equipment=stock_of(variant.scenario, catalog),
                status=plan.status,
                plan=plan,
                shares_solve_with=first if first != variant.name else None,
            )
        )
    return columns


def _nearer(
    columns: list[Column], answers: Sequence[Solved], options: CompareOptions
) -> tuple[list[Column], list[Week], int]:
    """The columns with the weeks that are nearest to that of the first column with a plan.

    Equal problems share one search, and a week that can stay needs none; the last number is how
    many there were.
    """
    places = [number for number, column in enumerate(columns) if column.has_plan]
    found = list(columns)
    searches: dict[str, Solved] = {}
    if places:
        first, same = columns[places[0]], answers[places[0]]
        for number in places[1:]:
            searches.setdefault(answers[number].key, answers[number])
        by_key = {same.key: unchanged(same.problem, first.plan)}
        searches.pop(same.key, None)
        for key, answer in tuple(searches.items()):
            stays = _kept(answer, first.plan)
            if stays is not None:
                by_key[key] = stays
                del searches[key]
        near = in_order(
            lambda answer: _search(answer, first.plan, options),
            list(searches.values()),
            options.jobs,
        )
        by_key.update(zip(searches, near, strict=True))
        for number in places[1:]:
            answer = answers[number]
            found[number] = _near(columns[number], answer, first, by_key[answer.key])
    weeks = [
        Week(found[at].name, answers[at].problem, found[at].plan, columns[at].plan) for at in places
    ]
    return found, weeks, len(searches)


def _kept(answer: Solved, given: Plan) -> Nearest | None:
    assert isinstance(answer.outcome, PlanFound)
    return kept(answer.problem, answer.outcome, given)


def _search(answer: Solved, given: Plan, options: CompareOptions) -> Nearest:
    assert isinstance(answer.outcome, PlanFound)
    return nearest(answer.problem, answer.outcome, given, options.solving.limits)


def _near(column: Column, answer: Solved, first: Column, found: Nearest) -> Column:
    """The column with the week nearest to the first one's, and what differs."""
    problem, outcome = answer.problem, answer.outcome
    assert isinstance(outcome, PlanFound)
    plan = nearest_plan(problem, outcome, first.plan, found)
    shown = plan.model_copy(update={"provenance": column.plan.provenance})
    changes = shown.changes
    assert changes is not None
    alone = differences(first.plan.sessions, column.plan.sessions, problem.catalog)
    difference = Difference(
        against=first.name,
        changes=changes,
        changes_least=found.changes_least,
        forced=tuple(
            Because(change=line, because=cause(problem, line))
            for line in changes.lines
            if line.kind != "kept"
        ),
        free=tuple(
            line
            for line in alone.of_kind("removed", "replaced", "moved")
            if still_held(shown.sessions, line)
        ),
        coverage=coverage_changes(first.plan.coverage, shown.coverage),
    )
    is_same = shown.sessions == column.plan.sessions
    best = None if is_same else column.plan
    return column.model_copy(update={"plan": shown, "best": best, "difference": difference})


def _with_standing(columns: list[Column], weeks: list[Week]) -> tuple[list[Column], str | None]:
    """The columns with where each stands against the best one, and that one's name."""
    best = best_of(weeks)
    if best is None:
        return columns, None
    by_name = {week.name: week for week in weeks}
    placed = [
        column.model_copy(update={"standing": standing(best, by_name[column.name])})
        if column.name in by_name and column.name != best.name
        else column
        for column in columns
    ]
    return placed, best.name
