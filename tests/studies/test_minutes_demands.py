"""What the minutes decide is told, and where it stays, more minutes are never worse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from optimizer.domain.scenario import Day, Session
from optimizer.planning.problems import build_problem
from optimizer.studies.frontiers.minutes_demands import Demands, changes_told, demands_of
from optimizer.studies.frontiers.weeks import week_of
from tests.planning.gallery import GALLERY, catalog, problem_of
from tests.worlds import problem, run, session

BY_NAME = {path.stem: path for path in GALLERY}
OPTIMIZER = Path(__file__).parents[2] / "optimizer"
READERS = {
    "constraints/no_heavy_legs_before_key_runs.py": "near_runs",
    "constraints/planes_are_covered_in_each_session.py": "planes",
    "constraints/preparation_suits_the_work.py": "preparation_seconds and routines",
    "constraints/runs_come_first_on_shared_days.py": "minutes of runs alone",
    "constraints/session_fits_in_time.py": "the limit itself",
    "constraints/sessions_train_the_whole_body.py": "whole_body",
    "objectives/main_lifts_are_enough.py": "main_lifts and certain_lifts",
    "objectives/sessions_are_even.py": "a share of the limit, taste",
    "objectives/sessions_move_in_every_plane.py": "plane_credits",
    "objectives/two_leg_lift_is_kept.py": "certain_lifts",
}
"""Rules and aims that read minutes or limits, with what stands for them in the demands."""


def at(minutes: int, **changes: Any) -> Demands:
    """The demands of the small world with sessions of so many minutes."""
    sessions = (session("mon", minutes), session("thu", minutes))
    return demands_of(problem(**{"sessions": sessions, **changes}))


def told(fewer: int, more: int, **changes: Any) -> list[str]:
    """What is asked for differently."""
    before, after = at(fewer, **changes), at(more, **changes)
    return [about for about, _ in changes_told(before, after)]


def test_no_rule_reads_minutes_unseen() -> None:
    """A rule or aim that begins to look at a session's minutes has to be told of here."""
    words = (".minutes", "limit_seconds", "from_minutes", "usual_sets")
    found = [
        str(path.relative_to(OPTIMIZER)).replace("\\", "/")
        for folder in ("constraints", "objectives")
        for path in sorted((OPTIMIZER / folder).glob("*.py"))
        if any(word in path.read_text(encoding="utf-8") for word in words)
    ]
    assert found == sorted(READERS)


def test_more_minutes_alone_change_nothing() -> None:
    """Between the thresholds a longer session takes every shorter week."""
    assert at(20).fit_into(at(29))
    assert at(30).fit_into(at(240))
    assert not at(29).fit_into(at(20))
    assert told(20, 29) == told(30, 44) == []


def test_demands_begin_at_their_minutes() -> None:
    """From 30 each session is asked for more, from 45 the main lifts of all but beginners."""
    longer = {"constraints": {"preparation_suits_the_work": {"level_lengths_from_minutes": 30}}}
    assert told(29, 30) == ["whole_body", "planes", "plane_credits"]
    assert told(29, 30, targets={"floors": "relaxed"}) == ["plane_credits"]
    assert not at(29, **longer).fit_into(at(30, **longer))
    assert told(44, 45) == []
    assert told(44, 45, athlete={"level": "intermediate"}) == ["main_lifts", "certain_lifts"]
    same_sets = {"objectives": {"main_lifts_are_enough": {"sets": 2}}}
    assert told(44, 45, athlete={"level": "intermediate"}, **same_sets) == ["certain_lifts"]
    off = {"constraints": {"sessions_train_the_whole_body": {"enabled": False}}}
    assert told(29, 30, **off) == ["planes", "plane_credits"]


def test_longer_preparation_and_rolling() -> None:
    """In the home gym preparation grows at 30 minutes and rolling begins at 45."""
    scenario = problem_of(BY_NAME["home_two_sessions_tempo_and_long_run"]).scenario

    def demands(minutes: int) -> Demands:
        return demands_of(build_problem(week_of(scenario, "minutes", minutes), catalog()))

    texts = dict(changes_told(demands(29), demands(30)))
    assert texts["preparation"] == "a session prepares for 6:00 min at least, not 5:00"
    texts = dict(changes_told(demands(44), demands(45)))
    assert texts["rolling"] == "2:20 min of foam rolling begin it"
    assert demands(45).fit_into(demands(52))
    assert not demands(52).fit_into(demands(53))
    assert demands(52).fit_into(demands(54))


def test_the_end_of_a_session_can_come_near_a_run() -> None:
    """A session that grows into a run loses the day; one without a start does not."""
    runs = (run("mon", "tempo", start="19:00"), run("tue", "tempo", start="20:00"))

    def timed(minutes: int, start: str | None) -> Demands:
        days: tuple[Day, ...] = ("mon", "tue", "fri")
        one: Session = session("mon", minutes, days=days, start=start)
        return demands_of(problem(sessions=(one,), runs=runs))

    assert not timed(40, "18:15").fit_into(timed(50, "18:15"))
    assert [about for about, _ in changes_told(timed(40, "18:15"), timed(50, "18:15"))] == [
        "near_runs"
    ]
    assert timed(40, None).fit_into(timed(50, None))


@pytest.mark.parametrize("minutes", [15, 29, 30, 60])
def test_demands_are_equal_to_themselves(minutes: int) -> None:
    """The same problem is asked for the same."""
    assert at(minutes).fit_into(at(minutes))
    assert list(changes_told(at(minutes), at(minutes))) == []
