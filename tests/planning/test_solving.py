"""What planning makes of scenarios that are unusual but legal, or plainly wrong."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from optimizer.domain.catalog import Catalog
from optimizer.domain.tiers import TIERS
from optimizer.errors import InputError
from optimizer.objectives import every_aim
from optimizer.planning.files import read_scenario, solve_file
from optimizer.reading.catalog.reader import read_catalog

SCENARIO = """\
# A short week for tests.
format: 1
name: Test week
athlete: {level: intermediate}
week:
  runs: [{day: tue, kind: tempo, minutes: 60, start: "18:00"}]
  sessions:
    - {id: a, day: DAY, start: "START", minutes: 40, place: home}
places: {home: {kit: home}}
"""


@cache
def catalog() -> Catalog:
    """The shipped catalog."""
    return read_catalog()


def written(folder: Path, day: str, start: str, more: str = "") -> Path:
    """A scenario file with one session."""
    path = folder / "scenario.yaml"
    text = SCENARIO.replace("DAY", day).replace("START", start) + more
    path.write_text(text, encoding="utf-8")
    return path


def test_a_week_without_aims_is_any_legal_week(tmp_path: Path) -> None:
    """With every aim off there is still a plan, and nothing to prove about it."""
    off = "\n".join(f"  {aim.id}: {{enabled: false}}" for aim in every_aim())
    plan = solve_file(written(tmp_path, "thu", "18:00", f"objectives:\n{off}\n"), catalog())
    assert plan.status == "optimal"
    assert plan.sessions[0].items != ()
    assert [tier.id for tier in plan.tiers] == [TIERS[-1].id]


def test_a_session_during_a_run_is_refused(tmp_path: Path) -> None:
    """Overlapping times are a contradiction at the session's start."""
    with pytest.raises(InputError) as error:
        read_scenario(written(tmp_path, "tue", "18:30"), catalog())
    complaint = error.value.complaints[0]
    assert complaint.code == "contradiction"
    assert complaint.position is not None
    assert complaint.position.line == 8


def test_a_day_during_a_run_is_left_out(tmp_path: Path) -> None:
    """Of Tuesday, on which the run takes the time, and Friday only Friday is chosen from."""
    path = written(tmp_path, "[tue, fri]", "18:30")
    assert read_scenario(path, catalog()).scenario.week.sessions[0].day == ("tue", "fri")
    assert [session.day for session in solve_file(path, catalog()).sessions] == ["fri"]


@pytest.mark.parametrize(
    ("days", "expected"), [("[mon, sat]", "sat"), ("[wed, mon]", "wed"), ("[mon, tue]", "mon")]
)
def test_the_day_suits_the_key_run(tmp_path: Path, days: str, expected: str) -> None:
    """Legs want a day after the tempo run on Tuesday at 18:00, or one two days before the next.

    On Monday at 17:30 the session ends 23:50 h before it, without heavy legs; on Tuesday leg
    work would come before the run.
    """
    plan = solve_file(written(tmp_path, days, "17:00" if "tue" in days else "17:30"), catalog())
    assert [session.day for session in plan.sessions] == [expected]


def test_a_session_right_after_a_run_is_fine(tmp_path: Path) -> None:
    """Touching times do not overlap."""
    assert read_scenario(written(tmp_path, "tue", "19:00"), catalog()).scenario.name == "Test week"


@pytest.mark.parametrize("day", ["mon", "wed"])
def test_heavy_legs_keep_away_from_the_key_run(tmp_path: Path, day: str) -> None:
    """On the eve of the tempo run no leg strength is given; two days later it is."""
    plan = solve_file(written(tmp_path, day, "20:00"), catalog())
    rows = catalog().exercise_by_id
    legs = [
        item.exercise
        for item in plan.sessions[0].items
        if item.role == "strength"
        and rows[item.exercise].region == "lower"
        and rows[item.exercise].pattern.primary not in {"calf", "ankle", "foot", "hip_abduction"}
    ]
    assert (legs == []) == (day == "mon")
