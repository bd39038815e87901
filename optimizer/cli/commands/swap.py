"""Ranked replacements for one item of a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from optimizer.cli.delivery import as_json, check_output, deliver
from optimizer.cli.exit_codes import DONE, IMPOSSIBLE
from optimizer.cli.request import Request, request_options

if TYPE_CHECKING:
    from optimizer.domain.catalog import Catalog
    from optimizer.domain.plan import Plan
    from optimizer.domain.scenario import Scenario
    from optimizer.studies.in_hand.swap import Swap


@click.command(short_help="What can replace one item of a plan.")
@click.argument("scenario", type=click.Path(path_type=Path))
@click.argument("plan", type=click.Path(path_type=Path))
@click.argument("item", nargs=-1, required=True)
@click.option(
    "--most",
    type=click.IntRange(1),
    default=10,
    show_default=True,
    help="Most replacements that the table shows; JSON holds all.",
)
@click.option(
    "--take",
    type=click.IntRange(1),
    metavar="NUMBER",
    help="Answer with the plan that holds the replacement of this number.",
)
@request_options()
def command(
    scenario: Path, plan: Path, item: tuple[str, ...], most: int, take: int | None, request: Request
) -> int:
    """Rank what can replace ITEM of PLAN, a JSON plan of SCENARIO; all else stays as it is.

    ITEM is an id such as a-3, or the name of an exercise that the plan holds once. Every
    exercise of the catalog is tried with every number of sets, so the list is complete. Exit
    code 3 means that nothing can take the item's place.
    """
    from optimizer.cli.inputs import the_catalog, the_plan, the_scenario
    from optimizer.cli.pages.plan_places import placed_in
    from optimizer.studies.in_hand.swap import swap

    check_output(request, [scenario, plan])
    catalog = the_catalog()
    file = the_scenario(scenario, catalog)
    held = the_plan(plan, catalog, quiet=request.quiet)
    with placed_in(plan):
        answer = swap(file.scenario, held, " ".join(item), catalog)
    text = _text(answer, catalog, most, request)
    if take is not None and answer.status == "done":
        text = _taken(file.scenario, held, answer, take, catalog, request)
    deliver(request, text)
    return DONE if answer.status == "done" else IMPOSSIBLE


def _text(answer: Swap, catalog: Catalog, most: int, request: Request) -> str:
    from optimizer.cli.pages.swap_page import swap_page
    from optimizer.cli.study_documents import swap_document

    if request.is_json:
        return as_json(swap_document(answer))
    return swap_page(answer, catalog, most)


def _taken(
    scenario: Scenario, plan: Plan, answer: Swap, take: int, catalog: Catalog, request: Request
) -> str:
    """The plan with a replacement."""
    from optimizer.cli.pages.changes_page import changes_part
    from optimizer.export import plan_json, weekly_table
    from optimizer.studies.in_hand.swap import swapped

    new = swapped(scenario, plan, answer, take, catalog)
    if request.is_json:
        return plan_json.render(new, catalog)
    changes = changes_part(new.changes, catalog, with_kept=False) if new.changes else ""
    return f"{changes}\n\n{weekly_table.render(new, catalog)}"
