"""Levers of a scenario: what may give way by degrees, as far as a conflict speaks of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from optimizer.domain.exercise import Exercise
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.scenario import DAYS, Day
from optimizer.domain.week_clock import days_apart
from optimizer.planning.repairs.costs import (
    DAY_MOVED,
    GYM_ITEM,
    HALF_SET_OF_DEFAULT_FLOOR,
    HALF_SET_OF_OWN_FLOOR,
    ITEM,
    MINUTE,
    NEVER_LIFTED,
    PIN_DROPPED,
    PINNED_SET,
    RUNG,
)
from optimizer.planning.scenario_lines import line_of
from optimizer.solve.levers import Lever, Opening
from optimizer.solve.members import Member

GYM = "gym"
SESSION_MINUTES_MOST = 240
ITEM_COUNT_MOST = 2
"""More of one item than this is not proposed."""


def levers_of(problem: Problem, members: Iterable[Member]) -> tuple[Lever, ...]:
    """Levers that ease the rows of these members by degrees."""
    found = [lever for member in members for lever in _levers(problem, member)]
    return tuple(dict.fromkeys(found))


def _levers(problem: Problem, member: Member) -> Iterator[Lever]:
    rule, where = member
    if rule == "session_fits_in_time":
        more = SESSION_MINUTES_MOST - problem.slot_by_id[where].minutes
        yield Lever("minutes", where, member, 60, more, MINUTE)
    elif rule == "pins_are_kept":
        yield from _pin(problem, member)
    elif rule == "muscles_reach_their_floor":
        floor = next(one for one in problem.muscle_demands if one.muscle == where)
        halves = (floor.floor_quarters + 1) // 2
        yield Lever("floor", where, member, 2, halves, _half_set(problem, member))
    elif rule == "planes_are_covered_in_the_week" and not where.endswith(" motion"):
        plane = next(one for one in problem.plane_demands if one.plane == where)
        halves = plane.floor_halves
        yield Lever("floor", where, member, 1, halves, _half_set(problem, member))


def _days_away(day: Day, known: tuple[Day, ...]) -> int:
    """Days to the nearest one that the scenario lists, beyond the first."""
    return min(days_apart(day, one) for one in known) - 1


def _half_set(problem: Problem, member: Member) -> int:
    """Points for half a set less; what the user asked for gives way before what is usual."""
    is_own = line_of(problem, member).is_own
    return HALF_SET_OF_OWN_FLOOR if is_own else HALF_SET_OF_DEFAULT_FLOOR


def day_levers(problem: Problem, sessions: Iterable[str]) -> tuple[Lever, ...]:
    """Days of these sessions that the scenario does not list."""
    listed = {session.id: session.day for session in problem.scenario.week.sessions}
    return tuple(
        Lever(
            "day", f"{session} {day}", ("", ""), 1, 1, DAY_MOVED + _days_away(day, listed[session])
        )
        for session in sessions
        for day in DAYS
        if day not in listed[session]
    )


def _pin(problem: Problem, member: Member) -> Iterator[Lever]:
    slot, _, exercise = member[1].partition(" ")
    pin = next(one for one in problem.pins_of(slot) if one.exercise == exercise)
    yield Lever("pin", member[1], member, pin.sets or 1, 1, PIN_DROPPED)
    if pin.sets is not None and pin.sets > 1:
        yield Lever("pin_sets", member[1], member, 1, pin.sets - 1, PINNED_SET)


def openings_of(problem: Problem, members: Iterable[Member]) -> tuple[Opening, ...]:
    """How the filters among the members may let single exercises through."""
    asked = frozenset(members)
    found = []
    for slot in problem.slots:
        for row in problem.catalog.exercises:
            if row.is_work:
                found += [one for one in _openings(problem, row, slot) if one.member in asked]
    return tuple(found)


def single_items(openings: Iterable[Opening]) -> tuple[Lever, ...]:
    """Items that let some exercise through by themselves: cheap ones first, then useful ones."""
    opened: Counter[Lever] = Counter()
    for opening in openings:
        alone = {way[0] for way in opening.ways if len(way) == 1 and way[0].kind == "item"}
        opened.update(alone)
    return tuple(sorted(opened, key=lambda item: (item.cost, -opened[item], item.thing)))


def _openings(problem: Problem, row: Exercise, slot: Slot) -> Iterator[Opening]:
    equipment: Member = ("equipment_is_at_hand", slot.place)
    if problem.offers[slot.place].choose(row) is None:
        ways = tuple(way for way in _purchases(problem, row, slot, equipment) if way)
        if ways:
            yield Opening(row.id, slot.id, equipment, ways)
    never: Member = ("never_exercises_stay_out", row.id)
    if row.id in problem.scenario.athlete.never:
        yield Opening(
            row.id, slot.id, never, ((Lever("never", row.id, never, 1, 1, NEVER_LIFTED),),)
        )
    yield from _rungs(problem, row, slot)


def _purchases(
    problem: Problem, row: Exercise, slot: Slot, member: Member
) -> Iterator[tuple[Lever, ...]]:
    """For each alternative of the exercise, the items that the place lacks for it."""
    offer = problem.offers[slot.place]
    for needs in row.equipment:
        missing = {
            item: count for item, count in needs.items() if offer.serving(item, count) is None
        }
        if all(count <= ITEM_COUNT_MOST for count in missing.values()):
            yield tuple(
                Lever("item", f"{slot.place} {item} {count}", member, 1, 1, _price(problem, item))
                for item, count in missing.items()
            )


def _price(problem: Problem, item: str) -> int:
    """Points for an item: less for what homes have."""
    homes = [kit for kit in problem.catalog.kits if kit.id != GYM]
    is_common = any(item in kit.holds for kit in homes)
    is_common = is_common or problem.catalog.equipment_by_id[item].fixture
    return ITEM if is_common else GYM_ITEM


def _rungs(problem: Problem, row: Exercise, slot: Slot) -> Iterator[Opening]:
    """The exercise's own rung, where mastering it lets the exercise through."""
    if row.ladder is None:
        return
    family, rung = row.ladder.family, row.ladder.rung
    ladder: Member = ("ladder_rungs_are_unlocked", family)
    level: Member = ("difficulty_suits_the_level", "everywhere")
    highest = problem.scenario.athlete.unlocked.get(family)
    lever = Lever("rung", f"{family} {rung}", ladder, 1, 1, RUNG)
    if highest is not None and rung > highest:
        yield Opening(row.id, slot.id, ladder, ((lever,),))
    if row.difficulty == problem.numbers.difficulty_max + 1 and rung > (highest or 0):
        yield Opening(row.id, slot.id, level, ((lever,),))
