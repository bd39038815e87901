"""``triplane compare`` as a user runs it."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from optimizer.domain.plan import Plan
from tests.cli.running import SCENARIOS, codes, document, run

HOME = SCENARIOS / "home_two_sessions_tempo_and_long_run.yaml"
LATS = SCENARIOS / "impossible_lats_without_a_bar.yaml"
TWO = ("--kit", "own", "--kit", "minimal")


@pytest.fixture(scope="module")
def page() -> str:
    """The home scenario under its own and the minimal kit."""
    result = run("compare", HOME, *TWO, "--reproducible")
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_the_page_reads_as_advice_first(page: str) -> None:
    """Verdict, numbers, equipment, differences; no line is wider than a terminal."""
    order = [
        "The best week is that of own.",
        "goes without weights in main lifts",
        "training time, min:s",
        "gluteus maximus",
        "frontal plane",
        "short of target, points",
        "What each place has",
        "From own to minimal",
        "no dumbbell at home",
        "2 solves, 1 re-solve for the differences.",
    ]
    assert [page.index(words) for words in order] == sorted(page.index(words) for words in order)
    assert max(map(len, page.splitlines())) <= 100
    assert "took" not in page


@pytest.mark.slow
@pytest.mark.parametrize("columns", [2, 5, 7])
def test_many_columns_stay_within_the_width(columns: int) -> None:
    """Long names are broken, and more than five columns take another table."""
    edits = [f"+dumbbell:{count}@10,12 -foam_roller" for count in range(1, columns + 1)]
    kits = [word for edit in edits for word in ("--kit", edit)]
    result = run("compare", HOME, *kits)
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 100
    tables = result.stdout.count("gluteus maximus  ")
    assert tables == (1 if columns < 5 else 2)


def test_json_holds_the_plans() -> None:
    """Every column with its plan, which is a plan document."""
    found = document(run("compare", HOME, *TWO, "--format", "json", "--reproducible"))
    assert (found["kind"], found["best"], found["solves"]) == ("kits", "own", 2)
    assert "effort" not in found or found["effort"] == {}
    first, second = found["columns"]
    assert first["week"]["seconds"] == sum(one["seconds"] for one in first["plan"]["sessions"])
    for column in (first, second):
        plan = Plan.model_validate(column["plan"])
        assert plan.verification.violations == ()
        assert plan.effort == {}
    assert second["standing"]["relation"] == "asked less"
    assert second["difference"]["forced"][0]["change"]["session"] == "a"
    assert second["equipment"]["home"]["chair"] == {"count": 1, "loads_kg": []}


@pytest.mark.slow
def test_the_same_bytes_with_any_number_of_jobs() -> None:
    """Nothing depends on which solve ends first."""
    texts = [
        run("compare", HOME, *TWO, "--reproducible", "--format", "json", "--jobs", jobs).stdout
        for jobs in ("1", "2")
    ]
    assert texts[0] == texts[1]


def test_impossible_columns_are_part_of_the_answer() -> None:
    """Exit code 0; the conflict and the cheapest repair stand in a sentence."""
    result = run("compare", LATS, "--kit", "own", "--kit", "gym")
    assert result.exit_code == 0
    text = " ".join(result.stdout.split())
    assert "Only gym has a plan." in text
    assert "own: no week keeps every rule, which is proved." in text
    assert "latissimus dorsi: at least 14 sets a week" in text
    assert "The cheapest change that was found to give a plan" in text


@pytest.mark.slow
def test_whole_scenarios(tmp_path: Path) -> None:
    """Several files are columns; kits beside them are refused."""
    shorter = tmp_path / "shorter.yaml"
    text = HOME.read_text(encoding="utf-8").replace("minutes: 45, place", "minutes: 30, place")
    shorter.write_text(text.replace("name: Home gym", "name: Shorter"), encoding="utf-8")
    result = run("compare", HOME, shorter)
    assert result.exit_code == 0
    assert "These are different scenarios" in result.stdout
    assert codes(run("compare", HOME, shorter, "--kit", "gym", "--format", "json")) == [
        "bad-argument"
    ]
    assert codes(run("compare", HOME, HOME, "--format", "json")) == ["bad-argument"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], "bad-argument"),
        ([HOME], "bad-argument"),
        ([HOME, "--kit", "gmy"], "unknown-kit"),
        ([HOME, *TWO, "--plot", "week.gif"], "bad-argument"),
        ([HOME, *TWO, "--plot", "nowhere/week.svg"], "output-not-writable"),
        ([HOME, *TWO, "--jobs", "0"], "bad-argument"),
    ],
)
def test_bad_arguments(arguments: list[str | Path], code: str) -> None:
    """Exit code 2, before anything is solved."""
    result = run("compare", *arguments, "--format", "json")
    assert result.exit_code == 2
    assert codes(result) == [code]


def test_one_file_cannot_be_both(tmp_path: Path) -> None:
    """The picture does not overwrite the answer, nor the scenario."""
    path = tmp_path / "both.svg"
    both = ("--plot", path, "--output", path)
    assert codes(run("compare", HOME, *TWO, *both, "--format", "json")) == ["bad-argument"]


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_the_picture_carries_its_numbers(tmp_path: Path, page: str, suffix: str) -> None:
    """As text too, the same as on the page; twice the same bytes."""
    first, second = tmp_path / f"a.{suffix}", tmp_path / f"b.{suffix}"
    for path in (first, second):
        result = run("compare", HOME, *TWO, "--plot", path, "--reproducible")
        assert (result.exit_code, result.stdout) == (0, page)
        assert f"written: {path}" in result.stderr
    assert first.read_bytes() == second.read_bytes()
    if suffix == "svg":
        words = ElementTree.fromstring(first.read_bytes())[1].text or ""
    else:
        words = first.read_bytes().decode("latin-1")
    row = next(line for line in page.splitlines() if line.startswith("hamstrings")).split()
    assert f"hamstrings: own {row[-2]} of 5, minimal {row[-1]} of 5." in words
