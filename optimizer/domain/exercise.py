"""One exercise of the catalog: what it trains, what it needs, what it costs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=64)]
Sentence = Annotated[str, StringConstraints(min_length=3, max_length=400)]
Level = Literal["beginner", "intermediate", "advanced"]
Plane = Literal["sagittal", "frontal", "transverse"]
Role = Literal[
    "soft_tissue", "warm_up", "mobility", "activation", "power", "strength", "prehab", "core"
]

Tempo = Annotated[str, StringConstraints(pattern=r"^[0-9]-[0-9]-[1-9]$")]
"""Seconds of lowering, holding and lifting of one repetition."""

LEVELS: tuple[Level, ...] = ("beginner", "intermediate", "advanced")
PLANES: tuple[Plane, ...] = ("sagittal", "frontal", "transverse")
WORKING_ROLES: tuple[Role, ...] = ("power", "strength", "prehab", "core")
"""Roles of items that are trained in sets; the other roles belong to the preparation."""


class Record(BaseModel):
    """Base of everything read from a file: frozen, and unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Pattern(Record):
    """The movement pattern: one primary, any number of secondary ones."""

    primary: Identifier
    secondary: tuple[Identifier, ...] = ()

    @property
    def every(self) -> tuple[str, ...]:
        """The primary pattern, then the secondary ones."""
        return (self.primary, *self.secondary)


class MovementPlanes(Record):
    """Planes the main joint moves in, and planes the trunk or pelvis must resist."""

    motion: tuple[Plane, ...] = ()
    resisted: tuple[Plane, ...] = ()


class MuscleWork(Record):
    """Muscles worked: a set counts 1.0 for a direct and 0.5 for an indirect one."""

    direct: tuple[Identifier, ...] = ()
    indirect: tuple[Identifier, ...] = ()


class Timing(Record):
    """Seconds of one repetition (one side) and of setting up."""

    seconds_per_rep: float | None = Field(default=None, gt=0, le=30)
    setup_seconds: int = Field(ge=0, le=180)


class DoseOverride(Record):
    """A dose that replaces the level's default for this exercise.

    ``reps`` and ``hold_seconds`` are per side where the exercise has sides; ``sets`` is the
    allowed range, lowest and highest; ``tempo`` a pace that the cues ask for.
    """

    reps: dict[Level, int] | None = None
    hold_seconds: dict[Level, int] | None = None
    sets: tuple[int, int] | None = None
    tempo: Tempo | None = None


class Ladder(Record):
    """A family of exercises from easy to hard, and the rung this one stands on."""

    family: Identifier
    rung: int = Field(ge=1, le=9)


class Exercise(Record):
    """One row of the catalog. Identity and equality of an exercise are its ``id``."""

    id: Identifier
    name: Annotated[str, StringConstraints(min_length=3, max_length=60)]
    aliases: tuple[str, ...] = ()
    role: Role
    pattern: Pattern
    mechanics: Literal["compound", "isolation"]
    laterality: Literal["bilateral", "unilateral", "alternating", "contralateral"]
    side_mode: Literal["bilateral", "per_side_sequential", "alternating"]
    planes: MovementPlanes
    region: Literal["lower", "upper", "trunk", "full"]
    difficulty: int = Field(ge=1, le=5)
    muscles: MuscleWork
    mobilises: tuple[Identifier, ...] = ()
    equipment: tuple[dict[Identifier, int], ...] = Field(min_length=1)
    dose: DoseOverride = DoseOverride()
    timing: Timing
    impact: Literal["none", "low", "moderate", "high"] = "none"
    contacts_per_rep: int = Field(default=0, ge=0, le=4)
    flags: tuple[Identifier, ...] = ()
    ladder: Ladder | None = None
    avoid_with: tuple[Identifier, ...] = ()
    progressions: tuple[Identifier, ...] = ()
    regressions: tuple[Identifier, ...] = ()
    cues: tuple[Sentence, ...] = Field(min_length=1)
    cautions: tuple[Sentence, ...] = ()
    why: Sentence
    sources: tuple[str, ...] = Field(min_length=1)
    stated: tuple[str, ...] = ()
    """Classified fields that a source states; the catalog's authors added every other one."""

    def __hash__(self) -> int:
        return hash(self.id)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Exercise) and other.id == self.id

    @property
    def is_work(self) -> bool:
        """Whether the exercise is trained in sets, rather than part of the preparation."""
        return self.role in WORKING_ROLES

    @property
    def has_sides(self) -> bool:
        """Whether reps and holds are counted for each side."""
        return self.side_mode != "bilateral"
