"""Settings of the rules about days that lie at, just below or just above what a plan holds."""

from __future__ import annotations

from typing import Any

from optimizer.domain.plan import Plan, PlannedSession
from optimizer.domain.problem import Problem
from optimizer.domain.week_clock import (
    days_apart,
    days_to_race,
    hours_after_run,
    hours_from_session_to_run,
)


def placement_near(problem: Problem, plan: Plan, near: Any) -> dict[str, dict[str, Any]]:
    """Windows between sessions, runs and races near those of the plan."""

    def window(value: float, lowest: int, highest: int) -> int:
        """The wider, the stricter: as far below the value as a cap would be above it."""
        return int(max(lowest, min(highest, 2 * int(value) - near(value, lowest, highest))))

    return {
        "no_heavy_legs_before_key_runs": _before_runs(problem, plan, window),
        "runs_come_first_on_shared_days": {"least_hours": window(_pause(problem, plan), 0, 12)},
        "heavy_legs_rest_between": {"days_apart": window(_gap(plan), 1, 3)},
        "jumps_are_spaced": {"days_apart": window(_gap(plan), 1, 3)},
        "races_find_fresh_legs": _before_races(problem, plan, window),
        "sessions_suit_the_phase": {"most": _sessions(problem, plan, near)},
    }


def _start(problem: Problem, session: PlannedSession) -> str | None:
    return problem.slot_by_id[session.id].start


def _before_runs(problem: Problem, plan: Plan, window: Any) -> dict[str, int]:
    gaps = [
        hours_from_session_to_run(
            session.day, _start(problem, session), problem.slot_by_id[session.id].minutes, run
        )
        for session in plan.sessions
        for run in problem.key_runs
    ]
    hours = min((gap for gap in gaps if gap is not None), default=24.0)
    history = problem.scenario.history
    return {
        "window_hours": window(hours, 0, 96),
        "new_days": window(2, 0, 4),
        "first_weeks": window(history.weeks_trained if history else 1, 0, 26),
    }


def _pause(problem: Problem, plan: Plan) -> float:
    pauses = [
        hours_after_run(session.day, _start(problem, session), run)
        for session in plan.sessions
        for run in problem.key_runs
    ]
    return min((pause for pause in pauses if pause is not None), default=3.0)


def _gap(plan: Plan) -> int:
    days = [session.day for session in plan.sessions]
    gaps = [days_apart(one, other) for one in days for other in days if one != other]
    return min(gaps, default=2)


def _before_races(problem: Problem, plan: Plan, window: Any) -> dict[str, int]:
    start = problem.scenario.week.start_date
    left = [
        days_to_race(start, session.day, race)
        for session in plan.sessions
        for race in problem.scenario.week.races
        if start is not None
    ]
    days = min((gap for gap in left if gap >= 0), default=3)
    windows = ("heavy_days", "marathon_heavy_days", "landing_days", "leg_days")
    minor = ("minor_heavy_days", "minor_leg_days")
    return {name: window(days, 0, 21) for name in (*windows, *minor)}


def _sessions(problem: Problem, plan: Plan, near: Any) -> int:
    """Sessions at most; fewer than are offered where the plan leaves one out."""
    planned, offered = len(plan.sessions), len(problem.slots)
    most = offered if planned == offered else offered - 1
    return int(min(near(planned, 0, 7), most))
