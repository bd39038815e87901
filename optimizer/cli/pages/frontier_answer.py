"""Answers ``compare --minutes`` and ``compare --sessions``: page, document and picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from optimizer.cli.delivery import as_json, deliver
from optimizer.cli.exit_codes import DONE
from optimizer.cli.request import Request
from optimizer.cli.streams import to_stderr
from optimizer.errors import Complaint, InputError
from optimizer.whole_file import write_whole

if TYPE_CHECKING:
    from optimizer.domain.catalog import Catalog
    from optimizer.export.pictures.style import Kind
    from optimizer.studies.frontiers.records import Frontier
    from optimizer.studies.frontiers.steps import Over, Steps


@dataclass(frozen=True)
class Asked:
    """The arguments of a frontier; ``kind`` is that of the picture."""

    scenarios: tuple[Path, ...]
    kits: tuple[str, ...]
    minutes: str | None
    sessions: str | None
    jobs: int
    plot: Path | None
    kind: Kind | None


def frontier_answer(asked: Asked, catalog: Catalog, request: Request) -> int:
    """Find the frontier and hand it over; the exit code.

    Raises
    ------
    InputError
        If the arguments do not fit, with everything that is wrong with them.
    """
    from optimizer.cli.pages.frontier_page import frontier_page
    from optimizer.cli.study_documents import frontier_document

    steps = _steps(asked)
    found = _found(asked, steps, catalog, request)
    if request.is_json:
        text = as_json(frontier_document(found, with_times=not request.reproducible))
    else:
        text = frontier_page(found, catalog, with_times=not request.reproducible)
    if asked.plot is not None and asked.kind is not None:
        from optimizer.cli.pictures.frontier_picture import frontier_picture

        write_whole(asked.plot, frontier_picture(found, asked.kind))
        if not request.quiet:
            to_stderr(f"written: {asked.plot}\n")
    deliver(request, text)
    return DONE


def _steps(asked: Asked) -> Steps:
    """The steps that are asked for, once all arguments are made sure of."""
    from optimizer.studies.frontiers.steps import parse_steps

    wrong = list(_wrong(asked))
    given: dict[Over, str | None] = {"minutes": asked.minutes, "sessions": asked.sessions}
    parsed = []
    for over, text in given.items():
        try:
            parsed += [parse_steps(over, text)] if text is not None else []
        except InputError as error:
            wrong += error.complaints
    if wrong:
        raise InputError(*wrong)
    return parsed[0]


def _wrong(asked: Asked) -> Iterator[Complaint]:
    """What does not go together."""
    option = "--minutes" if asked.minutes is not None else "--sessions"
    if asked.minutes is not None and asked.sessions is not None:
        text = "--minutes and --sessions stand side by side"
        why = "a frontier has one number that rises"
        yield Complaint("bad-argument", text, why=why, hint="ask for one after the other")
    if asked.kits:
        text = f"--kit stands beside {option}"
        why = "kits make columns, and so do the steps of a frontier"
        hint = "compare the kits first, then ask for the frontier of the one you mean"
        yield Complaint("bad-argument", text, why=why, hint=hint)
    if len(asked.scenarios) != 1:
        text = f"{option} takes one scenario, and {len(asked.scenarios) or 'none'} is given"
        hint = f"such as `triplane compare week.yaml {option} {_example(option)}`"
        yield Complaint("bad-argument", text, hint=hint)


def _example(option: str) -> str:
    return "20:60:5" if option == "--minutes" else "1:5"


def _found(asked: Asked, steps: Steps, catalog: Catalog, request: Request) -> Frontier:
    from optimizer.cli.inputs import the_scenario
    from optimizer.cli.progress import status_line

    scenario = the_scenario(asked.scenarios[0], catalog).scenario
    title = f"planning {len(steps.numbers)} steps"
    with status_line(request, title) as show:
        from optimizer.cli.interruption import until_interrupted
        from optimizer.planning.solving import SolveOptions
        from optimizer.studies.comparing.compare import CompareOptions
        from optimizer.studies.frontiers.frontier import frontier_over

        solving = SolveOptions(
            seed=request.seed,
            seconds=request.seconds,
            progress=lambda step: show(f"{title}: {step}"),
            closest=False,
        )
        options = CompareOptions(solving, asked.jobs)
        return until_interrupted(
            solving.stop, lambda: frontier_over(scenario, steps, catalog, options)
        )
