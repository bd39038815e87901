"""What a line of a conflict asks for, in a sentence that a coach would say."""

from __future__ import annotations

from collections.abc import Callable

from optimizer.constraints import every_rule
from optimizer.constraints.muscles_stay_under_their_cap import Settings as MuscleCaps
from optimizer.domain.problem import Problem
from optimizer.planning.exclusions import exclusions
from optimizer.planning.plain_words import DAY_NAMES, counted, listed
from optimizer.solve.members import Member

NAMED_MOST = 6
"""Muscles that a sentence names before it counts the others."""


def statement(problem: Problem, members: tuple[Member, ...]) -> str:
    """What the members of one line ask for together; they share one rule."""
    rule = members[0][0]
    places = [where for _, where in members]
    write = _WRITERS.get(rule)
    return write(problem, places) if write else _rule_statement(problem, rule)


def _rule_statement(problem: Problem, rule: str) -> str:
    """The rule in its own words, with the settings that the scenario gives."""
    found = next(one for one in every_rule() if one.id == rule)
    text = found.statement.rstrip(".")
    own = problem.settings_of(found.settings).model_dump(mode="json", exclude_unset=True)
    given = (
        listed([f"`{key}` is {_as_written(value)}" for key, value in own.items()]) if own else ""
    )
    return text[0].lower() + text[1:] + (f"; as you set it, {given}" if given else "")


def _as_written(value: object) -> str:
    """A setting as a scenario writes it; long lists are counted."""
    if isinstance(value, list):
        return f"a list of {len(value)}"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _minutes(problem: Problem, places: list[str]) -> str:
    texts = [f"session {one} has {problem.slot_by_id[one].minutes} minutes" for one in places]
    return listed(texts)


def _pins(problem: Problem, places: list[str]) -> str:
    texts = []
    for where in places:
        slot, _, exercise = where.partition(" ")
        pin = next(pin for pin in problem.pins_of(slot) if pin.exercise == exercise)
        sets = f" with {counted(pin.sets, 'set')}" if pin.sets is not None else ""
        name = problem.catalog.exercise_by_id[exercise].name
        texts.append(f"session {slot} holds {name}{sets}")
    return listed(texts)


def _muscles(problem: Problem, places: list[str]) -> str:
    demands = {demand.muscle: demand for demand in problem.muscle_demands}
    names = [
        f"{problem.catalog.muscle_by_id[one].name} {demands[one].floor_quarters / 4:g}"
        for one in places
    ]
    if len(names) == 1:
        name = problem.catalog.muscle_by_id[places[0]].name
        return f"{name}: at least {counted(demands[places[0]].floor_quarters / 4, 'set')} a week"
    if len(names) > NAMED_MOST:
        least = min(demands[one].floor_quarters / 4 for one in places)
        most = max(demands[one].floor_quarters / 4 for one in places)
        amount = f"{least:g}" if least == most else f"{least:g} to {most:g}"
        return f"{len(names)} muscles get at least {amount} sets a week each"
    return f"at least so many sets a week: {', '.join(names)}"


def _caps(problem: Problem, places: list[str]) -> str:
    if len(places) > NAMED_MOST:
        return "no muscle gets more sets a week than its cap"
    own = problem.settings_of(MuscleCaps).sets
    usual = {demand.muscle: demand.cap_quarters // 4 for demand in problem.muscle_demands}
    return listed(
        [
            f"{problem.catalog.muscle_by_id[one].name}: "
            f"at most {counted(own.get(one, usual[one]), 'set')} a week"
            for one in places
        ]
    )


def _patterns(problem: Problem, places: list[str]) -> str:
    names = [problem.catalog.group_by_id[one].name for one in places]
    return f"the week trains each of: {'; '.join(names)}"


def _planes(problem: Problem, places: list[str]) -> str:
    demands = {demand.plane: demand.floor_halves / 2 for demand in problem.plane_demands}
    texts = []
    for where in places:
        plane, _, motion = where.partition(" ")
        credit = {str(key): value for key, value in demands.items()}[plane]
        least = f"at least {counted(credit, 'credit')} a week"
        texts.append(
            f"something moves in the {plane} plane" if motion else f"{plane} plane: {least}"
        )
    return listed(texts)


def _whole_body(problem: Problem, places: list[str]) -> str:
    slot = places[0].partition(" ")[0]
    parts = [one.partition(" ")[2] for one in places if one.partition(" ")[0] == slot]
    return f"session {slot} holds something for {listed(parts)}"


def _planes_each(problem: Problem, places: list[str]) -> str:
    slot = places[0].partition(" ")[0]
    planes = [one.partition(" ")[2] for one in places if one.partition(" ")[0] == slot]
    return f"session {slot} works in the {listed(planes)} plane{'s' if planes[1:] else ''}"


def _one_a_day(problem: Problem, places: list[str]) -> str:
    asked = problem.scenario.week.sessions
    sessions = [session.id for session in asked if places[0] in session.day]
    day = DAY_NAMES[places[0]]
    return f"no more than one of the sessions {listed(sessions)} on {day}"


def _near_days(problem: Problem, places: list[str]) -> str:
    texts = []
    for where in places:
        first, _, second = where.partition(" ")
        both = f"both {DAY_NAMES[first]} and {DAY_NAMES[second]}" if second else ""
        texts.append(both or f"{DAY_NAMES[first]} twice")
    return f"no heavy leg work on {listed(texts)}"


def _jumps(problem: Problem, places: list[str]) -> str:
    texts = []
    for where in places:
        first, _, second = where.partition(" ")
        text = f"no jumps on {DAY_NAMES[first]}"
        texts.append(
            f"{text} with landings on {DAY_NAMES[second]}"
            if second
            else f"no landings twice on {DAY_NAMES[first]}"
        )
    return listed(texts)


def _season(problem: Problem, places: list[str]) -> str:
    number = _removed(problem, "exercises_suit_the_season")
    phase = problem.scenario.athlete.phase.replace("_", " ")
    return f"the phase {phase} keeps {counted(number, 'exercise')} out"


def _age(problem: Problem, places: list[str]) -> str:
    number = _removed(problem, "exercises_suit_the_age")
    return f"the age of {problem.scenario.athlete.age} keeps {counted(number, 'exercise')} out"


def _news(problem: Problem, places: list[str]) -> str:
    number = _removed(problem, "nothing_new_before_a_race")
    text = f"nothing new before a race: {counted(number, 'exercise')} "
    return f"{text}{'is' if number == 1 else 'are'} not among the known ones"


def _key_run(problem: Problem, places: list[str]) -> str:
    slot, _, day = places[0].partition(" ")
    text = f"no heavy leg work or jumps in session {slot} on {DAY_NAMES[day]}"
    return f"{text}, which is shortly before a key run"


def _same_day(problem: Problem, places: list[str]) -> str:
    slot, _, day = places[0].partition(" ")
    text = f"no leg work in session {slot} on {DAY_NAMES[day]}"
    return f"{text}, so near to that day's key run"


def _race(problem: Problem, places: list[str]) -> str:
    slot, _, day = places[0].partition(" ")
    return f"fresh legs for the race: session {slot} on {DAY_NAMES[day]} is near it"


def _removed(problem: Problem, rule: str, because: str = "") -> int:
    """How many working exercises a filter takes from some session."""
    work = {row.id for row in problem.catalog.exercises if row.is_work}
    return len(
        {
            exercise
            for cause in exclusions(problem)
            if cause.filter == rule and because in ("", cause.because)
            for exercise in cause.exercises
            if exercise in work
        }
    )


def _pain(problem: Problem, places: list[str]) -> str:
    name = problem.catalog.pain_by_id[places[0]].name
    number = _removed(problem, "pains_are_respected", places[0])
    return f"{name} keeps {counted(number, 'exercise')} out"


def _equipment(problem: Problem, places: list[str]) -> str:
    number = _removed(problem, "equipment_is_at_hand")
    return f"the equipment at {listed(places)} ({counted(number, 'exercise')} need more)"


def _never(problem: Problem, places: list[str]) -> str:
    names = [problem.catalog.exercise_by_id[one].name for one in places]
    return f"{listed(names)}: never wanted"


def _wishes(problem: Problem, places: list[str]) -> str:
    names = [problem.catalog.exercise_by_id[one].name for one in places]
    return f"{listed(names)}: wanted in the week"


def _rungs(problem: Problem, places: list[str]) -> str:
    unlocked = problem.scenario.athlete.unlocked
    return listed(
        [
            f"the {one.replace('_', ' ')} ladder is unlocked up to rung {unlocked[one]}"
            for one in places
        ]
    )


def _level(problem: Problem, places: list[str]) -> str:
    number = _removed(problem, "difficulty_suits_the_level")
    return f"the level {problem.level} ({counted(number, 'exercise')} are harder)"


_WRITERS: dict[str, Callable[[Problem, list[str]], str]] = {
    "session_fits_in_time": _minutes,
    "pins_are_kept": _pins,
    "muscles_reach_their_floor": _muscles,
    "muscles_stay_under_their_cap": _caps,
    "required_patterns_are_trained": _patterns,
    "planes_are_covered_in_the_week": _planes,
    "sessions_train_the_whole_body": _whole_body,
    "planes_are_covered_in_each_session": _planes_each,
    "sessions_stand_on_different_days": _one_a_day,
    "heavy_legs_rest_between": _near_days,
    "jumps_are_spaced": _jumps,
    "exercises_suit_the_season": _season,
    "exercises_suit_the_age": _age,
    "nothing_new_before_a_race": _news,
    "no_heavy_legs_before_key_runs": _key_run,
    "runs_come_first_on_shared_days": _same_day,
    "races_find_fresh_legs": _race,
    "pains_are_respected": _pain,
    "equipment_is_at_hand": _equipment,
    "never_exercises_stay_out": _never,
    "wanted_exercises_are_planned": _wishes,
    "ladder_rungs_are_unlocked": _rungs,
    "difficulty_suits_the_level": _level,
}
