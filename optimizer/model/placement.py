"""Which day each session stands on, whether it is used, and what it holds: few literals.

Both layers carry these decisions, so that rules and aims about days are exact in both, and are
proved over all plans. They are the only index of single sessions in the week layer.
"""

from __future__ import annotations

from abc import abstractmethod
from functools import cached_property

from ortools.sat.python import cp_model

from optimizer.domain.exercise import Exercise
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.scenario import DAYS, Day
from optimizer.domain.session_character import Character
from optimizer.model.poster import Expression, Poster
from optimizer.model.scope import Scope


class PlacementScope(Scope):
    """Days and characters of sessions, for the rules about runs, races and recovery."""

    slots: tuple[Slot, ...]

    def __init__(self, problem: Problem, poster: Poster, exercises: tuple[Exercise, ...]) -> None:
        super().__init__(problem, poster, exercises)
        self.slots = problem.slots
        self._holds: dict[tuple[str, Character], cp_model.IntVar] = {}
        self._holds_on: dict[tuple[Day, Character], Expression] = {}

    @cached_property
    def _used(self) -> dict[str, cp_model.IntVar]:
        model, free = self.poster.model, self.problem.optional_sessions
        return {
            slot.id: model.new_bool_var(f"used {slot.id}")
            if slot.id in free
            else model.new_constant(1)
            for slot in self.slots
        }

    @cached_property
    def _on(self) -> dict[tuple[str, Day], cp_model.IntVar]:
        """Literals for sessions with a choice of days; the day's own literal for the others."""
        model, literals = self.poster.model, {}
        for slot in self.slots:
            if len(slot.days) == 1:
                literals[slot.id, slot.days[0]] = self._used[slot.id]
                continue
            days = [model.new_bool_var(f"{slot.id} on {day}") for day in slot.days]
            literals.update({(slot.id, day): on for day, on in zip(slot.days, days, strict=True)})
            self.poster.structural(self.total(days) == self._used[slot.id])
        return literals

    def placed(self, slot: Slot, day: Day) -> cp_model.IntVar:
        """The literal of a session on one of its own days."""
        return self._on[slot.id, day]

    def used(self, slot: Slot) -> Expression:
        """1 if the session takes place, else 0; always 1 unless a rule lets it stay empty."""
        return self._used[slot.id]

    def is_on(self, slot: Slot, day: Day) -> Expression:
        """1 if the session stands on the day, else 0."""
        found = self._on.get((slot.id, day))
        return self.total([]) if found is None else found

    def holds(self, slot: Slot, character: Character) -> Expression:
        """At least 1 if the session has the character; exact when minimised."""
        if (slot.id, character) not in self._holds:
            for other in self.slots:
                literal = self.poster.model.new_bool_var(f"{other.id} {character}")
                self._holds[other.id, character] = literal
                if other.id in self.problem.optional_sessions:
                    self.poster.structural(literal <= self.used(other))
            self._link(character)
        return self._holds[slot.id, character]

    def holds_there(self, slot: Slot, day: Day, character: Character) -> Expression:
        """At least 1 if the session stands on the day and has the character."""
        held = self.holds(slot, character)
        if len(slot.days) == 1:
            return held if day in slot.days else self.total([])
        both = self.poster.model.new_bool_var(f"{slot.id} {character} on {day}")
        self.poster.structural(both >= held + self.is_on(slot, day) - 1)
        return both

    def holds_on(self, day: Day, character: Character) -> Expression:
        """At least the number of sessions with the character on the day."""
        key = (day, character)
        if key not in self._holds_on:
            there = [slot for slot in self.slots if day in slot.days]
            self._holds_on[key] = self.total(
                self.holds_there(slot, day, character) for slot in there
            )
        return self._holds_on[key]

    def sessions_on(self, day: Day) -> Expression:
        """How many sessions stand on the day."""
        return self.total(self.is_on(slot, day) for slot in self.slots if day in slot.days)

    def placement_variables(self) -> list[cp_model.IntVar]:
        """All decisions about days and characters that were asked for, in their order."""
        return [*self._used.values(), *self._on.values(), *self._holds.values()]

    @property
    def days(self) -> tuple[Day, ...]:
        """Days on which some session may stand, from Monday."""
        return tuple(day for day in DAYS if any(day in slot.days for slot in self.slots))

    @abstractmethod
    def _link(self, character: Character) -> None:
        """Post what makes the literals of a character at least 1."""
