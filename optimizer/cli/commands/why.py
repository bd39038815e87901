"""What an exercise is worth in a scenario's week."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from optimizer.cli.delivery import as_json, check_output, deliver
from optimizer.cli.exit_codes import DONE, IMPOSSIBLE, STOPPED
from optimizer.cli.request import Request, request_options

if TYPE_CHECKING:
    from optimizer.domain.catalog import Catalog
    from optimizer.studies.why import Why

CODES = {"done": DONE, "infeasible": IMPOSSIBLE, "unknown": STOPPED}


@click.command(short_help="What it costs to force an exercise in or out.")
@click.argument("scenario", type=click.Path(path_type=Path))
@click.argument("exercise", nargs=-1, required=True)
@request_options(solves=True)
def command(scenario: Path, exercise: tuple[str, ...], request: Request) -> int:
    """Weigh EXERCISE in the best week of SCENARIO: an id, a name, or close to one.

    If the best week holds the exercise, it is forced out, else forced in; both weeks are
    compared aim by aim, with what changes between them. An exercise that no session may hold is
    answered with what keeps it out. Exit code 3 means that the scenario itself has no plan.
    """
    from optimizer.cli.inputs import the_catalog
    from optimizer.cli.pages.why_page import why_page
    from optimizer.cli.study_documents import why_document

    check_output(request, [scenario])
    catalog = the_catalog()
    found = _answered(scenario, " ".join(exercise), catalog, request)
    text = as_json(why_document(found)) if request.is_json else why_page(found, catalog)
    deliver(request, text)
    return CODES[found.status]


def _answered(path: Path, exercise: str, catalog: Catalog, request: Request) -> Why:
    from optimizer.cli.inputs import the_scenario
    from optimizer.cli.progress import status_line
    from optimizer.studies.named_exercise import named_exercise

    named_exercise(exercise, catalog)  # a slip of the pen is told before anything is solved
    file = the_scenario(path, catalog)
    name = file.scenario.name
    with status_line(request, f"planning {name}") as show:
        from optimizer.cli.interruption import until_interrupted
        from optimizer.studies.why import WhyOptions, why

        options = WhyOptions(
            request.seed, request.seconds, progress=lambda tier: show(f"planning {name}: {tier}")
        )
        return until_interrupted(
            options.stop, lambda: why(file.scenario, exercise, catalog, options)
        )
