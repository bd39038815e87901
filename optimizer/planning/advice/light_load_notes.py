"""A note for strength work whose load cannot rise: what to do where it has become too easy.

The repetitions and the slow lowering are those of the light-equipment band (convention): more
of them, a tempo or a harder version take the place of load.
"""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Plan, PlannedItem
from optimizer.domain.population import is_returning
from optimizer.domain.problem import Problem
from optimizer.domain.sore_areas import light_loads_only

PROGRESSING_PHASES = ("base", "build", "peak", "maintenance")
"""Phases in which strength work should stay as hard as stated."""
HARDER_NAMED_MOST = 4


def light_load_notes(problem: Problem, plan: Plan) -> Iterator[str]:
    """One note on strength work done with the heaviest weight at hand, or with none.

    Nothing is said where work is easy on purpose: away from the phases that progress, after a
    break, under a condition that keeps loads light and for sore areas.
    """
    athlete = problem.scenario.athlete
    is_easy_on_purpose = is_returning(problem.scenario) or light_loads_only(
        athlete, problem.catalog
    )
    if is_easy_on_purpose or athlete.phase not in PROGRESSING_PHASES:
        return
    subjects: dict[str, None] = {}
    ways: dict[str, str] = {}
    held = {item.exercise for session in plan.sessions for item in session.items}
    for session in plan.sessions:
        for item in session.items:
            row = problem.catalog.exercise_by_id[item.exercise]
            subject = _capped(problem, row, item, session.place)
            if subject is None:
                continue
            subjects.setdefault(subject)
            harder = _harder(problem, row, session.id)
            if harder is not None and harder.id not in held:
                ways.setdefault(row.name, harder.name)
    if subjects:
        yield _text(problem, tuple(subjects), ways)


def _capped(problem: Problem, row: Exercise, item: PlannedItem, place: str) -> str | None:
    """What loads the item and cannot get heavier, in words; None where something can."""
    if row.role != "strength" or item.reps is None or item.reps_in_reserve is None:
        return None
    if problem.regimen.eased_muscles & set(row.muscles.direct):
        return None
    if row.pattern.primary == "calf" and problem.regimen.calf_tempo:
        return None
    offer = problem.offers[place]
    loads = [thing for thing in item.equipment if thing in offer.load_items]
    if not loads:
        return "your own weight"
    are_known = all(offer.loads_kg.get(thing) for thing in loads)
    return "your heaviest weight" if are_known and "1RM" not in (item.load or "") else None


def _harder(problem: Problem, row: Exercise, session_id: str) -> Exercise | None:
    """The first harder strength exercise that the session could hold.

    None that lowers strongly: such work needs its own distance to key runs.
    """
    if not problem.season.new_exercises_are_welcome:
        return None
    rows = problem.catalog.exercise_by_id
    harder = (rows[name] for name in row.progressions if name in rows)
    calm = (row for row in harder if row.role == "strength" and "eccentric_high" not in row.flags)
    return next((one for one in calm if problem.can_use(one, session_id)), None)


def _text(problem: Problem, subjects: tuple[str, ...], ways: dict[str, str]) -> str:
    reserve = problem.numbers.reps_in_reserve
    advice = ["lower in four seconds"]
    if problem.numbers.strength_reps_bounds is None:
        advice.insert(0, "go on to 15-20")
    text = f"If {' or '.join(subjects)} leaves more than {reserve} repetitions in reserve, "
    if not ways:
        return f"{text}{' or '.join(advice)}."
    named = [f"{name} -> {harder}" for name, harder in ways.items()][:HARDER_NAMED_MOST]
    return f"{text}{', '.join(advice)}, or do the harder one: {'; '.join(named)}."
