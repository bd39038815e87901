"""A problem that keeps what the author of a plan chose, as far as the rules allow it.

Doses, rests and preparations of a given week stay as they are written wherever they break no
rule by themselves, so that a mend is measured against the week that the author meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace

from optimizer.domain.dosing.dose import tempo_seconds
from optimizer.domain.dosing.time_model import drill_seconds
from optimizer.domain.exercise import Exercise
from optimizer.domain.frame.drills import drill_of
from optimizer.domain.frame.preparation import Drill, PreparationBlock, SessionRoutine
from optimizer.domain.frame.preparation_lengths import follows_easy_run, least_seconds
from optimizer.domain.plan import Plan, PlannedItem, PlannedSession, PreparationItem
from optimizer.domain.plan_writer import Chosen, write_sessions
from optimizer.domain.problem import Prescription, Problem, Slot
from optimizer.planning.written_plans import written_time
from optimizer.verify import verify

Place = tuple[str, str]
"""An exercise id and a place."""


@dataclass(frozen=True)
class KeptProblem(Problem):
    """A problem in which some exercises have the dose of a given week."""

    kept: Mapping[Place, Prescription] = field(default_factory=dict)

    def prescription(self, exercise: Exercise, place: str) -> Prescription:
        """The author's dose where it is kept, else the usual one."""
        return self.kept.get((exercise.id, place)) or super().prescription(exercise, place)


def keeping(problem: Problem, plan: Plan) -> KeptProblem:
    """The problem with the doses and preparations of a plan that break no rule by themselves."""
    parts = {one.name: getattr(problem, one.name) for one in fields(Problem)}
    framed = KeptProblem(**{**parts, "routines": _routines(problem, plan)})
    return replace(framed, kept=_doses(framed, plan))


def _doses(problem: Problem, plan: Plan) -> dict[Place, Prescription]:
    """The dose that the plan first gives an exercise at a place, or the nearest legal one."""
    kept: dict[Place, Prescription] = {}
    for session in plan.sessions:
        slot = problem.slot_by_id[session.id]
        for item in session.items:
            row = problem.catalog.exercise_by_id[item.exercise]
            key = (row.id, slot.place)
            if row.is_work and key not in kept:
                kept[key] = _nearest(problem, slot, row, item)
    return kept


def _nearest(problem: Problem, slot: Slot, row: Exercise, item: PlannedItem) -> Prescription:
    """The author's dose and rest, one of the two, or neither: the first that is legal."""
    usual = problem.prescription(row, slot.place)
    dose = usual.dose
    theirs = {"reps": dose.reps, "hold_seconds": dose.hold_seconds, "tempo": dose.tempo}
    for changes in ({}, {"rest_seconds": None}, theirs):
        tried = _prescription(usual, row, item.model_copy(update=changes))
        if _is_legal_dose(problem, slot, row, tried):
            return tried
    return usual


def _prescription(usual: Prescription, row: Exercise, item: PlannedItem) -> Prescription:
    """The exercise at the item's dose and rest; the usual rest where it has none."""
    reserve = item.reps_in_reserve
    dose = replace(
        usual.dose,
        reps=item.reps,
        hold_seconds=item.hold_seconds,
        tempo=item.tempo,
        seconds_per_rep=tempo_seconds(item.tempo) if item.tempo else None,
        reps_in_reserve=usual.dose.reps_in_reserve if reserve is None else reserve,
    )
    time = written_time(row, dose, usual, item.rest_seconds)
    return replace(usual, dose=dose, time=time, load=item.load or usual.load)


def _is_legal_dose(problem: Problem, slot: Slot, row: Exercise, tried: Prescription) -> bool:
    """Whether a dose breaks no rule that the usual dose of the exercise keeps."""
    [usual] = _alone(problem, slot, row).sessions
    [own] = _alone(problem, slot, row, tried).sessions
    return not _broken(problem, own) - _broken(problem, usual)


def _alone(
    problem: Problem, slot: Slot, row: Exercise, prescription: Prescription | None = None
) -> Plan:
    """A plan of one session that holds the exercise alone, with two sets, well prepared."""
    parts = {one.name: getattr(problem, one.name) for one in fields(Problem)}
    kept = {} if prescription is None else {(row.id, slot.place): prescription}
    sets = max(2, problem.prescription(row, slot.place).dose.sets_lowest)
    longest = len(problem.preparation_of(slot)) - 1
    chosen = Chosen({(row.id, slot.id): sets}, {slot.id: longest}, {slot.id: slot.days[0]})
    return Plan(sessions=write_sessions(KeptProblem(**parts, kept=kept), chosen))


def _broken(problem: Problem, session: PlannedSession) -> frozenset[tuple[str, str]]:
    """Rules that a session breaks on its own, and where."""
    found = verify(problem, Plan(sessions=(session,))).violations
    return frozenset((one.rule, one.where) for one in found)


def _routines(problem: Problem, plan: Plan) -> dict[str, SessionRoutine]:
    """The author's preparation and cool-down where they are legal, else the composed ones."""
    routines = dict(problem.routines)
    for session in plan.sessions:
        slot = problem.slot_by_id[session.id]
        usual = routines[slot.id]
        if _is_legal(problem, slot, session.preparation):
            routines[slot.id] = _with_own(problem, usual, session)
        if _is_legal(problem, slot, (), session.cool_down):
            own = tuple(_drill(problem, line) for line in session.cool_down)
            routines[slot.id] = replace(routines[slot.id], cool_down=own)
    return routines


def _with_own(problem: Problem, usual: SessionRoutine, session: PlannedSession) -> SessionRoutine:
    """The author's block at every stage that it is long enough for."""
    own = PreparationBlock(tuple(_drill(problem, line) for line in session.preparation))
    least = least_seconds(after_easy_run=follows_easy_run(problem.scenario, session.id))
    blocks = tuple(
        own if own.warming_seconds >= seconds else block
        for seconds, block in zip(least, usual.preparation, strict=True)
    )
    return replace(usual, preparation=blocks)


def _is_legal(
    problem: Problem,
    slot: Slot,
    preparation: Iterable[PreparationItem],
    cool_down: Iterable[PreparationItem] = (),
) -> bool:
    """Whether drills break no rule that the composed ones keep in a session without work."""
    chosen = Chosen({}, {}, {slot.id: slot.days[0]})
    [usual] = write_sessions(problem, chosen)
    lines = tuple(preparation)
    own = usual.model_copy(
        update={
            "preparation": lines or usual.preparation,
            "cool_down": tuple(cool_down) if not lines else usual.cool_down,
        }
    )
    seconds = sum(line.seconds for line in own.lines)
    own = own.model_copy(update={"seconds": seconds})
    return not _broken(problem, own) - _broken(problem, usual)


def _drill(problem: Problem, line: PreparationItem) -> Drill:
    row = problem.catalog.exercise_by_id[line.exercise]
    usual = drill_of(row, problem.level)
    dose = replace(usual.dose, reps=line.reps, hold_seconds=line.hold_seconds)
    return Drill(row, dose, drill_seconds(row, dose), line.instead_of)
