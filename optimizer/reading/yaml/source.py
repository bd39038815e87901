"""YAML text to plain values, and where in the text each value stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

from ruamel.yaml import YAML

from optimizer.errors import Complaint, InputError, Position
from optimizer.reading.complaint_list import raise_complaints
from optimizer.reading.places import Place, Places, found_later
from optimizer.reading.wording import Path, kind_of
from optimizer.reading.yaml.builder import Builder, BuildStoppedError
from optimizer.reading.yaml.faults import directive, parse_fault, unreadable_character

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
    return _built(Builder(file), text, root, pure=pure)


def load_with_places(text: str, file: str, most_values: int) -> tuple[dict[str, Any], Places]:
    """As ``load_yaml``, with the place of every value; for files of very many values.

    Raises
    ------
    InputError
        With every problem that could be found, in file order.
    """
    places: dict[Path, Place] = {}
    document = _built(Builder(file, places, most_values), text, "map", pure=False)
    return document, Places(file, places)


def _built(builder: Builder, text: str, root: Root, *, pure: bool) -> Any:
    _build(builder, text, pure=pure)
    raise_complaints(builder.problems)
    if builder.root is None:
        raise InputError(_empty(builder.file))
    if not isinstance(builder.root, dict if root == "map" else list):
        raise InputError(_wrong_root(builder, root))
    return builder.root


class Positions(Places):
    """The place of every value of a text; empty where the text cannot be read."""

    def __init__(self, text: str, file: str) -> None:
        places: dict[Path, Place] = {}
        _build(Builder(file, places), text, pure=False)
        super().__init__(file, places)


def lazy_positions(text: str, file: str) -> Callable[[Path], Position]:
    """A function that finds positions and reads the text again only when first called."""
    return found_later(lambda: Positions(text, file))


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
