"""The sum of a session line by line."""

from __future__ import annotations

from optimizer.export.time_lines import session_sum
from tests.export.small_plan import CATALOG, SESSION


def _line(text: str, start: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(start))


def test_lines_add_up_to_the_session() -> None:
    """Every line's last number is its seconds in the plan, and the sum is the session's."""
    text = session_sum(SESSION, CATALOG)
    expected = {"Open book": 60, "Goblet squat": 432, "Split squat": 296, "Side plank": 145}
    for start, seconds in expected.items():
        assert int(_line(text, start).split()[-1]) == seconds
    assert int(_line(text, "Sum").split()[-1]) == SESSION.seconds
    assert text.endswith("933 s = 15:33 of 16:00 min")


def test_fractions_are_rounded_up_in_each_set() -> None:
    """8 repetitions of 3.3 s on two sides and a change are 57.8 s, so 58 s a set."""
    assert "2 x 58 = 116" in _line(session_sum(SESSION, CATALOG), "Split squat")


def test_a_long_set_up_replaces_the_last_rest() -> None:
    """After the plank come 20 s of walking and 40 s of set-up rather than 45 s of rest."""
    assert "+ 60" in _line(session_sum(SESSION, CATALOG), "Side plank")


def test_a_wrong_sum_is_said_loudly() -> None:
    """A foreign plan whose seconds are not those of the time model is not believed."""
    wrong = SESSION.model_copy(update={"seconds": 900})
    assert session_sum(wrong, CATALOG).endswith("THE PLAN SAYS 900 s")


def test_an_exercise_that_the_catalog_lacks_keeps_its_seconds() -> None:
    """The line says so, and its seconds are those of the plan."""
    odd = SESSION.items[0].model_copy(update={"exercise": "moon_walk", "seconds": 77})
    text = session_sum(SESSION.model_copy(update={"items": (odd,)}), CATALOG)
    assert "not in the catalog" in _line(text, "moon_walk")
    assert int(_line(text, "moon_walk").split()[-1]) == 77
