"""What may stand at a path of a scenario: taken from the JSON Schemas of its models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Literal

from optimizer.domain.scenario import Scenario
from optimizer.reading.rule_blocks import RuleSettings

Schema = Mapping[str, Any]
Kind = Literal["whole", "number", "truth", "clock", "date", "text", "list", "record", "map"]

_SIMPLE: dict[str, Kind] = {"integer": "whole", "number": "number", "boolean": "truth"}
_CLOCK_PATTERN = r"^([01]\d|2[0-3]):[0-5]\d$"


class Shape:
    """The shape of the values at one path.

    Parameters
    ----------
    schema
        JSON Schema of the values.
    definitions
        The schemas that it refers to.
    """

    def __init__(self, schema: Schema, definitions: Schema) -> None:
        self._definitions = definitions
        self.given = schema
        self._schema = self._resolved(schema)

    @cached_property
    def kind(self) -> Kind:
        """What sort of value it is."""
        schema = self._schema
        kind = schema.get("type")
        if kind in _SIMPLE:
            return _SIMPLE[kind]
        if kind == "array":
            return "list"
        if kind == "object":
            return "record" if "properties" in schema else "map"
        if schema.get("format") == "date":
            return "date"
        return "clock" if schema.get("pattern") == _CLOCK_PATTERN else "text"

    @cached_property
    def choices(self) -> tuple[str, ...]:
        """The words that are allowed; nothing where any are."""
        return tuple(str(word) for word in self._schema.get("enum", ()))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of a record, or of a map whose keys are fixed; nothing where any may stand."""
        fixed = self._schema.get("propertyNames", {}).get("enum")
        return tuple(fixed or self._schema.get("properties", ()))

    @property
    def needed(self) -> tuple[str, ...]:
        """The keys that a record must have."""
        return tuple(self._schema.get("required", ()))

    def below(self, key: str) -> Shape | None:
        """The shape under a key of a record or a map; None where there is no such key."""
        schema = self._schema
        if self.keys and key not in self.keys:
            return None
        found = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
        if not isinstance(found, Mapping):
            found = next(iter(schema.get("patternProperties", {}).values()), None)
        return None if found is None else Shape(found, self._definitions)

    @property
    def item(self) -> Shape:
        """The shape of the items of a list."""
        fixed = self._schema.get("prefixItems")
        return Shape(fixed[0] if fixed else self._schema.get("items", {}), self._definitions)

    def _resolved(self, schema: Schema) -> Schema:
        if "$ref" in schema:
            return self._resolved(self._definitions[schema["$ref"].rsplit("/", 1)[-1]])
        for joined in ("anyOf", "allOf"):
            real = [one for one in schema.get(joined, ()) if one.get("type") != "null"]
            if real:
                return min(map(self._resolved, real), key=_plainness)
        return schema


def _plainness(schema: Schema) -> int:
    """Records before lists before the short forms that stand for them."""
    return {"object": 0, "array": 1}.get(schema.get("type", ""), 2)


def scenario_shape(rule_settings: RuleSettings) -> Shape:
    """The shape of a scenario, with the settings of the given rules and aims."""
    schema = dict(Scenario.model_json_schema())
    properties = dict(schema["properties"])
    for block, known in zip(("constraints", "objectives"), rule_settings, strict=True):
        members = {member: settings.model_json_schema() for member, settings in known.items()}
        properties[block] = {"type": "object", "properties": members}
    return Shape({**schema, "properties": properties}, schema["$defs"])


def paths_below(
    shape: Shape, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Shape]]:
    """Every path below a shape, and what may stand there; ``*`` is an id or a free key."""
    if path:
        yield path, shape
    if shape.kind == "record":
        for key in shape.keys:
            below = shape.below(key)
            if below is not None:
                yield from paths_below(below, (*path, key))
    elif shape.kind == "list" and shape.item.kind == "record":
        yield from paths_below(shape.item, (*path, "*"))
    elif shape.kind == "map":
        below = shape.below(shape.keys[0] if shape.keys else "any")
        if below is not None:
            yield from paths_below(below, (*path, "*"))
