"""Doses in the notations that coaches use."""

from __future__ import annotations

import pytest

from optimizer.reading.written.dose_text import DoseError, DoseText, parse_dose, parse_rest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3x8", DoseText(sets=3, reps=8)),
        ("3 X 8", DoseText(sets=3, reps=8)),
        ("3*8 reps", DoseText(sets=3, reps=8)),
        ("3 sets of 8", DoseText(sets=3, reps=8)),
        ("3 sets x 8", DoseText(sets=3, reps=8)),
        ("3 x 8 per side", DoseText(sets=3, reps=8, sides="each")),
        ("3x8 (each leg)", DoseText(sets=3, reps=8, sides="each")),
        ("3x8 e/s", DoseText(sets=3, reps=8, sides="each")),
        ("3x16 total", DoseText(sets=3, reps=16, sides="total")),
        ("2 x 30 s", DoseText(sets=2, hold_seconds=30)),
        ('2x30"', DoseText(sets=2, hold_seconds=30)),
        ("3\u00d720s/side", DoseText(sets=3, hold_seconds=20, sides="each")),
        ("2x1:15", DoseText(sets=2, hold_seconds=75)),
        ("2x1 min", DoseText(sets=2, hold_seconds=60)),
        ("3 min", DoseText(hold_seconds=180)),
        ("8/side", DoseText(reps=8, sides="each")),
        ("3 sets", DoseText(sets=3)),
        ("2x12 @60s rest", DoseText(sets=2, reps=12, rest_seconds=60)),
        ("2x12 @ 60", DoseText(sets=2, reps=12, rest_seconds=60)),
        ("2x12, rest 1:30", DoseText(sets=2, reps=12, rest_seconds=90)),
        ("2x12; 2 min rest", DoseText(sets=2, reps=12, rest_seconds=120)),
        ("90 s rest", DoseText(rest_seconds=90)),
        ("3x8 RIR 3", DoseText(sets=3, reps=8, reps_in_reserve=3)),
        ("3x8 3 RIR", DoseText(sets=3, reps=8, reps_in_reserve=3)),
        ("3x8 @RPE 8", DoseText(sets=3, reps=8, reps_in_reserve=2)),
        ("3x8 @ 20 kg @ 90s", DoseText(sets=3, reps=8, load="20 kg", rest_seconds=90)),
        ("3x5 @80%", DoseText(sets=3, reps=5, load="80%")),
        ("3x10 bodyweight", DoseText(sets=3, reps=10, load="bodyweight")),
        ("3x8 tempo 3-1-1", DoseText(sets=3, reps=8, tempo="3-1-1")),
    ],
)
def test_notations(text: str, expected: DoseText) -> None:
    """Each is read in full."""
    assert parse_dose(text) == expected


@pytest.mark.parametrize(
    ("text", "part", "middle", "remark"),
    [
        ("3x8-10/side", "reps", 9, "8-10 repetitions counted as 9"),
        ("3x12\u201320", "reps", 16, "12-20 repetitions counted as 16"),
        ("3x6 to 9", "reps", 7, "6-9 repetitions counted as 7"),
        ("2x20-30s", "hold_seconds", 25, "20-30 s counted as 25"),
        ("3x8 @60-90s", "rest_seconds", 75, "60-90 s counted as 75"),
    ],
)
def test_a_range_is_its_middle_and_told(text: str, part: str, middle: int, remark: str) -> None:
    """Rounded down, with a remark."""
    dose = parse_dose(text)
    assert (getattr(dose, part), dose.remarks) == (middle, (remark,))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("3xx8", "is not understood"),
        ("3x8,8,6", "is not understood"),
        ("3x8/8", "is not understood"),
        ("some", "is not understood"),
        ("3xAMRAP", "sets to failure"),
        ("3 sets to failure", "sets to failure"),
        ("3x10-8", "runs backwards"),
        ("3x8 rest 2", "without a unit"),
        ("3x8 @60s @90s", "says twice what the rest is"),
        ("3x8 RPE 11", "beyond the scale"),
    ],
)
def test_what_cannot_be_read(text: str, why: str) -> None:
    """The text is refused, and the reason names the part."""
    with pytest.raises(DoseError, match=why):
        parse_dose(text)


@pytest.mark.parametrize(
    ("text", "seconds"), [("90", 90), ("90 s", 90), ("2 min", 120), ("1:30", 90), ("@60s rest", 60)]
)
def test_rests(text: str, seconds: int) -> None:
    """A bare number of at least ten is seconds."""
    assert parse_rest(text).rest_seconds == seconds


@pytest.mark.parametrize("text", ["2", "8 reps", "none"])
def test_what_is_no_rest(text: str) -> None:
    """Two may be minutes, and repetitions are no time."""
    with pytest.raises(DoseError):
        parse_rest(text)
