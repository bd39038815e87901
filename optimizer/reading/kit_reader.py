"""A kit file: a named set of equipment of the user's own, in YAML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Identifier, Record
from optimizer.domain.scenario import ShortText, Stock
from optimizer.errors import Complaint
from optimizer.reading.complaint_list import raise_complaints
from optimizer.reading.complaints import located, validated
from optimizer.reading.format_version import check_format
from optimizer.reading.references import unknown
from optimizer.reading.text_file import BYTES_OF_A_MEGABYTE, read_text
from optimizer.reading.wording import KEY
from optimizer.reading.yaml.source import lazy_positions, load_yaml


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
    text = read_text(path, BYTES_OF_A_MEGABYTE)
    document = load_yaml(text, str(path))
    position_of = lazy_positions(text, str(path))
    check_format(document, position_of)
    kit = validated(KitFile, document, position_of)
    raise_complaints(located(_unknown_items(kit, catalog), position_of))
    return kit


def _unknown_items(kit: KitFile, catalog: Catalog) -> Iterator[Complaint]:
    known = catalog.equipment_by_id
    for item in kit.holds:
        yield from unknown("unknown-equipment", "equipment item", item, known, ("holds", item, KEY))
