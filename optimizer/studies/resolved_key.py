"""What decides the sessions of a week, as a hash: equal for problems with the same answer.

Two scenarios are the same problem where every session may hold the same exercises, done with the
same things, doses and times, framed by the same drills, under the same rules. What a place holds
besides changes nothing: an item that lets no further exercise in, and that no load guide and no
preparation speaks of, leaves the key as it is. So do the names of the scenario and the athlete.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from optimizer.constraints import every_rule
from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Exercise
from optimizer.domain.frame.preparation import Drill, SessionRoutine
from optimizer.domain.problem import Problem, Slot
from optimizer.objectives import every_aim


def resolved_key(problem: Problem) -> str:
    """Hash of everything that decides the sessions and tiers of a problem's plan."""
    digest = hashlib.sha256()
    for part in _parts(problem):
        digest.update(part.encode())
        digest.update(b"\n")
    return digest.hexdigest()


def _parts(problem: Problem) -> Iterator[str]:
    yield _fingerprint(problem.catalog)
    yield _wishes(problem)
    yield from _settings(problem)
    yield repr(problem.optional_sessions)
    for slot in problem.slots:
        yield repr(slot)
        yield repr(_work(problem, slot))
        yield _first_alike(problem, slot)
        yield _framed(problem.routines[slot.id])
    yield from _prescriptions(problem)


def _fingerprint(catalog: Catalog) -> str:
    """The catalog's own hash; a catalog that was made in memory is written out."""
    return catalog.sha256 or repr(catalog)


def _wishes(problem: Problem) -> str:
    """The scenario without names, and without what is resolved: places and settings."""
    return problem.scenario.model_dump_json(
        exclude={
            "name": True,
            "places": True,
            "constraints": True,
            "objectives": True,
            "athlete": {"id", "name"},
        }
    )


def _settings(problem: Problem) -> Iterator[str]:
    for rule in every_rule():
        yield f"{rule.id} {problem.settings_of(rule.settings).model_dump_json()}"
    for aim in every_aim():
        yield f"{aim.id} {problem.settings_of(aim.settings).model_dump_json()}"


def _work(problem: Problem, slot: Slot) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Working exercises that the session may hold, and those that the model considers.

    Drills are in the session's routine, and change nothing else; those that are pinned or
    wanted are named in the scenario.
    """
    rows = [row for row in problem.catalog.exercises if _may_be_held(problem, row)]
    return (
        tuple(row.id for row in rows if problem.can_use(row, slot.id)),
        tuple(row.id for row in rows if problem.is_modelled(row, slot.id)),
    )


def _may_be_held(problem: Problem, row: Exercise) -> bool:
    return row.is_work or any(pin.exercise == row.id for pin in problem.scenario.pin)


def _first_alike(problem: Problem, slot: Slot) -> str:
    """The first session of the same place with the same exercises and drills to choose from."""
    rows = problem.modelled[slot.id]
    return next(
        other.id
        for other in problem.slots
        if other.place == slot.place and problem.modelled[other.id] == rows
    )


def _framed(routine: SessionRoutine) -> str:
    blocks = [[_drill(drill) for drill in block.drills] for block in routine.preparation]
    return repr((blocks, [_drill(drill) for drill in routine.cool_down]))


def _drill(drill: Drill) -> tuple[object, ...]:
    return drill.exercise.id, repr(drill.dose), drill.seconds, drill.instead_of


def _prescriptions(problem: Problem) -> Iterator[str]:
    """Equipment, dose, time and load guide of every exercise that a place's sessions may hold."""
    for place in dict.fromkeys(slot.place for slot in problem.slots):
        slots = [slot for slot in problem.slots if slot.place == place]
        for row in problem.catalog.exercises:
            if row.is_work and any(problem.is_modelled(row, slot.id) for slot in slots):
                found = problem.prescription(row, place)
                used = tuple((found.equipment or {}).items())
                yield repr((place, row.id, used, found.dose, found.time, found.load))
