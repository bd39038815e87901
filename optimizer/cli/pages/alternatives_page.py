"""Alternatives to the best plan: what each costs, how it differs, and its sessions."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.cli.pages.changes_page import changes_table
from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan, PlannedSession
from optimizer.export.parts.certificate_rows import tier_name
from optimizer.export.parts.clock import clock
from optimizer.export.parts.doses import item_dose, item_name
from optimizer.export.parts.grid import grid, paragraph, underlined
from optimizer.export.parts.names import DAY_NAMES
from optimizer.export.parts.numbers import plain, plural


def alternatives_page(best: Plan, catalog: Catalog) -> str:
    """Every alternative of a plan; empty where none were asked for."""
    choice = best.choice
    if choice is None:
        return ""
    found = len(best.alternatives)
    terms = f"{found} of {plural(choice.asked, 'alternative')} found. Of any two of these plans "
    terms += f"each holds {choice.differ} or more exercises that the other does not. No aim over "
    terms += f"all plans is worse than the best plan's by more than {plain(choice.loss_percent)} % "
    terms += "and its tolerance."
    ended = f"\n{paragraph(f'Why not more: {choice.ended_by}.')}" if choice.ended_by else ""
    parts = [f"{underlined('Alternatives')}\n{paragraph(terms)}{ended}"]
    if found:
        parts.append(_values(best))
    for number, plan in enumerate(best.alternatives, start=1):
        parts += _alternative(number, plan, catalog)
    return "\n\n".join(parts) + "\n"


def _values(best: Plan) -> str:
    """The tiers of all plans side by side, with the highest that the loss allows."""
    ceilings = best.choice.ceilings if best.choice else {}
    plans = (best, *best.alternatives)
    values = [{tier.id: tier.value for tier in plan.tiers} for plan in plans]
    rows = [
        [
            tier_name(tier.id),
            *(one.get(tier.id, "-") for one in values),
            ceilings.get(tier.id, "-"),
            tier.unit.partition(",")[0],
        ]
        for tier in best.tiers
        if tier.id != "tie_break"
    ]
    numbers = [str(number) for number in range(1, len(plans))]
    headers = ("Aim, less is better", "Best", *numbers, "At most", "Unit")
    return grid(headers, rows, right=range(1, len(plans) + 2))


def _alternative(number: int, plan: Plan, catalog: Catalog) -> Iterator[str]:
    yield underlined(f"Alternative {number}")
    for session in plan.sessions:
        yield _session(session, catalog)
    if plan.changes is not None:
        kept = plural(len(plan.changes.of_kind("kept")), "exercise")
        table = changes_table(plan.changes, catalog, with_kept=False)
        yield f"Against the best plan, {kept} kept as they are:\n{table}"


def _session(session: PlannedSession, catalog: Catalog) -> str:
    items = "; ".join(f"{item_name(catalog, item)} {item_dose(item)}" for item in session.items)
    used, limit = clock(session.seconds), clock(session.limit_seconds)
    title = f"{DAY_NAMES[session.day]}, session {session.id}, {used} of {limit} min: "
    return paragraph(f"{title}{items}.", hanging="  ")
