"""A frontier as a page of text: where it starts to be enough, every step, what each one buys."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.cli.pages.frontier_words import advice, buys_told
from optimizer.cli.pages.tier_numbers import UNITS, tier_number, tier_value
from optimizer.domain.catalog import Catalog
from optimizer.domain.tiers import TIERS, Tier
from optimizer.export.parts.grid import TEXT_COLUMNS, grid, paragraph, underlined
from optimizer.export.parts.numbers import plural
from optimizer.studies.frontiers.records import Frontier, Step

NO_PLAN = "-"
STATUS_WORDS = {
    "optimal": "optimal",
    "feasible": "feasible",
    "infeasible": "no plan",
    "unknown": "not found",
}
MARK = " *"
LEGEND = (
    "Less is better in the aims. In brackets what is proved that no plan gets under, where that is "
    "less than the value. `?` marks a value that is not proved within its tolerance ({room})."
)


def frontier_page(frontier: Frontier, catalog: Catalog, *, with_times: bool) -> str:
    """The whole page."""
    first, last = frontier.steps[0].number, frontier.steps[-1].number
    unit = "minutes a session" if frontier.over == "minutes" else "sessions a week"
    title = f"{frontier.scenario}: {first} to {last} {unit}"
    if len(title) > TEXT_COLUMNS:
        title = f"{first} to {last} {unit}"
    parts = [
        underlined(title),
        "\n".join(paragraph(text, bullet="- ") for text in advice(frontier)),
        _steps(frontier),
        _legend(frontier),
        *_purchases(frontier, catalog),
        paragraph(_effort(frontier, with_times=with_times)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _tiers(frontier: Frontier) -> list[Tier]:
    """Tiers over all plans that some step has."""
    held = {tier.id for step in frontier.steps for tier in step.plan.tiers}
    return [tier for tier in TIERS if tier.scope == "all plans" and tier.id in held]


def _steps(frontier: Frontier) -> str:
    """Every step with its tiers; bounds go into a line of their own where it gets too wide."""
    tiers = _tiers(frontier)
    headers = ["Minutes" if frontier.over == "minutes" else "Sessions", "Week"]
    headers += [_header(tier) for tier in tiers]
    headers += ["Exer-\ncises", "Sets"]
    rows = [_row(frontier, step, tiers) for step in frontier.steps]
    right = (0, *range(2, len(headers)))
    table = grid(headers, rows, right=right)
    if max(map(len, table.splitlines())) <= TEXT_COLUMNS:
        return table
    broken = [[cell.replace(" (", "\n(") for cell in row] for row in rows]
    return grid(headers, broken, right=right)


def _header(tier: Tier) -> str:
    """The tier's name over its unit, in short lines."""
    unit = UNITS.get(tier.id, ", points").removeprefix(", ")
    return {
        "floors": f"Floors\nmissed,\n{unit}",
        "targets": f"Short of\ntarget,\n{unit}",
        "spacing": f"Spacing,\nrecovery,\n{unit}",
        "quality": f"Short of good\nproportions,\n{unit}",
        "minutes": f"Training\ntime,\n{unit}",
    }[tier.id]


def _row(frontier: Frontier, step: Step, tiers: list[Tier]) -> list[str]:
    used = len(step.plan.sessions)
    mark = MARK if step.asks_otherwise else " " * len(MARK) if frontier.demands else ""
    number = f"{step.number}{mark}"
    if not step.has_plan:
        return [number, STATUS_WORDS[step.status], *(NO_PLAN for _ in tiers), NO_PLAN, NO_PLAN]
    status = STATUS_WORDS[step.status]
    if frontier.over == "sessions" and used != step.number:
        status = f"{status}, {used} used"
    values = {tier.id: tier_value(tier) for tier in step.plan.tiers}
    cells = [values.get(tier.id, NO_PLAN) for tier in tiers]
    return [number, status, *cells, str(len(step.exercises)), str(step.sets)]


def _legend(frontier: Frontier) -> str:
    if not any(step.has_plan for step in frontier.steps):
        return ""
    rooms = [
        f"{tier.name} {_room(frontier, tier)}"
        for tier in _tiers(frontier)
        if frontier.tolerances.get(tier.id)
    ]
    return paragraph(LEGEND.format(room=", ".join(rooms)))


def _room(frontier: Frontier, tier: Tier) -> str:
    """The tolerance; where it grows with the sessions, up to the largest."""
    room = tier_number(tier.id, frontier.tolerances[tier.id])
    grows = tier.tolerance_per_session and frontier.over == "sessions"
    return f"up to {room}" if grows else room


def _purchases(frontier: Frontier, catalog: Catalog) -> Iterator[str]:
    """What each step buys over the one before."""
    rows: list[list[object]] = []
    for step in frontier.steps:
        if step.buys is not None:
            text, proof = buys_told(frontier, step, catalog)
            mark = MARK if step.asks_otherwise else ""
            rows.append([f"{step.buys.against} -> {step.number}{mark}", text, proof])
    if rows:
        yield underlined("What each step buys")
        yield grid(("Step", "It buys", "Proof"), rows, widths={1: 52, 2: 30})


def _effort(frontier: Frontier, *, with_times: bool) -> str:
    steps = plural(len(frontier.steps), "step")
    solves = plural(frontier.solves, "solve")
    counted = steps if frontier.solves == len(frontier.steps) else f"{steps} in {solves}"
    text = f"Solved: {counted}, {frontier.corner_solves} more for the corner points."
    between = "; ".join(_probes(frontier))
    if between:
        text = f"{text} Between the steps: {between}."
    if not with_times or not frontier.effort:
        return text
    first, second = frontier.effort["solve_seconds"], frontier.effort["corner_seconds"]
    return f"{text} The steps took {first:.1f} s, the corner points {second:.1f} s."


def _probes(frontier: Frontier) -> Iterator[str]:
    """Numbers that were solved for the corner points, with their target shortfall."""
    for probe in frontier.probes:
        short = [tier for tier in probe.tiers if tier.id == "targets"]
        if not short:
            yield f"{probe.number}: {STATUS_WORDS[probe.status]}"
        else:
            yield f"{probe.number}: {tier_value(short[0])} points short"
