"""A kit file: a named set of equipment of the user's own, in YAML."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Identifier, Record
from optimizer.domain.scenario import ShortText, Stock
from optimizer.reading.equipment_file import read_equipment_file


def _counted(value: object) -> object:
    """A bare number stands for that many of the item."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return {"count": value} if is_number else value


class KitFile(Record):
    """A kit file: what it is called and what it holds, with loads where they are known."""

    format: Literal[1]
    name: ShortText | None = None
    holds: Annotated[
        dict[Identifier, Annotated[Stock, BeforeValidator(_counted)]], Field(max_length=200)
    ]


def read_kit(path: FilePath, catalog: Catalog) -> KitFile:
    """Read a kit file of up to 1 MB.

    Raises
    ------
    InputError
        With every problem of the file, each at its line and column.
    """
    return read_equipment_file(path, KitFile, "holds", catalog)
