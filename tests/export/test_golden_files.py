"""Every output of the small plans, letter by letter."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from optimizer.domain.plan import Plan
from optimizer.export import every_output
from tests.export.small_plan import CATALOG, IMPOSSIBLE, PLAN, UNKNOWN

GOLDEN = Path(__file__).parent / "golden"
PLANS = {"plan": PLAN, "impossible": IMPOSSIBLE, "unknown": UNKNOWN}
OUTPUTS = {output.name: output for output in every_output()}
TEXT_COLUMNS = 100


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("plan", PLANS)
def test_output_is_as_recorded(plan: str, output: str) -> None:
    """An output is what its golden file holds; TRIPLANE_GOLDEN=write records it anew."""
    text = OUTPUTS[output].render(PLANS[plan], CATALOG)
    golden = GOLDEN / f"{plan}{OUTPUTS[output].suffix}"
    if os.environ.get("TRIPLANE_GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", ["details", "table", "time"])
@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_text_fits_the_width(plan: Plan, name: str) -> None:
    """No line of the outputs for terminals is wider than 100 columns or ends in a space."""
    lines = OUTPUTS[name].render(plan, CATALOG).splitlines()
    assert [line for line in lines if len(line) > TEXT_COLUMNS or line != line.rstrip()] == []


def test_outputs_are_found_by_their_files() -> None:
    """The registry holds every output once, each with a sentence and its own suffix."""
    assert list(OUTPUTS) == ["csv", "details", "json", "markdown", "table", "time"]
    assert len({output.suffix for output in OUTPUTS.values()}) == len(OUTPUTS)
    assert all(output.statement.endswith(".") for output in OUTPUTS.values())
