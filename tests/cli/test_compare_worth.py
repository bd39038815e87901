"""``compare --worth`` as a user runs it."""

from __future__ import annotations

import pytest

from tests.cli.running import ROOT, SCENARIOS, codes, run

HOME = SCENARIOS / "home_two_sessions_tempo_and_long_run.yaml"
PRICES = SCENARIOS / "prices" / "made_up_prices.yaml"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--worth", "--minutes", "20:60:5"), "--minutes stands beside --worth"),
        (("--worth", "--kit", "gym"), "--kit stands beside --worth"),
        (("--budget", "50"), "--budget says nothing without --worth"),
        (("--worth", "--budget", "50"), "a budget needs prices"),
        (("--worth", "--prices", PRICES, "--budget", "5"), "below the cheapest item"),
    ],
)
def test_bad_arguments(arguments: tuple[object, ...], words: str) -> None:
    """Told before anything is solved, with a code."""
    result = run("compare", HOME, *arguments)
    assert result.exit_code == 2
    assert "bad-argument" in result.stderr
    assert words in result.stderr
    found = run("compare", HOME, *arguments, "--format", "json")
    assert set(codes(found)) == {"bad-argument"}


def test_an_unknown_place_gets_close_matches() -> None:
    """The places in use are named."""
    result = run("compare", HOME, "--worth", "--place", "hone")
    assert result.exit_code == 2
    assert "unknown-place" in result.stderr
    assert "home" in result.stderr


def test_two_scenarios_are_no_question_of_worth() -> None:
    """One at a time."""
    result = run("compare", HOME, HOME, "--worth")
    assert (result.exit_code, "takes one scenario" in result.stderr) == (2, True)


def test_the_example_prices_are_readable() -> None:
    """They say that they are made up, and every price is for a known item."""
    text = PRICES.read_text(encoding="utf-8")
    assert text.startswith("# Made-up")
    assert PRICES.is_relative_to(ROOT)
