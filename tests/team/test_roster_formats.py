"""One team in every format and encoding: the same athletes; and faults of each format."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from optimizer.team.entries import Roster
from optimizer.team.read_roster import read_roster
from tests.team.rosters import BASE, CATALOG, only, read, refused, said, table, week, workbook

YAML = """\
format: 1
base: base.yaml
groups:
  young: {athlete.age: 16, athlete.supervised: yes}
athletes:
  - id: ana
    athlete: {name: Ana, pains: "-"}
    week.start_date: 2026-03-02
    week.sessions.a: {minutes: 30, start: "07:30"}
    week.races: ["-", {date: 2026-04-19, distance: marathon}]
  - {id: 7, group: [young], athlete.name: Bo, week.sessions.a.start: "19:00",
     athlete.one_rep_max_kg.goblet_squat: 32.5, athlete.likes: [goblet_squat, step_up]}
""".replace('["-", {date: 2026-04-19, distance: marathon}]', "2026-04-19:marathon")
HEADER = [
    "id", "group", "athlete.name", "athlete.pains", "week.start_date", "week.sessions.a.minutes",
    "week.sessions.a.start", "week.races", "athlete.one_rep_max_kg.goblet_squat", "athlete.likes",
    "athlete.age", "athlete.supervised",
]  # fmt: skip
ROWS = [
    ["*young", "", "", "", "", "", "", "", "", "", "16", "yes"],
    ["ana", "", "Ana", "-", "2026-03-02", "30", "7:30", "2026-04-19:marathon", "", "", "", ""],
    ["7", "young", "Bo", "", "", "", "19:00", "", "32,5", "goblet_squat; step_up", "", ""],
]


def _csv(separator: str, line_end: str = "\n") -> str:
    rows = [[f'"{cell}"' if separator in cell else cell for cell in row] for row in (HEADER, *ROWS)]
    return "".join(separator.join(row) + line_end for row in rows)


def _weeks(roster: Roster) -> list[object]:
    return [week(entry) for entry in roster.entries]


@pytest.fixture
def expected(tmp_path: Path) -> list[object]:
    """The team from YAML."""
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    found = _weeks(read(tmp_path, "team.yaml", YAML, base=False))
    assert len(found) == 2
    return found


@pytest.mark.parametrize(
    "content",
    [
        _csv(",").encode(),
        _csv(",", "\r\n").encode("utf-8-sig"),
        _csv(";").encode("utf-8-sig"),
        _csv("\t").encode("utf-16"),
        b"sep=;\r\n" + _csv(";", "\r\n").encode(),
        _csv(",", "\r").encode(),
        b'# "comment, with; marks\n\n' + _csv(",").encode() + b",,,\n \n,,,,,,,,,,,,,,,\n",
        _csv(",").replace("id,", "ID,", 1).replace("\n", ",,\n").encode(),
    ],
    ids=["plain", "mark", "semicolons", "tabs", "sep", "old Mac", "empty rows", "wide"],
)
def test_csv_in_any_dress(tmp_path: Path, content: bytes, expected: list[object]) -> None:
    """Separators, line ends, byte-order marks, empty rows and columns."""
    assert _weeks(read(tmp_path, "team.csv", content)) == expected


def test_a_table_beside_a_yaml_roster(tmp_path: Path, expected: list[object]) -> None:
    """Base and groups in YAML, athletes in CSV; a group of the same name is refused."""
    (tmp_path / "athletes.csv").write_text(_csv(","))
    roster = "format: 1\nbase: base.yaml\nathletes: athletes.csv\n"
    assert _weeks(read(tmp_path, "team.yaml", roster, base=False)) == expected
    grouped = roster + "groups: {young: {athlete.age: 12}}\n"
    assert refused(tmp_path, "team.yaml", grouped, base=False).startswith(
        'athletes.csv:2:1: duplicate-id: the group "young" stands at team.yaml:4:'
    )
    looped = roster.replace("athletes.csv", "team.yaml")
    assert "a roster names a table of athletes here" in refused(
        tmp_path, "team.yaml", looped, base=False
    )


def test_a_workbook_with_its_own_values(tmp_path: Path, expected: list[object]) -> None:
    """Numbers, dates, times, booleans and percentages of a day, as a spreadsheet keeps them."""
    rows: list[list[Any]] = [[*row] for row in (HEADER, *ROWS)]
    rows[1] = ["*young", *[None] * 9, 16.0, True]
    rows[2] = ["ana", None, "Ana", "-", datetime(2026, 3, 2), 30.0, time(7, 30),
               "2026-04-19:marathon"]  # fmt: skip
    rows[3] = [7, "young", "Bo", None, None, None, 19 / 24, None, 32.5, "goblet_squat\nstep_up"]
    content = workbook(tmp_path / "made.xlsx", [["# comment"], [], *rows, [None, " "], []])
    assert _weeks(read(tmp_path, "team.xlsx", content)) == expected


@pytest.mark.parametrize(
    ("header", "value", "words"),
    [
        ("week.sessions.a.minutes", time(0, 40), "is the time 00:40:00"),
        ("week.sessions.a.minutes", date(2026, 3, 4), "is the date 2026-03-04"),
        ("week.sessions.a.start", 18, "is 18, which is a whole number"),
        ("week.sessions.a.start", 1.75, "is no time of day"),
        ("week.sessions.a.start", time(18, 0, 30), "is the time 18:00:30, with seconds"),
        (
            "week.sessions.a.start",
            datetime(2026, 3, 2, 18),
            "is the date and time 2026-03-02 18:00",
        ),
        ("week.start_date", datetime(2026, 3, 2, 18), "is the date and time 2026-03-02 18:00"),
        ("athlete.name", True, "is true, which is neither a number nor text"),
        ("athlete.name", "#REF!", "is #REF!, an error of the spreadsheet"),
        ("week.sessions.a", 5, "and one cell cannot hold so many values"),
        ("athlete.unlocked", "squat", 'holds "squat"'),
        ("athlete.unlocked", "squat:2;squat:3", 'holds "squat" twice'),
    ],
)
def test_values_that_a_spreadsheet_mangled(
    tmp_path: Path, header: str, value: object, words: str
) -> None:
    """Each at the address of its cell."""
    content = workbook(tmp_path / "made.xlsx", [["id", header], ["ana", value]])
    entry = only(read(tmp_path, "team.xlsx", content))
    (complaint,) = entry.complaints
    assert f"{header} " in complaint.message
    assert words in complaint.message
    assert complaint.hint
    assert complaint.position is not None
    assert str(complaint.position).endswith("team.xlsx:athletes!B2")
    assert complaint.as_json()["cell"] == "athletes!B2"
    assert (complaint.position.line, complaint.position.column) == (2, 2)


def test_dates_that_are_numbers(tmp_path: Path) -> None:
    """A date in a cell that is formatted as a number; a small number is no date."""
    rows: list[list[Any]] = [["id", "week.start_date"], ["ana", 46083], ["ben", 30]]
    ana, ben = read(tmp_path, "team.xlsx", workbook(tmp_path / "m.xlsx", rows)).entries
    assert week(ana)["week"]["start_date"] == "2026-03-02"
    assert "week.start_date is 30" in said(ben, tmp_path)


def test_the_sheet_of_athletes(tmp_path: Path) -> None:
    """The sheet of that name, wherever it stands, or else the first."""
    path = tmp_path / "made.xlsx"
    workbook(path, [["id"], ["first"]], "notes")
    assert only(read(tmp_path, "team.xlsx", path.read_bytes())).id == "first"
    book = openpyxl.load_workbook(path)
    page = book.create_sheet("Athletes")
    page.append(["id"])
    page.append(["second"])
    book.save(path)
    entry = only(read(tmp_path, "team.xlsx", path.read_bytes()))
    assert entry.id == "second"
    assert str(entry.position).endswith("team.xlsx:Athletes!A2")


YAML_FAULTS = {
    "athletes: []": "team.yaml:2:1: empty-file: the roster holds no athlete\n"
    "  try: add a row such as `- {id: ana-01}`",
    "athlets: []\nbase: 3": 'team.yaml:1:1: missing-key: the roster lacks the key "athletes"\n'
    "  try: add `athletes:` with a list of rows, or the name of a table\n"
    'team.yaml:2:1: unknown-key: the roster has no key "athlets"\n'
    "  why: a key that nobody reads would change nothing, and nobody would notice\n"
    "  try: did you mean athletes?\n"
    "team.yaml:3:7: wrong-type: base is 3, which is a whole number\n"
    "  try: write a scenario, or the name of its file",
    "athletes: [{id: ana}]\ngroups: {young: 3}": "team.yaml:3:17: wrong-type: groups.young is 3, "
    "which is a whole number\n  try: write a map of columns",
    "athletes: [{id: ana}]\ngroups: {young: {athlete.aeg: 3}}": "team.yaml:3:18: unknown-key: "
    'there is no column "athlete.aeg"\n'
    "  why: a column that nobody reads would change nothing, and nobody would notice\n"
    "  try: did you mean athlete.age or athlete.name or athlete.phase?",
    "athletes: [{id: ana}]\nplaces: {gym: {kit: gim}}": "team.yaml:3:21: unknown-kit: there is no "
    'kit "gim"\n  try: did you mean gym?',
}


@pytest.mark.parametrize("text", YAML_FAULTS)
def test_faults_of_a_yaml_roster(tmp_path: Path, text: str) -> None:
    """Each at its key, all at once."""
    assert refused(tmp_path, "team.yaml", f"format: 1\n{text}\n", base=False) == YAML_FAULTS[text]


def test_rows_of_a_yaml_roster(tmp_path: Path) -> None:
    """Rows that are no maps, parts of maps, places beside the base."""
    roster = read(
        tmp_path,
        "team.yaml",
        "format: 1\nplaces: {park: {kit: bodyweight}}\nathletes:\n"
        "  - 3\n"
        "  - {id: [1]}\n"
        "  - {id: a, group: {x: 1}}\n"
        "  - {id: b, week.sessions.a.place: park, week: {sesions: 3}}\n"
        "  - {id: c, week.sessions: [{id: only, day: [mon, tue], minutes: 30, place: park}]}\n"
        "  - {id: d, athlete: {levle: beginner}}\n"
        "  - {id: e, week.sessions: [{id: only, day: someday, minutes: 30, place: park}]}\n"
        "  - {id: f, athlete: [], week.sessions.a: [], athlete.level: {}, athlete.age: [3]}\n"
        "  - {id: g, places: {home: [1]}, places.home.kit: gym}\n",
    )
    assert [said(entry, tmp_path).splitlines()[:1] for entry in roster.entries] == [
        ["team.yaml:4:5: wrong-type: the row is 3, which is a whole number"],
        ["team.yaml:5:6: wrong-type: the id is a list"],
        ["team.yaml:6:13: wrong-type: the group is a map"],
        ['team.yaml:7:49: unknown-key: week has no key "sesions"'],
        [],
        ['team.yaml:9:23: unknown-key: athlete has no key "levle"'],
        ['team.yaml:10:45: value-out-of-range: week.sessions.only.day is "someday"'],
        ["team.yaml:11:13: value-out-of-range: athlete is a list"],
        ["team.yaml:12:22: wrong-type: places.home is a list"],
    ]
    wrong = [complaint.message for complaint in roster.entries[-2].complaints]
    assert wrong == [
        "athlete is a list",
        "week.sessions.a is a list",
        "athlete.level is a map",
        "athlete.age is a list",
    ]
    inside = roster.entries[-1].complaints[-1].message
    assert inside == "places.home.kit lies inside of a list that cannot hold it"


def test_faults_of_a_csv(tmp_path: Path) -> None:
    """Quotation marks, other encodings, nothing at all."""
    found = refused(tmp_path, "team.csv", 'id,name\nana,"x\nben,y\n')
    assert found.startswith("team.csv:2: value-out-of-range: a quotation mark opens in this row")
    found = refused(tmp_path, "team.csv", 'id,name\nana,"x"y\n')
    assert found.startswith("team.csv:2: value-out-of-range: text follows the closing quotation")
    found = refused(tmp_path, "team.csv", "id,name\nana," + "x" * 140_000)
    assert "a cell of this row has more than 131,072 characters" in found
    found = refused(tmp_path, "team.csv", "id,athlete.name\nana,Jos\xe9\n".encode("latin-1"))
    assert found.startswith("team.csv:2:8: not-utf8: the byte 0xe9 is not UTF-8 text")
    assert "as UTF-16 text" in refused(tmp_path, "team.csv", b"\xff\xfea")
    assert "the table holds no athlete" in refused(tmp_path, "team.csv", "id,name\n")
    assert "the table holds no row" in refused(tmp_path, "team.csv", "# id,name\n")
    assert "the file holds nothing" in refused(tmp_path, "team.csv", " \n")


def test_cells_over_several_lines(tmp_path: Path) -> None:
    """The line that a cell starts on is named, and lists may go on in the next line."""
    rows = ["id,athlete.likes,athlete.level", 'ana,"goblet squat', 'step_up",begginer']
    entry = only(table(tmp_path, *rows))
    assert said(entry, tmp_path).startswith(
        'team.csv:3:10: value-out-of-range: athlete.level is "begginer"'
    )
    assert str(entry.position).endswith("team.csv:2:1")


def test_the_position_of_a_problem_is_in_the_file_that_holds_it(tmp_path: Path) -> None:
    """A session of the base, at a place that a row takes away."""
    entry = only(table(tmp_path, "id,places.home", "ana,-"))
    assert [line for line in said(entry, tmp_path).splitlines() if "try" not in line] == [
        'base.yaml:9:45: unknown-place: there is no place "home"',
        'base.yaml:10:47: unknown-place: there is no place "home"',
    ]
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "team.yaml").write_text(
        "format: 1\nbase: ../base.yaml\nathletes: [{id: ana}]\n"
    )
    assert only(read_roster(tmp_path / "sub" / "team.yaml", CATALOG)).complaints == ()
