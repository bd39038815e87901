"""``triplane constraints``, ``objectives`` and ``schema``."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from optimizer.constraints import every_rule
from optimizer.domain.tiers import TIERS
from optimizer.objectives import every_aim
from optimizer.reading.catalog.reader import read_catalog
from tests.cli.running import document, run


@pytest.mark.parametrize(
    ("command", "members"), [("constraints", every_rule()), ("objectives", every_aim())]
)
def test_all_are_listed_with_their_settings(command: str, members: tuple[Any, ...]) -> None:
    """Id, statement, every setting with its default and meaning, and the docs page."""
    found = {one["id"]: one for one in document(run(command, "--format", "json"))[command]}
    assert set(found) == {member.id for member in members}
    text = run(command).stdout
    for member in members:
        assert member.id in text.splitlines()
        one = found[member.id]
        assert one["statement"] == member.statement
        assert one["docs"] == f"docs/{command}/{member.id}.md"
        assert [s["name"] for s in one["settings"]] == list(member.settings.model_fields)
        assert all(setting["meaning"] for setting in one["settings"])


def test_aims_stand_in_the_order_of_the_tiers() -> None:
    """What matters more comes first."""
    tiers = [tier.id for tier in TIERS]
    listed = [one["tier"] for one in document(run("objectives", "--format", "json"))["objectives"]]
    assert listed == sorted(listed, key=tiers.index)


def test_one_rule_in_full() -> None:
    """Formula, reason, settings and the docs page."""
    text = run("constraints", "session-fits-in-time").stdout
    for part in ("Formula", "Why", "spare_seconds", "docs/constraints/session_fits_in_time.md"):
        assert part in text
    assert "pins_are_kept" not in text


def _schema(kind: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("schema", kind).stdout)
    return found


def _references(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        return own + [one for part in value.values() for one in _references(part)]
    if isinstance(value, list):
        return [one for part in value for one in _references(part)]
    return []


@pytest.mark.parametrize("kind", ["scenario", "catalog", "plan", "roster"])
def test_schemas_are_complete(kind: str) -> None:
    """Every reference inside a schema leads to a definition."""
    schema = _schema(kind)
    known = {f"#/$defs/{name}" for name in schema["$defs"]}
    assert set() == set(_references(schema)) - known
    assert schema["$schema"].startswith("https://json-schema.org/")


def test_scenario_schema_holds_every_setting() -> None:
    """Settings of each rule and aim, with their meanings, and no others."""
    properties = _schema("scenario")["properties"]
    for block, members in (("constraints", every_rule()), ("objectives", every_aim())):
        assert set(properties[block]["properties"]) == {member.id for member in members}
        assert properties[block]["additionalProperties"] is False
    time = properties["constraints"]["properties"]["session_fits_in_time"]["properties"]
    assert time["spare_seconds"]["description"] == "Seconds of each session that stay free."


def test_scenario_schema_offers_the_catalog() -> None:
    """Kits, items, pains and muscles can be completed in an editor."""
    catalog, definitions = read_catalog(), _schema("scenario")["$defs"]
    place = definitions["Place"]["properties"]
    assert place["kit"]["anyOf"][0]["enum"] == [kit.id for kit in catalog.kits]
    assert place["equipment"]["propertyNames"]["enum"] == [one.id for one in catalog.equipment]
    assert definitions["PainReport"]["properties"]["id"]["enum"] == [p.id for p in catalog.pains]


def test_short_forms_are_allowed() -> None:
    """One day for a list, a bare pain, a number for a count."""
    definitions = _schema("scenario")["$defs"]
    days = definitions["Session"]["properties"]["day"]["anyOf"]
    assert [one["type"] for one in days] == ["string", "array"]
    pains = definitions["Athlete"]["properties"]["pains"]["items"]["anyOf"]
    assert pains[0]["type"] == "string"
    stock = definitions["Place"]["properties"]["equipment"]["additionalProperties"]["anyOf"]
    assert stock[0]["type"] == "integer"


def test_roster_schema_knows_the_columns() -> None:
    """Dotted paths, with any id where a list or a map has ids; every form of a value."""
    definitions = _schema("roster")["$defs"]
    row, group = definitions["Row"], definitions["Group"]
    assert row["required"] == ["id"]
    assert row["additionalProperties"] is group["additionalProperties"] is False
    assert {"id", "group", "athlete.level", "week.sessions", "targets.floors"} <= set(
        row["properties"]
    )
    assert "athlete.id" not in row["properties"]
    assert set(group["properties"]) == set(row["properties"]) - {"id", "group"}
    patterns = row["patternProperties"]
    for column in ("week.sessions.a.minutes", "athlete.pains.shin_pain.score", "week.runs.tue"):
        assert any(re.search(pattern, column) for pattern in patterns), column
    assert not any(re.search(pattern, "week.sessions.a.minuets") for pattern in patterns)
    level = definitions["athlete.level"]["anyOf"]
    assert level[0]["enum"] == ["beginner", "intermediate", "advanced"]
    assert [form.get("const", form.get("type")) for form in level[1:]] == ["-", "null"]
