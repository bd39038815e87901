"""``triplane compare --minutes`` and ``--sessions`` as a user runs them."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from optimizer.cli.pages.frontier_corner_words import ranges
from optimizer.domain.plan import Plan
from tests.cli.running import QUICK, SCENARIOS, codes, document, run

HOME = SCENARIOS / "home_two_sessions_tempo_and_long_run.yaml"
PINNED = SCENARIOS / "pinned_lifts_and_a_soleus_target.yaml"
PEAK = SCENARIOS / "race_week_with_a_light_session.yaml"
MINUTES = ("--minutes", "25:31:3", "--reproducible")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, bytes]:
    """The page over some minutes, and its picture."""
    path = tmp_path_factory.mktemp("frontier") / "minutes.svg"
    result = run("compare", QUICK, *MINUTES, "--plot", path)
    assert result.exit_code == 0
    assert result.stderr == f"written: {path}\n"
    return result.stdout, path.read_bytes()


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    """The same as a document."""
    return document(run("compare", QUICK, *MINUTES, "--format", "json", "--jobs", "2"))


def test_the_page(drawn: tuple[str, bytes]) -> None:
    """Corner points, steps, what each buys, and what it took; no line is too wide."""
    page = drawn[0]
    order = [
        "Training with a sore knee: 25 to 31 minutes a session",
        "The least with a plan: 25 minutes a session, the first of the range",
        "The least with everything covered, no target short at all:",
        "* A longer session is asked for more: from 30,",
        "Minutes",
        "31 *",
        "Less is better in the aims.",
        "What each step buys",
        "25 -> 28",
        "28 -> 31 *",
        "Solved: 3 steps,",
        "more for the corner points. Between the steps:",
    ]
    text = " ".join(page.split())
    places = [text.index(" ".join(words.split())) for words in order]
    assert places == sorted(places)
    assert max(map(len, page.splitlines())) <= 100
    assert "took" not in page


def test_json_holds_the_plans(found: dict[str, Any]) -> None:
    """Every step with its plan and what it buys, the corner points and the demands."""
    assert (found["kind"], found["over"]) == ("frontier", "minutes")
    assert found["effort"] == {}
    assert [step["number"] for step in found["steps"]] == [25, 28, 31]
    for step in found["steps"]:
        plan = Plan.model_validate(step["plan"])
        assert plan.verification.violations == ()
        assert plan.effort == {}
        assert step["week"]["seconds"] == sum(one.seconds for one in plan.sessions)
        assert {one.limit_seconds for one in plan.sessions} == {60 * step["number"]}
    assert [corner["goal"] for corner in found["corners"]] == [
        "plan",
        "within_tolerance",
        "covered",
    ]
    assert [step["asks_otherwise"] for step in found["steps"]] == [False, False, True]
    assert {one["number"] for one in found["demands"]} == {30}
    assert found["steps"][0]["buys"] is None
    first = found["steps"][1]["buys"]
    assert (first["kind"], first["deciding"], first["proved"]) == ("better", "targets", True)
    assert all(gain["difference"] > 0 for gain in first["gains"])
    assert all("cost" in tier for tier in first["tiers"])


def test_the_picture_carries_its_numbers(drawn: tuple[str, bytes], found: dict[str, Any]) -> None:
    """As text too: every value of the first aim, with its bound."""
    words = ElementTree.fromstring(drawn[1])[1].text or ""
    assert "by minutes available in each of 2 sessions a week." in words
    assert "More is asked for from 30 on." in words
    for step in found["steps"]:
        tier = next(one for one in step["plan"]["tiers"] if one["id"] == "targets")
        said = f"{step['number']}: {tier['value']}"
        if tier["bound"] < tier["value"]:
            said += f" (no week under {tier['bound']})"
        assert said in words


def test_sessions_that_stay_free() -> None:
    """In race week one session takes place however many are offered, and the page says so."""
    result = run("compare", PEAK, "--sessions", "1:2", "--reproducible")
    assert result.exit_code == 0
    text = " ".join(result.stdout.split())
    assert "1 to 2 sessions a week" in text
    assert "at most 1 session takes place, and the others stay free" in text
    assert "each week is measured by its own demands" in text
    assert max(map(len, result.stdout.splitlines())) <= 100


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        ([HOME, "--minutes", "60:20:5"], 1),
        ([HOME, "--minutes", "20:60:0"], 1),
        ([HOME, "--minutes", "twenty"], 1),
        ([HOME, "--minutes", "1:300"], 2),
        ([HOME, "--minutes", "20:100:1"], 1),
        ([HOME, "--sessions", "0:9:-1"], 3),
        ([HOME, "--minutes", "20:60", "--sessions", "1:5"], 1),
        ([HOME, "--minutes", "20:60", "--kit", "gym"], 1),
        ([HOME, QUICK, "--sessions", "1:5"], 1),
        (["--sessions", "1:5"], 1),
        ([PINNED, "--sessions", "1:5"], 1),
        ([HOME, QUICK, "--minutes", "60:20", "--sessions", "5:1", "--kit", "gym"], 5),
    ],
)
def test_bad_arguments(arguments: list[str | Path], count: int) -> None:
    """Exit code 2 before anything is solved, all problems at once."""
    result = run("compare", *arguments, "--format", "json")
    assert result.exit_code == 2
    assert codes(result) == ["bad-argument"] * count


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([7], "7"),
        ([1, 2], "1 and 2"),
        ([1, 2, 3], "1 to 3"),
        ([1, 2, 4, 6, 7, 8], "1, 2, 4 and 6 to 8"),
    ],
)
def test_neighbours_stand_together(numbers: list[int], text: str) -> None:
    """Three neighbours or more are a range."""
    assert ranges(numbers) == text
