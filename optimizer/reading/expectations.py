"""What a format asks for at a place, in plain words; taken from the model's JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from optimizer.reading.wording import KEY, Path

Schema = Mapping[str, Any]

_PATTERNS = {
    r"^[a-z][a-z0-9_]*$": "an id of lower-case letters, digits and underscores",
    r"^[A-Za-z0-9][A-Za-z0-9_.-]*$": "an id of letters, digits, dots, hyphens and underscores",
    r"^([01]\d|2[0-3]):[0-5]\d$": 'a time of day in quotation marks, such as "18:00"',
}
_SHORT_FORMS = {"PainReport": ", or just its id", "Stock": ", or just its count"}
_MOST_KEYS_NAMED = 16


@cache
def _schema(model: type[BaseModel]) -> Schema:
    return model.model_json_schema()


class Expectations:
    """What one model asks for, place by place.

    Parameters
    ----------
    model
        The model that the data was validated against.
    """

    def __init__(self, model: type[BaseModel]) -> None:
        self._root = _schema(model)

    def keys(self, path: Path) -> tuple[str, ...]:
        """The keys that may stand in the map at a path; nothing where any may."""
        schema = self._at(path)
        names = schema.get("propertyNames", {})
        if "enum" in names:
            return tuple(names["enum"])
        return tuple(schema.get("properties", ()))

    def words(self, path: Path) -> str:
        """What should stand at a path: ``a whole number from 1 to 240``."""
        return self._words(self._at(path))

    def needs(self, path: Path) -> bool:
        """Whether a value must stand at a path: a required key, or an item of a list."""
        if not path or isinstance(path[-1], int):
            return True
        return path[-1] in self._at(path[:-1]).get("required", ())

    def choices(self, path: Path) -> tuple[str, ...]:
        """The words allowed at a path; nothing where it is no choice."""
        return tuple(str(word) for word in self._at(path).get("enum", ()))

    def _at(self, path: Path) -> Schema:
        schema = self._resolved(self._root)
        for part in path:
            schema = self._resolved(_below(schema, part))
        return schema

    def _resolved(self, schema: Schema) -> Schema:
        if "$ref" in schema:
            return self._resolved(self._root["$defs"][schema["$ref"].rsplit("/", 1)[-1]])
        for joined in ("anyOf", "allOf"):
            real = [one for one in schema.get(joined, ()) if one.get("type") != "null"]
            if real:
                return self._resolved(real[0])
        return schema

    def _words(self, schema: Schema) -> str:
        if "const" in schema:
            return str(schema["const"]).lower()
        if "enum" in schema:
            return f"one of {', '.join(map(str, schema['enum']))}"
        kind = schema.get("type")
        if kind in ("integer", "number"):
            noun = "a whole number" if kind == "integer" else "a number"
            return noun + _range(schema)
        if kind == "array":
            return self._list_words(schema)
        if kind == "object":
            return _map_words(schema)
        return "true or false" if kind == "boolean" else _text_words(schema)

    def _list_words(self, schema: Schema) -> str:
        if "prefixItems" in schema:
            count = len(schema["prefixItems"])
            return (
                f"a list of {count}, each {self._words(self._resolved(schema['prefixItems'][0]))}"
            )
        least, most = schema.get("minItems"), schema.get("maxItems")
        count_words = f" of {least} to {most}" if least and most else ""
        count_words = " that is not empty" if least and not most else count_words
        items = self._words(self._resolved(schema.get("items", {})))
        return f"a list{count_words}, each item {items}"


def _below(schema: Schema, part: str | int) -> Schema:
    if part == KEY:
        patterns = schema.get("patternProperties")
        names = {"type": "string", "pattern": next(iter(patterns))} if patterns else {}
        return {**names, **schema.get("propertyNames", {})}
    if isinstance(part, int):
        fixed = schema.get("prefixItems", ())
        items = fixed[part] if part < len(fixed) else schema.get("items", {})
        return items if isinstance(items, Mapping) else {}
    found = schema.get("properties", {}).get(part, schema.get("additionalProperties"))
    if isinstance(found, Mapping):
        return found
    return next(iter(schema.get("patternProperties", {}).values()), {})


def _range(schema: Schema) -> str:
    least, above = schema.get("minimum"), schema.get("exclusiveMinimum")
    most = schema.get("maximum")
    step = f", in steps of {schema['multipleOf']:g}" if "multipleOf" in schema else ""
    if schema.get("type") == "integer" and above is not None:
        least, above = above + 1, None
    if above is not None:
        return f" above {above:g}" + (f", at most {most:g}" if most is not None else "") + step
    if least is not None:
        return (f" from {least:g} to {most:g}" if most is not None else f" from {least:g}") + step
    return (f" of at most {most:g}" if most is not None else "") + step


def _map_words(schema: Schema) -> str:
    names = tuple(schema.get("properties", ()))
    if not names or len(names) > _MOST_KEYS_NAMED:
        return "a map of `key: value` lines"
    noun = "key" if len(names) == 1 else "keys"
    return (
        f"a map with the {noun} {', '.join(names)}{_SHORT_FORMS.get(schema.get('title', ''), '')}"
    )


def _text_words(schema: Schema) -> str:
    if schema.get("format") == "date":
        return "a date such as 2026-03-02"
    least, most = schema.get("minLength"), schema.get("maxLength")
    pattern = schema.get("pattern")
    if pattern is not None:
        words = _PATTERNS.get(pattern, f"text of the form {re.sub(r'[$^]', '', pattern)}")
        return words + (f", at most {most} characters" if most else "")
    if least is not None and most is not None:
        return f"text of {least} to {most} characters"
    return "text"
