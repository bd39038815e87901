"""Settings of rules that lie at, just below or just above what a plan holds."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import strategies as st

from optimizer.domain.credit import plane_half_credits, quarter_sets
from optimizer.domain.exercise import PLANES, Exercise
from optimizer.domain.plan import Plan, PlannedItem, PlannedSession
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import MuscleTarget, PlaneTarget, Targets
from tests.near_days import placement_near

Slack = tuple[int, ...]
ILLEGAL_AND_LEGAL: Slack = (-1, 0, 1)
LEGAL: Slack = (0, 1)
SMALL = ("calf", "ankle", "foot", "hip_abduction")
Line = tuple[Exercise, PlannedItem, str]


def within(value: float, lowest: int, highest: int) -> int:
    """The whole number nearest to a value between two others."""
    return max(lowest, min(highest, int(value)))


def lines_of(problem: Problem, session: PlannedSession) -> list[Line]:
    """Rows, items and places of a session."""
    rows = problem.catalog.exercise_by_id
    return [(rows[item.exercise], item, session.place) for item in session.items]


def rows_of(problem: Problem, session: PlannedSession) -> list[Exercise]:
    """Rows of a session, its drills included."""
    drills = [drill.exercise for drill in session.preparation]
    ids = [*drills, *(item.exercise for item in session.items)]
    return [problem.catalog.exercise_by_id[row] for row in ids]


def contacts(problem: Problem, lines: list[Line]) -> float:
    """Counted contacts of some lines."""
    halves = (
        item.sets * problem.prescription(row, place).half_contacts_per_set
        for row, item, place in lines
    )
    return sum(halves) / 2


def lower_body_sets(lines: list[Line]) -> int:
    """Lower-body strength sets of some lines."""
    return sum(
        item.sets
        for row, item, _ in lines
        if row.role == "strength"
        and row.region in ("lower", "full")
        and row.pattern.primary not in SMALL
    )


def side_sets(lines: list[Line], patterns: tuple[str, ...], *, primary_only: bool) -> int:
    """Sets of the lines that serve some pattern."""

    def serves(row: Exercise) -> bool:
        own = (row.pattern.primary,) if primary_only else row.pattern.every
        return any(pattern in patterns for pattern in own)

    return sum(item.sets for row, item, _ in lines if serves(row))


def ratio_percent(one: int, other: int) -> int:
    """How much the greater side is against 100 of the smaller one."""
    return within(100 * max(one, other) / max(1, min(one, other)), 100, 1000)


def _ratios(problem: Problem, lines: list[Line]) -> dict[str, int]:
    groups = {group.id: group.patterns for group in problem.catalog.pattern_groups}

    def ratio(one: str, other: str, *, primary_only: bool) -> int:
        return ratio_percent(
            *(side_sets(lines, groups[side], primary_only=primary_only) for side in (one, other))
        )

    return {
        "push_and_pull_are_balanced": ratio("push", "pull", primary_only=False),
        "knee_and_hip_work_are_balanced": ratio("knee_dominant", "hip_dominant", primary_only=True),
    }


@st.composite
def settings_near(
    draw: st.DrawFn, problem: Problem, plan: Plan, slack: Slack
) -> dict[str, dict[str, Any]]:
    """Settings of every rule that has a cap, near what the plan holds, or the defaults."""

    def near(value: float, lowest: int, highest: int) -> int:
        return within(value + draw(st.sampled_from(slack)), lowest, highest)

    sessions = [lines_of(problem, session) for session in plan.sessions] or [[]]
    week = [line for lines in sessions for line in lines]
    settings: dict[str, dict[str, Any]] = {
        "session_volume_is_capped": {
            "working_sets": near(max(sum(i.sets for _, i, _ in own) for own in sessions), 1, 60),
            "lower_body_sets": near(max(lower_body_sets(own) for own in sessions), 0, 60),
            "exercises": near(max(len(own) for own in sessions), 1, 30),
        },
        "landings_are_capped_a_session": {
            "contacts": near(max(contacts(problem, own) for own in sessions), 0, 400)
        },
        "landings_are_capped_a_week": {"contacts": near(contacts(problem, week), 0, 1000)},
        "exercise_repeats_are_capped": {"most": near(_most_common(r.id for r, _, _ in week), 1, 7)},
        "two_exercises_of_a_pattern_a_session": {
            "most": near(
                max(_most_common(_pattern_and_muscles(own)) for own in sessions),
                1,
                9,
            )
        },
        "sets_stay_in_range": {"least": draw(st.integers(1, 4))},
        "difficulty_suits_the_level": {
            "highest": near(max((row.difficulty for row, _, _ in week), default=1), 1, 5)
        },
        "muscles_stay_under_their_cap": {"sets": _muscle_caps(problem, week, near)},
        **placement_near(problem, plan, near),
        **_session_settings(problem, plan, near),
    }
    for rule, percent in _ratios(problem, week).items():
        settings[rule] = {"ratio_percent": near(percent, 100, 1000)}
    usual = draw(st.lists(st.sampled_from(sorted(settings)), unique=True))
    return {rule: own for rule, own in settings.items() if rule not in usual}


def _pattern_and_muscles(lines: list[Line]) -> list[tuple[str, frozenset[str]]]:
    return [(row.pattern.primary, frozenset(row.muscles.direct)) for row, _, _ in lines]


def _most_common(values: Any) -> int:
    return max(Counter(values).values(), default=0)


def _muscle_caps(problem: Problem, week: list[Line], near: Any) -> dict[str, int]:
    caps = {}
    for muscle in problem.catalog.muscles[:4]:
        quarters = sum(item.sets * quarter_sets(row, muscle.id) for row, item, _ in week)
        caps[muscle.id] = near(quarters / 4, 0, 60)
    return caps


def _session_settings(problem: Problem, plan: Plan, near: Any) -> dict[str, dict[str, Any]]:
    spares = [session.limit_seconds - session.seconds for session in plan.sessions]
    spare = min(spares, default=0)
    credits = [
        sum(plane_half_credits(row, plane) for row in rows_of(problem, session))
        for session in plan.sessions
        for plane in PLANES
    ]
    least = min(credits, default=0)
    longest = max(slot.minutes for slot in problem.slots)
    return {
        "session_fits_in_time": {
            "spare_seconds": within(2 * spare - near(spare, 0, 3600), 0, 3600)
        },
        "planes_are_covered_in_each_session": {
            "from_minutes": near(longest, 0, 240),
            "credit": within(2 * least - near(least, 0, 8), 0, 8) / 2,
        },
        "sessions_train_the_whole_body": {"from_minutes": near(longest, 0, 240)},
    }


@st.composite
def targets_near(draw: st.DrawFn, problem: Problem, plan: Plan, slack: Slack) -> Targets:
    """The scenario's targets, with floors of two muscles and a plane near what the plan holds."""
    own = problem.scenario.targets
    lines = [line for session in plan.sessions for line in lines_of(problem, session)]
    muscles, planes = dict(own.muscles), dict(own.planes)
    names = tuple(muscle.id for muscle in problem.catalog.muscles)
    for muscle in draw(st.lists(st.sampled_from(names), max_size=2)):
        quarters = sum(item.sets * quarter_sets(row, muscle) for row, item, _ in lines)
        floor = within(quarters - draw(st.sampled_from(slack)), 0, 160) / 4
        muscles[muscle] = MuscleTarget(floor=floor)
    for plane in draw(st.lists(st.sampled_from(PLANES), max_size=1)):
        halves = sum(plane_half_credits(row, plane) for row, _, _ in lines)
        floor = within(halves - draw(st.sampled_from(slack)), 0, 80) / 2
        planes[plane] = PlaneTarget(floor=floor)
    return own.model_copy(update={"muscles": muscles, "planes": planes})
