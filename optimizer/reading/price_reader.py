"""A price file: what one piece of each item costs, in YAML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Annotated, Literal

from pydantic import Field

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Identifier, Record
from optimizer.domain.scenario import ShortText
from optimizer.errors import Complaint
from optimizer.reading.complaint_list import raise_complaints
from optimizer.reading.complaints import located, validated
from optimizer.reading.format_version import check_format
from optimizer.reading.references import unknown
from optimizer.reading.text_file import BYTES_OF_A_MEGABYTE, read_text
from optimizer.reading.wording import KEY
from optimizer.reading.yaml.source import lazy_positions, load_yaml

PRICE_MOST = 1_000_000

Price = Annotated[float, Field(ge=0, le=PRICE_MOST, allow_inf_nan=False)]


class PriceFile(Record):
    """A price file: the currency, and what one piece of each item costs."""

    format: Literal[1]
    currency: ShortText
    prices: Annotated[dict[Identifier, Price], Field(min_length=1, max_length=200)]


def read_prices(path: FilePath, catalog: Catalog) -> PriceFile:
    """Read a price file of up to 1 MB.

    Raises
    ------
    InputError
        With every problem of the file, each at its line and column.
    """
    text = read_text(path, BYTES_OF_A_MEGABYTE)
    document = load_yaml(text, str(path))
    position_of = lazy_positions(text, str(path))
    check_format(document, position_of)
    prices = validated(PriceFile, document, position_of)
    raise_complaints(located(_unknown_items(prices, catalog), position_of))
    return prices


def _unknown_items(prices: PriceFile, catalog: Catalog) -> Iterator[Complaint]:
    known = catalog.equipment_by_id
    for item in prices.prices:
        where = ("prices", item, KEY)
        yield from unknown("unknown-equipment", "equipment item", item, known, where)
