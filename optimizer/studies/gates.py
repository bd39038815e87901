"""Which filters keep an exercise out of which sessions, and what would let it in."""

from __future__ import annotations

from collections.abc import Callable

from optimizer.domain.exercise import Exercise, Record
from optimizer.domain.problem import Problem, Slot
from optimizer.planning.problems import filters


class Gate(Record):
    """One filter that keeps an exercise out of some sessions.

    Attributes
    ----------
    because
        The cause, as plans state it.
    opens
        What would open this gate, in the words of the scenario; empty where nothing should.
    """

    filter: str
    because: str
    sessions: tuple[str, ...]
    opens: str = ""


def gates(problem: Problem, row: Exercise) -> tuple[Gate, ...]:
    """Every filter that keeps the exercise out of a session, not only the first."""
    sessions: dict[tuple[str, str], list[Slot]] = {}
    for slot in problem.slots:
        for rule in filters(problem):
            because = rule.bars(problem, row, slot) if rule.bars else None
            if because is not None:
                sessions.setdefault((rule.id, because), []).append(slot)
    return tuple(
        Gate(
            filter=rule,
            because=because,
            sessions=tuple(slot.id for slot in slots),
            opens=_opens(problem, row, rule, slots),
        )
        for (rule, because), slots in sessions.items()
    )


def is_shut(problem: Problem, row: Exercise, shut: tuple[Gate, ...]) -> bool:
    """Whether some gate is shut in every session."""
    return all(any(slot.id in gate.sessions for gate in shut) for slot in problem.slots)


def _opens(problem: Problem, row: Exercise, rule: str, slots: list[Slot]) -> str:
    told = OPENERS.get(rule)
    return told(problem, row, slots) if told else ""


def _never(problem: Problem, row: Exercise, slots: list[Slot]) -> str:
    return f"take {row.id} out of `athlete.never`"


def _equipment(problem: Problem, row: Exercise, slots: list[Slot]) -> str:
    places = dict.fromkeys(slot.place for slot in slots)
    parts = []
    for place in places:
        offer = problem.offers[place]
        if not any(needs for needs in row.equipment):
            continue
        needs = min(
            row.equipment,
            key=lambda one: sum(offer.serving(item, count) is None for item, count in one.items()),
        )
        items = {item: count for item, count in needs.items() if offer.serving(item, count) is None}
        written = ", ".join(f"{item}: {count}" for item, count in items.items())
        taken = [item for item in items if item in problem.scenario.places[place].without]
        also = f", and take {', '.join(taken)} out of its `without`" if taken else ""
        parts.append(f"`{written}` to `places.{place}.equipment`{also}")
    return f"add {' and '.join(parts)}" if parts else ""


def _level(problem: Problem, row: Exercise, slots: list[Slot]) -> str:
    easier = [one for one in row.regressions if one in problem.catalog.exercise_by_id]
    usable = [
        one
        for one in easier
        if any(problem.can_use(problem.catalog.exercise_by_id[one], slot.id) for slot in slots)
    ]
    first = f"; until then {usable[0]} leads to it" if usable else ""
    text = f"raise `athlete.level` once it is true{first}"
    if row.ladder is not None and row.difficulty == problem.numbers.difficulty_max + 1:
        text = f"{_rung(problem, row, slots)}, or {text}"
    return text


def _rung(problem: Problem, row: Exercise, slots: list[Slot]) -> str:
    if row.ladder is None:
        return ""
    family, rung = row.ladder.family, row.ladder.rung
    return f"once the rung is mastered, write `unlocked: {{{family}: {rung}}}` under `athlete`"


def _pain(problem: Problem, row: Exercise, slots: list[Slot]) -> str:
    return "once the pain is gone, take it out of `athlete.pains`; not before"


def _known(problem: Problem, row: Exercise, slots: list[Slot]) -> str:
    return f"if you know it already, add `{row.id}` to `history.known`"


def _other_day(problem: Problem, row: Exercise, slots: list[Slot]) -> str:
    return "let the session stand on a day farther from that run"


def _after_the_run(problem: Problem, row: Exercise, slots: list[Slot]) -> str:
    return "start the session later after the run, or on another day"


OPENERS: dict[str, Callable[[Problem, Exercise, list[Slot]], str]] = {
    "never_exercises_stay_out": _never,
    "equipment_is_at_hand": _equipment,
    "difficulty_suits_the_level": _level,
    "ladder_rungs_are_unlocked": _rung,
    "pains_are_respected": _pain,
    "nothing_new_before_a_race": _known,
    "no_heavy_legs_before_key_runs": _other_day,
    "runs_come_first_on_shared_days": _after_the_run,
}
"""What opens each filter; a filter without an entry is named with its cause alone."""
