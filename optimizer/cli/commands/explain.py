"""Why no plan exists and what would mend it; with a plan, what shapes it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from optimizer.cli.delivery import check_output, deliver
from optimizer.cli.exit_codes import DONE, STOPPED
from optimizer.cli.request import Request, request_options


@click.command(short_help="Why no plan exists, and what would mend it.")
@click.argument("scenario", type=click.Path(path_type=Path))
@request_options(solves=True)
def command(scenario: Path, request: Request) -> int:
    """Explain SCENARIO, a YAML file.

    Without a plan: the lines that cannot hold together, and the cheapest changes that give a
    plan. With a plan: the lines without room, what one exercise covers alone, and what a little
    more time or equipment would buy. Exit code 0 in both cases.
    """
    from optimizer.cli.inputs import the_catalog, the_scenario
    from optimizer.cli.pages.explanation_page import page
    from optimizer.cli.progress import status_line

    check_output(request, [scenario])
    catalog = the_catalog()
    file = the_scenario(scenario, catalog)
    name = file.scenario.name
    with status_line(request, f"explaining {name}") as show:
        from optimizer.cli.interruption import until_interrupted
        from optimizer.planning.solving import SolveOptions
        from optimizer.studies.explaining.explain import explain

        options = SolveOptions(
            seed=request.seed,
            seconds=request.seconds,
            scenario_sha256=file.sha256,
            progress=lambda step: show(f"explaining {name}: {step}"),
            locate=file.position,
        )
        found = until_interrupted(options.stop, lambda: explain(file.scenario, catalog, options))
    if request.is_json:
        document = found.model_dump(mode="json")
        text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    else:
        text = page(found, catalog)
    deliver(request, text)
    return STOPPED if found.status == "unknown" else DONE
