"""A scenario file as a scenario: strictly validated, resolved against catalog and rules."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain, islice
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel

from optimizer.domain.catalog import Catalog
from optimizer.domain.refusals import refusals
from optimizer.domain.scenario import Scenario
from optimizer.errors import Complaint, Position
from optimizer.reading.complaint_list import MAXIMUM_COMPLAINTS, raise_complaints
from optimizer.reading.complaints import PositionOf, check, located
from optimizer.reading.exercise_names import ExerciseNames
from optimizer.reading.format_version import check_format
from optimizer.reading.references import broken_references
from optimizer.reading.rule_blocks import RuleSettings, read_block
from optimizer.reading.scenario_names import with_exercise_ids
from optimizer.reading.text_file import BYTES_OF_A_MEGABYTE, read_text
from optimizer.reading.unsupported import unsupported_parts
from optimizer.reading.wording import Path
from optimizer.reading.yaml.source import Positions, lazy_positions, load_yaml

SCENARIO_BYTES_MAX = BYTES_OF_A_MEGABYTE
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True)
class ScenarioFile:
    """A scenario and the text that it was read from."""

    scenario: Scenario
    file: str
    text: str
    sha256: str

    def position(self, path: Path) -> Position:
        """Where the value at a path stands; the nearest parent for a missing one."""
        return self._positions.of(path)

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self.text, self.file)


def read_scenario(
    path: FilePath, catalog: Catalog, rule_settings: RuleSettings | None = None
) -> ScenarioFile:
    """Read, validate and resolve a scenario file of up to 1 MB.

    Parameters
    ----------
    path
        The YAML file.
    catalog
        What the scenario's names are resolved against.
    rule_settings
        Settings classes of the constraints and the objectives by id; without them the two
        blocks stay as they were read.

    Raises
    ------
    InputError
        With every problem of the file at once.
    """
    text = read_text(path, SCENARIO_BYTES_MAX)
    return parse_scenario(text, str(path), catalog, rule_settings)


def parse_scenario(
    text: str, file: str, catalog: Catalog, rule_settings: RuleSettings | None = None
) -> ScenarioFile:
    """As ``read_scenario``, from text; ``file`` names it in positions.

    Raises
    ------
    InputError
        With every problem of the text at once.
    """
    document = load_yaml(text, file)
    position_of = lazy_positions(text, file)
    check_format(document, position_of)
    names = ExerciseNames(catalog)
    scenario = resolved_scenario(document, position_of, catalog, names, rule_settings)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return ScenarioFile(scenario, file, text, sha256)


def resolved_scenario(
    document: dict[str, Any],
    position_of: PositionOf,
    catalog: Catalog,
    names: ExerciseNames,
    rule_settings: RuleSettings | None = None,
) -> Scenario:
    """A document of a format that is read as a scenario.

    Parameters
    ----------
    document
        What a reader returned, or what was put together from several files.
    position_of
        Finds the position of a path; called only when something is wrong.
    catalog
        What the scenario's names are resolved against.
    names
        The catalog's names of exercises.
    rule_settings
        As for ``read_scenario``.

    Raises
    ------
    InputError
        With every problem of the document at once.
    """
    scenario = _validated(document, position_of, rule_settings)
    scenario, unknown_names = with_exercise_ids(scenario, names)
    found: Iterator[Complaint] = chain(
        unknown_names,
        broken_references(scenario, catalog),
        refusals(scenario, catalog),
        unsupported_parts(scenario),
    )
    raise_complaints(located(islice(found, MAXIMUM_COMPLAINTS + 1), position_of))
    return scenario


def _validated(
    document: dict[str, Any], position_of: PositionOf, rule_settings: RuleSettings | None
) -> Scenario:
    complaints: list[Complaint] = []
    blocks: dict[str, dict[str, BaseModel]] = {}
    names = ("constraints", "objectives")
    for block, known in zip(names, rule_settings or (), strict=False):
        blocks[block], wrong = read_block(block, document, known, position_of)
        complaints += wrong
    result = check(Scenario, _with_dates(document), position_of)
    if isinstance(result, Scenario):
        raise_complaints(complaints)
        return result.model_copy(update=blocks)
    raise_complaints((*complaints, *result))
    raise AssertionError("complaints of a scenario are never empty")


def _with_dates(document: dict[str, Any]) -> dict[str, Any]:
    """The document with dates where the format has dates; YAML 1.2 knows text only."""
    week = document.get("week")
    if not isinstance(week, dict):
        return document
    week = _changed(week, "start_date", _as_date)
    if isinstance(week.get("races"), list):
        races = [
            _changed(race, "date", _as_date) if isinstance(race, dict) else race
            for race in week["races"]
        ]
        week = {**week, "races": races}
    return {**document, "week": week}


def _changed(mapping: dict[str, Any], key: str, change: Callable[[Any], Any]) -> dict[str, Any]:
    return {**mapping, key: change(mapping[key])} if key in mapping else mapping


def _as_date(value: Any) -> Any:
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value
