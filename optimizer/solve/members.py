"""What a conflict is made of: the user's lines and the rules.

A member is a rule's id with what it is about: a session, a muscle, a pin, a pain. Rows of the
models know the members that they follow from, so that a model can be asked without some.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TypeAlias

from optimizer.domain.exercise import Exercise
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.rule import Rule
from optimizer.solve.build import active_rules

Member: TypeAlias = tuple[str, str]
"""A rule's id and the line of the scenario, or the thing, that it speaks of."""
Need: TypeAlias = frozenset[Member]
"""Members that a row follows from, all of them together."""

EVERYWHERE = "everywhere"

BY_PLACE = (
    "session_fits_in_time",
    "pins_are_kept",
    "muscles_reach_their_floor",
    "required_patterns_are_trained",
    "planes_are_covered_in_the_week",
    "planes_are_covered_in_each_session",
    "sessions_train_the_whole_body",
    "muscles_stay_under_their_cap",
    "sessions_stand_on_different_days",
    "no_heavy_legs_before_key_runs",
    "runs_come_first_on_shared_days",
    "races_find_fresh_legs",
    "heavy_legs_rest_between",
    "jumps_are_spaced",
    "wanted_exercises_are_planned",
)
"""Rules whose single demands mean something to the user; the others are named as a whole."""


def member_of(demand: tuple[str, str]) -> Member:
    """The member that a demand of the single sessions belongs to."""
    rule, where = demand
    return (rule, where if rule in BY_PLACE else EVERYWHERE)


class Filters:
    """Which lines of the scenario keep an exercise out of a session, whatever its day."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Active rules that exclude exercises on sight."""
        return tuple(
            rule for rule in active_rules(self._problem) if rule.bars and rule.kind == "day"
        )

    @cached_property
    def _one_pain_each(self) -> tuple[tuple[str, Problem], ...]:
        """The problem with a single pain, for each pain."""
        scenario = self._problem.scenario
        alone = []
        for report in scenario.athlete.pains:
            athlete = scenario.athlete.model_copy(update={"pains": (report,)})
            changed = scenario.model_copy(update={"athlete": athlete})
            alone.append((report.id, replace(self._problem, scenario=changed)))
        return tuple(alone)

    def members(self, exercise: Exercise, slot: Slot) -> tuple[Member, ...]:
        """Members each of which keeps the exercise out of the session by itself."""
        found: list[Member] = []
        for rule in self.rules:
            if rule.bars is None or rule.bars(self._problem, exercise, slot) is None:
                continue
            if rule.id == "pains_are_respected":
                found += [
                    (rule.id, pain)
                    for pain, problem in self._one_pain_each
                    if rule.bars(problem, exercise, slot) is not None
                ]
            else:
                found.append((rule.id, _line(rule.id, exercise, slot)))
        return tuple(found)


def _line(rule: str, exercise: Exercise, slot: Slot) -> str:
    """The line of the scenario that a filter reads for the exercise."""
    if rule == "equipment_is_at_hand":
        return slot.place
    if rule == "never_exercises_stay_out":
        return exercise.id
    if rule == "ladder_rungs_are_unlocked" and exercise.ladder is not None:
        return exercise.ladder.family
    return EVERYWHERE
