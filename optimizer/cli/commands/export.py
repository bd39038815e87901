"""A plan in another format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from optimizer.cli.delivery import as_json, check_output, deliver
from optimizer.cli.exit_codes import DONE
from optimizer.cli.failures import unknown_choice
from optimizer.cli.request import Request, request_options
from optimizer.errors import Complaint, InputError

if TYPE_CHECKING:
    from optimizer.export import Output


@click.command(short_help="A plan in another format: csv, markdown, ...")
@click.argument("plan", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "target",
    metavar="NAME",
    help="csv, details, json, markdown, table or time; by default what --output ends in.",
)
@request_options()
def command(plan: Path, target: str | None, request: Request) -> int:
    """Write PLAN, a JSON file of `triplane solve`, in another format.

    With --format json the answer is a document that holds the text.
    """
    from optimizer.cli.inputs import the_catalog, the_plan
    from optimizer.export.parts.run_times import without_run_times

    output = _output(target, request)
    check_output(request, [plan])
    catalog = the_catalog()
    found = the_plan(plan, catalog, quiet=request.quiet)
    text = output.render(without_run_times(found) if request.reproducible else found, catalog)
    if request.is_json and output.name != "json":
        about = {"name": output.name, "media_type": output.media_type}
        text = as_json({"status": "done", **about, "text": text})
    deliver(request, text)
    return DONE


def _output(target: str | None, request: Request) -> Output:
    """The output that is asked for by its name, or by the ending of the file."""
    from optimizer.export import every_output

    outputs = {output.name: output for output in every_output()}
    if target is not None:
        if target in outputs:
            return outputs[target]
        raise InputError(unknown_choice("bad-argument", "output", target, outputs))
    name = request.output.name if request.output else ""
    fitting = [output for output in outputs.values() if name.endswith(output.suffix)]
    if fitting:
        return max(fitting, key=lambda output: len(output.suffix))
    hint = f"choose with --to from {', '.join(outputs)}"
    raise InputError(Complaint("bad-argument", "the format to export to is not given", hint=hint))
