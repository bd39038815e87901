"""Running the command line inside the test, and small files for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from optimizer.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
SCENARIOS = ROOT / "scenarios"
QUICK = SCENARIOS / "knee_pain_with_bands.yaml"
"""A scenario that is proved optimal in a second."""
IMPOSSIBLE = SCENARIOS / "impossible_pins_beyond_the_minutes.yaml"
"""A scenario that is proved impossible in two seconds."""


def run(*arguments: object) -> Result:
    """Run ``triplane`` with these arguments."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def document(result: Result) -> dict[str, Any]:
    """Standard output as the one JSON document that it must be."""
    found: dict[str, Any] = json.loads(result.stdout)
    assert found["format"] == 1
    return found


def codes(result: Result) -> list[str]:
    """Codes of the errors in a JSON error document."""
    found = document(result)
    assert found["status"] == "error"
    return [error["code"] for error in found["errors"]]
