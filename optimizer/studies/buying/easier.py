"""One problem into which every set of equipment between two others fits: for bounds on many sets.

More equipment is not simply better. A load changes the dose of an exercise that had none, and the
first exercise of a kind can bring a demand for it. The problem made here has all exercises of the
larger set, each with the easiest of the doses that it may have in between, and none of the demands
that come and go. Whatever a set in between can reach, this problem can: where it cannot, none can.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from optimizer.domain.dosing.dose import goes_unloaded
from optimizer.domain.dosing.time_model import ItemTime
from optimizer.domain.exercise import Exercise, Record
from optimizer.domain.offer import Offer
from optimizer.domain.problem import Prescription, Problem, Slot
from optimizer.domain.rule import Aim, Rule
from optimizer.objectives.two_leg_lift_is_kept import heaviest_grade
from optimizer.planning.problems import bar

COMING_AND_GOING: dict[str, tuple[str, ...]] = {
    "group": ("required_patterns_are_trained", "floors_are_missed_least"),
    "part": ("sessions_train_the_whole_body",),
    "pattern": (
        "push_and_pull_are_balanced",
        "knee_and_hip_work_are_balanced",
        "knee_and_hip_work_stay_close",
        "compound_work_leads",
        "runner_slots_are_filled",
    ),
    "direct": ("key_muscles_get_direct_sets",),
    "lift": ("main_lifts_are_enough", "two_leg_lift_is_kept"),
    "flag": ("balance_is_trained_from_fifty",),
    "help": ("pains_get_what_helps",),
}
"""What exercises may be at hand, and the rules and aims that ask for something only then."""

BY_DOSE = ("doses_stay_in_bounds", "landings_come_fresh")
"""Filters that look at the dose of an exercise."""


@dataclass(frozen=True)
class EasierProblem(Problem):
    """A problem in which some exercises are easier than anywhere."""

    easier: Mapping[tuple[str, str], Prescription] = field(default_factory=dict)

    def prescription(self, exercise: Exercise, place: str) -> Prescription:
        """Equipment, dose and time of an exercise at a place."""
        found = self.easier.get((exercise.id, place))
        return found or super().prescription(exercise, place)


def easier_problem(least: Problem, most: Problem, members: Sequence[Rule | Aim]) -> Problem | None:
    """The problem that every set between the two fits into; None if it cannot be told.

    What both ends agree in, all in between agree in, for it only ever grows with the equipment.
    Preparation is not looked at here: it must be the same in all of them.

    Parameters
    ----------
    members
        All rules and aims.
    """
    nested = all(
        least.usable[slot.id] <= most.usable[slot.id]
        and least.modelled[slot.id] <= most.modelled[slot.id]
        for slot in most.slots
    )
    if not nested or least.muscle_demands != most.muscle_demands:
        return None
    if least.optional_sessions != most.optional_sessions:
        return None
    easier = _easier(least, most)
    if easier is None:
        return None
    kinds = {kind for kind, _ in _at_hand(least) ^ _at_hand(most)}
    if easier:
        kinds.add("lift")
    dropped = {name for kind in kinds for name in COMING_AND_GOING[kind]}
    if not dropped and not easier:
        return most
    settings: dict[type[Record], Record] = dict(most.settings)
    for one in members:
        if one.id in dropped:
            settings[one.settings] = most.settings_of(one.settings).model_copy(
                update={"enabled": False}
            )
    own = {each.name: getattr(most, each.name) for each in fields(Problem)}
    return EasierProblem(**{**own, "settings": settings}, easier=easier)


def _at_hand(problem: Problem) -> set[tuple[str, str]]:
    """What the exercises of each session are, as far as rules and aims ask whether any is so."""
    found = {
        (kind, f"{slot.id} {what}")
        for slot in problem.slots
        for row in problem.candidates
        if problem.can_use(row, slot.id)
        for kind, what in _is(problem, row, slot.place)
    }
    return {*found, ("lift", f"on two legs {heaviest_grade(problem)}")}


def _is(problem: Problem, row: Exercise, place: str) -> Iterator[tuple[str, str]]:
    kind = problem.prescription(row, place).dose.dose_class
    yield from (
        ("group", group.id)
        for group in problem.catalog.pattern_groups
        if problem.serves(row, group.id)
    )
    yield from (("pattern", pattern) for pattern in row.pattern.every)
    yield "part", f"{row.region} {row.role}"
    if row.role != "power":
        yield from (("direct", muscle) for muscle in row.muscles.direct)
    if kind.startswith("main"):
        yield "lift", f"{row.pattern.primary} {kind} {row.laterality}"
    yield from (("flag", flag) for flag in row.flags)
    for reported in problem.scenario.athlete.pains:
        for number, group in enumerate(problem.catalog.pain_by_id[reported.id].helps):
            if row.id in group:
                yield "help", f"{reported.id} {number}"


def _easier(least: Problem, most: Problem) -> dict[tuple[str, str], Prescription] | None:
    """The easiest dose of every exercise whose dose may vary; None if that cannot be told."""
    found = {}
    for place in dict.fromkeys(slot.place for slot in most.slots):
        slots = [slot for slot in most.slots if slot.place == place]
        for row in most.catalog.exercises:
            if not row.is_work:
                continue
            ways = _ways(row, least.offers[place], most.offers[place], most)
            if len({(one.dose, one.time, _heavy_items(most, one)) for one in ways}) < 2:
                continue
            if any(most.is_modelled(row, slot.id) for slot in slots):
                if row.id in most.scenario.athlete.one_rep_max_kg:
                    return None
                found[row.id, place] = _easiest(ways, most)
            elif any(_is_barred_by_dose(most, row, slot) for slot in slots):
                return None
    return found


def _heavy_items(problem: Problem, way: Prescription) -> tuple[str, ...]:
    """Items in use that rules about heavy lifts ask for."""
    items = problem.catalog.equipment_by_id
    return tuple(item for item in way.equipment or {} if items[item].heavy)


def _is_barred_by_dose(problem: Problem, row: Exercise, slot: Slot) -> bool:
    """Whether another dose might let the exercise into the session."""
    found = bar(problem, row, slot)
    return found is not None and found[0] in BY_DOSE


def _ways(row: Exercise, before: Offer, after: Offer, problem: Problem) -> list[Prescription]:
    """How a set between the two may do the exercise.

    A place uses the first alternative that it serves; with more equipment, the same or an earlier
    one.
    """
    ways = []
    is_unloaded = goes_unloaded(row, problem.regimen)
    for alternative in after.in_turn(row, unloaded_first=is_unloaded):
        alone = row.model_copy(update={"equipment": (alternative,)})
        if after.choose(alone) is not None:
            ways.append(problem.prescribed(alone, after))
            if before.choose(alone) is not None:
                break
    return ways


def _easiest(ways: Sequence[Prescription], problem: Problem) -> Prescription:
    """Done in the least time, with the fewest repetitions, and as often or as rarely as any."""
    plain = next((one for one in ways if not _heavy_items(problem, one)), ways[0])
    doses = [one.dose for one in ways]
    times = [one.time for one in ways]
    repetitions = [dose.reps for dose in doses if dose.reps is not None]
    dose = replace(
        plain.dose,
        reps=min(repetitions) if repetitions else None,
        sets_lowest=min(dose.sets_lowest for dose in doses),
        sets_highest=max(dose.sets_highest for dose in doses),
    )
    per_set = min(time.seconds_per_set for time in times)
    once = min(time.seconds_once for time in times)
    time = ItemTime(set_seconds=per_set, rest_seconds=0, gap_seconds=once)
    return replace(plain, dose=dose, time=time)
