"""JSON Schemas, assembled from the models and from the settings of every rule and aim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from optimizer.cli.inputs import the_catalog
from optimizer.cli.pages.rule_pages import meanings_of
from optimizer.cli.roster_schema import roster_schema
from optimizer.constraints import every_rule
from optimizer.domain.exercise import Exercise
from optimizer.domain.plan import Plan
from optimizer.domain.rule import Aim, Rule
from optimizer.domain.scenario import Scenario
from optimizer.objectives import every_aim

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


def schema_of(kind: str) -> Schema:
    """The schema of a scenario, of a file of catalog exercises, of a plan, or of a roster."""
    makers = {"scenario": _scenario, "catalog": _catalog, "plan": _plan, "roster": _roster}
    return {"$schema": DIALECT, "title": f"Triplane {kind}", **makers[kind]()}


def _plan() -> Schema:
    return _untitled(Plan.model_json_schema(mode="serialization"))


def _catalog() -> Schema:
    """A file of exercises: a list of records."""
    record = _untitled(Exercise.model_json_schema())
    definitions = record.pop("$defs")
    return {"type": "array", "items": record, "$defs": definitions}


def _scenario() -> Schema:
    schema = _untitled(Scenario.model_json_schema())
    schema["properties"]["constraints"] = _settings(every_rule())
    schema["properties"]["objectives"] = _settings(every_aim())
    _allow_short_forms(schema["$defs"])
    _offer_ids(schema["$defs"])
    return schema


def _roster() -> Schema:
    return roster_schema(_scenario())


def _untitled(schema: Schema) -> Schema:
    """The schema without the titles that only repeat the keys."""
    schema.pop("title", None)
    for definition in (schema, *schema.get("$defs", {}).values()):
        definition.pop("title", None)
        for value in definition.get("properties", {}).values():
            value.pop("title", None)
    return schema


def _settings(members: Iterable[Rule | Aim]) -> Schema:
    """A block of settings: a key for each rule or aim, and no other."""
    properties = {member.id: _settings_of(member) for member in members}
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _settings_of(member: Rule | Aim) -> Schema:
    """The settings of one rule or aim, with its statement and the meaning of each."""
    schema = _untitled(member.settings.model_json_schema())
    schema["description"] = member.statement
    for name, meaning in meanings_of(member.settings).items():
        schema["properties"][name]["description"] = meaning
    return schema


def _allow_short_forms(definitions: Schema) -> None:
    """A day for a list of days, an id for a pain, a number for a count of an item."""
    days = definitions["Session"]["properties"]["day"]
    days["minItems"] = days.pop("minLength", 1)
    definitions["Session"]["properties"]["day"] = {"anyOf": [days["items"], days]}
    pains = definitions["Athlete"]["properties"]["pains"]
    pains["items"] = {"anyOf": [{"type": "string"}, pains["items"]]}
    stock = definitions["Place"]["properties"]["equipment"]
    number = {"type": "integer", "minimum": 0, "maximum": 99}
    stock["additionalProperties"] = {"anyOf": [number, {"$ref": "#/$defs/Stock"}]}
    stock.pop("patternProperties", None)


def _offer_ids(definitions: Schema) -> None:
    """Name the catalog's ids wherever one is expected, so that an editor can complete them."""
    catalog = the_catalog()
    pains = [pain.id for pain in catalog.pains]
    kits = [kit.id for kit in catalog.kits]
    items = [item.id for item in catalog.equipment]
    exercises = _suggested([row.id for row in catalog.exercises])
    athlete = definitions["Athlete"]["properties"]
    athlete["pains"]["items"]["anyOf"][0]["enum"] = pains
    definitions["PainReport"]["properties"]["id"]["enum"] = pains
    athlete["never"]["items"] = athlete["likes"]["items"] = exercises
    definitions["History"]["properties"]["known"]["items"] = exercises
    definitions["Pin"]["properties"]["exercise"] = exercises
    place = definitions["Place"]["properties"]
    place["kit"] = {"anyOf": [{"enum": kits}, {"type": "null"}], "default": None}
    place["equipment"]["propertyNames"] = {"enum": items}
    place["without"]["items"] = {"enum": items}
    muscles = definitions["Targets"]["properties"]["muscles"]
    muscles["propertyNames"] = {"enum": [muscle.id for muscle in catalog.muscles]}


def _suggested(identifiers: list[str]) -> Schema:
    """Text that an editor completes to an id, though names and aliases are understood too."""
    return {"anyOf": [{"enum": identifiers}, {"type": "string"}]}
