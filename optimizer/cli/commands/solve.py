"""The week of a scenario: sessions, coverage and certificate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click
from click.core import ParameterSource

from optimizer.cli.delivery import check_output, deliver
from optimizer.cli.exit_codes import CODE_OF_STATUS
from optimizer.cli.request import Request, finite, request_options
from optimizer.errors import Complaint, InputError

if TYPE_CHECKING:
    from optimizer.domain.catalog import Catalog
    from optimizer.domain.plan import Plan


@click.command(short_help="The weekly plan of a scenario.")
@click.argument("scenario", type=click.Path(path_type=Path))
@click.option(
    "--formulation",
    type=click.Choice(["two-layer", "direct"]),
    default="two-layer",
    show_default=True,
    help="Decide the week and deal it to the days, or decide every session at once.",
)
@click.option(
    "--explain-time", is_flag=True, help="Also show every session's seconds, line by line."
)
@click.option(
    "--details",
    is_flag=True,
    help="Also show why each exercise is here, what feeds what, and all that was left out.",
)
@click.option(
    "--alternatives",
    type=click.IntRange(1, 20),
    metavar="K",
    help="Also find K other good plans to choose from.",
)
@click.option(
    "--differ",
    type=click.IntRange(1, 40),
    default=3,
    show_default=True,
    metavar="D",
    help="With --alternatives: exercises that each of any two plans holds and the other does not.",
)
@click.option(
    "--loss",
    type=click.FloatRange(0, 1000),
    callback=finite,
    default=5.0,
    show_default=True,
    metavar="PERCENT",
    help="With --alternatives: how much worse an aim may be, besides its tolerance.",
)
@click.option(
    "--relax",
    is_flag=True,
    help="Where no plan exists, give up rests, sets and floors step by step, and say which.",
)
@request_options(solves=True)
def command(
    scenario: Path,
    formulation: Literal["two-layer", "direct"],
    explain_time: bool,
    details: bool,
    request: Request,
    **choice: Any,
) -> int:
    """Plan the week of SCENARIO, a YAML file.

    Exit code 3 means that no plan exists: the lines that cannot hold together, the best repairs
    and the closest partial plan are printed; with --relax, the week gives things up first, never
    safety. Exit code 4 means that a limit came before any plan.
    """
    from optimizer.cli.inputs import the_catalog
    from optimizer.export.parts.run_times import without_run_times

    more = [name for name, wanted in (("details", details), ("time", explain_time)) if wanted]
    if more and request.is_json:
        option = "--details" if details else "--explain-time"
        text = f"{option} is a table; the JSON document holds everything that it shows already"
        raise InputError(Complaint("bad-argument", text, hint="leave out one of the two options"))
    _refuse_idle_terms(choice)
    check_output(request, [scenario])
    catalog = the_catalog()
    plan = _solved(scenario, catalog, formulation, request, choice)
    if request.reproducible:
        plan = without_run_times(plan)
    deliver(request, _text(plan, catalog, [request.format, *more]))
    return CODE_OF_STATUS[plan.status]


def _refuse_idle_terms(choice: dict[str, Any]) -> None:
    """Refuse terms of alternatives where none are asked for: they would change nothing."""
    source = click.get_current_context().get_parameter_source
    for name in ("differ", "loss"):
        if choice["alternatives"] is None and source(name) is ParameterSource.COMMANDLINE:
            hint = f"add --alternatives 1, or leave --{name} out"
            text = f"--{name} is about alternatives, and none are asked for"
            raise InputError(Complaint("bad-argument", text, hint=hint))


def _solved(
    path: Path,
    catalog: Catalog,
    formulation: Literal["two-layer", "direct"],
    request: Request,
    choice: dict[str, Any],
) -> Plan:
    from optimizer.cli.inputs import the_scenario
    from optimizer.cli.progress import status_line

    file = the_scenario(path, catalog)
    name = file.scenario.name
    with status_line(request, f"planning {name}") as show:
        from optimizer.cli.interruption import until_interrupted
        from optimizer.planning.relaxing import solve_relaxed
        from optimizer.planning.solving import SolveOptions, solve

        options = SolveOptions(
            formulation,
            request.seed,
            request.seconds,
            file.sha256,
            progress=lambda tier: show(f"planning {name}: {tier}"),
            locate=file.position,
        )
        if choice["alternatives"] is None:
            answer = solve_relaxed if choice["relax"] else solve
            return until_interrupted(options.stop, lambda: answer(file.scenario, catalog, options))
        from optimizer.studies.alternatives import Wish, solve_with_alternatives

        wish = Wish(choice["alternatives"], choice["differ"], choice["loss"])
        return until_interrupted(
            options.stop,
            lambda: solve_with_alternatives(file.scenario, catalog, wish, options),
        )


def _text(plan: Plan, catalog: Catalog, names: list[str]) -> str:
    """The plan in the named outputs, one after the other."""
    from optimizer.export import every_output

    outputs = {output.name: output for output in every_output()}
    parts = [outputs[name].render(plan, catalog) for name in names]
    if plan.choice is not None and "json" not in names:
        from optimizer.cli.pages.alternatives_page import alternatives_page

        parts.append(alternatives_page(plan, catalog))
    return "\n".join(parts)
