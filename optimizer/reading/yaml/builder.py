"""Values and positions from a stream of YAML events, built without recursion.

The events of the parser are turned into plain values here rather than by the library's own
constructor: nothing is resolved that the format does not know, nothing nests deeper than a
limit, and all duplicate keys of a file are found, not only the first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from optimizer.errors import Complaint, Position
from optimizer.reading.complaint_list import MAXIMUM_COMPLAINTS
from optimizer.reading.places import Place
from optimizer.reading.wording import Path, shorten, shown
from optimizer.reading.yaml.scalars import NumberOutOfRangeError, plain_value

DEEPEST = 32
MOST_VALUES = 200_000


class BuildStoppedError(Exception):
    """Reading on makes no sense; what is wrong is already among the problems."""


@dataclass(slots=True)
class _Frame:
    """A map or a list that is still open."""

    container: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None
    key_marks: dict[str, Any] = field(default_factory=dict)


class Builder:
    """Builds one document from events.

    Parameters
    ----------
    file
        Name of the file, for positions.
    places
        Filled with the place of every value, if given.
    most_values
        Values that the document may hold.
    """

    def __init__(
        self,
        file: str,
        places: dict[Path, Place] | None = None,
        most_values: int = MOST_VALUES,
    ) -> None:
        self.file = file
        self._most_values = most_values
        self.places = places
        self.root: Any = None
        self.root_position = Position(file)
        self.problems: list[Complaint] = []
        self._stack: list[_Frame] = []
        self._documents = 0
        self._values = 0
        self._handlers: dict[type, Any] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._collection,
            SequenceStartEvent: self._collection,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            DocumentStartEvent: self._document,
            AliasEvent: self._alias,
        }

    def take(self, event: Any) -> None:
        """Add one event of the parser.

        Raises
        ------
        BuildStoppedError
            When the document is of a kind that cannot be read on.
        """
        handler = self._handlers.get(type(event))
        if handler is not None:
            handler(event)

    def _position(self, mark: Any) -> Position:
        return Position(self.file, mark.line + 1, mark.column + 1)

    def _complain(self, code: str, message: str, mark: Any, why: str = "", hint: str = "") -> None:
        position = self._position(mark)
        self.problems.append(Complaint(code, message, why=why, hint=hint, position=position))
        if len(self.problems) > MAXIMUM_COMPLAINTS:
            raise BuildStoppedError

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            hint = "keep one document a file, and delete the line `---`"
            self._complain("not-yaml", "a second document starts here", event.start_mark, hint=hint)
            raise BuildStoppedError

    def _alias(self, event: Any) -> None:
        self._refuse_alias(f"*{event.anchor}", event.start_mark)
        self._place(None, event, is_collection=False)

    def _refuse_alias(self, name: str, mark: Any) -> None:
        why = "a value written once and used in many places is easily changed by mistake"
        hint = "write the value out; text that starts with & or * needs quotation marks"
        self._complain("alias-used", f"{shown(name)} is an anchor or alias", mark, why, hint)

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse_alias(f"&{event.anchor}", event.start_mark)
        if event.tag is not None:
            why = "tags build objects, and a file of values needs none"
            hint = "delete the tag; text that starts with ! needs quotation marks"
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            message = f"{shown(tag)} is a tag"
            self._complain("tag-used", message, event.start_mark, why, hint)

    def _scalar(self, event: Any) -> None:
        value: Any = event.value
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        elif event.implicit[0]:
            try:
                value = plain_value(value)
            except NumberOutOfRangeError as error:
                hint = "write a number that makes sense here"
                message = f"{shorten(value)} {error}"
                self._complain("value-out-of-range", message, event.start_mark, hint=hint)
        self._place(value, event, is_collection=False)

    def _collection(self, event: Any) -> None:
        self._refuse_extras(event)
        if len(self._stack) >= DEEPEST:
            message = f"lists and maps nest deeper than {DEEPEST} levels here"
            hint = "a bracket or an indentation is probably wrong"
            self._complain("too-deep", message, event.start_mark, hint=hint)
            raise BuildStoppedError
        container: Any = {} if type(event) is MappingStartEvent else []
        path = self._place(container, event, is_collection=True)
        self._stack.append(_Frame(container, path))

    def _close(self, _event: Any) -> None:
        self._stack.pop()

    def _place(self, value: Any, event: Any, *, is_collection: bool) -> Path:
        """Put a value where it belongs and return its path (empty unless places are kept)."""
        self._values += 1
        if self._values > self._most_values:
            message = f"the file holds more than {self._most_values:,} values"
            hint = "check that this is the file you meant"
            self._complain("file-too-large", message, event.start_mark, hint=hint)
            raise BuildStoppedError
        if not self._stack:
            self.root = value
            self.root_position = self._position(event.start_mark)
            return self._remember((), event, None, is_collection)
        frame = self._stack[-1]
        container = frame.container
        if isinstance(container, list):
            container.append(value)
            path: Path = (*frame.path, len(container) - 1)
            return self._remember(path, event, None, is_collection)
        if frame.key is None:
            frame.key = self._key(value, event, frame)
            return ()
        key, frame.key = frame.key, None
        container.setdefault(key, value)
        return self._remember((*frame.path, key), event, frame.key_marks[key], is_collection)

    def _key(self, value: Any, event: Any, frame: _Frame) -> str:
        mark = event.start_mark
        if isinstance(value, dict | list):
            message = "a map or a list stands where a key should"
            hint = "write `key: value`; text that starts with a bracket needs quotation marks"
            self._complain("wrong-type", message, mark, hint=hint)
            raise BuildStoppedError
        key = value if isinstance(value, str) else str(getattr(event, "value", ""))
        if not isinstance(value, str):
            message = f"the key {shorten(key)} is not text"
            hint = f'write it in quotation marks: "{shown(key)[1:-1]}"'
            self._complain("wrong-type", message, mark, hint=hint)
        if key in frame.key_marks:
            first = frame.key_marks[key]
            message = (
                f"the key {shown(key)} already stands at line {first.line + 1}, "
                f"column {first.column + 1}"
            )
            why = "only one of the two values could be used"
            self._complain("duplicate-key", message, mark, why, "keep one of the two")
        else:
            frame.key_marks[key] = mark
        return key

    def _remember(self, path: Path, event: Any, key_mark: Any, is_collection: bool) -> Path:
        if self.places is None:
            return ()
        key = None if key_mark is None else self._position(key_mark)
        place = Place(self._position(event.start_mark), key, is_collection)
        self.places.setdefault(path, place)
        return path
