"""``triplane why``, ``swap``, ``replan`` and ``solve --alternatives`` as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from optimizer.domain.plan import Plan
from tests.cli.running import SCENARIOS, codes, document, run

HOME = SCENARIOS / "home_two_sessions_tempo_and_long_run.yaml"
TINY = SCENARIOS / "impossible_floors_in_fifteen_minutes.yaml"


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The best plan of the home scenario, in a file."""
    path = tmp_path_factory.mktemp("plan") / "plan.json"
    assert run("solve", HOME, "--quiet", "--output", path).exit_code == 0
    return path


def held(path: Path) -> list[str]:
    """Exercises of a plan file, session by session."""
    made = Plan.model_validate_json(path.read_text(encoding="utf-8"))
    return [item.exercise for session in made.sessions for item in session.items]


def once(path: Path) -> str:
    """An exercise that the plan holds once."""
    every = held(path)
    return next(row for row in every if every.count(row) == 1)


def edited(tmp_path: Path, old: str, new: str) -> Path:
    """The home scenario with a text replaced."""
    text = HOME.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "edited.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_why_compares_tier_by_tier() -> None:
    """The table names verdict, tiers and changes; JSON holds the same."""
    result = run("why", HOME, "bird", "dog")
    assert (result.exit_code, result.stderr) == (0, "")
    for words in ("Bird dog (bird_dog)", "short of target", "training time", "To have it so"):
        assert words in result.stdout
    found = document(run("why", HOME, "bird_dog", "--format", "json"))
    assert (found["status"], found["exercise"], found["forced"]) == ("done", "bird_dog", "in")
    first = found["tiers"][0]
    assert first["cost"] == first["after"] - first["before"]


def test_why_names_the_filter() -> None:
    """No solve is needed, and the equipment to add is named."""
    result = run("why", HOME, "barbell back squat")
    assert result.exit_code == 0
    assert "equipment is at hand (sessions a and b)" in result.stdout
    assert "`barbell: 1` to `places.home.equipment`" in result.stdout


def test_why_of_an_impossible_scenario_is_exit_code_3() -> None:
    """There is nothing to compare."""
    result = run("why", TINY, "bird_dog")
    assert result.exit_code == 3
    assert "nothing to compare" in result.stdout


def test_why_of_no_exercise_is_an_error_before_any_solve() -> None:
    """With close matches."""
    assert codes(run("why", HOME, "pistol squat", "--format", "json")) == ["unknown-exercise"]
    assert "did you mean" in run("why", HOME, "pistol squat").stderr


def test_swap_lists_and_takes(plan: Path, tmp_path: Path) -> None:
    """A number of the list, taken, gives a plan file that the next command reads."""
    item = once(plan)
    found = document(run("swap", HOME, plan, item, "--format", "json"))
    assert found["status"] == "done"
    assert [one["rank"] for one in found["replacements"]][:2] == [1, 2]
    taken = tmp_path / "taken.json"
    assert run("swap", HOME, plan, item, "--take", 1, "--output", taken).exit_code == 0
    expected = sorted([*held(plan), found["replacements"][0]["exercise"]])
    expected.remove(item)
    assert sorted(held(taken)) == expected
    assert run("export", taken, "--to", "markdown").exit_code == 0
    again = document(run("replan", HOME, "--from", taken, "--format", "json", "--quiet"))
    assert again["changes"]["count"] == 0


def test_swap_shows_as_many_as_asked_for(plan: Path) -> None:
    """The table is short by wish; the rest is in the JSON."""
    text = run("swap", HOME, plan, once(plan), "--most", 2).stdout
    assert "\n2  " in text
    assert "\n3  " not in text


def test_swap_of_a_pinned_item_is_exit_code_3(plan: Path, tmp_path: Path) -> None:
    """Nothing can take the place of what the scenario asks for."""
    item = once(plan)
    made = Plan.model_validate_json(plan.read_text(encoding="utf-8"))
    session = next(s.id for s in made.sessions if any(i.exercise == item for i in s.items))
    line = "places:\n"
    pinned = edited(tmp_path, line, f"pin: [{{session: {session}, exercise: {item}}}]\n{line}")
    result = run("swap", pinned, plan, item)
    assert result.exit_code == 3
    assert "Take the pin out" in result.stdout
    found = document(run("swap", pinned, plan, item, "--format", "json"))
    assert (found["status"], found["pinned"]) == ("infeasible", True)


def test_swap_of_an_unknown_item_lists_what_there_is(plan: Path) -> None:
    """The code and the hint."""
    assert codes(run("swap", HOME, plan, "a-77", "--format", "json")) == ["unknown-item"]


def test_swap_with_another_scenario_tells_the_line(plan: Path, tmp_path: Path) -> None:
    """The session of the plan that the scenario lacks, with its line in the plan."""
    other = edited(tmp_path, "id: b,", "id: c,")
    result = run("swap", other, plan, once(plan))
    assert result.exit_code == 2
    lines = plan.read_text(encoding="utf-8").splitlines()
    (line,) = [n for n, text in enumerate(lines, start=1) if text.strip() == '"id": "b",']
    assert f"{plan}:{line}:" in result.stderr
    assert "triplane replan" in result.stderr


def test_replan_lists_the_fewest_changes(plan: Path, tmp_path: Path) -> None:
    """The sentence says that they are proved; JSON is a plan with its changes."""
    disliked = once(plan)
    changed = edited(tmp_path, "age: 34}", f"age: 34, never: [{disliked}]}}")
    text = run("replan", changed, "--from", plan).stdout
    assert "proved to be the fewest" in text
    assert "Certificate" in text
    result = run("replan", changed, "--from", plan, "--format", "json", "--reproducible")
    made = Plan.model_validate_json(result.stdout)
    assert made.changes is not None
    assert made.changes.count_proved
    again = run("replan", changed, "--from", plan, "--format", "json", "--reproducible")
    assert again.stdout == result.stdout


def test_replan_keeps_a_session_that_is_done(plan: Path, tmp_path: Path) -> None:
    """Byte for byte in the JSON, whatever the scenario says now."""
    shorter = edited(tmp_path, "minutes: 45, place", "minutes: 40, place")
    result = run("replan", shorter, "--from", plan, "--done", "a", "--format", "json", "--quiet")
    assert result.exit_code == 0
    before: dict[str, Any] = json.loads(plan.read_text(encoding="utf-8"))
    after = document(result)
    assert after["sessions"][0] == before["sessions"][0]
    assert after["changes"]["done"] == ["a"]


@pytest.mark.slow
def test_replan_of_an_impossible_scenario_is_exit_code_3(plan: Path, tmp_path: Path) -> None:
    """Conflict and closest plan are printed, with what changes in it."""
    tiny = edited(tmp_path, "minutes: 45, place", "minutes: 15, place")
    result = run("replan", tiny, "--from", plan)
    assert result.exit_code == 3
    assert "The closest partial plan" in result.stdout
    assert "What changes in the closest partial plan" in result.stdout
    assert "line 12, week.sessions.a.minutes" in result.stdout
    assert "`triplane explain` with the same scenario names what would mend it" in result.stdout


def test_replan_of_an_unknown_session_is_an_error(plan: Path) -> None:
    """The option names a session that the plan does not have."""
    result = run("replan", HOME, "--from", plan, "--done", "zz", "--format", "json")
    assert codes(result) == ["bad-argument"]


def test_alternatives_stand_in_the_plan() -> None:
    """The document is a plan, and holds as many plans more."""
    result = run(
        "solve", HOME, "--alternatives", 2, "--format", "json", "--quiet", "--reproducible"
    )
    made = Plan.model_validate_json(result.stdout)
    assert made.choice is not None
    assert (len(made.alternatives), made.choice.differ) == (2, 3)
    assert "effort" not in document(result)["alternatives"][0]


def test_alternatives_are_shown_with_their_difference() -> None:
    """Terms, values side by side, sessions and changes of each."""
    text = run("solve", HOME, "--alternatives", 1, "--differ", 2, "--loss", 10).stdout
    for words in ("1 of 1 alternative found", "At most", "Alternative 1", "Against the best plan"):
        assert words in text
