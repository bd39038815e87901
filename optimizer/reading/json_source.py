"""JSON text to plain values, refusing what JSON leaves open."""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn

from optimizer.errors import Complaint, InputError, Position
from optimizer.reading.json_places import JsonPlaces
from optimizer.reading.wording import kind_of, shorten, shown
from optimizer.reading.yaml.builder import DEEPEST
from optimizer.reading.yaml.scalars import LONGEST_NUMBER


def load_json(text: str, file: str) -> dict[str, Any]:
    """The object of a JSON document.

    Raises
    ------
    InputError
        ``not-json``, ``too-deep``, ``duplicate-key``, ``value-out-of-range`` or ``wrong-type``.
    """
    reader = _Reader(text, file)
    try:
        document = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=reader.pairs,
            parse_constant=reader.number,
            parse_float=reader.float,
            parse_int=reader.int,
        )
    except json.JSONDecodeError as error:
        raise InputError(_not_json(error, file)) from error
    except RecursionError as error:
        raise InputError(_too_deep(file)) from error
    if _is_deep(document):
        raise InputError(_too_deep(file))
    if not isinstance(document, dict):
        message = f"the file holds {kind_of(document)} where an object should stand"
        hint = "write { … } around the document"
        raise InputError(Complaint("wrong-type", message, hint=hint, position=Position(file)))
    return document


class _Reader:
    """Hooks of the JSON parser that refuse what would be lost or could not be used."""

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file

    @property
    def _places(self) -> JsonPlaces:
        return JsonPlaces(self._text, self._file)

    def pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """An object; one key twice is an error."""
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        seen: set[str] = set()
        twice = dict.fromkeys(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        message = f"the key {', '.join(shown(key) for key in list(twice)[:5])} stands twice"
        why = "only one of the two values could be used"
        complaint = Complaint("duplicate-key", message, why, "keep one of the two")
        raise InputError(complaint.at(self._places.of_repeated_key))

    def number(self, text: str) -> NoReturn:
        """Refuse a number that cannot be used."""
        message = f"{shorten(text)} is not a number that can be used"
        hint = "write a number that makes sense there"
        position = self._places.of_token(text)
        raise InputError(Complaint("value-out-of-range", message, hint=hint, position=position))

    def int(self, text: str) -> int:
        """A whole number."""
        return int(text) if len(text) <= LONGEST_NUMBER else self.number(text)

    def float(self, text: str) -> float:
        """A finite number."""
        number = float(text)
        return number if math.isfinite(number) else self.number(text)


def _is_deep(document: object) -> bool:
    """Whether lists and objects nest deeper than the limit; found without recursion."""
    level: list[object] = [document]
    for _ in range(DEEPEST):
        inner: list[object] = []
        for value in level:
            if isinstance(value, dict):
                inner.extend(value.values())
            elif isinstance(value, list):
                inner.extend(value)
        level = inner
    return any(isinstance(value, dict | list) for value in level)


def _too_deep(file: str) -> Complaint:
    message = "the document nests deeper than any real one"
    hint = "check that this is the file you meant"
    return Complaint("too-deep", message, hint=hint, position=Position(file))


def _not_json(error: json.JSONDecodeError, file: str) -> Complaint:
    lines = error.doc.splitlines()
    line = lines[error.lineno - 1] if error.lineno <= len(lines) else ""
    start = max(0, error.colno - 30)
    part = line[start : start + 48]
    message = f"cannot understand `{shorten(part)}`" if part.strip() else "the text ends too early"
    return Complaint(
        "not-json",
        message,
        hint="check the quotation marks, commas and brackets here; comments are not JSON",
        position=Position(file, error.lineno, error.colno),
    )
