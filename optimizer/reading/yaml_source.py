"""YAML text to plain values, and where in the text each value stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from ruamel.yaml import YAML

from optimizer.errors import Complaint, InputError, Position
from optimizer.reading.complaint_list import raise_complaints
from optimizer.reading.wording import KEY, Path, kind_of
from optimizer.reading.yaml_builder import Builder, BuildStoppedError, Place
from optimizer.reading.yaml_faults import directive, parse_fault, unreadable_character

Root = Literal["map", "list"]


class ParserFaultError(Exception):
    """Whatever the parser raised, so that nothing else is caught by mistake."""


def load_yaml(text: str, file: str, *, root: Root = "map", pure: bool = False) -> Any:
    """The values of a YAML document: dicts, lists, text, numbers, booleans and None.

    YAML 1.2 without anchors, aliases, tags, directives and keys that are not text.

    Parameters
    ----------
    text
        The text; limit its size before (see ``read_text``).
    file
        Name of the file, for positions.
    root
        What the document must be.
    pure
        Whether to leave out the parser in C, which is the same but fast.

    Raises
    ------
    InputError
        With every problem that could be found, in file order.
    """
    builder = Builder(file)
    _build(builder, text, pure=pure)
    raise_complaints(builder.problems)
    if builder.root is None:
        raise InputError(_empty(file))
    if not isinstance(builder.root, dict if root == "map" else list):
        raise InputError(_wrong_root(builder, root))
    return builder.root


class Positions:
    """The place of every value of a text; empty where the text cannot be read."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._places: dict[Path, Place] = {}
        _build(Builder(file, self._places), text, pure=False)

    def of(self, path: Path) -> Position:
        """Position of a value; of the key itself where the path ends in ``KEY``.

        Where the path leads nowhere, as for a missing key, the nearest parent is pointed at.
        """
        wants_key = bool(path) and path[-1] == KEY
        path = path[:-1] if wants_key else path
        place = self._places.get(path)
        if place is not None:
            at_key = wants_key or place.is_collection
            return place.key if at_key and place.key else place.value
        while path and path not in self._places:
            path = path[:-1]
        parent = self._places.get(path)
        if parent is None:
            return Position(self._file)
        return parent.key if parent.is_collection and parent.key else parent.value


def locate(text: str, file: str, path: Path) -> Position:
    """Position of the value at a path of keys and list indices (see ``Positions.of``)."""
    return Positions(text, file).of(path)


def _build(builder: Builder, text: str, *, pure: bool) -> None:
    """Feed the text to a builder; parse errors join the builder's problems."""
    text = text.removeprefix("\ufeff")
    refused = unreadable_character(text, builder.file) or directive(text, builder.file)
    if refused is not None:
        builder.problems.append(refused)
        return
    try:
        for event in _events(text, pure=pure):
            builder.take(event)
    except BuildStoppedError:
        return
    except ParserFaultError as error:
        cause = error.__cause__
        fault = parse_fault(cause if isinstance(cause, Exception) else error, text, builder.file)
        builder.problems.append(fault)


def _events(text: str, *, pure: bool) -> Iterator[Any]:
    """Events of the parser; everything that it raises becomes one kind of error."""
    events = iter(YAML(typ="safe", pure=pure).parse(text))
    while True:
        try:
            event = next(events)
        except StopIteration:
            return
        except Exception as error:
            # The pure parser raises IndexError, ValueError and others on damaged text.
            raise ParserFaultError from error
        yield event


def _empty(file: str) -> Complaint:
    return Complaint(
        "empty-file",
        "the file holds nothing but comments and blank space",
        hint="write a file to start from with `triplane init`",
        position=Position(file),
    )


def _wrong_root(builder: Builder, root: Root) -> Complaint:
    forms = {"map": "lines such as `format: 1`", "list": "lines that start with `- `"}
    return Complaint(
        "wrong-type",
        f"the file holds {kind_of(builder.root)} where a {root} should stand",
        hint=f"write {forms[root]}",
        position=builder.root_position,
    )
