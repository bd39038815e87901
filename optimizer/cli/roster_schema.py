"""The JSON Schema of a YAML roster, made from that of a scenario."""

from __future__ import annotations

import re
from typing import Any

from optimizer.reading.roster.shapes import Shape, paths_below

Schema = dict[str, Any]
_ANY_KEY = "[^.]+"
_CLEARS: Schema = {"const": "-", "description": "Takes the value away."}
_INHERITS: Schema = {"type": "null"}
_LIST_IN_TEXT: Schema = {"type": "string", "description": "Items with semicolons between them."}


def roster_schema(scenario: Schema) -> Schema:
    """The schema of a roster whose base is a scenario of the given schema."""
    definitions = scenario["$defs"]
    base = {key: value for key, value in scenario.items() if key not in ("$defs", "required")}
    values = _values(Shape(base, definitions))
    group = _overrides(values)
    row = {**group, "properties": {**_own_columns(), **group["properties"]}, "required": ["id"]}
    properties = {
        "format": {"const": 1},
        "base": {"anyOf": [_text("File of a scenario, from the roster's folder."), base]},
        "places": {**base["properties"]["places"], "description": "Places that all share."},
        "groups": {"type": "object", "additionalProperties": {"$ref": "#/$defs/Group"}},
        "athletes": {
            "anyOf": [
                _text("Table of athletes (.csv or .xlsx), from the roster's folder."),
                {"type": "array", "items": {"$ref": "#/$defs/Row"}, "minItems": 1},
            ]
        },
    }
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": ["format", "athletes"],
        "$defs": {**definitions, **values, "Group": group, "Row": row},
    }


def _text(description: str) -> Schema:
    return {"type": "string", "description": description}


def _own_columns() -> Schema:
    texts: Schema = {"anyOf": [{"type": "string"}, {"type": "integer"}]}
    many: Schema = {"type": "array", "items": {"type": "string"}}
    return {
        "id": {**texts, "description": "Unique in the roster; names the athlete's files."},
        "group": {"anyOf": [*texts["anyOf"], many, _INHERITS]},
    }


def _values(root: Shape) -> Schema:
    """What a cell may hold, by its dotted path; ``*`` stands for an id or a free key."""
    paths = ((path, shape) for path, shape in paths_below(root) if path != ("athlete", "id"))
    return {".".join(path): _value(shape) for path, shape in paths}


def _overrides(values: Schema) -> Schema:
    """Columns with these values; those with ids of lists and free keys as patterns."""
    fixed: Schema = {}
    patterns: Schema = {}
    for path in values:
        value = {"$ref": f"#/$defs/{path}"}
        if "*" not in path:
            fixed[path] = value
        else:
            parts = (_ANY_KEY if part == "*" else re.escape(part) for part in path.split("."))
            patterns[f"^{'[.]'.join(parts)}$"] = value
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": fixed,
        "patternProperties": patterns,
    }


def _value(shape: Shape) -> Schema:
    """What may stand at a path: what a scenario has there, a dash, or nothing."""
    given = {key: value for key, value in shape.given.items() if key != "default"}
    if shape.kind == "record":  # only what differs from the base needs to be written
        given = {"type": "object"}
    written = given["anyOf"] if set(given) == {"anyOf"} else [given]
    forms = [form for form in written if form != _INHERITS]
    if shape.kind in ("list", "map", "record", "clock", "date"):
        forms.append(_LIST_IN_TEXT if shape.kind in ("list", "map") else {"type": "string"})
    return {"anyOf": [*forms, _CLEARS, _INHERITS]}
