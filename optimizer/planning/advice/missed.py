"""What a plan misses of its floors and of its sessions' demands, said loudly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from optimizer.constraints import every_rule
from optimizer.domain.plan import Plan
from optimizer.domain.problem import Problem
from optimizer.planning.advice.shut_days import ShutGroup, better_days, shut_groups
from optimizer.planning.plain_words import DAY_NAMES, listed

SESSION_DEMANDS = ("planes_are_covered_in_each_session", "sessions_train_the_whole_body")
"""Rules of single sessions that relaxed floors switch off."""


def missed(problem: Problem, plan: Plan) -> Iterator[str]:
    """Floors, required patterns and demands of sessions that the plan does not reach."""
    yield from _weekly_floors(problem, plan)
    yield from _patterns(problem, plan)
    yield from _sessions(problem, plan)


def _weekly_floors(problem: Problem, plan: Plan) -> Iterator[str]:
    muscles = [
        f"{problem.catalog.muscle_by_id[muscle.id].name} {muscle.sets:g} of {muscle.floor:g}"
        for muscle in plan.coverage.muscles
        if muscle.sets < muscle.floor
    ]
    if muscles:
        yield f"MISSED, weekly sets below the floor: {', '.join(muscles)}."
    planes = [
        f"{plane.id} {plane.credit:g} of {plane.floor:g}"
        for plane in plan.coverage.planes
        if plane.credit < plane.floor
    ]
    if planes:
        yield f"MISSED, weekly credit of planes below the floor: {', '.join(planes)}."


def _patterns(problem: Problem, plan: Plan) -> Iterator[str]:
    lacking = [line.id for line in plan.coverage.patterns if line.items < line.floor]
    names = {group: problem.catalog.group_by_id[group].name for group in lacking}
    left_out = [names[group] for group in lacking if group not in problem.unserved_groups]
    if left_out:
        yield f"MISSED, left out of the week: {'; '.join(left_out)}."
    shut = tuple(one for one in shut_groups(problem) if one.id in lacking)
    if shut:
        yield _shut(problem, shut)
    by_days = {one.id for one in shut}
    unserved = [group for group in problem.unserved_groups if group not in by_days]
    impossible = [names[group] for group in lacking if group in unserved]
    if impossible:
        yield f"MISSED, as no exercise here can train it: {'; '.join(impossible)}."


def _shut(problem: Problem, shut: tuple[ShutGroup, ...]) -> str:
    """What the days forbid, with the rule's words once, and the days that would allow it."""
    names = "; ".join(problem.catalog.group_by_id[one.id].name for one in shut)
    because = listed(list(dict.fromkeys(one.because for one in shut)))
    session, days = better_days(problem, shut)
    advice = "No other day of the week is free of that: change a run."
    if days:
        *others, last = [DAY_NAMES[day] for day in days]
        one_of = f"{', '.join(others)} or {last}" if others else last
        advice = f"Session {session} could hold it on {one_of}."
    return f"MISSED, as the days of the sessions forbid it: {names} ({because}). {advice}"


def _sessions(problem: Problem, plan: Plan) -> Iterator[str]:
    """Demands of sessions, as if floors were hard; with hard floors the rules hold."""
    if problem.floors_are_hard:
        return
    targets = problem.scenario.targets.model_copy(update={"floors": "hard"})
    strict = replace(problem, scenario=problem.scenario.model_copy(update={"targets": targets}))
    for rule in every_rule():
        if rule.id in SESSION_DEMANDS and problem.settings_of(rule.settings).enabled:
            for breach in rule.violations(strict, plan):
                yield f"MISSED in session {breach.where}: {breach.message}."
