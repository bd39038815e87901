"""A plan file (JSON) as a plan, from Triplane or from elsewhere."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import TypeVar

from pydantic import BaseModel

from optimizer.reading.complaints import validated
from optimizer.reading.format_version import check_format
from optimizer.reading.json_places import JsonPlaces
from optimizer.reading.json_source import load_json
from optimizer.reading.places import found_later
from optimizer.reading.text_file import BYTES_OF_A_MEGABYTE, read_text

Model = TypeVar("Model", bound=BaseModel)

PLAN_BYTES_MAX = 4 * BYTES_OF_A_MEGABYTE


def read_plan(path: FilePath, model: type[Model]) -> Model:
    """Read and validate a plan file of up to 4 MB.

    Parameters
    ----------
    path
        The JSON file.
    model
        The model of a plan.

    Raises
    ------
    InputError
        With every problem at once, each at its line and column.
    """
    return parse_plan(read_text(path, PLAN_BYTES_MAX), str(path), model)


def parse_plan(text: str, file: str, model: type[Model]) -> Model:
    """As ``read_plan``, from text; ``file`` names it in errors.

    Raises
    ------
    InputError
        As ``read_plan``.
    """
    document = load_json(text, file)
    position_of = found_later(lambda: JsonPlaces(text, file))
    check_format(document, position_of)
    return validated(model, document, position_of)
