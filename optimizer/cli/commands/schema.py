"""JSON Schema of the file formats, for completion in an editor."""

from __future__ import annotations

import json
from typing import Literal

import click

from optimizer.cli.delivery import check_output, deliver
from optimizer.cli.exit_codes import DONE
from optimizer.cli.request import Request, request_options


@click.command(short_help="JSON Schema of scenario, catalog record, plan or roster.")
@click.argument("kind", type=click.Choice(["scenario", "catalog", "plan", "roster"]))
@request_options()
def command(kind: Literal["scenario", "catalog", "plan", "roster"], request: Request) -> int:
    """Print the JSON Schema of a scenario, of a file of catalog exercises, of a plan or a roster.

    The scenario's holds the settings of every rule and aim. In an editor, put this line first:
    `# yaml-language-server: $schema=scenario.schema.json`.
    """
    from optimizer.cli.schemas import schema_of

    check_output(request)
    deliver(request, json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n")
    return DONE
