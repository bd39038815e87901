"""Why there is no plan: the funnel, the conflict and the repairs as rows and lines."""

from __future__ import annotations

from optimizer.domain.plan import Plan
from optimizer.domain.plan_diagnosis import ConflictMember, Repair, RepairChange
from optimizer.export.parts.grid import grid, paragraph
from optimizer.export.parts.names import words


def funnel_rows(plan: Plan) -> list[list[object]]:
    """Filter, how many exercises it removed and how many it left."""
    return [[words(step.filter), step.removed, step.left] for step in plan.funnel]


REPAIRS_TITLE = (
    "What would mend it, the cheapest first; with each of these a plan was found and checked:"
)
CONFLICT_HEADERS = ("Where it stands", "What it asks for")


def conflict_rows(plan: Plan, number: int) -> list[list[object]]:
    """The lines of one conflict: where each stands, and what it asks for."""
    return [[place(one), one.text] for one in plan.conflict if one.conflict == number]


def conflict_numbers(plan: Plan) -> tuple[int, ...]:
    """The numbers of the conflicts."""
    return tuple(dict.fromkeys(one.conflict for one in plan.conflict))


def conflict_sentence(plan: Plan, number: int) -> str:
    """What a conflict is, above its rows."""
    rows = [one for one in plan.conflict if one.conflict == number]
    count = len(conflict_numbers(plan))
    before = f"Conflict {number} of {count}. " if count > 1 else ""
    if len(rows) == 1:
        return f"{before}This line alone cannot be met:"
    if plan.conflict_is_minimal:
        return (
            f"{before}These lines cannot all hold together; without any one of them the rest can:"
        )
    doubt = "; some may be more than it takes" if plan.conflict_is_minimal is False else ""
    return f"{before}These lines cannot all hold together{doubt}:"


def conflict_tables(plan: Plan) -> list[str]:
    """Every conflict with its sentence and its table."""
    return [
        f"{paragraph(conflict_sentence(plan, number))}\n\n"
        + grid(CONFLICT_HEADERS, conflict_rows(plan, number), widths={0: 42, 1: 54})
        for number in conflict_numbers(plan)
    ]


def place(one: ConflictMember) -> str:
    """Where a line stands: ``line 12, week.sessions.a.minutes``, or whose default it is."""
    if one.source == "default" and one.path is None:
        return f"default of {words(one.rule)}"
    return f"line {one.line}, {one.path}" if one.line is not None else one.path or ""


def repair_lines(plan: Plan) -> tuple[str, ...]:
    """Each repair with its cost, and what to write where."""
    return tuple(
        " ".join([sentence(repair.text), *_costs(repair), *_hows(repair)])
        for repair in plan.repairs
    )


def sentence(text: str) -> str:
    """A text with a capital at its beginning and a full stop at its end."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _costs(repair: Repair) -> tuple[str, ...]:
    return () if repair.cost is None else (f"({repair.cost} points)",)


def _hows(repair: Repair) -> tuple[str, ...]:
    return (f"[{'; '.join(map(how, repair.changes))}]",) if repair.changes else ()


def how(change: RepairChange) -> str:
    """What to write where: ``line 12: `minutes: 42` ``."""
    if change.is_new:
        return f"{_below(change)}add `{change.yaml}`"
    if change.value is None:
        return f"{_at(change)}{change.yaml}"
    return f"{_at(change)}`{change.yaml}`"


def _at(change: RepairChange) -> str:
    return f"line {change.line}: " if change.line is not None else f"{change.path}: "


def _below(change: RepairChange) -> str:
    """Which part of the scenario a new value goes into; nothing for a new part of the whole."""
    if change.line is None:
        return ""
    key, steps = change.yaml.partition(":")[0], change.path.split(".")
    part = ".".join(steps[: steps.index(key)])
    return f"in `{part}`, line {change.line}: "
