"""The scenario as its file states it: who trains, when, where and with what."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from optimizer.domain.exercise import Identifier, Level, Plane, Record

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Phase = Literal[
    "transition", "base", "build", "peak", "taper", "race_week", "post_race", "maintenance"
]
ClockTime = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
ShortText = Annotated[str, StringConstraints(min_length=1, max_length=120)]
AnyIdentifier = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", max_length=64)
]


def _one_or_many(value: Any) -> Any:
    """A single day stands for a list of one."""
    return (value,) if isinstance(value, str) else value


def _bare_pain(value: Any) -> Any:
    """A bare pain id stands for a report without a score."""
    return {"id": value} if isinstance(value, str) else value


def _counted(value: Any) -> Any:
    """A bare number stands for that many of the item."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return {"count": value} if is_number else value


class PainReport(Record):
    """A reported pain and its score from 0 (none) to 10."""

    id: Identifier
    score: int | None = Field(default=None, ge=0, le=10)


class Athlete(Record):
    """The person who trains."""

    id: AnyIdentifier = "athlete"
    name: ShortText | None = None
    level: Level = "beginner"
    phase: Phase = "base"
    age: int | None = Field(default=None, ge=5, le=110)
    supervised: bool = False
    conditions: tuple[Identifier, ...] = ()
    pains: tuple[Annotated[PainReport, BeforeValidator(_bare_pain)], ...] = ()
    unlocked: dict[Identifier, Annotated[int, Field(ge=0, le=9)]] = {}
    never: tuple[str, ...] = ()
    likes: tuple[str, ...] = ()
    one_rep_max_kg: dict[str, Annotated[float, Field(gt=0, le=600, allow_inf_nan=False)]] = {}

    @property
    def reports(self) -> tuple[PainReport, ...]:
        """Pains that are not gone (a score of 0 is), then conditions, which have no score."""
        conditions = (PainReport(id=condition) for condition in self.conditions)
        return (*(pain for pain in self.pains if pain.score != 0), *conditions)


class History(Record):
    """What was trained before; opens gates. Absent: new to every exercise."""

    weeks_trained: int = Field(default=0, ge=0, le=5000)
    weeks_off: int = Field(default=0, ge=0, le=5000)
    known: tuple[str, ...] = ()


class Run(Record):
    """A run of the week."""

    day: Day
    kind: Literal["easy", "long", "tempo", "intervals", "hills", "race"]
    minutes: int = Field(gt=0, le=1440)
    start: ClockTime | None = None


class Race(Record):
    """A race, in or after the planned week."""

    date: date
    distance: ShortText
    priority: Literal["A", "B", "C"] = "B"


class Session(Record):
    """A time that the runner gives to strength and mobility."""

    id: AnyIdentifier
    day: Annotated[tuple[Day, ...], BeforeValidator(_one_or_many), Field(min_length=1)]
    minutes: int = Field(gt=0, le=240)
    start: ClockTime | None = None
    place: AnyIdentifier
    rolling_minutes: int | None = Field(default=None, ge=0, le=5)
    cool_down_minutes: int | None = Field(default=None, ge=0, le=10)


class Week(Record):
    """The runner's week: its runs, races and the sessions to fill."""

    start_date: date | None = None
    runs: tuple[Run, ...] = ()
    races: tuple[Race, ...] = ()
    sessions: Annotated[tuple[Session, ...], Field(max_length=7)]


class Stock(Record):
    """How many of an item a place has, and in which loads."""

    count: int = Field(default=1, ge=0, le=99)
    loads_kg: tuple[Annotated[float, Field(gt=0, le=500, allow_inf_nan=False)], ...] = ()


class Place(Record):
    """Where a session happens: a kit and single items add up, ``without`` takes away."""

    kit: Identifier | None = None
    equipment: dict[Identifier, Annotated[Stock, BeforeValidator(_counted)]] = {}
    without: tuple[Identifier, ...] = ()


class MuscleTarget(Record):
    """Weekly fractional sets of one muscle: what must and what should be reached."""

    floor: float | None = Field(default=None, ge=0, le=40, allow_inf_nan=False)
    target: float | None = Field(default=None, ge=0, le=40, allow_inf_nan=False)


class PlaneTarget(Record):
    """Weekly credit of one plane: what must and what should be reached."""

    floor: float | None = Field(default=None, ge=0, le=40, allow_inf_nan=False)
    target: float | None = Field(default=None, ge=0, le=40, allow_inf_nan=False)


class Targets(Record):
    """Changes to the level's default floors and targets."""

    floors: Literal["hard", "relaxed"] = "hard"
    rests: Literal["usual", "least"] = "usual"
    muscles: dict[Identifier, MuscleTarget] = {}
    planes: dict[Plane, PlaneTarget] = {}


class Pin(Record):
    """An exercise that a session must hold, with this many sets or with any number."""

    session: AnyIdentifier
    exercise: str
    sets: int | None = Field(default=None, ge=1, le=10)


class Scenario(Record):
    """A whole scenario file. Settings of rules and aims are validated by their owners."""

    format: Literal[1]
    name: ShortText
    athlete: Athlete = Athlete()
    history: History | None = None
    week: Week
    places: dict[AnyIdentifier, Place]
    targets: Targets = Targets()
    pin: tuple[Pin, ...] = ()
    constraints: dict[str, Any] = {}
    objectives: dict[str, Any] = {}
