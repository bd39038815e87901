"""One week under several sets of equipment, or several weeks, side by side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from optimizer.cli.delivery import as_json, check_output, deliver
from optimizer.cli.exit_codes import DONE
from optimizer.cli.pages.compare_worth import WorthAsked, check_worth, worth_answer, worth_options
from optimizer.cli.request import Request, request_options
from optimizer.cli.streams import to_stderr
from optimizer.whole_file import write_whole

if TYPE_CHECKING:
    from optimizer.domain.catalog import Catalog
    from optimizer.export.pictures.style import Kind
    from optimizer.studies.comparing.comparison import Comparison
    from optimizer.studies.comparing.variants import Variant


@click.command(short_help="One week under several sets of equipment, side by side.")
@click.argument("scenarios", metavar="SCENARIO...", type=click.Path(path_type=Path), nargs=-1)
@click.option(
    "--kit",
    "kits",
    multiple=True,
    metavar="KIT",
    help="A column: a kit, a kit file, own, or edits such as '+table -dumbbell'; "
    "'home=gym' names the place. Give it again for each column.",
)
@click.option(
    "--minutes",
    metavar="FIRST:LAST[:STEP]",
    help="A frontier instead of kits: every session gets so many minutes, such as 20:60:5.",
)
@click.option(
    "--sessions",
    metavar="FIRST:LAST[:STEP]",
    help="A frontier instead of kits: so many sessions a week on any day, such as 1:5.",
)
@click.option(
    "--plot",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Draw the coverage of every column as a heat map, the frontier as curves, or worth as "
    "bars; SVG or PNG by its ending.",
)
@worth_options
@request_options(solves=True)
def command(
    scenarios: tuple[Path, ...],
    kits: tuple[str, ...],
    minutes: str | None,
    sessions: str | None,
    plot: Path | None,
    asked: WorthAsked,
    request: Request,
) -> int:
    """Compare SCENARIO under several kits, or several scenarios with each other.

    Each column is the best week for its equipment; of the weeks that are as good, the one
    nearest to the first column's is shown, so that what differs is what has to. A column
    without a plan shows what clashes. With --minutes or --sessions the steps of one scenario
    are told instead: where it starts to be enough, and what each step buys. With --worth it is
    told what equipment to buy, and what would be missed. --seconds counts for each solve. Exit
    code 0, whatever the columns say.
    """
    from optimizer.cli.inputs import the_catalog
    from optimizer.cli.pages.compare_page import compare_page
    from optimizer.cli.study_documents import compare_document

    others = {"--kit": kits, "--minutes": minutes, "--sessions": sessions}
    check_worth(asked, scenarios, others)
    check_output(request, scenarios)
    kind = _picture_kind(plot, scenarios, request)
    catalog = the_catalog()
    if asked.worth:
        picture = None if plot is None or kind is None else (plot, kind)
        return worth_answer(scenarios[0], asked, catalog, picture, request)
    if minutes is not None or sessions is not None:
        from optimizer.cli.pages.frontier_answer import Asked, frontier_answer

        steps = Asked(scenarios, kits, minutes, sessions, asked.jobs, plot, kind)
        return frontier_answer(steps, catalog, request)
    variants = _variants(scenarios, kits, catalog)
    found = _answered(variants, catalog, asked.jobs, request)
    if request.is_json:
        text = as_json(compare_document(found, with_times=not request.reproducible))
    else:
        text = compare_page(found, catalog, with_times=not request.reproducible)
    if plot is not None and kind is not None:
        from optimizer.cli.pictures.compare_picture import compare_picture

        write_whole(plot, compare_picture(found, catalog, kind))
        if not request.quiet:
            to_stderr(f"written: {plot}\n")
    deliver(request, text)
    return DONE


def _variants(
    scenarios: tuple[Path, ...], kits: tuple[str, ...], catalog: Catalog
) -> tuple[Variant, ...]:
    """The columns that are asked for."""
    from optimizer.cli.inputs import the_scenario
    from optimizer.errors import Complaint, InputError
    from optimizer.studies.comparing.variants import kit_variants, scenario_variants

    if not scenarios:
        text = "name a scenario to compare"
        hint = "such as `triplane compare week.yaml --kit own --kit gym`"
        raise InputError(Complaint("bad-argument", text, hint=hint))
    if len(scenarios) > 1 and kits:
        text = "--kit stands beside several scenarios"
        why = "it is not clear which of them the kit is for"
        hint = "give one scenario with kits, or several scenarios without"
        raise InputError(Complaint("bad-argument", text, why=why, hint=hint))
    files = [the_scenario(path, catalog) for path in scenarios]
    if len(files) > 1:
        return scenario_variants([(file.file, file.scenario) for file in files])
    return kit_variants(files[0].scenario, kits, catalog)


def _answered(
    variants: tuple[Variant, ...], catalog: Catalog, jobs: int, request: Request
) -> Comparison:
    from optimizer.cli.progress import status_line

    with status_line(request, f"comparing {len(variants)} weeks") as show:
        from optimizer.cli.interruption import until_interrupted
        from optimizer.planning.solving import SolveOptions
        from optimizer.studies.comparing.compare import CompareOptions, compare_variants

        solving = SolveOptions(
            seed=request.seed,
            seconds=request.seconds,
            progress=lambda step: show(f"comparing {len(variants)} weeks: {step}"),
            closest=False,
        )
        options = CompareOptions(solving, jobs)
        return until_interrupted(solving.stop, lambda: compare_variants(variants, catalog, options))


def _picture_kind(plot: Path | None, scenarios: tuple[Path, ...], request: Request) -> Kind | None:
    """The kind of picture to draw, made sure of before any work."""
    if plot is None:
        return None
    from optimizer.errors import Complaint, InputError
    from optimizer.export.pictures.style import picture_kind

    kind = picture_kind(plot)
    if request.output is not None and request.output.absolute() == plot.absolute():
        text = f"--plot and --output are the same file, {plot}"
        raise InputError(Complaint("bad-argument", text, hint="name two files"))
    check_output(replace(request, output=plot), scenarios)
    return kind
