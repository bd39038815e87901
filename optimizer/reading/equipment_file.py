"""Small YAML files about items of equipment: kits and prices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Record
from optimizer.errors import Complaint
from optimizer.reading.complaint_list import raise_complaints
from optimizer.reading.complaints import located, validated
from optimizer.reading.format_version import check_format
from optimizer.reading.references import unknown
from optimizer.reading.text_file import BYTES_OF_A_MEGABYTE, read_text
from optimizer.reading.wording import KEY
from optimizer.reading.yaml.source import lazy_positions, load_yaml

File = TypeVar("File", bound=Record)


def read_equipment_file(path: Path, kind: type[File], table: str, catalog: Catalog) -> File:
    """Read a file of up to 1 MB.

    Parameters
    ----------
    kind
        The record that the file holds.
    table
        The field of it whose keys are items of equipment.

    Raises
    ------
    InputError
        With every problem of the file, each at its line and column.
    """
    text = read_text(path, BYTES_OF_A_MEGABYTE)
    document = load_yaml(text, str(path))
    position_of = lazy_positions(text, str(path))
    check_format(document, position_of)
    file = validated(kind, document, position_of)
    raise_complaints(located(_unknown_items(getattr(file, table), table, catalog), position_of))
    return file


def _unknown_items(items: Iterable[str], table: str, catalog: Catalog) -> Iterator[Complaint]:
    known = catalog.equipment_by_id
    for item in items:
        where = (table, item, KEY)
        yield from unknown("unknown-equipment", "equipment item", item, known, where)
