"""The words of a reason, for each rule and aim that knows what it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from optimizer.domain.credit import moves_in
from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Reason
from optimizer.domain.plan_coverage import MuscleCoverage
from optimizer.objectives.key_muscles_get_direct_sets import PARTS
from optimizer.objectives.runner_slots_are_filled import Settings as RunnerSlots
from optimizer.objectives.sessions_share_the_leg_work import kinds_of
from optimizer.planning.reasoning.reason_case import Case
from optimizer.planning.reasoning.reason_codes import ReasonCode

NAMED_MOST = 2
"""Muscles that a sentence names before it counts the others."""
PLANE_WORDS = {
    "sagittal": "forward-and-back (sagittal)",
    "frontal": "side-to-side (frontal)",
    "transverse": "turning (transverse)",
}


Writer = Callable[[Case], Iterator[Reason]]


def _reason(
    code: ReasonCode, text: str, about: tuple[str, ...] = (), sets: int | None = None
) -> Reason:
    return Reason(code=code, text=text, about=about, sets=sets)


def _listed(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _work(name: str) -> str:
    """A pattern as something that one does: ``push``, ``work on resisting twisting``."""
    return f"work on {name}" if name.startswith("resisting") else name


def _muscle_floors(case: Case) -> Iterator[Reason]:
    """Muscles that miss their floor without the item."""
    missed = [(m, given) for m, given in case.muscles if m.sets - given < m.floor]
    for alone in (True, False):
        found = [(m, given) for m, given in missed if (len(m.fed_by) == 1) is alone]
        if not found:
            continue
        names = _listed([case.muscle_name(muscle.id) for muscle, _ in found])
        needed = max(case.sets_needed(given, m.floor - (m.sets - given)) for m, given in found)
        text = f"the week's only {names} work" if alone else f"holds {names} at the floor"
        if needed < case.item.sets:
            are = "is" if needed == 1 else "are"
            text += f" ({needed} of its {case.item.sets} sets {are} needed for the floor)"
        about = tuple(muscle.id for muscle, _ in found)
        yield _reason("only-cover" if alone else "holds-floor", text, about, needed)


def _patterns(case: Case) -> Iterator[Reason]:
    """Required pattern groups that nothing else serves."""
    served = case.groups(primary=False)
    alone = [
        line.id
        for line in case.plan.coverage.patterns
        if line.floor and line.items == 1 and line.id in served
    ]
    for group in alone:
        yield _reason("only-cover", f"the week's only {_work(case.group_name(group))}", (group,))


def _weekly_planes(case: Case) -> Iterator[Reason]:
    """Planes that miss their floor, or that nothing moves in, without the item."""
    found = False
    for plane, given in case.planes:
        if plane.credit - given < plane.floor:
            found = True
            alone = len(plane.fed_by) == 1
            words = PLANE_WORDS[plane.id]
            text = f"the week's only {words} work" if alone else f"holds {words} work at the floor"
            yield _reason("only-cover" if alone else "holds-floor", text, (plane.id,))
    others = [row for row in _rows(case) if row.id != case.row.id]
    for moved in case.row.planes.motion if not found else ():
        if moves_in(case.row, moved) and not any(moves_in(row, moved) for row in others):
            yield _reason("only-cover", f"the week's only {PLANE_WORDS[moved]} movement", (moved,))


def _rows(case: Case) -> list[Exercise]:
    """Every exercise of the week, drills included."""
    rows = case.problem.catalog.exercise_by_id
    return [rows[line.exercise] for session in case.plan.sessions for line in session.lines]


def _session_planes(case: Case) -> Iterator[Reason]:
    """Planes that the session leaves out without the item."""
    session = next(one for one in case.plan.sessions if case.item in one.items)
    here = {item.id for item in session.items}
    for plane, _ in case.planes:
        if sum(feed.item in here for feed in plane.fed_by) == 1:
            words = PLANE_WORDS[plane.id]
            yield _reason("only-cover", f"the session's only {words} work", (plane.id,))


def _whole_body(case: Case) -> Iterator[Reason]:
    """The part of the body that the session leaves out without the item."""
    row = case.row
    part = "core" if row.role == "core" else "upper-body" if row.region == "upper" else "leg"
    yield _reason("only-cover", f"the session's only {part} work")


def _push_and_pull(case: Case) -> Iterator[Reason]:
    pulls = any(pattern.startswith("pull_") for pattern in case.row.pattern.every)
    mine, other = ("pull", "push") if pulls else ("push", "pull")
    yield _reason("keeps-balance", f"keeps {mine}ing in step with {other}ing", (mine,))


def _knee_and_hip(case: Case) -> Iterator[Reason]:
    is_hip = "hip_dominant" in case.groups(primary=True)
    mine, other = ("back", "front") if is_hip else ("front", "back")
    text = f"keeps the {mine} of the leg in step with the {other}"
    yield _reason("keeps-balance", text, ("hip_dominant" if is_hip else "knee_dominant",))


def _main_lift(case: Case) -> Iterator[Reason]:
    groups = [g for g in case.groups(primary=True) if g in ("knee_dominant", "hip_dominant")]
    if groups:
        names = _listed([case.group_name(group) for group in groups])
        yield _reason("main-lift", f"main lift: {names}", tuple(groups))


def _runner_slots(case: Case) -> Iterator[Reason]:
    wanted = case.problem.settings_of(RunnerSlots).most
    groups = [group for group in case.groups(primary=True) if group in wanted]
    if groups:
        names = _listed([case.group_name(group) for group in groups])
        yield _reason("runner-slot", f"fills one of the week's {names} slots", tuple(groups))


def _lifted(name: str, before: float, after: float, goal: float, called: str) -> str:
    if after >= goal:
        return f"{name} from {before:g} to the {called} of {goal:g}"
    return f"{name} from {before:g} to {after:g} ({called} {goal:g})"


def _muscle_targets(case: Case) -> Iterator[Reason]:
    """Muscles that are further from their target without the item."""
    short = [(m, given) for m, given in case.muscles if m.sets - given < m.target]
    if short:
        yield _muscles_lifted(case, short, "target")


def _muscles_lifted(case: Case, short: list[tuple[MuscleCoverage, float]], called: str) -> Reason:
    """How far the item lifts muscles towards their floor or their target."""
    parts, needed = [], 0
    for muscle, given in short:
        goal, before = getattr(muscle, called), muscle.sets - given
        needed = max(needed, case.sets_needed(given, min(goal, muscle.sets) - before))
        parts.append(_lifted(case.muscle_name(muscle.id), before, muscle.sets, goal, called))
    named, more = parts[:NAMED_MOST], len(parts) - NAMED_MOST
    if more > 0:
        named.append(f"{more} more muscle{'s' if more > 1 else ''}")
    code: ReasonCode = "serves-target" if called == "target" else "serves-floor"
    about = tuple(muscle.id for muscle, _ in short)
    return _reason(code, f"lifts {_listed(named)}", about, needed)


def _plane_targets(case: Case) -> Iterator[Reason]:
    """Planes that are further from their target without the item."""
    for plane, given in case.planes:
        before = plane.credit - given
        if before < plane.target:
            words = f"{PLANE_WORDS[plane.id]} work"
            lifted = _lifted(words, before, plane.credit, plane.target, "target")
            yield _reason("serves-target", f"brings {lifted}", (plane.id,))


def _relaxed_floors(case: Case) -> Iterator[Reason]:
    """What is further from its floor without the item, where floors are relaxed."""
    short = [(m, given) for m, given in case.muscles if m.sets - given < m.floor]
    if short:
        yield _muscles_lifted(case, short, "floor")
    for plane, given in case.planes:
        before = plane.credit - given
        if before < plane.floor:
            words = f"{PLANE_WORDS[plane.id]} work"
            lifted = _lifted(words, before, plane.credit, plane.floor, "floor")
            yield _reason("serves-floor", f"brings {lifted}", (plane.id,))
    yield from _patterns(case)


def _direct_sets(case: Case) -> Iterator[Reason]:
    """The parts that the item alone trains directly."""
    parts = [part for part, muscles in PARTS.items() if set(muscles) & set(case.row.muscles.direct)]
    yield _reason("serves-aim", f"the week's only direct work for {_listed(parts)}", tuple(parts))


def _two_leg_lift(_case: Case) -> Iterator[Reason]:
    yield _reason("main-lift", "the week's lift on two legs")


def _helps(case: Case) -> Iterator[Reason]:
    """The reported pains that the item is listed for."""
    pains = [
        case.problem.catalog.pain_by_id[reported.id]
        for reported in case.problem.scenario.athlete.pains
    ]
    for pain in pains:
        if case.item.exercise in pain.every_helper:
            name = pain.name[0].lower() + pain.name[1:]
            yield _reason("helps-pain", f"usually done for {name}", (pain.id,))


def _leg_work(case: Case) -> Iterator[Reason]:
    """The kinds of leg work that the session lacks without the item."""
    for kind in kinds_of(case.row):
        yield _reason("serves-aim", f"the session's only work for {kind}")


def _one_leg(_case: Case) -> Iterator[Reason]:
    yield _reason("one-leg", "keeps enough of the leg strength on one leg")


def _compound(_case: Case) -> Iterator[Reason]:
    yield _reason("compound", "keeps enough of the week's sets compound")


WORDS_OF_RULES: dict[str, Writer] = {
    "muscles_reach_their_floor": _muscle_floors,
    "required_patterns_are_trained": _patterns,
    "planes_are_covered_in_the_week": _weekly_planes,
    "planes_are_covered_in_each_session": _session_planes,
    "sessions_train_the_whole_body": _whole_body,
    "push_and_pull_are_balanced": _push_and_pull,
    "knee_and_hip_work_are_balanced": _knee_and_hip,
}
WORDS_OF_AIMS: dict[str, Writer] = {
    "floors_are_missed_least": _relaxed_floors,
    "muscles_reach_their_target": _muscle_targets,
    "planes_reach_their_target": _plane_targets,
    "main_lifts_are_enough": _main_lift,
    "two_leg_lift_is_kept": _two_leg_lift,
    "key_muscles_get_direct_sets": _direct_sets,
    "pains_get_what_helps": _helps,
    "runner_slots_are_filled": _runner_slots,
    "push_and_pull_stay_close": _push_and_pull,
    "one_leg_work_leads": _one_leg,
    "sessions_share_the_leg_work": _leg_work,
    "compound_work_leads": _compound,
}
