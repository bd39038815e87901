"""Names that a misspelt word may have meant."""

from __future__ import annotations

from optimizer.reading.close_matches import close_matches, did_you_mean

KNOWN = ("goblet_squat", "air_squat", "Step-up", "plank")


def test_the_likeliest_comes_first() -> None:
    assert close_matches("gobet squat", KNOWN)[0] == "goblet_squat"


def test_case_spaces_and_hyphens_do_not_count() -> None:
    assert close_matches("STEP UP", KNOWN) == ("Step-up",)


def test_no_more_than_asked_for() -> None:
    assert len(close_matches("squat", KNOWN, most=1)) == 1


def test_nothing_for_words_that_resemble_none() -> None:
    assert close_matches("zzz", KNOWN) == ()
    assert close_matches("x" * 100_000, KNOWN) == ()


def test_hints() -> None:
    assert did_you_mean("planc", KNOWN) == "did you mean plank?"
    assert did_you_mean("zzz", KNOWN, "look it up") == "look it up"
