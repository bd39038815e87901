"""Answers ``compare --worth``: page, document and picture."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from optimizer.cli.delivery import as_json, deliver
from optimizer.cli.exit_codes import DONE
from optimizer.cli.request import Request
from optimizer.cli.streams import to_stderr
from optimizer.errors import Complaint, InputError
from optimizer.whole_file import write_whole

if TYPE_CHECKING:
    from optimizer.domain.catalog import Catalog
    from optimizer.domain.scenario import Scenario
    from optimizer.export.pictures.style import Kind
    from optimizer.reading.price_reader import PriceFile
    from optimizer.studies.buying.kit_worth import KitWorth

Function = TypeVar("Function", bound=Callable[..., Any])
BUDGET_MOST = 10_000_000
JOBS_MOST = 64


@dataclass(frozen=True)
class WorthAsked:
    """The options of a question of worth, and how many solves run at the same time."""

    worth: bool = False
    place: str | None = None
    budget: float | None = None
    prices: Path | None = None
    jobs: int = 1


OPTIONS = (
    click.option(
        "--worth",
        is_flag=True,
        help="Instead of kits: what each item would gain if it were bought, alone and in pairs, "
        "and what the loss of each would cost.",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(1, JOBS_MOST),
        default=1,
        show_default=True,
        help="Solves at the same time; the answer does not depend on it.",
    ),
    click.option("--place", metavar="PLACE", help="With --worth: the only place to buy for."),
    click.option(
        "--budget",
        type=click.FloatRange(0, BUDGET_MOST, min_open=True),
        metavar="MONEY",
        help="With --worth and --prices: also the best set that this pays for.",
    ),
    click.option(
        "--prices",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="With --worth: what one piece of each item costs, in YAML.",
    ),
)


def worth_options(function: Function) -> Function:
    """Add the options, and that of jobs; the function gets them as ``asked``."""

    @functools.wraps(function)
    def wrapped(*args: Any, **keywords: Any) -> Any:
        names = ("worth", "place", "budget", "prices", "jobs")
        asked = WorthAsked(**{name: keywords.pop(name) for name in names})
        return function(*args, asked=asked, **keywords)

    command: Any = wrapped
    for option in reversed(OPTIONS):
        command = option(command)
    return command  # type: ignore[no-any-return]


def check_worth(
    asked: WorthAsked, scenarios: tuple[Path, ...], others: Mapping[str, object]
) -> None:
    """Make sure that the options fit together.

    Parameters
    ----------
    others
        Options that ask for something else, with what was given.

    Raises
    ------
    InputError
        ``bad-argument``, with everything that does not fit.
    """
    wrong = list(_misfits(asked, scenarios, others) if asked.worth else _alone(asked))
    if wrong:
        raise InputError(*wrong)


def _alone(asked: WorthAsked) -> Iterator[Complaint]:
    given = {"--place": asked.place, "--budget": asked.budget, "--prices": asked.prices}
    for option, value in given.items():
        if value is not None:
            text = f"{option} says nothing without --worth"
            yield Complaint("bad-argument", text, hint="add --worth, or leave it out")


def _misfits(
    asked: WorthAsked, scenarios: tuple[Path, ...], others: Mapping[str, object]
) -> Iterator[Complaint]:
    for option, value in others.items():
        if value:
            text = f"{option} stands beside --worth"
            yield Complaint("bad-argument", text, hint="ask for one after the other")
    if len(scenarios) != 1:
        text = f"--worth takes one scenario, and {len(scenarios) or 'none'} is given"
        hint = "such as `triplane compare week.yaml --worth`"
        yield Complaint("bad-argument", text, hint=hint)
    if asked.budget is not None and asked.prices is None:
        yield Complaint("bad-argument", "a budget needs prices", hint="give `--prices FILE` too")


def worth_answer(
    path: Path,
    asked: WorthAsked,
    catalog: Catalog,
    picture: tuple[Path, Kind] | None,
    request: Request,
) -> int:
    """Weigh the equipment of a scenario and hand the answer over; the exit code."""
    from optimizer.cli.inputs import the_scenario
    from optimizer.cli.pages.worth_page import worth_page
    from optimizer.cli.study_documents import worth_document
    from optimizer.reading.price_reader import read_prices

    prices = None if asked.prices is None else read_prices(asked.prices, catalog)
    scenario = the_scenario(path, catalog).scenario
    _check_place(asked.place, scenario)
    found = _found(scenario, asked, prices, catalog, request)
    with_times = not request.reproducible
    if request.is_json:
        text = as_json(worth_document(found, with_times=with_times))
    else:
        text = worth_page(found, catalog, with_times=with_times)
    if picture is not None:
        from optimizer.cli.pictures.worth_picture import worth_picture

        plot, kind = picture
        write_whole(plot, worth_picture(found, catalog, kind))
        if not request.quiet:
            to_stderr(f"written: {plot}\n")
    deliver(request, text)
    return DONE


def _found(
    scenario: Scenario,
    asked: WorthAsked,
    prices: PriceFile | None,
    catalog: Catalog,
    request: Request,
) -> KitWorth:
    from optimizer.cli.progress import status_line

    title = f"weighing equipment for {scenario.name}"
    with status_line(request, title) as show:
        from optimizer.cli.interruption import until_interrupted
        from optimizer.planning.solving import SolveOptions
        from optimizer.studies.buying.worth import WorthOptions, worth

        solving = SolveOptions(
            seed=request.seed,
            seconds=request.seconds,
            progress=lambda step: show(f"{title}: {step}"),
            closest=False,
        )
        options = WorthOptions(asked.place, asked.budget, prices, asked.jobs, solving)
        return until_interrupted(solving.stop, lambda: worth(scenario, catalog, options))


def _check_place(place: str | None, scenario: Scenario) -> None:
    """Make sure that sessions happen at the place that is named."""
    from optimizer.reading.close_matches import did_you_mean
    from optimizer.studies.comparing.fitted_places import places_in_use

    used = places_in_use(scenario)
    if place is not None and place not in used:
        hint = did_you_mean(place, used, f"places in use: {', '.join(used) or 'none'}")
        text = f"--place: no session takes place at {place!r}"
        raise InputError(Complaint("unknown-place", text, hint=hint))
