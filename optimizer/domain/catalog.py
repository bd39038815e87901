"""The catalog: exercises and the vocabulary they are written in."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from pydantic import Field

from optimizer.domain.exercise import Exercise, Identifier, Record, Sentence, Tempo


class Muscle(Record):
    """A muscle that weekly sets are counted for; tier 1 matters most."""

    id: Identifier
    name: str
    tier: Literal[1, 2, 3]
    area: str


class MobilityArea(Record):
    """A region that the preparation should move, and the ids that count for it."""

    id: Identifier
    name: str
    areas: tuple[Identifier, ...]


class EquipmentItem(Record):
    """A thing an exercise may need, and what can stand in for it.

    Attributes
    ----------
    fixture
        In every place unless the scenario takes it away.
    loose
        A fixture that is named among the things to have ready all the same.
    load
        Adds a resistance that can be raised.
    heavy
        Carries loads that challenge two strong legs.
    """

    id: Identifier
    name: str
    fixture: bool = False
    loose: bool = False
    load: bool = False
    heavy: bool = False
    stand_ins: tuple[Identifier, ...] = ()


class Kit(Record):
    """A named set of equipment."""

    id: Identifier
    name: str
    holds: dict[Identifier, int]


class MovementPattern(Record):
    """A movement pattern."""

    id: Identifier
    name: str


class PatternGroup(Record):
    """Patterns that rules treat as one demand."""

    id: Identifier
    name: str
    patterns: tuple[Identifier, ...]


class Pain(Record):
    """A pain or condition that excludes exercises. Conservative, and no medical advice.

    ``muscles`` are those of the sore area: they are trained less from a score of 4 and not at
    all above 5. ``calf_tempo`` is the pace of calf raises, in seconds of lowering, holding and
    lifting. ``light_loads`` keeps every load light, ``refuse`` plans nothing at all. ``helps``
    are groups of exercises: the week is asked for some of each, as ``prefer`` says in words.
    """

    id: Identifier
    name: str
    muscles: tuple[Identifier, ...] = ()
    calf_tempo: Tempo | None = None
    light_loads: bool = False
    refuse: bool = False
    avoid_impact: bool = False
    avoid_flags: tuple[Identifier, ...] = ()
    helps: tuple[tuple[Identifier, ...], ...] = ()
    prefer: Sentence | None = None
    refer: Sentence
    sources: tuple[str, ...] = ()

    @property
    def every_helper(self) -> tuple[Identifier, ...]:
        """The exercises of all groups that help."""
        return tuple(dict.fromkeys(name for group in self.helps for name in group))


class Flag(Record):
    """A property of exercises that rules and pain filters speak of."""

    id: Identifier
    name: str
    meaning: Sentence


class Source(Record):
    """An article, a paper or a convention that facts come from."""

    id: str
    title: str
    authors: str = ""
    year: int | None = None
    link: str | None = None
    kind: Literal["trial", "review", "position_stand", "article", "convention", "textbook"]
    read: Literal["abstract", "summary", "general_knowledge", "full_text"] = Field(
        default="summary"
    )
    note: str | None = None


@dataclass(frozen=True)
class Catalog:
    """Everything the planner knows about training, in catalog order."""

    exercises: tuple[Exercise, ...]
    muscles: tuple[Muscle, ...]
    mobility_areas: tuple[MobilityArea, ...]
    equipment: tuple[EquipmentItem, ...]
    kits: tuple[Kit, ...]
    patterns: tuple[MovementPattern, ...]
    pattern_groups: tuple[PatternGroup, ...]
    pains: tuple[Pain, ...]
    flags: tuple[Flag, ...]
    sources: tuple[Source, ...]
    sha256: str = field(default="", compare=False)

    @cached_property
    def exercise_by_id(self) -> dict[str, Exercise]:
        """Exercises by their id."""
        return {exercise.id: exercise for exercise in self.exercises}

    @cached_property
    def exercise_ids_by_name(self) -> dict[str, str]:
        """Exercise ids by every spelling a person may use: id, name or alias, in lower case."""
        spellings: dict[str, str] = {}
        for exercise in self.exercises:
            for spelling in (exercise.id, exercise.name, *exercise.aliases):
                spellings.setdefault(spelling.lower(), exercise.id)
        return spellings

    @cached_property
    def muscle_by_id(self) -> dict[str, Muscle]:
        """Muscles by their id."""
        return {muscle.id: muscle for muscle in self.muscles}

    @cached_property
    def equipment_by_id(self) -> dict[str, EquipmentItem]:
        """Equipment items by their id."""
        return {item.id: item for item in self.equipment}

    @cached_property
    def kit_by_id(self) -> dict[str, Kit]:
        """Kits by their id."""
        return {kit.id: kit for kit in self.kits}

    @cached_property
    def pain_by_id(self) -> dict[str, Pain]:
        """Pains by their id."""
        return {pain.id: pain for pain in self.pains}

    @cached_property
    def group_by_id(self) -> dict[str, PatternGroup]:
        """Pattern groups by their id."""
        return {group.id: group for group in self.pattern_groups}
