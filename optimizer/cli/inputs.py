"""Files that commands read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from optimizer.cli.streams import to_stderr

if TYPE_CHECKING:
    from optimizer.domain.catalog import Catalog
    from optimizer.domain.plan import Plan
    from optimizer.reading.scenario_reader import ScenarioFile


def the_catalog() -> Catalog:
    """The catalog that is shipped with the package."""
    from optimizer.reading.catalog.reader import read_catalog

    return read_catalog()


def the_scenario(path: Path, catalog: Catalog) -> ScenarioFile:
    """A scenario with its names, settings and pins checked."""
    from optimizer.planning.files import read_scenario

    return read_scenario(path, catalog)


def the_plan(path: Path, catalog: Catalog, *, quiet: bool) -> Plan:
    """A plan; a remark says if it was made with another catalog."""
    from optimizer.domain.plan import Plan
    from optimizer.reading.plan_reader import read_plan

    plan = read_plan(path, Plan)
    _refuse_empty_plan(plan, path)
    made_with = plan.provenance.get("catalog_sha256")
    if made_with and made_with != catalog.sha256 and not quiet:
        to_stderr("note: the plan was made with another version of the catalog\n")
    return plan


def _refuse_empty_plan(plan: Plan, path: Path) -> None:
    """Refuse a document that claims a plan and holds none.

    A week without sessions is a plan as well; it was checked, and has nothing to weigh.
    """
    from optimizer.errors import Complaint, InputError, Position

    is_free_week = plan.verification.checked and not plan.tiers
    if plan.status in ("optimal", "feasible") and not plan.sessions and not is_free_week:
        text = f"the plan says {plan.status} and holds no session"
        hint = "give the JSON document that `triplane solve` wrote"
        raise InputError(Complaint("missing-key", text, hint=hint).at(Position(str(path))))
