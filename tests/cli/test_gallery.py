"""The gallery of scenarios can be read, and each file says what it shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.planning.files import read_scenario
from optimizer.reading.catalog.reader import read_catalog
from tests.cli.running import SCENARIOS

PATHS = sorted(SCENARIOS.glob("*.yaml"))
CATALOG = read_catalog()


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_scenario_is_valid_and_introduced(path: Path) -> None:
    """The first line is a sentence in a comment, and the file has no complaint."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert first.endswith(".")
    assert first.startswith("# Proved impossible: ") == path.stem.startswith("impossible_")
    assert read_scenario(path, CATALOG).scenario.name


def test_the_gallery_is_varied() -> None:
    """Fourteen or more, every level and kit, one to four sessions, no name or athlete twice."""
    scenarios = [read_scenario(path, CATALOG).scenario for path in PATHS]
    assert len(scenarios) >= 14
    assert {one.athlete.level for one in scenarios} == {"beginner", "intermediate", "advanced"}
    kits = {place.kit for one in scenarios for place in one.places.values()}
    assert kits == {kit.id for kit in CATALOG.kits}
    assert {len(one.week.sessions) for one in scenarios} >= {1, 2, 3, 4}
    assert len({one.name for one in scenarios}) == len(scenarios)
    assert len({one.athlete.id for one in scenarios}) == len(scenarios)
