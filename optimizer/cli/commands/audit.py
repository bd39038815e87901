"""A plan from anywhere against every rule, and its smallest mend."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from optimizer.cli.delivery import as_json, check_output, deliver
from optimizer.cli.exit_codes import BREAKS_RULES, DONE, IMPOSSIBLE, STOPPED
from optimizer.cli.request import Request, request_options
from optimizer.errors import Complaint, InputError
from optimizer.whole_file import write_whole

if TYPE_CHECKING:
    from optimizer.domain.audit import Audit
    from optimizer.domain.catalog import Catalog
    from optimizer.domain.repair import Repair


@click.command(short_help="Check a hand-written or foreign plan; --repair mends it.")
@click.argument("scenario", type=click.Path(path_type=Path))
@click.argument("plan", type=click.Path(path_type=Path))
@click.option("--repair", "wants_repair", is_flag=True, help="Also find the smallest mend.")
@click.option(
    "--mended",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the mended plan as JSON; needs --repair.",
)
@request_options(solves=True)
def command(
    scenario: Path, plan: Path, wants_repair: bool, mended: Path | None, request: Request
) -> int:
    """Check PLAN against every rule of SCENARIO, without the solver.

    PLAN is a JSON file of `triplane solve`, or written by hand as YAML, JSON or CSV: names of
    exercises with sets and repetitions such as `goblet squat 3x8 @90s rest`.

    Exit code 5 means that the plan breaks a hard rule, 3 that --repair was asked for and that no
    plan at all obeys the scenario.
    """
    from optimizer.cli.inputs import the_catalog

    if mended is not None and not wants_repair:
        hint = "add --repair, or leave --mended out"
        raise InputError(Complaint("bad-argument", "--mended needs --repair", hint=hint))
    check_output(request, [scenario, plan])
    _check_mended(mended, [scenario, plan], request)
    catalog = the_catalog()
    answer, mend = _answers(scenario, plan, catalog, request, wants_repair=wants_repair)
    if mended is not None and mend is not None and mend.plan is not None:
        from optimizer.export.plan_json import render

        write_whole(mended, render(mend.plan, catalog))
    deliver(request, _text(answer, mend, catalog, request))
    return _exit_code(answer, mend)


def _check_mended(mended: Path | None, inputs: list[Path], request: Request) -> None:
    from dataclasses import replace

    if mended is not None:
        check_output(replace(request, output=mended), inputs)


def _answers(
    scenario: Path, plan: Path, catalog: Catalog, request: Request, *, wants_repair: bool
) -> tuple[Audit, Repair | None]:
    from optimizer.cli.inputs import the_scenario
    from optimizer.planning.problems import build_problem
    from optimizer.reading.written.foreign_plan import read_foreign_plan
    from optimizer.studies.in_hand.audit import audit

    problem = build_problem(the_scenario(scenario, catalog).scenario, catalog)
    foreign = read_foreign_plan(plan, catalog, problem.scenario)
    answer = audit(problem, foreign.content, foreign.remarks, name=foreign.file)
    if not wants_repair:
        return answer, None
    from optimizer.cli.interruption import until_interrupted
    from optimizer.cli.progress import status_line
    from optimizer.solve.limits import Limits
    from optimizer.studies.in_hand.repair import repair

    with status_line(request, f"mending {plan.name}"):
        limits = Limits(seconds=request.seconds, seed=request.seed)
        return answer, until_interrupted(
            limits.stop, lambda: repair(problem, foreign.content, limits)
        )


def _text(answer: Audit, mend: Repair | None, catalog: Catalog, request: Request) -> str:
    if request.is_json:
        found = answer.model_dump(mode="json", exclude={"format"})
        return as_json({**found, "repair": mend.model_dump(mode="json") if mend else None})
    from optimizer.cli.pages.audit_page import audit_text
    from optimizer.cli.pages.repair_page import repair_text

    text = audit_text(answer, catalog)
    return f"{text}\n\n{repair_text(mend, catalog)}" if mend else text


def _exit_code(answer: Audit, mend: Repair | None) -> int:
    if mend is not None and mend.status == "impossible":
        return IMPOSSIBLE
    if mend is not None and mend.status == "unknown":
        return STOPPED
    return BREAKS_RULES if answer.status == "broken" else DONE
