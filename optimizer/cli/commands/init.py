"""A commented scenario to start from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from optimizer.cli.delivery import as_json, check_output
from optimizer.cli.exit_codes import DONE
from optimizer.cli.request import Request, request_options
from optimizer.cli.streams import to_stderr, to_stdout
from optimizer.errors import Complaint, InputError, Position
from optimizer.whole_file import write_whole

DEFAULT_FILE = Path("scenario.yaml")
STARTER = "starter_scenario.yaml"


@click.command(short_help="A commented scenario to start from.")
@click.option("--force", is_flag=True, help="Overwrite a file that exists.")
@request_options()
def command(force: bool, request: Request) -> int:
    """Write a commented scenario to start from: scenario.yaml, or --output FILE."""
    target = request.output or DEFAULT_FILE
    check_output(replace(request, output=target))
    if target.is_file() and not force:
        hint = "name another file with --output, or overwrite it with --force"
        complaint = Complaint(
            "output-not-writable",
            "the file exists already",
            why="it may hold your own scenario",
            hint=hint,
            position=Position(str(target)),
        )
        raise InputError(complaint)
    write_whole(target, starter_text())
    if request.is_json:
        to_stdout(as_json({"status": "done", "written": str(target)}))
    elif not request.quiet:
        to_stderr(f"written: {target}\nnext: triplane solve {target}\n")
    return DONE


def starter_text() -> str:
    """The scenario to start from."""
    from importlib.resources import files

    return files("optimizer.cli").joinpath(STARTER).read_text(encoding="utf-8")
