"""A roster from YAML: a base, groups, places, and the athletes, here or in a table beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path as FilePath
from typing import Any

from optimizer.errors import Complaint, InputError, Position
from optimizer.reading.close_matches import did_you_mean
from optimizer.reading.complaint_list import raise_complaints
from optimizer.reading.format_version import check_format
from optimizer.reading.roster.files import RosterFiles, completed
from optimizer.reading.roster.rows import Base, MapRow, RawRoster, Row
from optimizer.reading.roster.table import Table
from optimizer.reading.text_file import decode_text
from optimizer.reading.wording import KEY, Path, described, shown
from optimizer.reading.yaml.source import load_with_places

KEYS = ("format", "base", "places", "groups", "athletes")
MOST_VALUES = 5_000_000
ReadTable = Callable[[FilePath], Table]
_WHY_UNKNOWN = "a key that nobody reads would change nothing, and nobody would notice"


def read_yaml_roster(
    path: FilePath, files: RosterFiles, read_table: ReadTable, given: Base | None = None
) -> RawRoster:
    """Read a YAML roster of up to 64 MB.

    Parameters
    ----------
    path
        The file.
    files
        Reads it, and the files that it names.
    read_table
        Reads the athletes of a table that the roster names.
    given
        The base for a roster that names none.

    Raises
    ------
    InputError
        With every problem of the file that concerns more than one athlete.
    """
    text = decode_text(files.bytes_of(path), str(path))
    document, places = load_with_places(text, str(path), MOST_VALUES)
    reader = _Reader(path, document, places.of)
    reader.check()
    base = reader.base(files, given)
    athletes = document["athletes"]
    if not isinstance(athletes, str):
        rows = tuple(MapRow(row, ("athletes", n), places.of) for n, row in enumerate(athletes))
        return RawRoster(base, (), reader.groups(), rows)
    table = read_table(path.parent / athletes)
    groups = reader.groups()
    twice = [name for name in table.groups if name in groups]
    raise_complaints(_twice(name, table.groups[name], groups[name]) for name in twice)
    every = {**groups, **table.groups}
    return RawRoster(base, table.shared, every, table.athletes, table.header)


def _twice(name: str, row: Row, first: Row) -> Complaint:
    message = f"the group {shown(name)} stands at {first.position} already"
    hint = "make one of the two"
    return Complaint("duplicate-id", message, hint=hint, position=row.at("id"))


class _Reader:
    """The parts of the document, checked for their kind."""

    def __init__(
        self, path: FilePath, document: dict[str, Any], find: Callable[[Path], Position]
    ) -> None:
        self._path = path
        self._document = document
        self._find = find

    def check(self) -> None:
        """Refuse a document whose outermost parts are wrong."""
        check_format(self._document, self._find)
        raise_complaints(self._faults())

    def _faults(self) -> Iterator[Complaint]:
        for key in self._document:
            if key not in KEYS:
                hint = did_you_mean(key, KEYS, f"the keys here are {', '.join(KEYS)}")
                message = f"the roster has no key {shown(key)}"
                at = self._find((key, KEY))
                yield Complaint("unknown-key", message, _WHY_UNKNOWN, hint, at)
        if "athletes" not in self._document:
            hint = "add `athletes:` with a list of rows, or the name of a table"
            message = 'the roster lacks the key "athletes"'
            yield Complaint("missing-key", message, hint=hint, position=self._find(()))
        yield from self._kinds()

    def _kinds(self) -> Iterator[Complaint]:
        forms: dict[str, tuple[tuple[type, ...], str]] = {
            "base": ((dict, str), "a scenario, or the name of its file"),
            "places": ((dict,), "a map of places"),
            "groups": ((dict,), "a map of groups"),
            "athletes": ((list, str), "a list of rows, or the name of a table"),
        }
        for key, (kinds, words) in forms.items():
            if key in self._document and not isinstance(self._document[key], kinds):
                yield self._wrong((key,), key, words)
        groups = self._document.get("groups")
        for name, group in groups.items() if isinstance(groups, dict) else ():
            if not isinstance(group, dict):
                yield self._wrong(("groups", name), f"groups.{name}", "a map of columns")
        if self._document.get("athletes") == []:
            hint = "add a row such as `- {id: ana-01}`"
            at = self._find(("athletes",))
            yield Complaint("empty-file", "the roster holds no athlete", hint=hint, position=at)

    def _wrong(self, path: Path, name: str, words: str) -> Complaint:
        value: Any = self._document
        for part in path:
            value = value[part]
        message = f"{name} is {described(value)}"
        return Complaint("wrong-type", message, hint=f"write {words}", position=self._find(path))

    def base(self, files: RosterFiles, given: Base | None) -> Base:
        """The base: in the roster, in a file beside it, or the given one.

        Raises
        ------
        InputError
            Where there are two bases, or the file of one cannot be used.
        """
        own = self._document.get("base")
        if own is not None and given is not None:
            hint = "leave out the option, or the key"
            message = "the roster names its base, and another one is given"
            at = self._find(("base", KEY))
            raise InputError(Complaint("contradiction", message, hint=hint, position=at))
        if isinstance(own, str):
            base = files.base(self._path.parent / own)
        elif given is not None:
            base = given
        else:
            base = Base(completed(own or {}), lambda path: self._find(("base", *path)))
        return self._with_places(base)

    def _with_places(self, base: Base) -> Base:
        """The base with the places that the roster itself describes."""
        own = self._document.get("places") or {}
        places = base.document["places"]
        if not own or not isinstance(places, dict):
            return base

        def position_of(path: Path) -> Position | None:
            is_own = len(path) > 1 and path[0] == "places" and path[1] in own
            return self._find(path) if is_own else base.position_of(path)

        return Base({**base.document, "places": {**places, **own}}, position_of)

    def groups(self) -> dict[str, Row]:
        """The groups by their names."""
        given = self._document.get("groups") or {}
        return {name: MapRow(row, ("groups", name), self._find) for name, row in given.items()}

    def athletes(self, given: list[Any]) -> Iterator[Row]:
        """The rows; what is no map becomes a row that says so."""
        for number, row in enumerate(given):
            path: Path = ("athletes", number)
            yield MapRow(row if isinstance(row, dict) else {"": row}, path, self._find)
