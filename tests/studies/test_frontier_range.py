"""What ``--minutes`` and ``--sessions`` say, and what is wrong with it."""

from __future__ import annotations

import pytest

from optimizer.errors import InputError
from optimizer.studies.frontiers.steps import Over, parse_steps


@pytest.mark.parametrize(
    ("over", "text", "numbers"),
    [
        ("minutes", "20:60:20", (20, 40, 60)),
        ("minutes", "20:41:10", (20, 30, 40)),
        ("minutes", " 20 : 30 ", (20, 25, 30)),
        ("minutes", "5:240:235", (5, 240)),
        ("minutes", "45:45:5", (45,)),
        ("minutes", "20:79:1", tuple(range(20, 80))),
        ("sessions", "1:5", (1, 2, 3, 4, 5)),
        ("sessions", "1:7:3", (1, 4, 7)),
    ],
)
def test_ranges(over: Over, text: str, numbers: tuple[int, ...]) -> None:
    """First and last are in where the step fits; the usual step may be left out."""
    assert parse_steps(over, text).numbers == numbers


@pytest.mark.parametrize(
    ("over", "text", "words"),
    [
        ("minutes", "", ["no range"]),
        ("minutes", "30", ["no range"]),
        ("minutes", "20-60", ["no range"]),
        ("minutes", "20:sixty:5", ["no range"]),
        ("minutes", "20:60:2.5", ["no range"]),
        ("minutes", "20:60:5:1", ["no range"]),
        ("minutes", "60:20:5", ["runs backwards"]),
        ("minutes", "20:60:0", ["the step 0 leads nowhere"]),
        ("minutes", "20:60:-5", ["the step -5 leads nowhere"]),
        ("minutes", "4:60:5", ["4 is not from 5 to 240"]),
        ("minutes", "20:80:1", ["61 steps are more than anybody reads"]),
        ("minutes", "300:1:0", ["300 is not", "1 is not", "runs backwards", "leads nowhere"]),
        ("sessions", "0:5", ["0 is not from 1 to 7"]),
        ("sessions", "1:8", ["8 is not from 1 to 7"]),
    ],
)
def test_bad_ranges(over: Over, text: str, words: list[str]) -> None:
    """Every problem at once, coded, each with what to do."""
    with pytest.raises(InputError) as caught:
        parse_steps(over, text)
    found = caught.value.complaints
    assert [one.code for one in found] == ["bad-argument"] * len(words)
    assert all(word in one.message for word, one in zip(words, found, strict=True))
    assert all(one.hint and f"--{over}" in one.message for one in found)


def test_the_hint_of_too_many_steps_works() -> None:
    """The step that the error names is enough, and one less is not."""
    with pytest.raises(InputError, match="take a step of 4 or more"):
        parse_steps("minutes", "5:240:1")
    assert len(parse_steps("minutes", "5:240:4").numbers) <= 60
    with pytest.raises(InputError):
        parse_steps("minutes", "5:240:3")
