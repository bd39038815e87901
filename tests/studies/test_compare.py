"""A comparison tells what is proved, what is forced, and what each kit is asked for."""

from __future__ import annotations

from functools import cache

import pytest

from optimizer.domain.changes import Change
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.planning.problems import build_problem
from optimizer.planning.solving import SolveOptions, solve
from optimizer.studies.comparing.compare import CompareOptions, compare, compare_variants
from optimizer.studies.comparing.comparison import Column, Comparison
from optimizer.studies.comparing.differences import differences
from optimizer.studies.comparing.nearest import still_held
from optimizer.studies.comparing.standing import Week, best_of, standing
from optimizer.studies.comparing.variants import kit_variants, scenario_variants
from optimizer.studies.tier_costs import measured_tiers
from optimizer.verify import verify
from tests.planning.gallery import GALLERY, catalog, problem_of

BY_NAME = {path.stem: path for path in GALLERY}
HOME = "home_two_sessions_tempo_and_long_run"
RICHER = "+suspension_trainer"
KITS = ("own", "minimal", RICHER, "+broomstick")


@cache
def comparison() -> Comparison:
    """The home scenario under four kits, the last of which changes nothing."""
    return compare(problem_of(BY_NAME[HOME]).scenario, KITS, catalog())


@cache
def problems() -> dict[str, Problem]:
    """The problem of each column."""
    variants = kit_variants(problem_of(BY_NAME[HOME]).scenario, KITS, catalog())
    return {one.name: build_problem(one.scenario, catalog()) for one in variants}


def over_all(plan: Plan) -> dict[str, int]:
    """Values of the tiers over all plans."""
    return {tier.id: tier.value for tier in plan.tiers if tier.scope == "all plans"}


def test_every_week_is_as_good_as_its_best() -> None:
    """The week shown breaks no rule, is measured right, and is as good as the best one.

    Where the week of the first column stays, it differs from the best one by no more than the
    tolerances; else it is proved within them.
    """
    for column in comparison().columns:
        problem = problems()[column.name]
        alone = solve(problem.scenario, catalog())
        best = column.best or column.plan
        assert best.sessions == alone.sessions
        assert verify(problem, column.plan).violations == ()
        values = measured_tiers(problem, column.plan)
        assert {tier.id: tier.value for tier in column.plan.tiers if tier.id in values} == values
        stays = column.difference is not None and not column.difference.changes.count
        was = {tier.id: tier for tier in alone.tiers}
        for tier in column.plan.tiers:
            if tier.scope == "all plans":
                best_tier, room = was[tier.id], comparison().tolerances[tier.id]
                assert tier.bound == best_tier.bound
                assert not tier.proved or tier.value <= tier.bound + room
                assert tier.proved or (stays and tier.value <= best_tier.value + room)


def test_solves_are_counted_apart() -> None:
    """Four columns, three problems, and a search only where the first week cannot stay."""
    found = comparison()
    assert (found.solves, found.shared, found.re_solves) == (3, 1, 1)
    assert [one.shares_solve_with for one in found.columns] == [None, None, None, "own"]
    assert found.columns[3].plan.sessions == found.columns[0].plan.sessions


def test_a_week_that_can_stay_stays() -> None:
    """A suspension trainer adds nothing, so nothing is forced; what its week gave up is free."""
    richer = comparison().column(RICHER)
    assert richer.difference is not None
    assert (richer.difference.changes.count, richer.difference.changes.count_proved) == (0, True)
    assert richer.difference.forced == ()
    assert richer.best is not None
    assert richer.difference.free


def test_forced_changes_lead_from_one_week_to_the_other() -> None:
    """They are the differences of the weeks; those with a cause cannot be helped."""
    first = comparison().columns[0]
    assert first.difference is None
    for column in comparison().columns[1:]:
        found = column.difference
        assert found is not None
        assert found.against == "own"
        told = differences(first.plan.sessions, column.plan.sessions, catalog())
        assert found.changes.lines == told.lines
        lines = tuple(line for line in told.lines if line.kind != "kept")
        assert tuple(one.change for one in found.forced) == lines
        assert found.changes_least <= found.changes.count
        assert found.changes.count_proved == (found.changes_least == found.changes.count)
        for one in found.forced:
            assert bool(one.because) == lost(problems()[column.name], one.change)


def lost(problem: Problem, line: Change) -> bool:
    """Whether the session cannot hold what it held."""
    if line.kind not in ("removed", "replaced", "moved") or line.exercise is None:
        return False
    return not problem.can_use(catalog().exercise_by_id[line.exercise], line.session)


def test_free_changes_are_kept_in_the_week_shown() -> None:
    """The best week alone gave them up, and the week shown holds them."""
    free = 0
    for column in comparison().columns[1:]:
        found = column.difference
        assert found is not None
        best = column.best or column.plan
        for line in found.free:
            assert not still_held(best.sessions, line)
            assert still_held(column.plan.sessions, line)
        free += len(found.free)
    assert free > 0


def test_no_week_has_fewer_changes_than_are_proved() -> None:
    """The best week on its own changes at least as much as the one shown."""
    first = comparison().columns[0]
    for column in comparison().columns[1:]:
        assert column.difference is not None
        best = column.best or column.plan
        alone = differences(first.plan.sessions, best.sessions, catalog())
        assert column.difference.changes.count <= alone.count


def test_weights_are_asked_for_only_where_they_are() -> None:
    """Minimal is behind for what it cannot offer; a trainer adds nothing that is asked for."""
    found = comparison()
    assert found.best == "own"
    minimal, richer = (found.column(name).standing for name in ("minimal", RICHER))
    assert minimal is not None
    assert richer is not None
    assert {one.kind for one in minimal.asks_less} == {"loaded", "lift"}
    assert minimal.relation == "asked less"
    assert "dumbbell" in minimal.lacks["home"]
    assert richer.relation == "tie"
    assert richer.proved
    assert (richer.lets_in > 0, richer.keeps_out) == (True, 0)


def test_a_gym_is_asked_for_a_heavy_lift() -> None:
    """What barbell and leg press are for makes the gym's week the best."""
    found = compare(problem_of(BY_NAME[HOME]).scenario, ("own", "gym"), catalog())
    own = found.column("own").standing
    assert found.best == "gym"
    assert own is not None
    assert [(one.kind, one.id) for one in own.asks_less] == [("lift", "heavy")]


def test_a_worse_column_says_what_is_proved() -> None:
    """A higher bound than the best column's value; what is short stands under its goal."""
    scenario = problem_of(BY_NAME["hotel_room_on_a_work_trip"]).scenario
    targets = scenario.targets.model_copy(update={"floors": "relaxed"})
    short = tuple(
        session.model_copy(update={"minutes": 15}) for session in scenario.week.sessions[:1]
    )
    week = scenario.week.model_copy(update={"sessions": short})
    hurried = scenario.model_copy(update={"targets": targets, "week": week})
    found = compare(hurried, ["bodyweight -stair", "gym"], catalog())
    assert all(column.has_plan for column in found.columns)
    for column in found.columns:
        behind = column.standing
        if behind is None or behind.deciding is None:
            continue
        best = found.column(found.best or "")
        first = behind.deciding
        assert first.after == over_all(column.plan)[first.id]
        assert first.before == over_all(best.plan)[first.id]
        assert behind.proved == (first.before < (first.bound or 0)) or not behind.proved
        for one in behind.short:
            assert one.after < one.target
            assert one.after < one.before


def weeks(first: dict[str, int], second: dict[str, int]) -> tuple[Week, Week]:
    """Two columns of one problem whose weeks have these tiers, each its own bound."""
    column = comparison().columns[0]
    made = []
    for name, values in (("one", first), ("other", second)):
        tiers = tuple(
            tier.model_copy(
                update={"value": values.get(tier.id, 0), "bound": values.get(tier.id, 0)}
            )
            for tier in column.plan.tiers
        )
        plan = column.plan.model_copy(update={"tiers": tiers})
        made.append(Week(name, problems()["own"], plan, plan))
    return made[0], made[1]


@pytest.mark.parametrize(
    ("first", "second", "best", "relation"),
    [
        ({"targets": 0}, {"targets": 41}, "one", "worse"),
        ({"targets": 41}, {"targets": 0}, "other", "worse"),
        ({"targets": 0}, {"targets": 40}, "one", "tie"),
        ({"targets": 30}, {"targets": 20, "quality": 500}, "one", "trade"),
        ({"targets": 20, "quality": 500}, {"targets": 30}, "one", "trade"),
        ({"spacing": 1}, {"minutes": 4000}, "other", "worse"),
        ({"minutes": 5000}, {"minutes": 5200}, "one", "tie"),
        ({"variety": 5}, {"variety": 0}, "one", "tie"),
    ],
)
def test_what_beats_what(
    first: dict[str, int], second: dict[str, int], best: str, relation: str
) -> None:
    """The first tier beyond its tolerance decides, unless an earlier one pays for it."""
    both = weeks(first, second)
    found = best_of(both)
    assert found is not None
    assert found.name == best
    other = next(week for week in both if week.name != best)
    assert standing(found, other).relation == relation


@pytest.mark.slow
def test_impossible_columns_keep_their_conflict() -> None:
    """The others are compared all the same."""
    scenario = problem_of(BY_NAME["impossible_lats_without_a_bar"]).scenario
    found = compare(scenario, ["own", "gym", "bodyweight"], catalog())
    assert [column.status for column in found.columns] == ["infeasible", "optimal", "infeasible"]
    assert found.best == "gym"
    assert found.re_solves == 0
    for column in (found.columns[0], found.columns[2]):
        assert column.plan.conflict
        assert column.plan.repairs
        assert (column.difference, column.standing) == (None, None)


@pytest.mark.slow
def test_a_pin_that_a_kit_cannot_serve_is_a_conflict() -> None:
    """Not an error of the argument: the scenario alone could keep the pin."""
    scenario = problem_of(BY_NAME["advanced_gym_with_known_maxima"]).scenario
    found = compare(scenario, ["own", "home"], catalog())
    assert found.columns[1].status == "infeasible"
    assert any(one.rule == "pins_are_kept" for one in found.columns[1].plan.conflict)


@pytest.mark.slow
def test_whole_scenarios_are_compared() -> None:
    """Even with other sessions: what differs is told, and the kind says what it is."""
    named = [
        (name, problem_of(BY_NAME[name]).scenario)
        for name in ("home_two_sessions_tempo_and_long_run", "minimal_kit_three_short_sessions")
    ]
    found = compare_variants(scenario_variants(named), catalog())
    assert found.kind == "scenarios"
    difference = found.columns[1].difference
    assert difference is not None
    assert difference.changes.count > 0


@pytest.mark.slow
def test_jobs_change_no_byte() -> None:
    """But for run times, three jobs answer as one."""
    scenario = problem_of(BY_NAME[HOME]).scenario
    alone, together = (
        without_times(compare(scenario, KITS[:3], catalog(), CompareOptions(jobs=jobs)))
        for jobs in (1, 3)
    )
    assert alone == together


def without_times(found: Comparison) -> str:
    """The comparison as text, without run times."""

    def timeless(plan: Plan | None) -> Plan | None:
        return plan.model_copy(update={"effort": {}}) if plan else None

    columns: list[Column] = [
        column.model_copy(update={"plan": timeless(column.plan), "best": timeless(column.best)})
        for column in found.columns
    ]
    return found.model_copy(update={"effort": {}, "columns": tuple(columns)}).model_dump_json()


def test_a_stop_leaves_columns_without_an_answer() -> None:
    """They say what stopped them, and nothing is proved."""
    solving = SolveOptions()
    solving.stop.request()
    scenario = problem_of(BY_NAME[HOME]).scenario
    found = compare(scenario, ["own", "gym"], catalog(), CompareOptions(solving))
    assert [column.status for column in found.columns] == ["unknown", "unknown"]
    assert found.best is None
