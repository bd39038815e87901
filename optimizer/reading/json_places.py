"""Where each value of a JSON text stands; asked only when something is wrong with one."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from optimizer.errors import Position
from optimizer.reading.places import Place, Places
from optimizer.reading.wording import Path

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[][{}:,]|[^][{}:,\s"]+', re.DOTALL)


class JsonPlaces(Places):
    """The place of every value of a JSON text that a parser has accepted.

    Parameters
    ----------
    text
        The text. Where it is no JSON, the places up to the fault are known.
    file
        Name of the file, for positions.
    """

    def __init__(self, text: str, file: str) -> None:
        self._walk = _Walk(text, file)
        self._walk.run()
        super().__init__(file, self._walk.places)

    def of_token(self, token: str) -> Position:
        """Position of the first number or word that is written like this."""
        return self._walk.first_of.get(token, Position(self._file))

    @property
    def of_repeated_key(self) -> Position:
        """Position of the key that stands twice in the first such object to end."""
        return self._walk.repeated or Position(self._file)


@dataclass(slots=True)
class _Frame:
    """An object or a list that is still open, and the key or index that comes next."""

    path: Path
    is_object: bool
    keys: set[str] = field(default_factory=set)
    key: str | None = None
    key_position: Position | None = None
    index: int = 0
    repeated: Position | None = None


class _Walk:
    """One pass over the tokens, without recursion."""

    def __init__(self, text: str, file: str) -> None:
        self.places: dict[Path, Place] = {}
        self.first_of: dict[str, Position] = {}
        self.repeated: Position | None = None
        self._text = text.removeprefix("\ufeff")
        self._file = file
        self._starts = [0, *(found.end() for found in re.finditer("\n", self._text))]
        self._stack: list[_Frame] = []

    def run(self) -> None:
        """Visit every token."""
        for token, position in self._tokens():
            if token in "}]":
                self._close()
            elif token == ",":
                self._next()
            elif token != ":":
                self._value(token, position)

    def _tokens(self) -> Iterator[tuple[str, Position]]:
        for found in _TOKEN.finditer(self._text):
            line = bisect_right(self._starts, found.start())
            column = found.start() - self._starts[line - 1] + 1
            yield found.group(), Position(self._file, line, column)

    def _close(self) -> None:
        if self._stack:
            closed = self._stack.pop()
            self.repeated = self.repeated or closed.repeated

    def _next(self) -> None:
        if self._stack:
            frame = self._stack[-1]
            frame.key, frame.key_position = None, None
            frame.index += 1

    def _value(self, token: str, position: Position) -> None:
        frame = self._stack[-1] if self._stack else None
        if frame is not None and frame.is_object and frame.key is None:
            self._take_key(frame, token, position)
            return
        opens = token in "{["
        path: Path = ()
        if frame is not None:
            path = (*frame.path, frame.index if frame.key is None else frame.key)
        key = frame.key_position if frame is not None else None
        self.places.setdefault(path, Place(position, key, is_collection=opens))
        if opens:
            self._stack.append(_Frame(path, is_object=token == "{"))
        elif not token.startswith('"'):
            self.first_of.setdefault(token, position)

    def _take_key(self, frame: _Frame, token: str, position: Position) -> None:
        key = _unquoted(token)
        if key in frame.keys:
            frame.repeated = frame.repeated or position
        frame.keys.add(key)
        frame.key, frame.key_position = key, position


def _unquoted(token: str) -> str:
    try:
        return str(json.loads(token, strict=False))
    except ValueError:
        return token
