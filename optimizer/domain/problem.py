"""A problem: scenario and catalog with every reference resolved; what rules read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from optimizer.domain.catalog import Catalog
from optimizer.domain.demands import (
    MuscleDemand,
    PlaneDemand,
    muscle_demands,
    plane_demands,
    required_groups,
)
from optimizer.domain.dose import Dose, dose_of
from optimizer.domain.exercise import Exercise, Level, Record
from optimizer.domain.levels import LEVEL_NUMBERS, LevelNumbers
from optimizer.domain.offer import Offer, offer_of
from optimizer.domain.preparation import (
    Drill,
    PreparationBlock,
    SessionRoutine,
    total_seconds,
)
from optimizer.domain.ramp_up import ramp_up_sets
from optimizer.domain.scenario import DAYS, Day, Pin, Run, Scenario
from optimizer.domain.session_character import Character, has_character
from optimizer.domain.time_model import ItemTime, item_time
from optimizer.domain.week_clock import days_clear_of_runs, key_runs

SESSIONS_MOST = {"base": 3, "build": 3, "transition": 2, "peak": 2}
"""Sessions a week at most by phase; one in every other phase (convention)."""

SettingsType = TypeVar("SettingsType", bound=Record)


@dataclass(frozen=True)
class Slot:
    """One session of the week before it is filled."""

    id: str
    days: tuple[Day, ...]
    start: str | None
    minutes: int
    place: str

    @property
    def limit_seconds(self) -> int:
        """Seconds the session may take."""
        return self.minutes * 60

    @property
    def only_day(self) -> Day | None:
        """The session's day where there is no choice."""
        return self.days[0] if len(self.days) == 1 else None


@dataclass(frozen=True)
class Prescription:
    """An exercise at a place: equipment, dose and time.

    ``equipment`` is None where the place cannot serve the exercise; dose and time are then
    those of the exercise without a load, so that even a wrong plan can be timed.
    """

    exercise: Exercise
    equipment: dict[str, int] | None
    dose: Dose
    time: ItemTime

    @property
    def contacts_per_set(self) -> int:
        """Landings of one set, both sides together."""
        sides = 2 if self.exercise.has_sides else 1
        return (self.dose.reps or 0) * self.exercise.contacts_per_rep * sides

    @property
    def half_contacts_per_set(self) -> int:
        """Counted contacts in halves: two-leg low hops count half (convention)."""
        easy = self.exercise.impact == "low" and not self.exercise.has_sides
        return self.contacts_per_set * (1 if easy else 2)


def _slots(scenario: Scenario) -> tuple[Slot, ...]:
    """The week's sessions in the order of the first day that each may stand on."""
    order = {day: index for index, day in enumerate(DAYS)}
    slots = (
        Slot(
            session.id,
            days_clear_of_runs(session, scenario.week.runs),
            session.start,
            session.minutes,
            session.place,
        )
        for session in scenario.week.sessions
    )
    return tuple(sorted(slots, key=lambda slot: (order[slot.days[0]], slot.start or "", slot.id)))


@dataclass(frozen=True)
class Problem:
    """Everything that rules, aims, model and verifier read.

    ``usable`` holds, for each session id, the ids of the exercises that no filter removed, and
    ``modelled`` those and the ones that only the session's days forbid; ``routines`` holds the
    preparation blocks by stage and the cool-down of each session, and ``optional_sessions`` the
    ids of the sessions that a rule lets stay empty.
    """

    scenario: Scenario
    catalog: Catalog
    settings: Mapping[type[Record], Record] = field(default_factory=dict)
    usable: Mapping[str, frozenset[str]] = field(default_factory=dict)
    modelled: Mapping[str, frozenset[str]] = field(default_factory=dict)
    routines: Mapping[str, SessionRoutine] = field(default_factory=dict)
    optional_sessions: tuple[str, ...] = ()

    def preparation_of(self, slot: Slot) -> tuple[PreparationBlock, ...]:
        """The preparation blocks of a session by stage."""
        return self.routines[slot.id].preparation

    def cool_down_of(self, slot: Slot) -> tuple[Drill, ...]:
        """The drills that close a session."""
        return self.routines[slot.id].cool_down

    def cool_down_seconds(self, slot: Slot) -> int:
        """Seconds of the drills that close a session."""
        return total_seconds(self.cool_down_of(slot))

    @cached_property
    def preparation(self) -> dict[str, tuple[PreparationBlock, ...]]:
        """The preparation blocks of the first session of each place, by stage."""
        first = {slot.place: slot for slot in reversed(self.slots)}
        return {place: self.preparation_of(slot) for place, slot in first.items()}

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The sessions in the order of the first day that each may stand on."""
        return _slots(self.scenario)

    @cached_property
    def slot_by_id(self) -> dict[str, Slot]:
        """Sessions by their id."""
        return {slot.id: slot for slot in self.slots}

    @property
    def level(self) -> Level:
        """The athlete's level."""
        return self.scenario.athlete.level

    @property
    def numbers(self) -> LevelNumbers:
        """The level's doses, caps and targets."""
        return LEVEL_NUMBERS[self.level]

    @property
    def sessions_most(self) -> int:
        """Sessions a week at most, by phase (convention)."""
        return SESSIONS_MOST.get(self.scenario.athlete.phase, 1)

    @property
    def floors_are_hard(self) -> bool:
        """Whether weekly floors must hold, rather than be an aim."""
        return self.scenario.targets.floors == "hard"

    @cached_property
    def muscle_demands(self) -> tuple[MuscleDemand, ...]:
        """What each muscle must and should get in the week."""
        return muscle_demands(self.scenario, self.catalog)

    @cached_property
    def plane_demands(self) -> tuple[PlaneDemand, ...]:
        """What each plane must and should get in the week."""
        return plane_demands(self.scenario)

    @cached_property
    def key_runs(self) -> tuple[Run, ...]:
        """The runs that need fresh legs."""
        return key_runs(self.scenario.week.runs)

    @cached_property
    def known(self) -> tuple[str, ...]:
        """Ids of the exercises that the runner is used to."""
        history = self.scenario.history
        return history.known if history is not None else ()

    def has_character(self, exercise: Exercise, character: Character) -> bool:
        """Whether an exercise gives its session the character."""
        return has_character(exercise, character, self.known)

    @cached_property
    def offers(self) -> dict[str, Offer]:
        """What each place offers."""
        places = self.scenario.places.items()
        return {name: offer_of(name, place, self.catalog) for name, place in places}

    @cached_property
    def _prescriptions(self) -> dict[tuple[str, str], Prescription]:
        return {}

    def prescription(self, exercise: Exercise, place: str) -> Prescription:
        """Equipment, dose and time of an exercise at a place."""
        key = (exercise.id, place)
        found = self._prescriptions.get(key)
        if found is None:
            offer = self.offers[place]
            used = offer.choose(exercise)
            dose = dose_of(exercise, self.level, loaded=used is not None and offer.has_load(used))
            lighter = ramp_up_sets(exercise, dose, used or {}, self.numbers)
            found = Prescription(exercise, used, dose, item_time(exercise, dose, lighter))
            self._prescriptions[key] = found
        return found

    def pins_of(self, session_id: str) -> tuple[Pin, ...]:
        """The pins of one session, in the scenario's order."""
        return tuple(pin for pin in self.scenario.pin if pin.session == session_id)

    def settings_of(self, kind: type[SettingsType]) -> SettingsType:
        """The settings of a rule or an aim; its defaults where the scenario is silent."""
        found = self.settings.get(kind)
        return found if isinstance(found, kind) else kind()

    def can_use(self, exercise: Exercise, session_id: str) -> bool:
        """Whether no filter removed the exercise from the session."""
        return exercise.id in self.usable.get(session_id, frozenset())

    def is_modelled(self, exercise: Exercise, session_id: str) -> bool:
        """Whether the model may consider the exercise for the session."""
        return exercise.id in self.modelled.get(session_id, frozenset())

    @cached_property
    def candidates(self) -> tuple[Exercise, ...]:
        """Working exercises that some session may hold, in catalog order."""
        return tuple(
            exercise
            for exercise in self.catalog.exercises
            if exercise.is_work and any(exercise.id in ids for ids in self.usable.values())
        )

    def serves(self, exercise: Exercise, group: str) -> bool:
        """Whether a primary or secondary pattern of the exercise is in the pattern group."""
        patterns = self.catalog.group_by_id[group].patterns
        return any(pattern in patterns for pattern in exercise.pattern.every)

    @cached_property
    def servable_groups(self) -> tuple[str, ...]:
        """Required pattern groups that some candidate serves; the others are reported."""
        return tuple(
            group
            for group in required_groups(self.scenario)
            if any(self.serves(row, group) for row in self.candidates)
        )

    @cached_property
    def unserved_groups(self) -> tuple[str, ...]:
        """Required pattern groups that no exercise of any session can serve."""
        wanted = required_groups(self.scenario)
        return tuple(group for group in wanted if group not in self.servable_groups)
