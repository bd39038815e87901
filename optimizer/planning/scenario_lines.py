"""Which line of the scenario, or which default, each member of a conflict comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from optimizer.constraints.wanted_exercises_are_planned import Settings as Wishes
from optimizer.domain.exercise import Record
from optimizer.domain.problem import Problem
from optimizer.solve.members import Member

Path: TypeAlias = tuple[str | int, ...]

PIN, OWN_FLOOR, MINUTES, OWN, DEFAULT_FLOOR, DEFAULT = range(6)
"""Ranks: in a conflict, what the user wrote is preferred to what the planner assumes."""


@dataclass(frozen=True)
class Line:
    """A line of the scenario by its path, or a default by a name; lower ranks come first."""

    rank: int
    name: str
    path: Path = ()

    @property
    def is_own(self) -> bool:
        """Whether the scenario says it, rather than a default."""
        return bool(self.path)


def line_of(problem: Problem, member: Member) -> Line:
    """The line that asks for a member."""
    rule, where = member
    find = _FINDERS.get(rule, _setting)
    return find(problem, rule, where)


def _at(rank: int, *path: str | int) -> Line:
    return Line(rank, ".".join(str(step) for step in path), path)


def _default(rank: int, rule: str, where: str = "") -> Line:
    return Line(rank, f"default {rule} {where}".strip())


def _session(problem: Problem, session_id: str) -> int:
    """The number of a session in the scenario."""
    ids = [session.id for session in problem.scenario.week.sessions]
    return ids.index(session_id)


def _minutes(problem: Problem, rule: str, where: str) -> Line:
    return _at(MINUTES, "week", "sessions", _session(problem, where), "minutes")


def _pin(problem: Problem, rule: str, where: str) -> Line:
    slot, _, exercise = where.partition(" ")
    for number, pin in enumerate(problem.scenario.pin):
        if (pin.session, pin.exercise) == (slot, exercise):
            return _at(PIN, "pin", number, "sets" if pin.sets is not None else "exercise")
    return _default(DEFAULT, rule, where)


def _muscle_floor(problem: Problem, rule: str, where: str) -> Line:
    own = problem.scenario.targets.muscles.get(where)
    if own is not None and own.floor is not None:
        return _at(OWN_FLOOR, "targets", "muscles", where, "floor")
    return _default(DEFAULT_FLOOR, rule)


def _plane_floor(problem: Problem, rule: str, where: str) -> Line:
    plane, _, motion = where.partition(" ")
    owns: Mapping[str, Record] = {str(key): one for key, one in _planes(problem).items()}
    if not motion and getattr(owns.get(plane), "floor", None) is not None:
        return _at(OWN_FLOOR, "targets", "planes", plane, "floor")
    return _default(DEFAULT_FLOOR, rule, plane)


def _planes(problem: Problem) -> Mapping[str, Record]:
    return dict(problem.scenario.targets.planes.items())


def _each_session(problem: Problem, rule: str, where: str) -> Line:
    """A rule that asks several things of every session; one line for each session."""
    own = _setting(problem, rule, where)
    return own if own.is_own else _default(DEFAULT_FLOOR, rule, where.partition(" ")[0])


def _muscle_cap(problem: Problem, rule: str, where: str) -> Line:
    own = _setting(problem, rule, where)
    return own if own.is_own else _default(DEFAULT, rule)


def _patterns(problem: Problem, rule: str, where: str) -> Line:
    own = _setting(problem, rule, where)
    return own if own.is_own else _default(DEFAULT_FLOOR, rule)


def _pain(problem: Problem, rule: str, where: str) -> Line:
    ids = [report.id for report in problem.scenario.athlete.pains]
    return _at(OWN, "athlete", "pains", ids.index(where))


def _never(problem: Problem, rule: str, where: str) -> Line:
    return _at(OWN, "athlete", "never", problem.scenario.athlete.never.index(where))


def _wish(problem: Problem, rule: str, where: str) -> Line:
    wished = problem.settings_of(Wishes).exercises
    return _at(PIN, "constraints", rule, "exercises", wished.index(where))


def _rung(problem: Problem, rule: str, where: str) -> Line:
    return _at(OWN, "athlete", "unlocked", where)


def _place(problem: Problem, rule: str, where: str) -> Line:
    return _at(OWN, "places", where)


def _level(problem: Problem, rule: str, where: str) -> Line:
    return _about_athlete(problem, rule, where, "level")


def _days(problem: Problem, rule: str, where: str) -> Line:
    """A rule about days: its settings where given, else the day of the session it speaks of."""
    if rule in problem.scenario.constraints:
        return Line(OWN, f"{rule} {where}", ("constraints", rule))
    slot, _, day = where.partition(" ")
    ids = [session.id for session in problem.scenario.week.sessions]
    if slot in ids:
        return Line(OWN, f"{rule} {where}", ("week", "sessions", ids.index(slot), "day"))
    on_day = [
        number
        for number, session in enumerate(problem.scenario.week.sessions)
        if (day or slot) in session.day
    ]
    return Line(OWN, f"{rule} {where}", ("week", "sessions", on_day[-1], "day"))


def _phase(problem: Problem, rule: str, where: str) -> Line:
    return _about_athlete(problem, rule, where, "phase")


def _age(problem: Problem, rule: str, where: str) -> Line:
    return _about_athlete(problem, rule, where, "age")


def _about_athlete(problem: Problem, rule: str, where: str, fact: str) -> Line:
    """A fact of the athlete that the rule reads, unless the scenario gives the rule settings."""
    own = _setting(problem, rule, where)
    if own.is_own or fact not in problem.scenario.athlete.model_fields_set:
        return own
    return _at(OWN, "athlete", fact)


def _known(problem: Problem, rule: str, where: str) -> Line:
    """The exercises that the athlete knows; without that list the rule bars nothing."""
    own = _setting(problem, rule, where)
    return own if own.is_own else _at(OWN, "history", "known")


def _setting(problem: Problem, rule: str, where: str) -> Line:
    """Any other rule: its settings where the scenario gives some, else its default."""
    if rule in problem.scenario.constraints:
        return _at(OWN, "constraints", rule)
    return _default(DEFAULT, rule, "" if where == "everywhere" else where)


_FINDERS: dict[str, Callable[[Problem, str, str], Line]] = {
    "session_fits_in_time": _minutes,
    "pins_are_kept": _pin,
    "muscles_reach_their_floor": _muscle_floor,
    "planes_are_covered_in_the_week": _plane_floor,
    "planes_are_covered_in_each_session": _each_session,
    "sessions_train_the_whole_body": _each_session,
    "required_patterns_are_trained": _patterns,
    "muscles_stay_under_their_cap": _muscle_cap,
    "pains_are_respected": _pain,
    "never_exercises_stay_out": _never,
    "wanted_exercises_are_planned": _wish,
    "ladder_rungs_are_unlocked": _rung,
    "equipment_is_at_hand": _place,
    "difficulty_suits_the_level": _level,
    "sessions_stand_on_different_days": _days,
    "no_heavy_legs_before_key_runs": _days,
    "runs_come_first_on_shared_days": _days,
    "races_find_fresh_legs": _days,
    "heavy_legs_rest_between": _days,
    "jumps_are_spaced": _days,
    "sessions_suit_the_phase": _phase,
    "exercises_suit_the_season": _phase,
    "exercises_suit_the_age": _age,
    "nothing_new_before_a_race": _known,
}
