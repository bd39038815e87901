"""Plans for a whole roster."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from optimizer.cli.delivery import check_output, deliver
from optimizer.cli.exit_codes import DONE, SOME_WITHOUT_PLAN, STOPPED
from optimizer.cli.request import Request, request_options
from optimizer.cli.streams import to_stderr
from optimizer.errors import Complaint, InputError

if TYPE_CHECKING:
    from optimizer.team.entries import Roster
    from optimizer.team.options import BatchOptions
    from optimizer.team.summary import Summary

MEMORY_LEAST_MB = 300
TOLD_MOST = 100


@click.command(short_help="Plans for a whole team, one a row of a roster.")
@click.argument("roster", type=click.Path(path_type=Path))
@click.option(
    "--out",
    "folder",
    type=click.Path(path_type=Path),
    required=True,
    metavar="DIR",
    help="Folder for the results.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 1024),
    metavar="N",
    help="Worker processes; as many as processors by default.",
)
@click.option("--resume", is_flag=True, help="Keep what is finished in the folder; do the rest.")
@click.option("--strict", is_flag=True, help="Do not start while a row of the roster is bad.")
@click.option(
    "--to",
    "outputs",
    multiple=True,
    metavar="NAME",
    help="Also write each plan as csv, details, markdown, table or time; may be repeated.",
)
@click.option(
    "--base",
    type=click.Path(path_type=Path),
    metavar="SCENARIO",
    help="Scenario that all athletes inherit, where the roster names none.",
)
@click.option(
    "--memory-mb",
    type=click.IntRange(MEMORY_LEAST_MB, 1_000_000),
    metavar="MB",
    help="What one worker may take; 1000 by default.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Work on a Dask cluster instead, such as tcp://10.0.0.5:8786.",
)
@request_options(solves=True)
def command(roster: Path, folder: Path, base: Path | None, request: Request, **choice: Any) -> int:
    """Plan for every athlete of ROSTER, a YAML, CSV or XLSX file.

    Each athlete gets a file in DIR/plans, written whole as soon as it is there; summary.csv and
    summary.json tell what became of everybody. A bad row, an impossible week or a worker that
    crashes costs one athlete. --seconds is the longest search for one athlete. Exit code 5 means
    that some athletes have no plan, 4 that the batch was stopped; --resume goes on.
    """
    from optimizer.cli.pages.team_page import team_page

    options = _options(request, choice)
    check_output(request, [roster])
    known = _read(roster, base)
    if not options.strict:
        _tell_bad_rows(known, request)
    summary = _planned(known, folder, options, request)
    text = b"".join(summary.json_pieces()).decode() if request.is_json else team_page(summary)
    deliver(request, text)
    if summary.stopped_by is not None:
        _tell_how_to_go_on(summary)
        return STOPPED
    return DONE if summary.with_plan == summary.athletes else SOME_WITHOUT_PLAN


def _options(request: Request, choice: dict[str, Any]) -> BatchOptions:
    from optimizer.team.options import MEMORY_MEGABYTES, BatchOptions

    if choice["scheduler"] is not None:
        for name in ("jobs", "memory_mb"):
            if choice[name] is not None:
                text = f"--{name.replace('_', '-')} is about workers on this machine"
                hint = "the workers of a cluster are started with their own limits"
                raise InputError(Complaint("bad-argument", text, hint=hint))
    return BatchOptions(
        jobs=choice["jobs"],
        seed=request.seed,
        seconds=request.seconds,
        reproducible=request.reproducible,
        outputs=choice["outputs"],
        resume=choice["resume"],
        strict=choice["strict"],
        memory_megabytes=choice["memory_mb"] or MEMORY_MEGABYTES,
        scheduler=choice["scheduler"],
    )


def _read(path: Path, base: Path | None) -> Roster:
    from optimizer.cli.inputs import the_catalog
    from optimizer.team.read_roster import read_roster

    return read_roster(path, the_catalog(), base)


def _tell_bad_rows(roster: Roster, request: Request) -> None:
    """Say at once what is wrong with the rows, while the others are planned."""
    complaints = [one for entry in roster.bad for one in entry.complaints]
    if request.quiet:
        return
    for complaint in complaints[:TOLD_MOST]:
        to_stderr(f"{complaint}\n")
    if len(complaints) > TOLD_MOST:
        to_stderr(f"{len(complaints) - TOLD_MOST} more problems are told in the summary\n")


def _planned(roster: Roster, folder: Path, options: BatchOptions, request: Request) -> Summary:
    from optimizer.cli.progress import athletes_bar
    from optimizer.team.batch import batch

    with athletes_bar(request) as show:
        summary = batch(roster, folder, options, progress=show)
    if summary.kept and not request.quiet:
        to_stderr(f"kept from before: {summary.kept} of {summary.athletes} results\n")
    return summary


def _tell_how_to_go_on(summary: Summary) -> None:
    done = summary.athletes - summary.counts.get("waiting", 0)
    to_stderr(
        f"stopped by {summary.stopped_by}: {done} of {summary.athletes} athletes are done; "
        "run the same command with --resume to go on\n"
    )
