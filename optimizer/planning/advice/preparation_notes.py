"""Notes on what frames the work: drills that are left out, lighter sets, mobility minutes."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.exercise import Exercise
from optimizer.domain.frame.mobility import areas_of
from optimizer.domain.frame.preparation import is_held
from optimizer.domain.plan import Plan, PlannedItem
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.sore_areas import pain_against, reported
from optimizer.planning.problems import bar


def preparation_notes(problem: Problem, plan: Plan) -> Iterator[str]:
    """Notes on substitutes, lighter sets and areas that get little mobility work."""
    yield from _substitutes(problem, plan)
    yield from _lighter_sets(problem, plan)
    yield from _little_mobility(problem, plan)


def _substitutes(problem: Problem, plan: Plan) -> Iterator[str]:
    """One note for each drill that a pain or missing equipment keeps out."""
    rows = problem.catalog.exercise_by_id
    notes = {
        line.instead_of: _substitute(
            problem, rows[line.instead_of], rows[line.exercise], problem.slot_by_id[session.id]
        )
        for session in plan.sessions
        for line in (*session.preparation, *session.cool_down)
        if line.instead_of is not None
    }
    yield from notes.values()


def _substitute(problem: Problem, barred: Exercise, drill: Exercise, slot: Slot) -> str:
    found = bar(problem, barred, slot)
    cause = found[1] if found else ""
    pain = problem.catalog.pain_by_id.get(cause)
    return (
        f"{drill.name} replaces {barred.name} in the preparation: {pain.name if pain else cause}."
    )


def _lighter_sets(problem: Problem, plan: Plan) -> Iterator[str]:
    heavy = {item.id for item in problem.catalog.equipment if item.heavy}
    items = [item for session in plan.sessions for item in session.items]
    if any(item.ramp_up_sets for item in items):
        yield (
            "Before heavy lifts: lighter sets with half the repetitions, rising to about "
            "three quarters of the load, 45 s apart. They are in the line's time."
        )
    rows = problem.catalog.exercise_by_id
    bare = dict.fromkeys(rows[item.exercise].name for item in items if _is_light_lift(item, heavy))
    if bare:
        yield (
            f"{', '.join(bare)}: try the movement with less weight first. The minutes of the plan "
            "hold no set for that."
        )


def _is_light_lift(item: PlannedItem, heavy: set[str]) -> bool:
    is_lift = item.role == "strength" and not item.ramp_up_sets
    return is_lift and not heavy.isdisjoint(item.equipment)


def _little_mobility(problem: Problem, plan: Plan) -> Iterator[str]:
    sore = _sore_areas(problem)
    low = [area for area in plan.coverage.mobility if area.minutes < area.target]
    short = [area for area in low if area.id not in sore]
    if not short:
        return
    names = {area.id: area.name for area in problem.catalog.mobility_areas}
    missing = ", ".join(f"{names[area.id]} {area.minutes:g}" for area in short)
    yield (
        f"Mobility below {short[0].target:g} minutes a week: {missing}. Stretch on an easy "
        "evening, or plan a longer cool-down (`cool_down_minutes` of a session)."
    )


def _sore_areas(problem: Problem) -> frozenset[str]:
    """Areas that hold a sore muscle, or a stretch of which a report bars: nobody is sent there."""
    athlete, catalog = problem.scenario.athlete, problem.catalog
    sore = {muscle for pain in reported(athlete, catalog) for muscle in pain.muscles}
    areas = [area.id for area in catalog.mobility_areas if sore & set(area.areas)]
    for row in catalog.exercises:
        if is_held(row) and pain_against(row, athlete, catalog):
            areas += areas_of(catalog, row)
    return frozenset(areas)
