"""One athlete's row of the summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Record
from optimizer.domain.plan import Plan, TierResult
from optimizer.errors import Complaint
from optimizer.export.parts.certificate_rows import tier_name
from optimizer.export.parts.impossible import sentence
from optimizer.export.parts.names import group_name, muscle_name
from optimizer.export.parts.numbers import plain

RowStatus = Literal["optimal", "feasible", "infeasible", "unknown", "error", "waiting"]
WITH_PLAN: tuple[RowStatus, ...] = ("optimal", "feasible")


class RowTier(Record):
    """What one aim reached: less is better, and no plan is below the bound."""

    id: str
    value: int
    bound: int
    proved: bool


class AthleteRow(Record):
    """What became of one athlete.

    Attributes
    ----------
    status
        That of the plan; ``error`` for a bad row, a crash or a worker that hung, ``waiting``
        where the batch was stopped before.
    sessions, minutes
        Sessions that take place, and their training time together.
    gap
        Aims that are not proved, with how much better they could be; None where all are.
    short
        Muscles, planes and patterns below their target.
    conflict, repair
        Why there is no plan, and the cheapest change that gives one.
    error, reason
        Code and text of what went wrong instead of an answer.
    solve_seconds
        Run time of the search; None with ``reproducible``.
    file
        The athlete's JSON document, inside the folder of the batch.
    """

    id: str
    name: str | None
    status: RowStatus
    sessions: int = 0
    minutes: float = 0.0
    tiers: tuple[RowTier, ...] = ()
    gap: str | None = None
    short: tuple[str, ...] = ()
    conflict: str | None = None
    repair: str | None = None
    error: str | None = None
    reason: str | None = None
    solve_seconds: float | None = None
    file: str | None = None

    @property
    def has_plan(self) -> bool:
        """Whether there is a plan to train by."""
        return self.status in WITH_PLAN


def row_of(plan: Plan, catalog: Catalog, identifier: str, file: str) -> AthleteRow:
    """The row of an athlete whose problem was solved, whatever the answer."""
    return AthleteRow(
        id=identifier,
        name=plan.athlete.name,
        status=plan.status,
        sessions=len(plan.sessions),
        minutes=round(plan.seconds / 60, 1),
        tiers=tuple(map(_tier, plan.tiers)),
        gap="; ".join(_gaps(plan.tiers)) or None,
        short=tuple(_short(plan, catalog)),
        conflict=_conflict(plan),
        repair=sentence(plan.repairs[0].text) if plan.repairs else None,
        reason=_reason(plan),
        solve_seconds=plan.effort.get("solve_seconds"),
        file=file,
    )


def failed_row(
    identifier: str, name: str | None, complaints: Sequence[Complaint], file: str | None
) -> AthleteRow:
    """The row of an athlete who got no answer."""
    return AthleteRow(
        id=identifier,
        name=name,
        status="error",
        error=complaints[0].code,
        reason=" ".join(map(_told, complaints)),
        file=file,
    )


def _told(complaint: Complaint) -> str:
    where = complaint.position
    place = "" if where is None else where.cell or f"line {where.line}" if where.line else ""
    return sentence(f"{place}: {complaint.message}" if place else complaint.message)


def _tier(tier: TierResult) -> RowTier:
    return RowTier(id=tier.id, value=tier.value, bound=tier.bound, proved=tier.proved)


def _gaps(tiers: Sequence[TierResult]) -> Iterator[str]:
    for tier in tiers:
        if not tier.proved:
            unit = tier.unit.partition(",")[0]
            yield f"{tier_name(tier.id)} {tier.value} against at least {tier.bound} {unit}"


def _short(plan: Plan, catalog: Catalog) -> Iterator[str]:
    """Shortfalls, worst first within muscles, then planes and patterns."""
    muscles = [one for one in plan.coverage.muscles if one.sets < one.target]
    for muscle in sorted(muscles, key=lambda one: one.sets / one.target):
        name = muscle_name(catalog, muscle.id)
        yield f"{name} {plain(muscle.sets)} of {plain(muscle.target)} sets"
    for plane in plan.coverage.planes:
        if plane.credit < plane.target:
            yield f"{plane.id} plane {plain(plane.credit)} of {plain(plane.target)}"
    for pattern in plan.coverage.patterns:
        if pattern.items < pattern.floor:
            yield f"no {group_name(catalog, pattern.id)}"


def _conflict(plan: Plan) -> str | None:
    """The first conflict in a sentence."""
    if plan.status != "infeasible":
        return None
    texts = [one.text.rstrip(".") for one in plan.conflict if one.conflict == 1]
    if not texts:
        return "No plan keeps every rule."
    if len(texts) == 1:
        return f"Cannot be met: {texts[0]}."
    return f"Cannot hold together: {'; '.join(texts)}."


def _reason(plan: Plan) -> str | None:
    if plan.status == "unknown":
        return f"No plan was found before the {plan.stopped_by or 'limit'}."
    return None
