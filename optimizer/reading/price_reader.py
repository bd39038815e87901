"""A price file: what one piece of each item costs, in YAML."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Annotated, Literal

from pydantic import Field

from optimizer.domain.catalog import Catalog
from optimizer.domain.exercise import Identifier, Record
from optimizer.domain.scenario import ShortText
from optimizer.reading.equipment_file import read_equipment_file

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
    return read_equipment_file(path, PriceFile, "prices", catalog)
