"""A plan as it is shown, stored and checked; the JSON of the interface is this model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from optimizer.domain.changes import Changes
from optimizer.domain.choice import Choice
from optimizer.domain.exercise import Record, Role
from optimizer.domain.plan_coverage import Coverage
from optimizer.domain.plan_diagnosis import ConflictMember, FunnelStep, Repair
from optimizer.domain.scenario import Day

Status = Literal["optimal", "feasible", "infeasible", "unknown"]


@dataclass(frozen=True)
class Breach:
    """One way in which a plan breaks a rule: where, and in words."""

    where: str
    message: str


class Reason(Record):
    """Why something is in the plan: a code for programs, a text for people.

    Attributes
    ----------
    by
        Id of the rule that would be broken without it, or of the aim that would be worse.
    tier
        Tier of the aim.
    about
        Ids of the muscles, planes or pattern groups that the reason speaks of.
    sets
        Least sets that the reason asks of the item; None where it asks for the item as such.
    """

    code: str
    text: str
    by: str | None = None
    tier: str | None = None
    about: tuple[str, ...] = ()
    sets: int | None = None


class PreparationItem(Record):
    """One drill of the preparation or the cool-down, done once.

    ``instead_of`` is the drill that a pain or missing equipment keeps out of its place, and
    ``equipment`` what the drill needs.
    """

    exercise: str
    seconds: int
    reps: int | None = None
    hold_seconds: int | None = None
    per_side: bool = False
    instead_of: str | None = None
    equipment: dict[str, int] = {}


class PlannedItem(Record):
    """One exercise of a session: its sets and what one set is.

    ``seconds`` include ``ramp_up_seconds``, those of the lighter sets before the first set.
    """

    id: str
    exercise: str
    role: Role
    sets: int = Field(ge=1)
    reps: int | None = None
    hold_seconds: int | None = None
    per_side: bool = False
    reps_in_reserve: int | None = None
    tempo: str | None = None
    load: str | None = None
    rest_seconds: int
    ramp_up_sets: int = 0
    ramp_up_seconds: int = 0
    seconds: int
    group: str | None = None
    equipment: dict[str, int] = {}
    reasons: tuple[Reason, ...] = ()


class PlannedSession(Record):
    """One session in training order."""

    id: str
    day: Day
    place: str
    limit_seconds: int
    seconds: int
    preparation: tuple[PreparationItem, ...] = ()
    items: tuple[PlannedItem, ...] = ()
    cool_down: tuple[PreparationItem, ...] = ()

    @property
    def lines(self) -> tuple[PreparationItem | PlannedItem, ...]:
        """Drills and items in training order."""
        return (*self.preparation, *self.items, *self.cool_down)

    def sets_of(self, exercise: str) -> int:
        """Sets of an exercise in this session."""
        return sum(item.sets for item in self.items if item.exercise == exercise)


class TierResult(Record):
    """What one aim reached, and what is proved about it."""

    id: str
    unit: str
    value: int
    bound: int
    proved: bool
    scope: Literal["all plans", "this week"]
    tolerance: int = 0


class Exclusion(Record):
    """Exercises that a filter removed, because of what, and from which sessions."""

    filter: str
    because: str
    exercises: tuple[str, ...]
    sessions: tuple[str, ...] = ()


class Violation(Record):
    """One broken rule: which, where, and in words."""

    rule: str
    where: str
    message: str


class Verification(Record):
    """Rules that were checked without the solver, and what they found."""

    checked: tuple[str, ...] = ()
    violations: tuple[Violation, ...] = ()


class AthleteName(Record):
    """Whom the plan is for."""

    id: str
    name: str | None = None


def _bare_text(value: Any) -> Any:
    """A bare text stands for a repair without structure."""
    return {"text": value} if isinstance(value, str) else value


class Plan(Record):
    """The whole answer to a scenario."""

    format: Literal[1] = 1
    scenario: str = ""
    athlete: AthleteName = AthleteName(id="athlete")
    status: Status = "feasible"
    stopped_by: str | None = None
    tiers: tuple[TierResult, ...] = ()
    sessions: tuple[PlannedSession, ...] = ()
    coverage: Coverage = Coverage()
    notes: tuple[str, ...] = ()
    excluded: tuple[Exclusion, ...] = ()
    verification: Verification = Verification()
    conflict: tuple[ConflictMember, ...] = ()
    conflict_is_minimal: bool | None = None
    funnel: tuple[FunnelStep, ...] = ()
    repairs: tuple[Annotated[Repair, BeforeValidator(_bare_text)], ...] = ()
    closest: Plan | None = None
    changes: Changes | None = None
    choice: Choice | None = None
    alternatives: tuple[Plan, ...] = ()
    provenance: dict[str, Any] = Field(default_factory=dict)
    effort: dict[str, Any] = Field(default_factory=dict)

    @property
    def seconds(self) -> int:
        """Training time of the week in seconds."""
        return sum(session.seconds for session in self.sessions)

    @property
    def exercises(self) -> tuple[str, ...]:
        """Ids of the working exercises of the week, each once, in training order."""
        held = (item.exercise for session in self.sessions for item in session.items)
        return tuple(dict.fromkeys(held))

    @property
    def sets(self) -> int:
        """Working sets of the week."""
        return sum(item.sets for session in self.sessions for item in session.items)

    def session(self, session_id: str) -> PlannedSession:
        """The session of this id; raises KeyError where there is none."""
        for session in self.sessions:
            if session.id == session_id:
                return session
        raise KeyError(session_id)
