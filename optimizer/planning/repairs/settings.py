"""Changes that are not a matter of degree: a rule's setting, all floors as an aim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from optimizer.constraints import every_rule
from optimizer.constraints.muscles_stay_under_their_cap import Settings as MuscleCaps
from optimizer.constraints.wanted_exercises_are_planned import Settings as Wishes
from optimizer.domain.problem import Problem
from optimizer.planning.changes import REMOVED, Change
from optimizer.planning.plain_words import counted
from optimizer.planning.repairs.costs import FLOORS_RELAXED, SETTING, WISH_DROPPED
from optimizer.solve.members import Member

CAPS = "muscles_stay_under_their_cap"
WISHES = "wanted_exercises_are_planned"
FLOOR_RULES = (
    "muscles_reach_their_floor",
    "planes_are_covered_in_the_week",
    "planes_are_covered_in_each_session",
    "required_patterns_are_trained",
    "sessions_train_the_whole_body",
)
"""Rules that relaxed floors turn into an aim."""
LARGER: dict[str, tuple[tuple[str, tuple[int, ...]], ...]] = {
    "push_and_pull_are_balanced": (("ratio_percent", (150, 200, 300, 500, 1000)),),
    "knee_and_hip_work_are_balanced": (("ratio_percent", (150, 200, 300, 400, 600, 1000)),),
    "exercise_repeats_are_capped": (("most", (2, 3, 4, 5, 6, 7)),),
    "two_exercises_of_a_pattern_a_session": (("most", (2, 3, 4, 5)),),
    "sessions_suit_the_phase": (("most", (2, 3, 4, 5, 6, 7)),),
}
"""Settings that ease a rule when raised, with the numbers that are tried."""
SMALLER: dict[str, tuple[tuple[str, tuple[float, ...]], ...]] = {
    "sets_stay_in_range": (("least", (3, 2, 1)),),
    "planes_are_covered_in_each_session": (("credit", (2.0, 1.0, 0.5)),),
    "week_differs_from_others": (("exercises", (20, 10, 5, 3, 2, 1)),),
}
"""Settings that ease a rule when lowered, with the numbers that are tried."""


def single_changes(problem: Problem, members: Iterable[Member]) -> Iterator[tuple[Change, ...]]:
    """For each member, groups of changes to try in their order until one helps."""
    asked = tuple(members)
    for rule in dict.fromkeys(rule for rule, _ in asked):
        yield from _settings(problem, rule)
        yield from _volume(problem, rule)
    yield from _own_caps(problem, asked)
    yield from _wishes(problem, asked)
    yield from _left_alone(problem, asked)
    if problem.floors_are_hard and any(rule in FLOOR_RULES for rule, _ in asked):
        yield (_floors_relaxed(),)


def _floors_relaxed() -> Change:
    text = "set `floors: relaxed`: what cannot be reached is then missed as little as possible"
    return Change("floors", ("targets", "floors"), "relaxed", FLOORS_RELAXED, text)


def _settings(problem: Problem, rule: str) -> Iterator[tuple[Change, ...]]:
    """Other numbers of a setting; where the scenario leaves it to the phase, it stays so."""
    now = _settings_now(problem, rule)
    for key, values in LARGER.get(rule, ()):
        before = getattr(now, key)
        if before is not None:
            yield tuple(_setting(rule, key, one, before) for one in values if one > before)
    for key, smaller in SMALLER.get(rule, ()):
        before = getattr(now, key)
        yield tuple(_setting(rule, key, one, before) for one in smaller if one < before)


def _own_caps(problem: Problem, asked: tuple[Member, ...]) -> Iterator[tuple[Change, ...]]:
    """Caps of muscles that the scenario set under those of the level."""
    own = problem.settings_of(MuscleCaps).sets
    usual = {one.muscle: one.cap_quarters // 4 for one in problem.muscle_demands}
    for rule, muscle in asked:
        if rule == CAPS and own.get(muscle, 60) < usual.get(muscle, 0):
            before, most = own[muscle], usual[muscle]
            steps = dict.fromkeys(min(before + more, most) for more in (1, 2, 4, 8, most))
            name = problem.catalog.muscle_by_id[muscle].name
            yield tuple(
                Change(
                    "setting",
                    ("constraints", CAPS, "sets", muscle),
                    step,
                    SETTING,
                    f"raise your weekly cap of {name} from {before} to {counted(step, 'set')}",
                )
                for step in steps
            )


def _wishes(problem: Problem, asked: tuple[Member, ...]) -> Iterator[tuple[Change, ...]]:
    """Exercises that the week was to hold, each taken out of the list."""
    for rule, exercise in asked:
        if rule == WISHES:
            number = problem.settings_of(Wishes).exercises.index(exercise)
            name = problem.catalog.exercise_by_id[exercise].name
            path = ("constraints", WISHES, "exercises", number)
            yield (Change("wish", path, REMOVED, WISH_DROPPED, f"no longer want {name}"),)


def _volume(problem: Problem, rule: str) -> Iterator[tuple[Change, ...]]:
    """The caps of a session, where the scenario set them under those of the level."""
    if rule != "session_volume_is_capped":
        return
    now, numbers = _settings_now(problem, rule), problem.numbers
    usual = {
        "working_sets": numbers.working_sets_per_session_max,
        "lower_body_sets": numbers.lower_body_sets_per_session_max,
        "exercises": numbers.exercises_per_session_max,
    }
    for key, value in usual.items():
        own = getattr(now, key)
        if own is not None and own < value:
            steps = dict.fromkeys((own + (value - own + 1) // 2, value))
            yield tuple(_setting(rule, key, step, own) for step in steps)


def _left_alone(problem: Problem, asked: tuple[Member, ...]) -> Iterator[tuple[Change, ...]]:
    """Sessions that a rule about long sessions could leave alone."""
    for rule in ("sessions_train_the_whole_body", "planes_are_covered_in_each_session"):
        slots = {where.partition(" ")[0] for one, where in asked if one == rule}
        if slots:
            longest = max(problem.slot_by_id[slot].minutes for slot in slots)
            now = _settings_now(problem, rule)
            if longest < 240:
                yield (_setting(rule, "from_minutes", longest + 1, now.from_minutes),)


def _settings_now(problem: Problem, rule: str) -> Any:
    kind = next(one.settings for one in every_rule() if one.id == rule)
    return problem.settings_of(kind)


def _setting(rule: str, key: str, value: float, before: float) -> Change:
    text = f"set `{key}` of the rule `{rule}` to {value:g} instead of {before:g}"
    return Change("setting", ("constraints", rule, key), value, SETTING, text)
