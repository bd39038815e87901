"""Athletes apart from their problems: who shares one, and whose name goes onto a plan."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import AthleteName, Plan
from optimizer.domain.scenario import Scenario
from optimizer.studies.in_hand.fingerprints import scenario_and_catalog_sha256
from optimizer.team.tasks import Label, Order

INPUTS = "inputs_sha256"
"""Where a plan's provenance tells what the result was made from."""
CLOSEST = "{name} (closest)"


def problem_key(scenario_json: str) -> str:
    """The same text for scenarios that differ at most in the names of athlete and scenario."""
    values = json.loads(scenario_json)
    values.pop("name", None)
    athlete = values.get("athlete", {})
    athlete.pop("id", None)
    athlete.pop("name", None)
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()


def inputs_sha256(scenario_json: str, order: Order) -> str:
    """Fingerprint of all that a result depends on: problem, catalog, versions and options.

    Exports are left out, for they follow from the plan.
    """
    values = {
        "scenario": scenario_json,
        "catalog": order.catalog_sha256,
        "triplane": order.triplane,
        "ortools": version("ortools"),
        "seed": order.seed,
        "seconds": order.seconds,
        "reproducible": order.reproducible,
    }
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


def labelled(plan: Plan, scenario: Scenario, label: Label, catalog: Catalog) -> Plan:
    """The plan of the problem as it would have been found for this athlete."""
    who = {"id": label.athlete_id, "name": label.athlete_name}
    own = scenario.model_copy(
        update={
            "name": label.scenario_name,
            "athlete": scenario.athlete.model_copy(update=who),
        }
    )
    marks = {
        "problem_sha256": scenario_and_catalog_sha256(own, catalog),
        "scenario_sha256": hashlib.sha256(own.model_dump_json().encode()).hexdigest(),
        INPUTS: label.inputs_sha256,
    }
    closest = plan.closest
    if closest is not None:
        closest = closest.model_copy(update={"scenario": CLOSEST.format(name=own.name)})
    return plan.model_copy(
        update={
            "scenario": own.name,
            "athlete": AthleteName(**who),
            "closest": closest,
            "provenance": {**plan.provenance, **marks},
        }
    )
