"""A week as a coach writes it down: names, sets, what one set is, and what was left unsaid."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from optimizer.domain.exercise import Record, Tempo
from optimizer.domain.scenario import Day, ShortText

Repetitions = Annotated[int, Field(ge=1, le=200)]
HoldSeconds = Annotated[int, Field(ge=1, le=1800)]


class WrittenDrill(Record):
    """One drill of the preparation or the cool-down; on each side where it has sides."""

    exercise: ShortText
    reps: Repetitions | None = None
    hold_seconds: HoldSeconds | None = None


class WrittenItem(Record):
    """One exercise; what is None was not written and follows from the catalog's dose.

    ``group`` names items that the author pairs as a superset.
    """

    exercise: ShortText
    sets: Annotated[int, Field(ge=1, le=20)] | None = None
    reps: Repetitions | None = None
    hold_seconds: HoldSeconds | None = None
    rest_seconds: Annotated[int, Field(ge=0, le=900)] | None = None
    reps_in_reserve: Annotated[int, Field(ge=0, le=10)] | None = None
    tempo: Tempo | None = None
    load: ShortText | None = None
    group: ShortText | None = None


class WrittenSession(Record):
    """One session in the order of its author.

    ``preparation`` is None where nothing was written, and empty where there is none.
    """

    id: ShortText
    day: Day | None = None
    preparation: tuple[WrittenDrill, ...] | None = None
    items: Annotated[tuple[WrittenItem, ...], Field(min_length=1)]
    cool_down: tuple[WrittenDrill, ...] = ()


class WrittenPlan(Record):
    """A week written by hand."""

    format: Literal[1] = 1
    name: ShortText | None = None
    sessions: Annotated[tuple[WrittenSession, ...], Field(min_length=1, max_length=14)]


class Remark(Record):
    """What was read into a plan that did not say it: where, and in words."""

    where: str
    text: str
