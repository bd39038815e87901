"""A commented scenario or roster to start from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from optimizer.cli.delivery import as_json, check_output
from optimizer.cli.exit_codes import DONE
from optimizer.cli.request import Request, request_options
from optimizer.cli.starters import ROSTER_KINDS, roster_kind, starter_roster, starter_text
from optimizer.cli.streams import to_stderr, to_stdout
from optimizer.errors import Complaint, InputError, Position
from optimizer.whole_file import write_whole

DEFAULT_FILE = Path("scenario.yaml")
DEFAULT_ROSTER = "team"


@click.command(short_help="A commented scenario or roster to start from.")
@click.option("--roster", is_flag=True, help="Write a roster: a whole team, one row an athlete.")
@click.option("--force", is_flag=True, help="Overwrite a file that exists.")
@request_options(kinds=ROSTER_KINDS, kind_help="with --roster yaml, csv or xlsx: what is written")
def command(roster: bool, force: bool, kind: str | None, request: Request) -> int:
    """Write a commented scenario to start from: scenario.yaml, or --output FILE.

    With --roster, a team to start from: team.yaml, team.csv or team.xlsx.
    """
    if kind is not None and not roster:
        text = f"--format {kind} is a format of rosters, and scenarios are YAML"
        raise InputError(Complaint("bad-argument", text, hint="add --roster, or leave it out"))
    if roster:
        wanted = roster_kind(request.output, kind)
        target = request.output or Path(f"{DEFAULT_ROSTER}.{wanted}")
        content, next_step = starter_roster(wanted), f"triplane batch {target} --out plans"
    else:
        target = request.output or DEFAULT_FILE
        content, next_step = starter_text().encode(), f"triplane solve {target}"
    check_output(replace(request, output=target))
    if target.is_file() and not force:
        raise InputError(_exists(target))
    write_whole(target, content)
    if request.is_json:
        to_stdout(as_json({"status": "done", "written": str(target)}))
    elif not request.quiet:
        to_stderr(f"written: {target}\nnext: {next_step}\n")
    return DONE


def _exists(target: Path) -> Complaint:
    return Complaint(
        "output-not-writable",
        "the file exists already",
        why="it may hold your own work",
        hint="name another file with --output, or overwrite it with --force",
        position=Position(str(target)),
    )
