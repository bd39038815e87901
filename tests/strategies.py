"""Hypothesis strategies: small scenarios of many kinds, and arbitrary plans, legal or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from optimizer.constraints import every_rule
from optimizer.domain.exercise import LEVELS, PLANES, Exercise
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import DAYS, Day, Scenario
from optimizer.planning.problems import build_problem
from tests.framing_rows import framing_rows
from tests.near_caps import ILLEGAL_AND_LEGAL, Slack, settings_near, targets_near
from tests.worlds import catalog_with, plan_of

CATALOG = catalog_with(*framing_rows())
WORK = tuple(row.id for row in CATALOG.exercises if row.is_work)
EVERY_ROW = tuple(row.id for row in CATALOG.exercises)
FAMILIES = tuple(sorted({row.ladder.family for row in CATALOG.exercises if row.ladder}))
MUSCLES = tuple(muscle.id for muscle in CATALOG.muscles)
ALWAYS_ON = ("exercises_suit_the_age", "pains_are_respected")
SWITCHABLE = tuple(rule.id for rule in every_rule() if rule.id not in ALWAYS_ON)
THEMES = tuple(
    tuple(
        row.id
        for row in CATALOG.exercises
        if row.is_work and set(row.pattern.every) & set(group.patterns)
    )
    for group in CATALOG.pattern_groups
)
"""Exercises that serve one pattern group: too many of them in a session break several rules."""
PHASES = (*("base",) * 5, "build", "peak", "taper", "race_week", "post_race", "maintenance")
MINUTES = (20, 29, 30, 31, 45, 60)
CLOCKS = (None, "07:00", "07:40", "11:00", "18:30")
"""A session at 07:40 is straight after a run of half an hour at 07:00."""
PLACES: dict[str, dict[str, Any]] = {
    "home": {"kit": "home"},
    "bare": {"kit": "bodyweight"},
    "odd": {"kit": "home", "equipment": {"dumbbell": 1, "step": 1}, "without": ["chair"]},
    "gym": {"kit": "home", "equipment": {"barbell": 1, "foam_roller": 1}},
    "single": {"equipment": {"dumbbell": 1, "resistance_band": 1}},
}

RACES = tuple(
    {"date": f"2026-03-{date:02}", "distance": distance, "priority": priority}
    for date in (2, 4, 8, 9, 12)
    for distance, priority in (("10 km", "A"), ("marathon", "A"), ("5 km", "C"))
)
"""Races on three days of the week that starts on 2 March, and on two days of the week after."""

Chosen = dict[tuple[str, str], int]
Days = dict[str, Day | None]


class Case:
    """A problem with a plan for it: sets by exercise and session, stages and days by session.

    A session whose day is None does not take place. Not a dataclass, for Hypothesis would
    print every field of the problem.
    """

    def __init__(
        self, problem: Problem, chosen: Chosen, stages: dict[str, int], days: Days
    ) -> None:
        self.problem = problem
        self.chosen = chosen
        self.stages = stages
        self.days = days

    def __repr__(self) -> str:
        given = self.problem.scenario.model_dump(exclude_defaults=True, exclude={"places"})
        return f"Case({given}, {self.chosen}, {self.stages}, {self.days})"

    @property
    def plan(self) -> Plan:
        """The plan as the planner would write it."""
        return plan_of(self.problem, self.chosen, self.stages, self.days)

    @property
    def held(self) -> tuple[str, ...]:
        """The sessions that take place, in the problem's order."""
        return tuple(slot.id for slot in self.problem.slots if self.days[slot.id] is not None)

    def only(self, may_hold: Callable[[Exercise, str], bool]) -> Case:
        """The same without the exercises that their session may not hold."""
        rows = CATALOG.exercise_by_id
        kept = {key: n for key, n in self.chosen.items() if may_hold(rows[key[0]], key[1])}
        return Case(self.problem, kept, self.stages, self.days)


def few(values: tuple[Any, ...], most: int = 2) -> st.SearchStrategy[list[Any]]:
    """Up to ``most`` different values."""
    return st.lists(st.sampled_from(values), max_size=most, unique=True)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value, or None."""
    return st.none() | strategy


def athletes() -> st.SearchStrategy[dict[str, Any]]:
    """Athletes of every level with pains, unlocked rungs, hatreds and likes."""
    pains = tuple(pain.id for pain in CATALOG.pains if not pain.refuse)
    report = st.fixed_dictionaries(
        {"id": st.sampled_from(pains), "score": st.sampled_from((None, 0, 3, 5, 6))}
    )
    return st.fixed_dictionaries(
        {
            "level": st.sampled_from(LEVELS),
            "phase": st.sampled_from(PHASES),
            "age": st.sampled_from((None, None, 16, 55, 65)),
            "pains": st.lists(report, max_size=1),
            "unlocked": st.dictionaries(st.sampled_from(FAMILIES), st.integers(0, 3), max_size=2),
            "never": few(EVERY_ROW),
            "likes": few(WORK),
            "one_rep_max_kg": st.sampled_from(({}, {"goblet_squat": 40.0})),
        }
    )


@st.composite
def weeks(draw: st.DrawFn, minutes: tuple[int, ...] = MINUTES) -> dict[str, Any]:
    """One to three sessions, often alike, on one day or on several, with runs and races."""
    names = draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=3, unique=True))
    are_alike = draw(st.integers(0, 3)) > 0
    shape = st.fixed_dictionaries(
        {
            "minutes": st.sampled_from(minutes),
            "start": st.sampled_from(CLOCKS),
            "place": st.sampled_from(("home", *PLACES)),
            "cool_down_minutes": st.sampled_from((0, 0, 3)),
            "rolling_minutes": st.sampled_from((None, 0, 2)),
        }
    )
    first = draw(shape)
    run = st.fixed_dictionaries(
        {
            "day": st.sampled_from(DAYS),
            "kind": st.sampled_from(("easy", "long", "tempo")),
            "minutes": st.sampled_from((30, 89, 90)),
            "start": st.sampled_from(CLOCKS),
        }
    )
    sessions = [
        {"id": name, "day": draw(days_from(name)), **(first if are_alike else draw(shape))}
        for name in names
    ]
    return {
        "start_date": "2026-03-02",
        "sessions": sessions,
        "runs": draw(st.lists(run, max_size=2)),
        "races": draw(st.lists(st.sampled_from(RACES), max_size=1)),
    }


@st.composite
def days_from(draw: st.DrawFn, first: Day) -> list[Day]:
    """A day, and often one or two others."""
    others = draw(st.lists(st.sampled_from(DAYS), max_size=2, unique=True))
    return list(dict.fromkeys([first, *others]))


def targets() -> st.SearchStrategy[dict[str, Any]]:
    """Hard or relaxed floors, with a few floors and targets of one's own."""
    numbers = st.sampled_from((0, 0.5, 1, 1.3, 2.25, 4))
    demand = st.fixed_dictionaries({"floor": maybe(numbers), "target": maybe(numbers)})
    return st.fixed_dictionaries(
        {
            "floors": st.sampled_from(("hard", "relaxed")),
            "muscles": st.dictionaries(st.sampled_from(MUSCLES), demand, max_size=2),
            "planes": st.dictionaries(st.sampled_from(PLANES), demand, max_size=1),
        }
    )


@st.composite
def scenarios(
    draw: st.DrawFn, minutes: tuple[int, ...] = MINUTES, most_off: int = 1, most_pins: int = 1
) -> Scenario:
    """Small scenarios; some rules may be switched off."""
    week = draw(weeks(minutes))
    ids = tuple(session["id"] for session in week["sessions"])
    pin = st.fixed_dictionaries(
        {
            "session": st.sampled_from(ids),
            "exercise": st.sampled_from(WORK),
            "sets": st.sampled_from((None, 1, 2, 5)),
        }
    )
    history = st.fixed_dictionaries(
        {
            "weeks_trained": st.sampled_from((0, 3, 4)),
            "weeks_off": st.sampled_from((0, 0, 3)),
            "known": st.sampled_from(((), (), WORK[::2])),
        }
    )
    return Scenario.model_validate(
        {
            "format": 1,
            "name": "drawn",
            "athlete": draw(athletes()),
            "history": draw(maybe(history)),
            "week": week,
            "places": PLACES,
            "targets": draw(targets()),
            "pin": draw(st.lists(pin, max_size=most_pins)),
            "constraints": {rule: {"enabled": False} for rule in draw(few(SWITCHABLE, most_off))},
        }
    )


@st.composite
def days_of(draw: st.DrawFn, problem: Problem) -> Days:
    """A day for every session; sessions that may stay empty sometimes do."""
    return {
        slot.id: draw(
            st.sampled_from(
                (*slot.days, None) if slot.id in problem.optional_sessions else slot.days
            )
        )
        for slot in problem.slots
    }


@st.composite
def choices(draw: st.DrawFn, problem: Problem) -> tuple[Chosen, dict[str, int], Days]:
    """Any sets of any exercises, up to six in a session, any preparation stages and any days."""
    chosen: Chosen = {}
    rows: list[str] = []
    days = draw(days_of(problem))
    held = [slot for slot in problem.slots if days[slot.id] is not None]
    for slot in held:
        usable = tuple(row.id for row in problem.candidates if problem.can_use(row, slot.id))
        pools = (usable, usable, WORK, draw(st.sampled_from(THEMES)))
        pool = draw(st.sampled_from(pools)) or WORK
        is_repeat = draw(st.integers(0, 2)) == 0
        if not (is_repeat and rows):
            rows = draw(st.lists(st.sampled_from(pool), max_size=6, unique=True))
        chosen |= {(row, slot.id): draw(st.integers(1, 5)) for row in rows}
    for pin in problem.scenario.pin:
        if days[pin.session] is not None and draw(st.booleans()):
            chosen[pin.exercise, pin.session] = pin.sets or draw(st.integers(1, 3))
    return chosen, {slot.id: draw(st.integers(0, 2)) for slot in held}, days


@st.composite
def cases(draw: st.DrawFn, slack: Slack = ILLEGAL_AND_LEGAL, most_off: int = 1) -> Case:
    """Any plan, with caps and floors at, just below and just above what it holds.

    ``slack`` lists how far each cap lies above the plan, and each floor below it.
    """
    bare = build_problem(draw(scenarios(most_off=most_off)), CATALOG)
    chosen, stages, days = draw(choices(bare))
    plan = plan_of(bare, chosen, stages, days)
    scenario = bare.scenario
    near = draw(settings_near(bare, plan, slack))
    given = {**near, **scenario.constraints}
    aims = draw(targets_near(bare, plan, slack))
    changed = scenario.model_copy(update={"constraints": given, "targets": aims})
    return Case(build_problem(changed, CATALOG), chosen, stages, days)
