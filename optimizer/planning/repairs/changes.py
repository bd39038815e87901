"""Pulled levers as changes of the scenario, with the words of an instruction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Stock
from optimizer.planning.changes import REMOVED, Change
from optimizer.planning.plain_words import DAY_NAMES, counted
from optimizer.solve.levers import Pull

QUARTERS_PER_HALF_SET = 2


def changes_of(problem: Problem, pulls: Sequence[Pull]) -> tuple[Change, ...]:
    """The changes that pull the levers so far; a dropped pin needs no fewer sets."""
    dropped = {pull.lever.thing for pull in pulls if pull.lever.kind == "pin"}
    return tuple(
        _WRITERS[pull.lever.kind](problem, pull)
        for pull in pulls
        if pull.lever.kind != "pin_sets" or pull.lever.thing not in dropped
    )


def _session(problem: Problem, session_id: str) -> int:
    return [one.id for one in problem.scenario.week.sessions].index(session_id)


def _minutes(problem: Problem, pull: Pull) -> Change:
    slot = problem.slot_by_id[pull.lever.thing]
    value = slot.minutes + pull.degrees
    return Change(
        "minutes",
        ("week", "sessions", _session(problem, slot.id), "minutes"),
        value,
        pull.cost,
        f"give session {slot.id} {value} minutes instead of {slot.minutes}",
    )


def _floor(problem: Problem, pull: Pull) -> Change:
    thing = pull.lever.thing
    muscles = {one.muscle: one.floor_quarters for one in problem.muscle_demands}
    if thing in muscles:
        name = problem.catalog.muscle_by_id[thing].name
        value = max(0, muscles[thing] - QUARTERS_PER_HALF_SET * pull.degrees) / 4
        text = f"lower the weekly floor of {name} from {muscles[thing] / 4:g} "
        text += f"to {counted(value, 'set')}"
        return Change("floor", ("targets", "muscles", thing, "floor"), value, pull.cost, text)
    halves = next(one.floor_halves for one in problem.plane_demands if one.plane == thing)
    value = (halves - pull.degrees) / 2
    text = f"lower the weekly floor of the {thing} plane from {halves / 2:g} "
    text += f"to {counted(value, 'credit')}"
    return Change("floor", ("targets", "planes", thing, "floor"), value, pull.cost, text)


def _pin_number(problem: Problem, thing: str) -> tuple[int, str, str]:
    slot, _, exercise = thing.partition(" ")
    numbers = {(pin.session, pin.exercise): n for n, pin in enumerate(problem.scenario.pin)}
    return numbers[slot, exercise], slot, problem.catalog.exercise_by_id[exercise].name


def _pin(problem: Problem, pull: Pull) -> Change:
    number, slot, name = _pin_number(problem, pull.lever.thing)
    text = f"drop the pin of {name} in session {slot}"
    return Change("pin", ("pin", number), REMOVED, pull.cost, text)


def _pin_sets(problem: Problem, pull: Pull) -> Change:
    number, slot, name = _pin_number(problem, pull.lever.thing)
    before = problem.scenario.pin[number].sets or 1
    value = before - pull.degrees
    text = f"pin {name} in session {slot} with {counted(value, 'set')} instead of {before}"
    return Change("pin_sets", ("pin", number, "sets"), value, pull.cost, text)


def _day(problem: Problem, pull: Pull) -> Change:
    session, _, day = pull.lever.thing.partition(" ")
    number = _session(problem, session)
    before = problem.scenario.week.sessions[number].day
    text = f"move session {session} from {' or '.join(DAY_NAMES[one] for one in before)}"
    text += f" to {DAY_NAMES[day]}"
    return Change("day", ("week", "sessions", number, "day"), (day,), pull.cost, text)


def _item(problem: Problem, pull: Pull) -> Change:
    place, item, count = pull.lever.thing.split(" ")
    own = problem.scenario.places[place]
    name = problem.catalog.equipment_by_id[item].name
    if item in own.without:
        text = f"have {name} at {place} after all"
        return Change(
            "item", ("places", place, "without", own.without.index(item)), REMOVED, pull.cost, text
        )
    stock = own.equipment.get(item)
    there = problem.offers[place].counts.get(item, 0)
    more = int(count) - there
    value = stock.model_copy(update={"count": stock.count + more}) if stock else Stock(count=more)
    amount = name if int(count) == 1 else f"{count} x {name}"
    text = f"add {amount} to the equipment of {place}"
    return Change("item", ("places", place, "equipment", item), value, pull.cost, text)


def _rung(problem: Problem, pull: Pull) -> Change:
    family, rung = pull.lever.thing.split(" ")
    rows = problem.catalog.exercises
    name = next(
        row.name
        for row in rows
        if row.ladder and row.ladder.family == family and row.ladder.rung == int(rung)
    )
    words = family.replace("_", " ")
    text = f"if {name} is mastered already: unlock rung {rung} of the {words} ladder"
    return Change("rung", ("athlete", "unlocked", family), int(rung), pull.cost, text)


def _never(problem: Problem, pull: Pull) -> Change:
    exercise = pull.lever.thing
    number = problem.scenario.athlete.never.index(exercise)
    name = problem.catalog.exercise_by_id[exercise].name
    text = f"allow {name} again"
    return Change("never", ("athlete", "never", number), REMOVED, pull.cost, text)


_WRITERS: dict[str, Callable[[Problem, Pull], Change]] = {
    "minutes": _minutes,
    "floor": _floor,
    "pin": _pin,
    "pin_sets": _pin_sets,
    "day": _day,
    "item": _item,
    "rung": _rung,
    "never": _never,
}
