"""The catalog's folder of YAML files as a catalog."""

from __future__ import annotations

import hashlib
from pathlib import Path as FilePath
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field

from optimizer.domain.catalog import (
    Catalog,
    EquipmentItem,
    Flag,
    Kit,
    MobilityArea,
    MovementPattern,
    Muscle,
    Pain,
    PatternGroup,
    Source,
)
from optimizer.domain.exercise import Exercise, Record
from optimizer.errors import Complaint, InputError, Position
from optimizer.reading.complaint_list import raise_complaints
from optimizer.reading.complaints import validated
from optimizer.reading.text_file import BYTES_OF_A_MEGABYTE, decode_text, read_bytes
from optimizer.reading.yaml.source import lazy_positions, load_yaml

CATALOG_FILE_BYTES_MAX = BYTES_OF_A_MEGABYTE
_PACKAGE = FilePath(__file__).resolve().parents[2]


class _Vocabulary(Record):
    """Base of the files that hold the catalog's words."""

    format: Literal[1]


class _Muscles(_Vocabulary):
    muscles: Annotated[tuple[Muscle, ...], Field(min_length=1)]
    mobility_areas: tuple[MobilityArea, ...] = ()


class _Equipment(_Vocabulary):
    items: tuple[EquipmentItem, ...]
    kits: tuple[Kit, ...] = ()


class _Patterns(_Vocabulary):
    patterns: Annotated[tuple[MovementPattern, ...], Field(min_length=1)]
    groups: tuple[PatternGroup, ...] = ()


class _Pains(_Vocabulary):
    pains: tuple[Pain, ...]


class _Flags(_Vocabulary):
    flags: tuple[Flag, ...]


class _Sources(_Vocabulary):
    sources: tuple[Source, ...]


Words = TypeVar("Words", bound=_Vocabulary)


def default_folder() -> FilePath:
    """The catalog inside an installed package, or else the repository's."""
    installed = _PACKAGE / "_catalog"
    return installed if installed.is_dir() else _PACKAGE.parent / "catalog"


def read_catalog(folder: FilePath | None = None) -> Catalog:
    """Read every exercise and the vocabulary that it is written in.

    Parameters
    ----------
    folder
        Holds ``exercises/*.yaml`` and six files of vocabulary; the shipped catalog by default.

    Raises
    ------
    InputError
        With every problem of every file at once.
    """
    return _CatalogFolder(folder or default_folder()).catalog()


class _CatalogFolder:
    """Reads a folder, collecting complaints and the bytes that were read."""

    def __init__(self, folder: FilePath) -> None:
        self._folder = folder
        self._complaints: list[Complaint] = []
        self._hash = hashlib.sha256()

    def catalog(self) -> Catalog:
        """The catalog, or all complaints together."""
        exercises = self._exercises()
        equipment = self._vocabulary("equipment.yaml", _Equipment)
        flags = self._vocabulary("flags.yaml", _Flags)
        muscles = self._vocabulary("muscles.yaml", _Muscles)
        pains = self._vocabulary("pains.yaml", _Pains)
        patterns = self._vocabulary("patterns.yaml", _Patterns)
        sources = self._vocabulary("sources.yaml", _Sources)
        raise_complaints(self._complaints)
        if not (equipment and flags and muscles and pains and patterns and sources):
            raise AssertionError("a file without complaints has content")
        return Catalog(
            exercises=tuple(exercises),
            muscles=muscles.muscles,
            mobility_areas=muscles.mobility_areas,
            equipment=equipment.items,
            kits=equipment.kits,
            patterns=patterns.patterns,
            pattern_groups=patterns.groups,
            pains=pains.pains,
            flags=flags.flags,
            sources=sources.sources,
            sha256=self._hash.hexdigest(),
        )

    def _text(self, path: FilePath) -> str:
        """The text of a file; its name and bytes enter the catalog's hash."""
        content = read_bytes(path, CATALOG_FILE_BYTES_MAX)
        name = path.relative_to(self._folder).as_posix().encode()
        self._hash.update(b"%d:%s%d:" % (len(name), name, len(content)))
        self._hash.update(content)
        return decode_text(content, str(path))

    def _vocabulary(self, name: str, model: type[Words]) -> Words | None:
        path = self._folder / name
        try:
            text = self._text(path)
            data = load_yaml(text, str(path))
            words = validated(model, data, lazy_positions(text, str(path)))
        except InputError as error:
            self._complaints.extend(error.complaints)
            return None
        for field in type(words).model_fields:
            if field != "format":
                self._refuse_repeated_ids(field, getattr(words, field), text, str(path))
        return words

    def _refuse_repeated_ids(
        self, field: str, records: tuple[Any, ...], text: str, file: str
    ) -> None:
        seen: set[str] = set()
        for index, record in enumerate(records):
            if record.id in seen:
                position = lazy_positions(text, file)((field, index, "id"))
                self._complaints.append(_repeated_id(record.id, "is there already", position))
            seen.add(record.id)

    def _exercises(self) -> list[Exercise]:
        paths = sorted((self._folder / "exercises").glob("*.yaml"), key=lambda path: path.name)
        if not paths:
            self._complaints.append(_no_exercises(self._folder))
        first_file: dict[str, FilePath] = {}
        exercises: list[Exercise] = []
        for path in paths:
            try:
                text = self._text(path)
                records = load_yaml(text, str(path), root="list")
            except InputError as error:
                self._complaints.extend(error.complaints)
                continue
            for index, record in enumerate(records):
                exercise = self._exercise(record, index, text, path)
                if exercise is None:
                    continue
                first = first_file.setdefault(exercise.id, path)
                if len(first_file) == len(exercises):
                    position = lazy_positions(text, str(path))((index, "id"))
                    what = f"is in {first.name} already"
                    self._complaints.append(_repeated_id(exercise.id, what, position))
                    continue
                exercises.append(exercise)
        return exercises

    def _exercise(self, record: Any, index: int, text: str, path: FilePath) -> Exercise | None:
        position_of = lazy_positions(text, str(path))
        try:
            return validated(Exercise, record, position_of, (index,), [*[None] * index, record])
        except InputError as error:
            self._complaints.extend(error.complaints)
            return None


def _repeated_id(identifier: str, what: str, position: Position) -> Complaint:
    return Complaint(
        "duplicate-id",
        f"the id {identifier} {what}",
        why="plans and scenarios name records by their id",
        hint="give one of the two another id",
        position=position,
    )


def _no_exercises(folder: FilePath) -> Complaint:
    return Complaint(
        "file-not-readable",
        "the catalog has no files exercises/*.yaml",
        hint="check the path of the catalog's folder",
        position=Position(str(folder)),
    )
