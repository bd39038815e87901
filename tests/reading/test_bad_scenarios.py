"""Every bad scenario in ``bad/`` and the exact complaints about it.

After changing a message on purpose: ``TRIPLANE_ACCEPT=1 pytest tests/reading``, then read the diff.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from optimizer.errors import InputError
from optimizer.reading.scenario_reader import parse_scenario
from tests.reading.small_catalog import RULE_SETTINGS, small_catalog

FOLDER = Path(__file__).parent / "bad"
FILES = sorted(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_complaints_are_exactly(path: Path) -> None:
    text = path.read_bytes().decode()
    with pytest.raises(InputError) as caught:
        parse_scenario(text, path.name, small_catalog(), RULE_SETTINGS)
    expected = path.with_suffix(".txt")
    if os.environ.get("TRIPLANE_ACCEPT"):
        expected.write_text(f"{caught.value}\n", encoding="utf-8")
    assert f"{caught.value}\n" == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_jargon_reaches_the_user(path: Path) -> None:
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    jargon = r"pydantic|Input should|https?:|NoneType|\b(dict|tuple|str|int|float|bool)\b"
    assert not re.search(jargon, re.sub(r"`.*?`|\".*?\"", "", text))
    assert all(line.startswith((path.name, "  why: ", "  try: ")) for line in text.splitlines())


def test_every_expected_text_has_its_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {path.stem for path in FILES}
