"""Workbooks that are damaged, hostile or unfinished: refused in a sentence, and in no time."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from optimizer.reading.roster import workbook_guard
from tests.team.rosters import only, read, refused, said, week, workbook

ROWS: list[list[Any]] = [["id", "athlete.age"], ["ana", 30]]
NOT_READ = "  try: open it in a spreadsheet and save it as an Excel workbook (.xlsx), or as CSV"


def _changed(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The workbook with a text in one of its parts replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(made, "w") as copy:
        for info in parts.infolist():
            body = parts.read(info)
            if info.filename.endswith(name):
                assert old in body
                body = body.replace(old, new)
            copy.writestr(info.filename, body, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def test_a_workbook_that_unpacks_to_far_more(tmp_path: Path) -> None:
    """A megabyte that becomes a gigabyte is refused by the directory alone."""
    bomb = io.BytesIO()
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as parts,
        parts.open("xl/worksheets/sheet1.xml", "w") as stream,
    ):
        for _ in range(600):
            stream.write(bytes(1_000_000))
    assert len(bomb.getvalue()) < 1_000_000
    assert refused(tmp_path, "team.xlsx", bomb.getvalue()) == (
        "team.xlsx: file-too-large: the workbook unpacks to 600 MB in 1 parts; at most 512 MB in "
        "2,000 parts are read\n  why: a small file that unpacks to a huge one is no roster\n"
        "  try: check that the path names the file you meant"
    )


def test_a_workbook_of_very_many_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit counts parts as well."""
    monkeypatch.setattr(workbook_guard, "MOST_PARTS", 3)
    content = workbook(tmp_path / "made.xlsx", ROWS)
    assert "parts; at most 512 MB in 3 parts are read" in refused(tmp_path, "team.xlsx", content)


def test_definitions_that_grow(tmp_path: Path) -> None:
    """A sheet with XML entities of its own was written by no spreadsheet."""
    content = workbook(tmp_path / "made.xlsx", ROWS)
    entity = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet'
    hostile = _changed(content, "sheet1.xml", b"<worksheet", entity)
    assert refused(tmp_path, "team.xlsx", hostile) == (
        "team.xlsx: file-not-readable: the workbook is not one that a spreadsheet would write\n"
        + NOT_READ
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04 and no more", "damaged, or no workbook at all"),
        (b"id,name\nana,Ana\n", "damaged, or no workbook at all"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "of an older format, or has a password"),
        (b"", "damaged, or no workbook at all"),
    ],
)
def test_files_that_are_no_workbooks(tmp_path: Path, content: bytes, words: str) -> None:
    """Whatever the suffix says."""
    assert refused(tmp_path, "team.xlsx", content) == (
        f"team.xlsx: file-not-readable: the workbook is {words}\n{NOT_READ}"
    )


def test_workbooks_with_a_part_missing_or_wrong(tmp_path: Path) -> None:
    """The library's many errors become one sentence."""
    content = workbook(tmp_path / "made.xlsx", ROWS)
    for name, old, new in (
        ("workbook.xml", b"sheets", b"shoots"),
        ("sheet1.xml", b"</row>", b"</raw>"),
        ("sheet1.xml", b't="inlineStr"><is><t>ana</t></is>', b't="s"><v>99</v>'),
        ("[Content_Types].xml", b"workbook", b"w"),
    ):
        found = refused(tmp_path, "team.xlsx", _changed(content, name, old, new))
        assert "file-not-readable: the workbook is " in found, name


def test_texts_that_cells_share(tmp_path: Path) -> None:
    """Spreadsheets keep each text once, in a part of its own."""
    content = workbook(tmp_path / "made.xlsx", ROWS)
    inline, shared = b't="inlineStr"><is><t>ana</t></is>', b't="s"><v>0</v>'
    content = _changed(content, "sheet1.xml", inline, shared)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}" /></Types>'
    made = io.BytesIO(_changed(content, "[Content_Types].xml", b"</Types>", part.encode()))
    with zipfile.ZipFile(made, "a") as parts:
        start = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        texts = "<si><r><t>ana</t></r><r><t>-01</t></r></si></sst>"
        parts.writestr("xl/sharedStrings.xml", start + texts)
    assert only(read(tmp_path, "team.xlsx", made.getvalue())).id == "ana-01"


def test_a_sheet_that_lies_about_its_size(tmp_path: Path) -> None:
    """Neither the stated dimension nor a cell far out costs memory."""
    content = workbook(tmp_path / "made.xlsx", ROWS)
    large = _changed(content, "sheet1.xml", b"A1:B2", b"A1:XFD1048576")
    assert week(only(read(tmp_path, "team.xlsx", large)))["athlete"]["age"] == 30
    far = _changed(content, "sheet1.xml", b'r="B2"', b'r="XFD2"')
    assert said(only(read(tmp_path, "team.xlsx", far)), tmp_path).startswith(
        "team.xlsx:athletes!XFD2: value-out-of-range: 30 stands under no column of the header"
    )
    farther = _changed(content, "sheet1.xml", b'r="B2"', b'r="ZZZZ2"')
    assert "the workbook is damaged" in refused(tmp_path, "team.xlsx", farther)


def test_formulas_count_with_their_values(tmp_path: Path) -> None:
    """A formula that no spreadsheet has worked out yet is no empty cell."""
    book = openpyxl.Workbook()
    page: Any = book.active
    page.append(["id", "athlete.age", "athlete.name"])
    page.append(["ana", "=10+20", '=""'])
    book.save(tmp_path / "made.xlsx")
    content = (tmp_path / "made.xlsx").read_bytes()
    assert refused(tmp_path, "team.xlsx", content).startswith(
        "team.xlsx:Sheet!B2: value-out-of-range: the cell holds a formula, and the file does not "
        "hold its value\n  why: formulas are not worked out here"
    )
    known = _changed(content, "sheet1.xml", b"<f>10+20</f><v />", b"<f>10+20</f><v>30</v>")
    known = _changed(known, "sheet1.xml", b'<c r="C2">', b'<c r="C2" t="str">')
    athlete = week(only(read(tmp_path, "team.xlsx", known)))["athlete"]
    assert (athlete["age"], athlete["name"]) == (30, None)
