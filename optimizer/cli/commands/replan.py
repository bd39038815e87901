"""A new plan with the fewest changes against an old one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from optimizer.cli.delivery import check_output, deliver
from optimizer.cli.exit_codes import CODE_OF_STATUS
from optimizer.cli.request import Request, request_options

if TYPE_CHECKING:
    from optimizer.domain.catalog import Catalog
    from optimizer.domain.plan import Plan


EXPLAIN = "`triplane explain` with the same scenario names what would mend it."
TAKE = (
    " To take the closest partial plan as the plan, write `targets: {floors: relaxed}` into the "
    "scenario and replan."
)


@click.command(short_help="A new plan with the fewest changes.")
@click.argument("scenario", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "old",
    type=click.Path(path_type=Path),
    metavar="PLAN",
    required=True,
    help="The plan to keep as much of as can be: JSON of solve, swap or replan.",
)
@click.option(
    "--done",
    multiple=True,
    metavar="SESSION",
    help="A session that is over and stays exactly as it was; repeatable.",
)
@request_options(solves=True)
def command(scenario: Path, old: Path, done: tuple[str, ...], request: Request) -> int:
    """Plan SCENARIO again, as it is now, with the fewest changes against an older plan.

    Write into the scenario what is new: other minutes, lost equipment, a pain, a session less.
    A change is one exercise removed, added, replaced in its session or moved to another, or a
    session on another day. The number of changes is proved to be the smallest; among the plans
    with so few changes the best one is taken. Exit codes are those of `triplane solve`.
    """
    from optimizer.cli.inputs import the_catalog
    from optimizer.export.parts.run_times import without_run_times

    check_output(request, [scenario, old])
    catalog = the_catalog()
    plan = _replanned(scenario, old, done, catalog, request)
    if request.reproducible:
        plan = without_run_times(plan)
    deliver(request, _text(plan, catalog, request))
    return CODE_OF_STATUS[plan.status]


def _replanned(
    path: Path, old: Path, done: tuple[str, ...], catalog: Catalog, request: Request
) -> Plan:
    from optimizer.cli.inputs import the_plan, the_scenario
    from optimizer.cli.pages.plan_places import placed_in
    from optimizer.cli.progress import status_line

    file = the_scenario(path, catalog)
    before = the_plan(old, catalog, quiet=request.quiet)
    name = file.scenario.name
    with status_line(request, f"planning {name}") as show, placed_in(old):
        from optimizer.cli.interruption import until_interrupted
        from optimizer.studies.in_hand.replan import ReplanOptions, replan

        options = ReplanOptions(
            done,
            request.seed,
            request.seconds,
            file.sha256,
            progress=lambda tier: show(f"planning {name}: {tier}"),
            locate=file.position,
        )
        return until_interrupted(
            options.stop, lambda: replan(file.scenario, before, catalog, options)
        )


def _text(plan: Plan, catalog: Catalog, request: Request) -> str:
    """The plan, with what changed above it."""
    from optimizer.cli.pages.changes_page import changes_part
    from optimizer.export import plan_json, weekly_table
    from optimizer.export.parts.grid import paragraph

    if request.is_json:
        return plan_json.render(plan, catalog)
    shown = plan if plan.changes is not None else plan.closest
    changes = changes_part(shown.changes, catalog) if shown and shown.changes else ""
    table = weekly_table.render(plan, catalog)
    if plan.status == "infeasible":
        part = f"\nWhat changes in the closest partial plan: {changes}\n" if changes else ""
        return f"{table}{part}\n{paragraph(EXPLAIN + (TAKE if plan.closest else ''))}\n"
    return f"{changes}\n\n{table}" if changes else table
