"""Rows, the two summaries and the team page say the same, and say it plainly."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from optimizer.cli.pages.team_page import ROWS_MOST, team_page
from optimizer.domain.plan import Plan
from optimizer.errors import Complaint, Position
from optimizer.team.rows import AthleteRow, failed_row, row_of
from optimizer.team.summary import Summary
from tests.team.teams import catalog

TIER = {"unit": "points, 10 a set", "scope": "all plans"}
COVERAGE = {
    "muscles": [
        {"id": "soleus", "sets": 4.5, "direct_sets": 3, "floor": 2, "target": 6},
        {"id": "gluteus_maximus", "sets": 2, "direct_sets": 2, "floor": 2, "target": 5},
        {"id": "hamstrings", "sets": 6, "direct_sets": 2, "floor": 2, "target": 6},
    ],
    "planes": [{"id": "frontal", "credit": 1.0, "floor": 1, "target": 2}],
    "patterns": [{"id": "calf", "items": 0, "floor": 1}],
}
CONFLICT = [
    {"rule": "session_fits_in_time", "where": "a", "text": "session a takes 15 minutes"},
    {"rule": "muscles_reach_their_floor", "where": "x", "text": "soleus reaches 4 sets"},
    {"rule": "pins_are_kept", "where": "x", "text": "of another conflict", "conflict": 2},
]


def plan(**values: object) -> Plan:
    """A plan for Ana."""
    return Plan.model_validate({"athlete": {"id": "ana", "name": "Ana"}, **values})


def row(**values: object) -> AthleteRow:
    """The row of a plan."""
    return row_of(plan(**values), catalog(), "ana", "plans/ana.json")


def summary(*rows: AthleteRow, **values: object) -> Summary:
    """A summary of rows."""
    counts: dict[str, int] = {}
    for one in rows:
        counts[one.status] = counts.get(one.status, 0) + 1
    texts = tuple(one.model_dump_json().encode() for one in rows)
    whole = Summary(Path("out"), "team.csv", "0" * 64, texts, counts)
    return whole if not values else Summary(**{**vars(whole), **values})


def test_shortfalls_in_words() -> None:
    """Muscles, the shortest first, then planes and patterns; nothing that is met."""
    assert row(coverage=COVERAGE).short == (
        "gluteus maximus 2 of 5 sets",
        "soleus 4.5 of 6 sets",
        "frontal plane 1 of 2",
        "no calf raise",
    )


def test_gaps_in_words() -> None:
    """Only aims that are not proved have one, in their own unit."""
    proved = {"id": "targets", "value": 40, "bound": 0, "proved": True, **TIER}
    open_one = {"id": "spacing", "value": 12, "bound": 7, "proved": False, **TIER}
    found = row(status="feasible", tiers=[proved, open_one])
    assert found.gap == "run spacing and recovery 12 against at least 7 points"
    assert [(tier.id, tier.value, tier.bound) for tier in found.tiers] == [
        ("targets", 40, 0),
        ("spacing", 12, 7),
    ]
    assert row(status="optimal", tiers=[proved]).gap is None


def test_a_conflict_in_a_sentence() -> None:
    """The first conflict, and the cheapest repair."""
    repairs = [{"text": "give session a 25 minutes"}, {"text": "a dearer one"}]
    found = row(status="infeasible", conflict=CONFLICT, repairs=repairs)
    assert found.conflict == (
        "Cannot hold together: session a takes 15 minutes; soleus reaches 4 sets."
    )
    assert found.repair == "Give session a 25 minutes."
    alone = row(status="infeasible", conflict=CONFLICT[:1])
    assert (alone.conflict, alone.repair) == ("Cannot be met: session a takes 15 minutes.", None)


def test_a_limit_in_words() -> None:
    """Unknown is neither possible nor impossible."""
    found = row(status="unknown", stopped_by="time limit")
    assert found.reason == "No plan was found before the time limit."
    assert not found.has_plan


def test_a_failure_in_words() -> None:
    """Every complaint with its line or cell."""
    found = failed_row(
        "ana",
        None,
        (
            Complaint("unknown-kit", 'there is no kit "x"', position=Position("team.csv", 3, 4)),
            Complaint("wrong-type", "no number", position=Position("t.xlsx", 3, 4, "Sheet1!C3")),
            Complaint("internal-error", "a bug"),
        ),
        None,
    )
    assert found.error == "unknown-kit"
    assert found.reason == 'Line 3: there is no kit "x". Sheet1!C3: no number. A bug.'


def test_the_summaries_agree() -> None:
    """JSON and CSV hold the same athletes; a spreadsheet takes no text for a formula."""
    rows = (
        row(coverage=COVERAGE, effort={"solve_seconds": 0.25}),
        AthleteRow(id="=1+1", name="@eve", status="error", reason="- no"),
    )
    whole = summary(*rows, strays=("plans/old.json",))
    document = json.loads(b"".join(whole.json_pieces()))
    assert [AthleteRow.model_validate(one) for one in document["athletes"]] == list(rows)
    assert (document["format"], document["status"]) == (1, "done")
    assert document["strays"] == ["plans/old.json"]
    assert document["totals"]["athletes"] == 2
    table = list(csv.DictReader(io.StringIO(b"".join(whole.csv_pieces()).decode(), newline="")))
    assert [one["id"] for one in table] == ["ana", "'=1+1"]
    assert (table[1]["name"], table[1]["reason"]) == ("'@eve", "'- no")
    assert (table[0]["short"], table[0]["solve_seconds"]) == ("; ".join(rows[0].short), "0.25")
    assert (table[0]["sessions"], table[1]["sessions"]) == ("0", "")
    assert all(None not in one and None not in one.values() for one in table)


def test_an_empty_team_is_json() -> None:
    """No athletes are a list without any."""
    assert json.loads(b"".join(summary().json_pieces()))["athletes"] == []


@pytest.mark.parametrize("count", [1, ROWS_MOST, ROWS_MOST + 1])
def test_the_page_stays_readable(count: int) -> None:
    """Small teams are shown whole, of very large ones only who needs a look."""
    good = [AthleteRow(id=f"r{n}", name=None, status="optimal") for n in range(count - 1)]
    page = team_page(summary(*good, AthleteRow(id="bad", name="B", status="error", reason="Why.")))
    lines = page.splitlines()
    assert lines[0] == f"Team of {count}"
    assert max(map(len, lines)) <= 100
    shown = sum(line.startswith(("r", "bad")) for line in lines)
    assert shown == (count if count <= ROWS_MOST else 1)
    assert ("All athletes are in summary.csv." in page) == (count > ROWS_MOST)


def test_the_page_tells_of_strays() -> None:
    """A few by name."""
    strays = tuple(f"plans/s{n}.json" for n in range(5))
    page = " ".join(team_page(summary(row(), strays=strays)).split())
    assert "5 results of athletes who are not in the roster stay in the folder: plans/s0" in page
