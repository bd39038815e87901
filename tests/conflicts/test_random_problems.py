"""Random tiny scenarios: a plan that passes the check, or a conflict that enumeration confirms."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.constraints import every_rule
from optimizer.domain.plan import Plan
from optimizer.domain.plan_writer import Chosen, write_sessions
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.scenario import Day, Pin, Targets
from optimizer.planning.problems import build_problem
from optimizer.planning.scenario_lines import line_of
from optimizer.solve.any_week import any_week
from optimizer.solve.build import build_direct, session_classes
from optimizer.solve.conflict import Conflict, find_conflicts
from optimizer.solve.cp_sat import Answer, call, new_solver
from optimizer.solve.ledger import keeps
from optimizer.solve.limits import Limits
from optimizer.solve.members import BY_PLACE, EVERYWHERE, Member
from optimizer.solve.oracle import Oracle
from optimizer.solve.outcome import NoPlanExists, PlanFound
from optimizer.solve.two_layer import solve_two_layer
from optimizer.solve.unfiltered import unfiltered
from optimizer.verify import verify
from tests.oracle.tiny_problems import Asked, larger_problems, tiny_problems
from tests.worlds import problem, run, session

SETS = (0, 2, 3)
"""Sets that a beginner's usual range allows."""
ALL_SETS = (0, 1, 2, 3, 4, 10)
PLANS_MOST = 30_000
a_few = settings(max_examples=max(5, settings.default.max_examples // 4))  # type: ignore[union-attr]


@st.composite
def tight_problems(draw: st.DrawFn, asked: st.SearchStrategy[Asked]) -> Asked:
    """Problems with pins and floors that often cannot be kept."""
    known = draw(asked).problem
    rows = [row.id for row in known.catalog.exercises if row.is_work]
    pins = [
        Pin(session=slot.id, exercise=row, sets=draw(st.sampled_from((None, 3, 6, 9))))
        for slot in known.slots
        for row in draw(st.lists(st.sampled_from(rows), max_size=2, unique=True))
    ]
    muscles = [muscle.id for muscle in known.catalog.muscles]
    floors = draw(st.dictionaries(st.sampled_from(muscles), st.sampled_from((1, 4, 9)), max_size=2))
    targets = Targets.model_validate(
        {"muscles": {muscle: {"floor": floor} for muscle, floor in floors.items()}}
    )
    changes = {"pin": tuple(pins), "targets": targets}
    return Asked(build_problem(known.scenario.model_copy(update=changes), known.catalog))


def source(asked: Problem, member: Member) -> tuple[int, str]:
    """The line that a member comes from."""
    line = line_of(asked, member)
    return line.rank, line.name


def conflicts_of(asked: Problem) -> tuple[Conflict, ...]:
    """Conflicts with no wall-clock limit in the way."""
    return find_conflicts(asked, Limits(), lambda member: source(asked, member))


Way = tuple[tuple[int, ...], int, Day | None]
"""Sets by exercise, stage of the preparation, and day; without a day it does not take place."""


def options(asked: Problem, slot: Slot, sets: tuple[int, ...]) -> list[Way]:
    """Every way to fill a session, legal or not."""
    rows = [row.id for row in asked.candidates]
    stages = range(len(asked.preparation_of(slot)))
    ways: list[Way] = list(product(product(sets, repeat=len(rows)), stages, slot.days))
    return [*ways, ((), 0, None)] if slot.id in asked.optional_sessions else ways


def plans(asked: Problem, sets: tuple[int, ...]) -> Iterator[Plan]:
    """Every plan with these numbers of sets."""
    rows = [row.id for row in asked.candidates]
    for ways in product(*(options(asked, slot, sets) for slot in asked.slots)):
        chosen: dict[tuple[str, str], int] = {}
        stages: dict[str, int] = {}
        days: dict[str, Day] = {}
        for slot, (numbers, stage, day) in zip(asked.slots, ways, strict=True):
            if day is not None:
                chosen.update({(r, slot.id): n for r, n in zip(rows, numbers, strict=True) if n})
                stages[slot.id], days[slot.id] = stage, day
        yield Plan(sessions=write_sessions(asked, Chosen(chosen, stages, days)))


def breaks(asked: Problem, plan: Plan, rules: set[str]) -> bool:
    """Whether the plan breaks one of these rules, by their own checks."""
    return any(
        next(iter(rule.violations(asked, plan)), None) is not None
        for rule in every_rule()
        if rule.id in rules
    )


def holds_together(asked: Problem, members: frozenset[Member]) -> bool:
    """Whether the members hold together in a fresh model, without ledgers and week layer."""
    classes = session_classes(asked)
    demanded = build_direct(asked, classes)[0].poster.posted
    barring = {rule.id for rule in every_rule() if rule.bars and rule.kind == "day"}
    rows = asked.catalog.exercise_by_id

    def keep(demand: tuple[str, str]) -> bool:
        rule, where = demand
        _, _, rest = where.partition(" ")
        if rule in barring and rest:
            line = {"never_exercises_stay_out": rest, "equipment_is_at_hand": "home"}
            ladder = rows[rest].ladder
            line["ladder_rungs_are_unlocked"] = ladder.family if ladder else EVERYWHERE
            return (rule, line.get(rule, EVERYWHERE)) in members
        if demand not in demanded and where.rpartition(" ")[2] not in rows:
            return False
        return (rule, where if rule in BY_PLACE else EVERYWHERE) in members

    model = build_direct(unfiltered(asked), classes, keep=keep)[0].poster.model
    answer = call(model, new_solver(Limits(deterministic_seconds=20.0))).answer
    assert answer is not Answer.UNKNOWN
    return answer is not Answer.INFEASIBLE


def check_conflict(asked: Problem, conflict: Conflict) -> None:
    """Impossible as a whole; possible without any one line."""
    assert not holds_together(asked, frozenset(conflict.members))
    for line in conflict.lines if conflict.is_minimal else ():
        assert holds_together(asked, frozenset(conflict.members) - frozenset(line)), line


@pytest.mark.slow
@a_few
@given(asked=tight_problems(tiny_problems()))
def test_a_plan_or_a_conflict_that_enumeration_confirms(asked: Asked) -> None:
    """Without a plan, every week that can be written breaks a rule of each conflict."""
    tiny = asked.problem
    outcome = solve_two_layer(tiny, Limits())
    if isinstance(outcome, PlanFound):
        plan = Plan(sessions=write_sessions(tiny, outcome.chosen))
        assert verify(tiny, plan).violations == ()
        assert conflicts_of(tiny) == ()
        return
    assert isinstance(outcome, NoPlanExists)
    conflicts = conflicts_of(tiny)
    assert conflicts
    for conflict in conflicts:
        check_conflict(tiny, conflict)
        rules = {rule for rule, _ in conflict.members}
        sets = SETS if "sets_stay_in_range" in rules else ALL_SETS
        if prod(len(options(tiny, slot, sets)) for slot in tiny.slots) <= PLANS_MOST:
            assert all(breaks(tiny, plan, rules) for plan in plans(tiny, sets))


@a_few
@given(asked=tight_problems(larger_problems()))
def test_conflicts_of_larger_problems_share_no_line(asked: Asked) -> None:
    """Each is confirmed by a fresh model, and what they leave holds together."""
    larger = asked.problem
    conflicts = conflicts_of(larger)
    members = [member for conflict in conflicts for member in conflict.members]
    assert len(members) == len(set(members))
    for conflict in conflicts:
        check_conflict(larger, conflict)
    rest = frozenset(Oracle(larger, Limits()).members) - frozenset(members)
    assert holds_together(larger, rest)


@a_few
@given(asked=tight_problems(larger_problems()))
def test_what_a_remembered_week_keeps_is_possible(asked: Asked) -> None:
    """The rows that a found week breaks are those of demands that were not asked for."""
    larger = asked.problem
    oracle = Oracle(larger, Limits())
    everything = frozenset(oracle.members)
    half = frozenset(list(oracle.members)[::2])
    for members in (half, everything):
        if oracle.is_impossible(members, 2.0) is False:
            assert holds_together(larger, members)
            assert any(keeps(broken, members) for broken in oracle._weeks)


def test_any_week_is_legal_or_none() -> None:
    """The quick question finds a week that passes the check, and none where there is none."""
    easy = problem(targets={"floors": "relaxed"})
    chosen = any_week(easy, Limits())
    assert chosen is not None
    assert verify(easy, Plan(sessions=write_sessions(easy, chosen))).violations == ()
    pin = {"session": "mon", "exercise": "air_squat", "sets": 9}
    assert any_week(problem(sessions=(session("mon", 10),), pin=(pin,)), Limits()) is None


def test_days_that_clash_are_named() -> None:
    """Two sessions that share one day, and nothing else, are in conflict."""
    day: Day = "wed"
    asked = problem(
        sessions=(session("mon", days=(day,)), session("thu", days=(day,))),
        runs=(run("sun"),),
        targets={"floors": "relaxed"},
    )
    (conflict,) = conflicts_of(asked)
    assert conflict.members == (("sessions_stand_on_different_days", "wed"),)
    assert conflict.is_minimal
