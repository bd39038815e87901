"""Price files, and what is wrong with them, each problem at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.errors import InputError
from optimizer.reading.price_reader import read_prices
from tests.worlds import small_catalog

HEAD = "format: 1\ncurrency: EUR\n"


def written(tmp_path: Path, text: str) -> Path:
    """A price file with this text."""
    path = tmp_path / "prices.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_prices_are_read(tmp_path: Path) -> None:
    """Whole and broken numbers, and nothing at all."""
    path = written(tmp_path, f"{HEAD}prices: {{dumbbell: 20, chair: 12.50, slider: 0}}\n")
    prices = read_prices(path, small_catalog())
    assert (prices.currency, prices.prices["chair"]) == ("EUR", 12.5)
    assert prices.prices["slider"] == 0


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (f"{HEAD}prices:\n  dumbbell: -20\n", "value-out-of-range", 4),
        (f"{HEAD}prices:\n  dumbbel: 20\n", "unknown-equipment", 4),
        (f"{HEAD}prices:\n  dumbbell: cheap\n", "wrong-type", 4),
        (f"{HEAD}prices:\n  dumbbell: 20\n  dumbbell: 30\n", "duplicate-key", 5),
        ("format: 1\nprices: {dumbbell: 20}\n", "missing-key", None),
        (f"{HEAD}prices: {{}}\n", "value-out-of-range", 3),
        (f"{HEAD}price: {{dumbbell: 20}}\n", "unknown-key", 3),
        ("format: 2\ncurrency: EUR\nprices: {dumbbell: 20}\n", "wrong-format", 1),
        ("", "empty-file", None),
    ],
)
def test_problems_have_their_line(tmp_path: Path, text: str, code: str, line: int | None) -> None:
    """Each has a code, and a misspelt item its close matches."""
    with pytest.raises(InputError) as caught:
        read_prices(written(tmp_path, text), small_catalog())
    found = {one.code: one for one in caught.value.complaints}
    assert code in found
    position = found[code].position
    assert position is not None
    if line is not None:
        assert position.line == line
    if code == "unknown-equipment":
        assert "dumbbell" in found[code].hint
