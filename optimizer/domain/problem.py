"""A problem: scenario and catalog with every reference resolved; what rules read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TypeVar

from optimizer.domain.catalog import Catalog
from optimizer.domain.credit import quarter_sets
from optimizer.domain.demands import (
    MuscleDemand,
    PlaneDemand,
    muscle_demands,
    plane_demands,
    required_groups,
)
from optimizer.domain.dosing.athlete_numbers import numbers_of
from optimizer.domain.dosing.dose import Dose, Regimen, dose_in, goes_unloaded
from optimizer.domain.dosing.levels import LevelNumbers
from optimizer.domain.dosing.load_guide import guide, is_too_light, load_text, owned_totals_kg
from optimizer.domain.dosing.ramp_up import ramp_up_sets
from optimizer.domain.dosing.season import SEASONS, Season
from optimizer.domain.dosing.time_model import ItemTime, item_time
from optimizer.domain.exercise import Exercise, Level, Record
from optimizer.domain.frame.preparation import (
    Drill,
    PreparationBlock,
    SessionRoutine,
    total_seconds,
)
from optimizer.domain.offer import Offer, offer_of
from optimizer.domain.population import Population, population_of, training_level
from optimizer.domain.scenario import DAYS, Day, Pin, Run, Scenario
from optimizer.domain.session_character import Character, has_character
from optimizer.domain.sore_areas import (
    calf_tempo,
    eased_muscles,
    light_loads_only,
    pain_against,
)
from optimizer.domain.week_clock import days_clear_of_runs, key_runs

SettingsType = TypeVar("SettingsType", bound=Record)


@cache
def _usual(kind: type[Record]) -> Record:
    """The defaults of some settings: made once, as records cannot change."""
    return kind()


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
    those of the exercise without a load, so that even a wrong plan can be timed. ``load`` is a
    guide in words.
    """

    exercise: Exercise
    equipment: dict[str, int] | None
    dose: Dose
    time: ItemTime
    load: str | None = None

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
        """The level to train at: the athlete's, or one step down after a break."""
        return training_level(self.scenario)

    @property
    def season(self) -> Season:
        """What the phase of the season makes of the week."""
        return SEASONS[self.scenario.athlete.phase]

    @cached_property
    def population(self) -> Population | None:
        """The group that the athlete's age puts them in, or None."""
        return population_of(self.scenario.athlete)

    @cached_property
    def numbers(self) -> LevelNumbers:
        """Doses, caps and targets of the level, as season, age, break and conditions have them."""
        light = light_loads_only(self.scenario.athlete, self.catalog)
        return numbers_of(self.scenario, light_loads=light)

    @cached_property
    def regimen(self) -> Regimen:
        """What every dose follows from."""
        athlete = self.scenario.athlete
        return Regimen(
            level=self.level,
            numbers=self.numbers,
            eased_muscles=eased_muscles(athlete, self.catalog),
            calf_tempo=calf_tempo(athlete, self.catalog),
            no_loads=athlete.phase == "post_race",
        )

    @property
    def cover_is_required(self) -> bool:
        """Whether planes, patterns and parts must be covered, as floors are hard and asked for."""
        return self.floors_are_hard and self.season.asks_for_cover

    @property
    def sessions_most(self) -> int:
        """Sessions a week at most, by phase (convention)."""
        return self.season.sessions_most[self.level]

    @property
    def floors_are_hard(self) -> bool:
        """Whether weekly floors must hold, rather than be an aim."""
        return self.scenario.targets.floors == "hard"

    @cached_property
    def muscle_demands(self) -> tuple[MuscleDemand, ...]:
        """What each muscle must and should get in the week."""
        every = muscle_demands(self.scenario, self.catalog, self.numbers)
        lost = self.muscles_lost_to_pain
        return tuple(one.without_floor() if one.muscle in lost else one for one in every)

    @cached_property
    def muscles_lost_to_pain(self) -> tuple[str, ...]:
        """Muscles that no exercise of the week trains any more, some of them for a pain."""
        athlete, lost = self.scenario.athlete, []
        for muscle in self.catalog.muscles if athlete.reports else ():
            if any(quarter_sets(row, muscle.id) for row in self.candidates):
                continue
            rows = (row for row in self.catalog.exercises if quarter_sets(row, muscle.id))
            if any(pain_against(row, athlete, self.catalog) for row in rows):
                lost.append(muscle.id)
        return tuple(lost)

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
            found = self._prescriptions[key] = self.prescribed(exercise, self.offers[place])
        return found

    def prescribed(self, exercise: Exercise, offer: Offer) -> Prescription:
        """Equipment, dose and time of an exercise with what a place offers."""
        used = offer.choose(exercise, unloaded_first=goes_unloaded(exercise, self.regimen))
        loads = {item: n for item, n in (used or {}).items() if item in offer.load_items}
        dose = dose_in(self.regimen, exercise, "heavy" if loads else "none")
        maximum = self.scenario.athlete.one_rep_max_kg.get(exercise.id)
        guided = None
        if loads and maximum is not None:
            guided = guide(maximum, dose, self.numbers.load_percent_of_1rm[1])
            if is_too_light(guided, owned_totals_kg(offer, loads)):
                dose = dose_in(self.regimen, exercise, "light")
        things = [self.catalog.equipment_by_id[item] for item in used or {}]
        lighter = ramp_up_sets(exercise, dose, things, self.numbers)
        time = item_time(exercise, dose, lighter)
        return Prescription(exercise, used, dose, time, load_text(exercise, offer, loads, guided))

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
