"""The athletes of a roster: what is planned for each, or what is wrong with the row."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from optimizer.domain.catalog import Catalog
from optimizer.domain.scenario import Scenario
from optimizer.errors import Complaint, Position


@dataclass(frozen=True, slots=True)
class Entry:
    """One athlete of a roster.

    Thousands of entries are held at once, so the scenario is kept as text, which takes a tenth of
    the memory of the object and is small to send to another process.
    """

    id: str
    """Unique in the roster, any text; of a row without an id its place, such as ``row 7``."""
    name: str
    """The athlete's name, or the id where the row gives none."""
    position: Position
    """Where the row stands."""
    scenario_json: str | None
    """The whole scenario as compact JSON; None exactly when there are complaints."""
    complaints: tuple[Complaint, ...] = ()
    """What is wrong with the row, each at its cell."""

    def __post_init__(self) -> None:
        if (self.scenario_json is None) != bool(self.complaints):
            raise ValueError("an entry has either a scenario or complaints")

    @property
    def scenario(self) -> Scenario | None:
        """The scenario, built anew at every call (0.02 ms); None for a bad row."""
        if self.scenario_json is None:
            return None
        return Scenario.model_validate_json(self.scenario_json)


@dataclass(frozen=True)
class Roster:
    """A roster file with every row read."""

    path: Path
    sha256: str
    """Over the bytes of the roster and of the files that it names."""
    entries: tuple[Entry, ...]
    """The athletes in the order of the file."""
    catalog: Catalog

    @property
    def bad(self) -> tuple[Entry, ...]:
        """The rows that nothing can be planned for."""
        return tuple(entry for entry in self.entries if entry.complaints)
