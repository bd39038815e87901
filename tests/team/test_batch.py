"""What a batch writes, what it keeps, and what it refuses."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from optimizer.domain.scenario import Scenario
from optimizer.errors import InputError
from optimizer.export.parts.run_times import without_run_times
from optimizer.export.plan_json import document
from optimizer.planning.solving import SolveOptions, solve
from optimizer.team import batch as batch_module
from optimizer.team.batch import batch
from optimizer.team.crew import Work
from optimizer.team.entries import Roster
from optimizer.team.labels import INPUTS
from optimizer.team.options import BatchOptions
from optimizer.team.summary import Summary
from optimizer.team.tasks import Answer, Task
from tests.team.inline import InlineCrew
from tests.team.teams import (
    bad_entry,
    canned,
    catalog,
    contents,
    entry,
    rows,
    runners,
    statuses,
    team,
    troubled,
)

ONCE = BatchOptions(reproducible=True)
AGAIN = replace(ONCE, resume=True)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[Task]:
    """Tasks that were given out; the work is done in this process."""
    given: list[Task] = []
    monkeypatch.setattr(batch_module, "_crew", lambda work, *_: InlineCrew(work, given))
    return given


def done(
    roster: Roster, folder: Path, options: BatchOptions = ONCE, work: Work = canned
) -> Summary:
    """A batch without the solver."""
    return batch(roster, folder, options, work=work)


@pytest.mark.parametrize("jobs", [1, 3])
def test_worker_processes_change_no_byte(
    tmp_path: Path, calls: list[Task], jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One worker, three, or none: the same files."""
    roster = team(*runners(5).entries, bad_entry("odd"), entry("twin", 20))
    options = replace(ONCE, outputs=("markdown", "csv"), jobs=jobs)
    done(roster, tmp_path / "inline", options)
    monkeypatch.undo()
    done(roster, tmp_path / "workers", options)
    assert contents(tmp_path / "inline") == contents(tmp_path / "workers")


def test_every_athlete_has_files_and_a_row(tmp_path: Path, calls: list[Task]) -> None:
    """Documents, exports and summaries, and nothing else."""
    roster = team(entry("ana", 30), bad_entry("ben"), entry("../../x", 31))
    summary = done(roster, tmp_path, replace(ONCE, outputs=("markdown",)))
    names = sorted(contents(tmp_path))
    stem = next(name for name in names if name.startswith("plans/x-"))[6:-5]
    assert names == sorted(
        [
            "markdown/ana.md",
            f"markdown/{stem}.md",
            "plans/ana.json",
            "plans/ben.json",
            f"plans/{stem}.json",
            "summary.csv",
            "summary.json",
        ]
    )
    assert [row["id"] for row in rows(tmp_path)] == ["ana", "ben", "../../x"]
    assert [row["file"] for row in rows(tmp_path)] == [
        "plans/ana.json",
        "plans/ben.json",
        f"plans/{stem}.json",
    ]
    assert (summary.athletes, summary.with_plan) == (3, 2)
    failed = json.loads((tmp_path / "plans" / "ben.json").read_bytes())
    assert (failed["status"], failed["athlete"]["id"]) == ("error", "ben")
    assert failed["errors"][0]["line"] == 9


def test_a_second_row_of_an_id_takes_nothing_from_the_first(
    tmp_path: Path, calls: list[Task]
) -> None:
    """The bad row has a line in the summary, and no file."""
    done(team(bad_entry("ana"), entry("ana", 30), bad_entry("ana")), tmp_path)
    assert [row["file"] for row in rows(tmp_path)] == [None, "plans/ana.json", None]
    assert json.loads((tmp_path / "plans" / "ana.json").read_bytes())["status"] == "optimal"


def test_athletes_of_one_problem_are_solved_once(tmp_path: Path, calls: list[Task]) -> None:
    """One task solves; of very many athletes the rest are written from its plan."""
    many = 120
    others = [entry(f"t{number:03}", 30) for number in range(many)]
    done(team(entry("lone", 45), *others), tmp_path)
    assert len([task for task in calls if task.plan_json is None]) == 2
    assert max(len(task.labels) for task in calls) == 50
    assert statuses(tmp_path) == ["optimal"] * (many + 1)
    assert {
        json.loads((tmp_path / "plans" / f"{one.id}.json").read_bytes())["athlete"]["name"]
        for one in others
    } == {one.name for one in others}


def test_a_plan_is_that_of_a_single_solve(tmp_path: Path) -> None:
    """Solved once for two, each plan is the one that its own scenario gets, hash by hash."""
    roster = team(entry("ana", 30), entry("ben", 30))
    batch(roster, tmp_path, replace(ONCE, jobs=1))
    for one in roster.entries:
        written = json.loads((tmp_path / "plans" / f"{one.id}.json").read_bytes())
        assert one.scenario is not None
        plan = without_run_times(solve(one.scenario, catalog(), SolveOptions()))
        alone = json.loads(json.dumps(document(plan)))
        for key in (INPUTS, "scenario_sha256"):
            assert len(written["provenance"].pop(key)) == 64
        alone["provenance"].pop("scenario_sha256")
        assert written == alone


def test_a_closest_plan_names_its_athlete(tmp_path: Path, calls: list[Task]) -> None:
    """Also inside an impossible week, names are those of the athlete."""

    def impossible(task: Task) -> Answer:
        plan = {"status": "infeasible", "closest": {"scenario": "of somebody (closest)"}}
        return canned(replace(task, plan_json=json.dumps(plan).encode()))

    done(team(entry("ana", 30), entry("ben", 30)), tmp_path, work=impossible)
    written = json.loads((tmp_path / "plans" / "ben.json").read_bytes())
    assert written["closest"]["scenario"] == "Week of ben (closest)"


def test_a_folder_with_results_is_refused(tmp_path: Path, calls: list[Task]) -> None:
    """Nobody loses a batch by mistake."""
    done(runners(2), tmp_path)
    before = contents(tmp_path)
    with pytest.raises(InputError, match="--resume") as caught:
        done(runners(3), tmp_path)
    assert caught.value.complaints[0].code == "folder-holds-results"
    assert contents(tmp_path) == before


def test_other_files_in_the_folder_are_no_hindrance(tmp_path: Path, calls: list[Task]) -> None:
    """A folder may hold the roster itself, and hidden files of the system."""
    (tmp_path / "team.csv").write_text("id\n")
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / ".DS_Store").write_text("x")
    assert done(runners(1), tmp_path).with_plan == 1


def test_resume_keeps_what_has_the_same_inputs(tmp_path: Path, calls: list[Task]) -> None:
    """Nothing is solved twice, and the summary is the same."""
    done(runners(4), tmp_path)
    before = contents(tmp_path)
    calls.clear()
    summary = done(runners(4), tmp_path, AGAIN)
    assert (calls, summary.kept) == ([], 4)
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    "changed",
    [
        replace(AGAIN, seed=1),
        replace(AGAIN, seconds=30.0),
        replace(AGAIN, reproducible=False),
    ],
    ids=["seed", "seconds", "run times"],
)
def test_resume_notices_other_options(
    tmp_path: Path, calls: list[Task], changed: BatchOptions
) -> None:
    """Results of other options are no results of this batch."""
    done(runners(2), tmp_path)
    calls.clear()
    assert done(runners(2), tmp_path, changed).kept == 0
    assert len(calls) == 2


def test_resume_notices_another_version(
    tmp_path: Path, calls: list[Task], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new release solves anew."""
    done(runners(2), tmp_path)
    monkeypatch.setattr("optimizer.__version__", "99.0")
    assert done(runners(2), tmp_path, AGAIN).kept == 0


def test_resume_solves_changed_and_new_rows(tmp_path: Path, calls: list[Task]) -> None:
    """A row that changed is solved again, one that left the roster is named and stays."""
    done(team(entry("ana", 30), entry("ben", 31), entry("eve", 32)), tmp_path)
    before = contents(tmp_path)
    calls.clear()
    summary = done(team(entry("ana", 30), entry("ben", 40), entry("zoe", 33)), tmp_path, AGAIN)
    assert [task.labels[0].athlete_id for task in calls] == ["ben", "zoe"]
    assert (summary.kept, summary.strays) == (1, ("plans/eve.json",))
    after = contents(tmp_path)
    assert after["plans/ana.json"] == before["plans/ana.json"]
    assert after["plans/eve.json"] == before["plans/eve.json"]
    assert after["plans/ben.json"] != before["plans/ben.json"]


@pytest.mark.parametrize("damage", [b"", b"{", b"not JSON", None])
def test_resume_solves_damaged_results_again(
    tmp_path: Path, calls: list[Task], damage: bytes | None
) -> None:
    """A file that is cut off, or another document, is no result."""
    done(runners(2), tmp_path)
    before = contents(tmp_path)
    path = tmp_path / "plans" / "r001.json"
    path.write_bytes(path.read_bytes()[:-40] if damage is None else damage)
    assert done(runners(2), tmp_path, AGAIN).kept == 1
    assert contents(tmp_path) == before


def test_resume_takes_leftovers_away(tmp_path: Path, calls: list[Task]) -> None:
    """Files that never became whole, in every folder."""
    options = replace(ONCE, outputs=("markdown",))
    done(runners(2), tmp_path, options)
    before = contents(tmp_path)
    for place in ("", "plans", "markdown"):
        (tmp_path / place / ".triplane-half").write_text("half")
    done(runners(2), tmp_path, replace(options, resume=True))
    assert contents(tmp_path, hidden=True).keys() - before.keys() == {".batch-lock"}


def test_resume_tries_failures_again(tmp_path: Path, calls: list[Task]) -> None:
    """An impossible week stays impossible; limits, crashes and bad rows may mend."""
    hurt = {0: "unknown", 1: "infeasible", 2: "fail"}
    done(runners(4, hurt), tmp_path, work=troubled)
    assert statuses(tmp_path) == ["unknown", "infeasible", "error", "optimal"]
    calls.clear()
    done(runners(4, hurt), tmp_path, AGAIN, work=canned)
    assert [task.labels[0].number for task in calls] == [0, 2]
    assert statuses(tmp_path) == ["optimal", "infeasible", "optimal", "optimal"]


def test_resume_writes_exports_that_are_lacking(tmp_path: Path, calls: list[Task]) -> None:
    """Another form of the same plans costs no solve, and takes no other form away."""
    done(runners(3), tmp_path, replace(ONCE, outputs=("markdown",)))
    calls.clear()
    done(runners(3), tmp_path, replace(AGAIN, outputs=("csv",)))
    assert all(task.plan_json is not None for task in calls)
    names = contents(tmp_path).keys()
    assert {f"csv/r00{n}.csv" for n in range(3)} | {f"markdown/r00{n}.md" for n in range(3)} < names
    done(runners(3), tmp_path / "at once", replace(ONCE, outputs=("csv", "markdown")))
    both = contents(tmp_path / "at once")
    assert {name: content for name, content in contents(tmp_path).items() if name in both} == both


def test_a_new_plan_takes_old_exports_away(tmp_path: Path, calls: list[Task]) -> None:
    """No export stands beside a plan that it was not made from."""
    done(team(entry("ana", 30)), tmp_path, replace(ONCE, outputs=("markdown",)))
    done(team(entry("ana", 31)), tmp_path, AGAIN)
    assert "markdown/ana.md" not in contents(tmp_path)


def test_strict_does_not_start(tmp_path: Path, calls: list[Task]) -> None:
    """Every bad row is told, and the folder is not even made."""
    with pytest.raises(InputError) as caught:
        done(team(entry("ana", 30), bad_entry("ben")), tmp_path / "out", replace(ONCE, strict=True))
    assert [one.code for one in caught.value.complaints] == ["unknown-kit"]
    assert (calls, list(tmp_path.iterdir())) == ([], [])


def test_unknown_exports_are_refused(tmp_path: Path, calls: list[Task]) -> None:
    """With close matches, before anything is done."""
    with pytest.raises(InputError, match="did you mean markdown"):
        done(runners(1), tmp_path / "out", replace(ONCE, outputs=("markdwn", "json")))
    assert not (tmp_path / "out").exists()


def test_only_so_many_tasks_are_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tasks are made when there is room, so that memory does not grow with the team."""
    crews: list[InlineCrew] = []

    def crew(work: Work, *_: object) -> InlineCrew:
        crews.append(InlineCrew(work, []))
        return crews[-1]

    monkeypatch.setattr(batch_module, "_crew", crew)
    done(runners(30), tmp_path)
    assert crews[0].most_under_way == crews[0].room


def test_the_roster_says_what_is_solved(tmp_path: Path) -> None:
    """Scenarios survive the way to a worker and back."""
    text = runners(1).entries[0].scenario_json
    assert text is not None
    assert Scenario.model_validate_json(text).model_dump_json() == text
