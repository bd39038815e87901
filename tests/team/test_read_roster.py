"""What rows make of what they inherit, and what is said about those that are wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from optimizer.planning.files import read_scenario
from optimizer.team.read_roster import read_roster
from tests.team.rosters import CATALOG, only, read, refused, said, table, week


def test_a_row_that_says_nothing_inherits_the_base(tmp_path: Path) -> None:
    """Its scenario is that of the base's file, but for the athlete's id."""
    entry = only(table(tmp_path, "id,athlete.level", "ana-01,"))
    file = read_scenario(tmp_path / "base.yaml", CATALOG)
    expected = json.loads(file.scenario.model_dump_json())
    expected["athlete"]["id"] = "ana-01"
    assert week(entry) == expected
    assert (entry.id, entry.name, entry.complaints) == ("ana-01", "ana-01", ())


def test_the_scenario_is_built_anew_from_its_text(tmp_path: Path) -> None:
    """Settings of rules survive the way through text."""
    header = "id,constraints.session_fits_in_time.spare_seconds"
    scenario = only(table(tmp_path, header, "ana,90")).scenario
    assert scenario is not None
    assert scenario.constraints["session_fits_in_time"]["spare_seconds"] == 90
    assert scenario.athlete.id == "ana"


@pytest.mark.parametrize(
    ("column", "cell", "path", "value"),
    [
        ("athlete.age", "34", "athlete.age", 34),
        ("athlete.level", "Beginner", "athlete.level", "beginner"),
        ("athlete.supervised", "TRUE", "athlete.supervised", True),
        ("athlete.likes", "goblet squat; step_up", "athlete.likes", ["goblet_squat", "step_up"]),
        ("athlete.unlocked", "squat:4;hinge: 3", "athlete.unlocked", {"squat": 4, "hinge": 3}),
        ("athlete.one_rep_max_kg.step_up", '"42,5"', "athlete.one_rep_max_kg.step_up", 42.5),
        ("athlete.pains", "shin_pain:3", "athlete.pains", [{"id": "shin_pain", "score": 3}]),
        ("athlete.pains.shin_pain.score", "4", "athlete.pains.0", {"id": "shin_pain", "score": 4}),
        ("week.sessions.a.minutes", '"30,0"', "week.sessions.0.minutes", 30),
        ("week.sessions.a.day", "Monday;tue", "week.sessions.0.day", ["mon", "tue"]),
        ("week.sessions.a.start", "7:30 PM", "week.sessions.0.start", "19:30"),
        ("week.sessions.b.2.minutes", "25", "week.sessions.1.minutes", 25),
        ("week.runs.sun.minutes", "80", "week.runs.1.minutes", 80),
        ("week.runs.2.minutes", "80", "week.runs.1.minutes", 80),
        ("week.runs.#2.day", "sat", "week.runs.1.day", "sat"),
        ("week.runs.Tuesday", "easy:40:7:15", "week.runs.0.kind", "easy"),
        ("week.runs.thu", "easy:40", "week.runs.2.minutes", 40),
        ("week.start_date", "2.3.2026", "week.start_date", "2026-03-02"),
        ("places.home.kit", "minimal", "places.home.kit", "minimal"),
        ("places.home.equipment", "foam_roller; dumbbell:4",
         "places.home.equipment.dumbbell.count", 4),
        ("places.home.equipment.dumbbell.loads_kg", '"8,5;12"',
         "places.home.equipment.dumbbell", {"count": 2, "loads_kg": [8.5, 12.0]}),
        ("targets.muscles.soleus", "2:6,5", "targets.muscles.soleus.target", 6.5),
        ("history.known", "step_up", "history.known", ["step_up"]),
        ("pin", "a:goblet_squat:3", "pin.0.sets", 3),
        ("name", "'=1+1", "name", "=1+1"),
    ],
)  # fmt: skip
def test_a_cell_changes_its_path(
    tmp_path: Path, column: str, cell: str, path: str, value: object
) -> None:
    """Each kind of value, as people write it in a cell."""
    quoted = f'"{cell}"' if "," in cell and not cell.startswith('"') else cell
    found: object = week(only(table(tmp_path, f"id,{column}", f"ana,{quoted}")))
    for part in path.split("."):
        found = found[int(part)] if isinstance(found, list) else found[part]  # type: ignore[index]
    assert found == value


def test_a_new_session_from_several_columns(tmp_path: Path) -> None:
    """Athletes whose cells are empty do not get it."""
    header = "id,week.sessions.c.day,week.sessions.c.minutes,week.sessions.c.place"
    roster = table(tmp_path, header, "ana,mon,30,gym", "ben,,,")
    ana, ben = (week(entry)["week"]["sessions"] for entry in roster.entries)
    assert [(one["id"], one["minutes"], one["place"]) for one in ana] == [
        ("a", 40, "home"),
        ("b.2", 40, "home"),
        ("c", 30, "gym"),
    ]
    assert [one["id"] for one in ben] == ["a", "b.2"]


def test_a_dash_clears(tmp_path: Path) -> None:
    """A value, an item of a list, a whole list; what is not there may be cleared as well."""
    header = "id,athlete.level,week.runs.tue.start,week.sessions.b.2,athlete.pains,week.runs.1"
    roster = table(tmp_path, header, "ana,-,-,-,-,", "ben,,,,,-", "eva,\u2013,,,,")
    ana, ben, eva = map(week, roster.entries)
    assert (ana["athlete"]["level"], ana["athlete"]["pains"]) == ("beginner", [])
    assert ana["week"]["runs"][0]["start"] is None
    assert [one["id"] for one in ana["week"]["sessions"]] == ["a"]
    assert [one["day"] for one in ben["week"]["runs"]] == ["sun"]
    assert eva["athlete"]["level"] == "beginner"
    gone = table(tmp_path, "id,week.sessions.z", "ana,-")
    assert len(week(only(gone))["week"]["sessions"]) == 2


def test_the_order_of_columns_does_not_matter(tmp_path: Path) -> None:
    """Items are named as they were in the base, even where the row renames or removes some."""
    columns = ["week.runs.tue.day", "week.runs.tue.minutes", "week.runs.1.kind", "week.runs.sun"]
    cells = ["wed", "45", "easy", "-"]
    there = table(tmp_path, ",".join(["id", *columns]), ",".join(["x", *cells]))
    back = table(tmp_path, ",".join(["id", *columns[::-1]]), ",".join(["x", *cells[::-1]]))
    assert week(only(there)) == week(only(back))
    assert week(only(there))["week"]["runs"] == [
        {"day": "wed", "kind": "easy", "minutes": 45, "start": "18:00"}
    ]


def test_groups_lie_over_the_base_and_rows_over_groups(tmp_path: Path) -> None:
    """The later of two groups wins."""
    rows = [
        "id,group,athlete.level,week.sessions.a.minutes,week.sessions.a.place",
        "*,,beginner,,",
        "*short,,,20,",
        "*gym,,,25,gym",
        "ana,,,,",
        "ben,short,,,",
        "eva,short;gym,,,",
        "kim,gym; short,advanced,,home",
    ]
    found = [week(entry) for entry in table(tmp_path, *rows).entries]
    sessions = [one["week"]["sessions"][0] for one in found]
    assert [one["athlete"]["level"] for one in found] == ["beginner"] * 3 + ["advanced"]
    assert [one["minutes"] for one in sessions] == [40, 20, 25, 20]
    assert [one["place"] for one in sessions] == ["home", "home", "gym", "home"]


def test_a_table_needs_no_base(tmp_path: Path) -> None:
    """Its rows may say all; the title is the athlete's then."""
    session = "week.sessions.a"
    rows = [
        f"id,athlete.name,places.home.kit,{session}.day,{session}.minutes,{session}.place",
        "*,,home,wed,40,home",
        "ana,Ana,,,,",
    ]
    entry = only(read(tmp_path, "team.csv", "\n".join(rows), base=False))
    assert (week(entry)["name"], entry.name) == ("Week of Ana", "Ana")


@pytest.mark.parametrize(
    ("identifier", "own"),
    [
        ("Ana_1.x", "Ana_1.x"),
        ("../../x", "x-9cdf6a50100a"),
        ("\U0001f3c3", "athlete-dd505500a295"),
        ("CON", "CON"),
    ],
)
def test_ids_that_no_scenario_could_have(tmp_path: Path, identifier: str, own: str) -> None:
    """The roster keeps the id; the scenario gets it as it names files, where it has to."""
    entry = only(table(tmp_path, "id,athlete.level", f"{identifier},"))
    assert entry.id == identifier
    assert week(entry)["athlete"]["id"] == own


def test_every_problem_of_every_row(tmp_path: Path) -> None:
    """Each at its cell; the other athletes are not touched."""
    roster = table(
        tmp_path,
        "id,group,athlete.level,athlete.likes,week.sessions.a.minutes,week.start_date",
        "ana,,beginner,,30,",
        "ben,,beginer,,9999,02/03/2026",
        "eva,juniors,,goblet squad,,",
        ",,,,,",
        " ,,,step_up,,",
        "ana,,,,,",
        "kim,,,,45 min,2026-03-03,,extra",
    )
    assert [entry.id for entry in roster.entries] == ["ana", "ben", "eva", "row 6", "ana", "kim"]
    assert [bool(entry.scenario_json) for entry in roster.entries] == [True] + [False] * 5
    found = "\n".join(said(entry, tmp_path) for entry in roster.entries)
    assert found == "\n" + "\n".join(
        [
            'team.csv:3:6: value-out-of-range: athlete.level is "beginer"',
            "  why: the level decides doses, floors and which exercises are safe",
            "  try: did you mean beginner? It is one of beginner, intermediate, advanced",
            "team.csv:3:15: value-out-of-range: week.sessions.a.minutes is 9999",
            "  why: minutes decide how much fits, so they have to be exact",
            "  try: write a whole number from 1 to 240",
            'team.csv:3:20: value-out-of-range: week.start_date is "02/03/2026"',
            "  why: it may mean a day and a month in either order",
            "  try: write the year first, such as 2026-03-02",
            'team.csv:4:5: unknown-reference: there is no group "juniors"',
            "  try: the roster describes no groups",
            "team.csv:6:1: missing-key: the row has no id",
            "  why: the id names the athlete's files, so that other rows do not change them",
            "  try: write an id that no other row has, such as ana-01",
            'team.csv:7:1: duplicate-id: the id "ana" stands at team.csv:2:1 already',
            "  why: the first row keeps it, for two plans cannot have the same file",
            "  try: give each athlete an id of their own",
            'team.csv:8:8: wrong-type: week.sessions.a.minutes is "45 min", which is text',
            "  why: minutes decide how much fits, so they have to be exact",
            "  try: write a whole number from 1 to 240",
            'team.csv:8:27: value-out-of-range: "extra" stands under no column of the header',
            "  why: a value under no column would change nothing, and nobody would notice",
            "  try: put a cell that holds the separator into quotation marks, or name the column",
        ]
    )


def test_problems_of_names_say_their_column(tmp_path: Path) -> None:
    """A person who looks for the cell in a spreadsheet needs it."""
    header = "id,athlete.likes,week.sessions.a.place,week.sessions.a.rolling_minutes"
    entry = only(table(tmp_path, header, "ana,goblet squad,club,"))
    assert said(entry, tmp_path) == (
        "team.csv:2:5: unknown-exercise: athlete.likes: the catalog has no exercise "
        '"goblet squad"\n'
        "  try: did you mean goblet_squat or single_leg_squat (one-leg squat) or split_squat?\n"
        'team.csv:2:18: unknown-place: week.sessions.a.place: there is no place "club"\n'
        "  try: known are home, gym"
    )
    entry = only(table(tmp_path, header, "ana,,,2"))
    assert said(entry, tmp_path) == (
        "team.csv:2:7: contradiction: week.sessions.a.rolling_minutes: session a asks for "
        "2 minutes of rolling, and home has no foam roller\n"
        "  why: there is nothing to roll on\n"
        "  try: add `foam_roller: 1` to the equipment of home, or leave `rolling_minutes` out"
    )


def test_what_a_pin_cannot_have_is_found_for_each_row(tmp_path: Path) -> None:
    """The pin is fine for the base, and not for an athlete whose pain speaks against it."""
    rows = [
        "id,athlete.pains,pin",
        "ana,-,a:goblet_squat",
        "ben,knee_pain_anterior:4,a:goblet_squat",
    ]
    ana, ben = table(tmp_path, *rows).entries
    assert ana.complaints == ()
    (complaint,) = ben.complaints
    assert complaint.code == "pin-not-possible"
    assert complaint.message.startswith("pin: Goblet squat is pinned in session a, but knee_pain")
    assert str(complaint.position).endswith("team.csv:3:26")


def test_a_clear_and_a_value_for_one_item(tmp_path: Path) -> None:
    """Two cells of a row that contradict each other, in either order."""
    for header, row in (
        ("id,week.sessions.a,week.sessions.a.minutes", "ana,-,30"),
        ("id,week.sessions.a.minutes,week.sessions.a", "ana,30,-"),
    ):
        entry = only(table(tmp_path, header, row))
        assert "belongs to an item that the same row clears and sets" in said(entry, tmp_path)
        assert len(entry.complaints) == 1


def test_items_that_a_path_cannot_name(tmp_path: Path) -> None:
    """Two runs of a day, and numbers beyond the list."""
    header = "id,week.runs.tue.day,week.runs.1.minutes,week.runs.4.minutes"
    entry = only(table(tmp_path, header, "ana,,,30"))
    assert said(entry, tmp_path) == (
        "team.csv:2:7: value-out-of-range: week.runs.4.minutes names an item that week.runs does "
        "not have\n  try: write a number from 1 to 3; the last one adds an item"
    )
    rows = ["id,week.runs.2.day,week.runs.tue.minutes", "*,tue,", "ana,,50"]
    entry = only(table(tmp_path, *rows))
    assert said(entry, tmp_path) == (
        "team.csv:3:6: value-out-of-range: week.runs.tue.minutes fits 2 items of week.runs\n"
        "  try: name the item by its number in the list, such as week.runs.1"
    )


def test_a_header_is_refused_with_all_its_problems(tmp_path: Path) -> None:
    """A column that leads nowhere concerns every athlete."""
    header = "id,level,athlete.lvel,minutes,week.sessions.aa.minutes,week.runs.noon.kind,athlete.id"
    assert refused(tmp_path, "team.csv", f"{header}\nana\n") == (
        'team.csv:1:4: unknown-key: there is no column "level"\n'
        "  why: a column that nobody reads would change nothing, and nobody would notice\n"
        "  try: did you mean athlete.level?\n"
        'team.csv:1:10: unknown-key: there is no column "athlete.lvel"\n'
        "  why: a column that nobody reads would change nothing, and nobody would notice\n"
        "  try: did you mean athlete.level or athlete.never or athlete.likes?\n"
        'team.csv:1:23: unknown-key: there is no column "minutes"\n'
        "  why: a column that nobody reads would change nothing, and nobody would notice\n"
        "  try: did you mean week.runs.tue.minutes or week.runs.sun.minutes or "
        "week.sessions.a.minutes?\n"
        'team.csv:1:31: missing-key: the base has no "aa" in week.sessions\n'
        "  why: a new one needs all that it must have\n"
        "  try: did you mean a?\n"
        'team.csv:1:56: unknown-key: there is no column "week.runs.noon.kind"\n'
        "  why: a column that nobody reads would change nothing, and nobody would notice\n"
        "  try: did you mean week.runs.sun.kind or week.runs.tue.kind or week.runs.sun.day?\n"
        "team.csv:1:76: unknown-key: athlete.id is given by the column id\n"
        "  try: delete the column; `id` is enough"
    )


def test_other_headers_that_are_refused(tmp_path: Path) -> None:
    """No id, and a column twice."""
    assert refused(tmp_path, "team.csv", "athlete.name,athlete.level\nAna,beginner\n") == (
        'team.csv:1:1: missing-key: the header has no column "id"\n'
        "  why: the id names the athlete's files, so that other rows do not change them\n"
        "  try: write `id` over the column that holds a different text for each athlete"
    )
    assert refused(tmp_path, "team.csv", "id,athlete.age,athlete.age\nana,1,2\n") == (
        'team.csv:1:16: duplicate-key: the column "athlete.age" stands twice\n'
        "  why: only one of the two could be used\n"
        "  try: delete or rename one of the two"
    )


def test_what_all_inherit_is_refused_at_once(tmp_path: Path) -> None:
    """A wrong base or group would make every athlete wrong, with the same words."""
    rows = "id,athlete.level,group\n*,expert,\n*young,begin,ana\nana,,young\n"
    found = refused(tmp_path, "team.csv", rows)
    assert found.startswith('team.csv:3:14: contradiction: the row *young has the group "ana"')
    found = refused(tmp_path, "team.csv", rows.replace("begin,ana", "begin,"))
    assert [line.split(" is ")[0] for line in found.splitlines() if line.startswith("team")] == [
        "team.csv:2:3: value-out-of-range: athlete.level",
        "team.csv:3:8: value-out-of-range: athlete.level",
    ]
    twice = "id\n*\n*\n*young\n*young\nana\n"
    assert [
        line for line in refused(tmp_path, "team.csv", twice).splitlines() if "team" in line
    ] == [
        "team.csv:3:1: duplicate-id: the row * of what all athletes share stands twice",
        'team.csv:5:1: duplicate-id: the group "young" stands twice',
    ]


def test_a_base_that_is_wrong(tmp_path: Path) -> None:
    """Its own file and line are named."""
    roster = "format: 1\nbase: club.yaml\nathletes: [{id: ana}]\n"
    (tmp_path / "club.yaml").write_text("format: 1\nathlete: {level: pro}\nweek: {}\nplaces: {}\n")
    assert refused(tmp_path, "team.yaml", roster, base=False).startswith(
        'club.yaml:2:18: value-out-of-range: athlete.level is "pro"'
    )
    assert refused(tmp_path, "team.yaml", roster.replace("club", "clubs"), base=False) == (
        "clubs.yaml: file-not-readable: cannot read the file: it does not exist\n"
        "  try: check the path and the permission to read it"
    )
    assert refused(tmp_path, "team.yaml", roster) == (
        "team.yaml:2:1: contradiction: the roster names its base, and another one is given\n"
        "  try: leave out the option, or the key"
    )


def test_the_hash_is_over_every_file(tmp_path: Path) -> None:
    """A change of the base changes it, though the roster stays."""
    first = table(tmp_path, "id", "ana").sha256
    assert table(tmp_path, "id", "ana").sha256 == first
    base = tmp_path / "base.yaml"
    base.write_text(base.read_text() + "# changed\n")
    assert read_roster(tmp_path / "team.csv", CATALOG, base).sha256 != first


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("team.xls", "the file is of an older spreadsheet format"),
        ("team", "the file has no suffix of a roster"),
        ("team.ods", "the file has no suffix of a roster"),
    ],
)
def test_files_of_other_kinds(tmp_path: Path, name: str, words: str) -> None:
    """The suffix tells the format."""
    assert words in refused(tmp_path, name, "id\nana\n")


def test_reading_loads_neither_the_solver_nor_workbooks(tmp_path: Path) -> None:
    """A fresh interpreter that reads a table holds neither library."""
    table(tmp_path, "id", "ana")
    statements = f"""
import sys
from pathlib import Path
from optimizer import read_catalog
from optimizer.team.read_roster import read_roster
folder = Path({str(tmp_path)!r})
roster = read_roster(folder / "team.csv", read_catalog(), folder / "base.yaml")
print(len(roster.entries), sorted({{"ortools", "openpyxl"}} & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", statements], capture_output=True, text=True, check=True
    )
    assert done.stdout == "1 []\n"


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    """A file of holes, larger than any roster."""
    path = tmp_path / "team.csv"
    with path.open("wb") as stream:
        stream.truncate(64_000_001)
    assert "file-too-large: the file has 64,000,001 bytes; at most 64 MB are read" in _refused(path)


def _refused(path: Path) -> str:
    with pytest.raises(Exception, match="file") as caught:
        read_roster(path, CATALOG)
    return str(caught.value)
