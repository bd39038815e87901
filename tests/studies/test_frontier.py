"""A frontier's corner points are those of a scan, and what a step buys is told honestly."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

import optimizer
from optimizer.domain.plan import Plan, TierResult
from optimizer.domain.plan_coverage import Coverage, MuscleCoverage
from optimizer.domain.problem import Problem
from optimizer.errors import InputError
from optimizer.solve.outcome import Outcome, PlanFound
from optimizer.studies.comparing.compare import CompareOptions
from optimizer.studies.frontiers.corners import verdict
from optimizer.studies.frontiers.frontier import frontier, frontier_over
from optimizer.studies.frontiers.purchases import purchase
from optimizer.studies.frontiers.records import GOALS, Frontier
from optimizer.studies.frontiers.steps import Steps, parse_steps
from optimizer.studies.frontiers.weeks import week_of
from optimizer.studies.solved import SolvedProblems
from tests.worlds import problem, run, scenario, session, small_catalog

LEVEL = {"level": "intermediate"}


@cache
def over_minutes(text: str) -> Frontier:
    """The frontier of an intermediate's small world."""
    return frontier(scenario(athlete=LEVEL), minutes=text, catalog=small_catalog())


@cache
def scanned(first: int, last: int) -> dict[int, Outcome]:
    """Every minute of a range, each solved."""
    numbers = range(first, last + 1)
    weeks = [week_of(scenario(athlete=LEVEL), "minutes", number) for number in numbers]
    answers = SolvedProblems(small_catalog()).outcomes(weeks)
    return {number: one.outcome for number, one in zip(numbers, answers, strict=True)}


@pytest.mark.slow
@pytest.mark.parametrize(("text", "first", "last"), [("23:26:3", 23, 26), ("43:51:8", 43, 51)])
def test_corner_points_equal_a_scan(text: str, first: int, last: int) -> None:
    """Minute by minute the same least numbers come out.

    Where a week is short by less than the tolerance, the search ends before the least is known;
    then what the scan finds is not ruled out.
    """
    found, scan = over_minutes(text), scanned(first, last)
    for goal in GOALS:
        reached = [number for number, one in scan.items() if verdict(goal, one) == "yes"]
        least, corner = min(reached, default=None), found.corner(goal)
        if corner.proved:
            assert corner.number == least
            below = [number for number in scan if least is None or number < least]
            assert all(verdict(goal, scan[number]) != "yes" for number in below)
        else:
            assert goal == "within_tolerance"
            assert least is None or least in (*corner.open, corner.number)


def test_an_infeasible_beginning() -> None:
    """Steps without a plan carry their conflict; the first that has one buys a plan."""
    found = over_minutes("23:26:3")
    first, second = found.steps
    assert (first.status, first.has_plan, first.plan.sessions) == ("infeasible", False, ())
    assert first.plan.conflict
    assert first.plan.closest is None
    assert second.buys is not None
    assert (second.buys.kind, second.buys.proved, second.buys.against) == ("plan", True, 23)
    assert found.corner("plan").number == 25
    assert found.corner("covered").number is None
    assert found.corner("covered").proved
    assert [probe.number for probe in found.probes] == sorted(
        probe.number for probe in found.probes
    )
    assert found.solves == 2
    assert found.corner_solves == len(found.probes) > 0


def test_what_is_asked_for_changes_at_45() -> None:
    """The step over 45 minutes is marked, and measured by other demands."""
    found = over_minutes("43:51:8")
    assert [step.asks_otherwise for step in found.steps] == [False, True]
    asked = [(one.number, one.about) for one in found.demands]
    assert asked == [(45, "main_lifts"), (45, "certain_lifts")]
    last = found.steps[-1].buys
    assert last is not None
    assert (last.kind, last.is_same_measure, last.proved) == ("better", False, False)
    assert found.corner("covered").number == 50


def test_shorter_weeks_fit_longer_sessions() -> None:
    """Where nothing else is asked for, no bound rises over a value: the claim behind halving."""
    scan = scanned(43, 51)
    for fewer, more in pairwise(scan):
        before, after = scan[fewer], scan[more]
        assert isinstance(before, PlanFound)
        assert isinstance(after, PlanFound)
        if more != 45:
            assert after.tiers[0].bound <= before.tiers[0].value
    first, second = scan[44], scan[45]
    assert isinstance(first, PlanFound)
    assert isinstance(second, PlanFound)
    assert second.tiers[0].bound > first.tiers[0].bound


def test_jobs_change_nothing() -> None:
    """The answer is the same with two jobs."""
    again = frontier(
        scenario(athlete=LEVEL),
        minutes="23:26:3",
        catalog=small_catalog(),
        options=CompareOptions(jobs=2),
    )
    texts = []
    for one in (over_minutes("23:26:3"), again):
        steps = [
            step.model_copy(update={"plan": step.plan.model_copy(update={"effort": {}})})
            for step in one.steps
        ]
        texts.append(one.model_copy(update={"effort": {}, "steps": tuple(steps)}).model_dump_json())
    assert texts[0] == texts[1]


def test_sessions_stand_on_any_day() -> None:
    """So many copies of the first session, without a start; all else stays."""
    given = scenario(
        sessions=(session("mon", 40, start="18:00"), session("thu", 30, "bare")),
        runs=(run("tue", "tempo"),),
    )
    found = week_of(given, "sessions", 3)
    assert [one.id for one in found.week.sessions] == ["s1", "s2", "s3"]
    assert {one.minutes for one in found.week.sessions} == {40}
    assert {one.place for one in found.week.sessions} == {"home"}
    assert all(len(one.day) == 7 and one.start is None for one in found.week.sessions)
    assert found.week.runs == given.week.runs
    assert [one.minutes for one in week_of(given, "minutes", 55).week.sessions] == [55, 55]
    assert [one.day for one in week_of(given, "minutes", 55).week.sessions] == [
        one.day for one in given.week.sessions
    ]


def test_sessions_a_week() -> None:
    """The phase leaves sessions free; every number of the range is solved."""
    found = frontier_over(
        scenario(athlete={"phase": "peak"}), Steps("sessions", (1, 3)), small_catalog()
    )
    assert (found.over, found.session_minutes, found.sessions_most) == ("sessions", 45, 2)
    assert [len(step.plan.sessions) for step in found.steps] == [1, 2]
    assert [probe.number for probe in found.probes] in ([2], [])
    assert found.demands == ()
    assert not found.steps[1].asks_otherwise
    assert found.steps[1].buys is not None
    assert not found.steps[1].buys.is_same_measure


def test_pins_hold_sessions_fast() -> None:
    """A pin names a session that another number of sessions does not have."""
    pinned = scenario(pin=({"session": "mon", "exercise": "goblet_squat"},))
    with pytest.raises(InputError, match="goblet_squat in mon") as caught:
        frontier_over(pinned, parse_steps("sessions", "1:2"), small_catalog())
    assert caught.value.complaints[0].code == "bad-argument"
    assert "wanted_exercises_are_planned" in caught.value.complaints[0].hint
    empty = scenario(week={"sessions": ()})
    with pytest.raises(InputError, match="no session"):
        frontier_over(empty, parse_steps("minutes", "20:30"), small_catalog())


def test_exactly_one_range() -> None:
    """Neither none nor both; the function is offered by the package."""
    assert optimizer.frontier is frontier
    for minutes, sessions in ((None, None), ("20:30", "1:2")):
        with pytest.raises(InputError, match="one of the two"):
            frontier(scenario(), minutes=minutes, sessions=sessions, catalog=small_catalog())


def plan(value: int, bound: int, quality: tuple[int, int] = (0, 0), sets: float = 1) -> Plan:
    """A plan so many points short of target, with what is proved."""
    tiers = tuple(
        TierResult(
            id=name,
            unit="points",
            value=reached,
            bound=least,
            proved=reached <= least + 40,
            scope="all plans",
            tolerance=40 if reached else 0,
        )
        for name, reached, least in (("targets", value, bound), ("quality", *quality))
    )
    muscle = MuscleCoverage(id="soleus", sets=sets, direct_sets=sets, floor=1, target=3)
    return Plan(status="optimal", tiers=tiers, coverage=Coverage(muscles=(muscle,)))


def bought(before: Plan, after: Plan, *, is_same: bool = True) -> tuple[str, bool]:
    """Kind and proof of a step."""
    one: Problem = problem()
    found = purchase(20, (one, before), (one, after), is_same=is_same)
    return found.kind, found.proved


def test_what_is_proved_of_a_step() -> None:
    """A step is proved to buy where the bound before is above what it reaches."""
    assert bought(plan(200, 180), plan(100, 90)) == ("better", True)
    assert bought(plan(200, 180), plan(100, 90), is_same=False) == ("better", False)
    assert bought(plan(200, 90), plan(100, 90)) == ("better", False)
    assert bought(plan(60, 60), plan(30, 30)) == ("nothing", False)
    assert bought(plan(100, 90), plan(200, 180)) == ("worse", False)
    assert bought(plan(0, 0, (900, 900)), plan(0, 0, (100, 100))) == ("better", True)
    assert bought(plan(0, 0, (900, 900)), plan(20, 0, (100, 100))) == ("better", False)


def test_steps_without_a_plan() -> None:
    """A plan at all, none any more, none still, and what is not known."""
    nothing, unknown = Plan(status="infeasible"), Plan(status="unknown", stopped_by="time limit")
    assert bought(nothing, plan(0, 0)) == ("plan", True)
    assert bought(plan(0, 0), nothing) == ("no_plan", True)
    assert bought(nothing, nothing) == ("nothing", True)
    assert bought(unknown, plan(0, 0)) == ("unknown", False)
    assert bought(plan(0, 0), unknown) == ("unknown", False)


def test_gains_are_what_was_short() -> None:
    """Muscles under their target that get more."""
    one = problem()
    found = purchase(20, (one, plan(200, 180)), (one, plan(0, 0, sets=2.5)), is_same=True)
    assert [(gain.id, gain.before, gain.after) for gain in found.gains] == [("soleus", 1, 2.5)]
    full = purchase(20, (one, plan(200, 180, sets=3)), (one, plan(0, 0, sets=4)), is_same=True)
    assert full.gains == ()
