"""What the documentation of hand-written plans shows can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from optimizer.domain.written_plan import WrittenPlan
from optimizer.planning.files import read_scenario
from optimizer.reading.catalog.reader import read_catalog
from optimizer.reading.written.dose_text import parse_dose
from optimizer.reading.written.foreign_plan import parse_foreign_plan

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "audit.md").read_text(encoding="utf-8")
SCENARIO = ROOT / "scenarios" / "audit" / "article_001.scenario.yaml"


def block(kind: str, start: str) -> str:
    """The first block of a kind that begins with these letters."""
    blocks: list[str] = re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
    return next(text for text in blocks if text.startswith(start))


@pytest.mark.parametrize(
    ("text", "file", "lines"),
    [
        (block("yaml", "sessions:"), "plan.yaml", [6, 1]),
        (block("text", "session,"), "plan.csv", [2]),
    ],
)
def test_the_examples_are_plans(text: str, file: str, lines: list[int]) -> None:
    """Each line of the page is an item."""
    catalog = read_catalog()
    scenario = read_scenario(SCENARIO, catalog).scenario
    content = parse_foreign_plan(text, file, catalog, scenario).content
    assert isinstance(content, WrittenPlan)
    assert [len(session.items) for session in content.sessions] == lines
    assert all(session.preparation is None or session.preparation for session in content.sessions)


@pytest.mark.parametrize(
    "text",
    [
        *("3x8", "3 sets of 8", "8", "8-10", "8 to 10 reps", "30 s", "20-30s", "1 min", "1:15"),
        *('30"', "16 total", "3x8 @60s", "3x8 rest 90", "3x8 2 min rest", "3x8 RPE 8"),
        *("3x8 tempo 3-1-1", "3x8 with 12 kg", "3x8 e/s", "3x8 a side"),
    ],
)
def test_the_notations_of_the_grammar_are_doses(text: str) -> None:
    """Every example beside the grammar."""
    assert parse_dose(text).is_useful
