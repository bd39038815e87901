"""The catalog's folder: what is read, and what is wrong with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from optimizer.errors import InputError
from optimizer.reading.catalog.reader import default_folder, read_catalog

ROW = """\
- id: {id}
  name: {name}
  role: strength
  pattern: {{primary: squat}}
  mechanics: compound
  laterality: bilateral
  side_mode: bilateral
  planes: {{motion: [sagittal]}}
  region: lower
  difficulty: 1
  muscles: {{direct: [quadriceps]}}
  equipment: [{{}}]
  timing: {{seconds_per_rep: 3, setup_seconds: 5}}
  cues: [Stand tall.]
  why: It trains the legs.
  sources: [notes]
"""
FILES = {
    "equipment.yaml": "format: 1\nitems: [{id: wall, name: wall, fixture: true}]\nkits: []\n",
    "flags.yaml": "format: 1\nflags: []\n",
    "muscles.yaml": "format: 1\nmuscles: [{id: quadriceps, name: q, tier: 1, area: thigh}]\n",
    "pains.yaml": "format: 1\npains: []\n",
    "patterns.yaml": "format: 1\npatterns: [{id: squat, name: squat}]\n",
    "sources.yaml": "format: 1\nsources: [{id: notes, title: Notes, kind: convention}]\n",
    "exercises/a.yaml": "# Squats.\n" + ROW.format(id="air_squat", name="Air squat"),
    "exercises/b.yaml": "# More.\n" + ROW.format(id="split_squat", name="Split squat"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "exercises").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _complaints(folder: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_catalog(folder)
    return str(caught.value).replace(f"{folder}/", "")


def test_the_real_catalog_can_be_read() -> None:
    catalog = read_catalog()
    assert catalog.exercises
    assert len(catalog.sha256) == 64


def test_files_are_read_in_the_order_of_their_names(folder: Path) -> None:
    catalog = read_catalog(folder)
    assert [row.id for row in catalog.exercises] == ["air_squat", "split_squat"]
    assert catalog.muscles[0].id == "quadriceps"
    assert catalog.equipment[0].fixture


def test_the_hash_follows_names_and_bytes_and_not_the_folder(folder: Path, tmp_path: Path) -> None:
    first = read_catalog(folder).sha256
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("copy"))
    assert read_catalog(copy).sha256 == first
    (copy / "exercises" / "b.yaml").rename(copy / "exercises" / "c.yaml")
    renamed = read_catalog(copy).sha256
    assert renamed != first
    (copy / "pains.yaml").write_text("format: 1\npains: [] #\n", encoding="utf-8")
    assert read_catalog(copy).sha256 not in (first, renamed)


def test_all_problems_of_all_files(folder: Path) -> None:
    bad = ROW.format(id="Bad", name="x").replace("difficulty: 1", "difficulty: 6")
    (folder / "exercises" / "a.yaml").write_text(FILES["exercises/a.yaml"] + bad)
    (folder / "exercises" / "b.yaml").write_text(FILES["exercises/a.yaml"])
    (folder / "flags.yaml").unlink()
    (folder / "pains.yaml").write_text("format: 1\npain: []\n")
    (folder / "sources.yaml").write_text("format: 1\nsources: [\n")
    (folder / "muscles.yaml").write_text(
        FILES["muscles.yaml"] + "mobility_areas:\n"
        "  - {id: calf, name: calf, areas: []}\n  - {id: calf, name: calf, areas: []}\n"
    )
    assert _complaints(folder) == (
        'exercises/a.yaml:18:7: value-out-of-range: Bad.id is "Bad"\n'
        "  try: write an id of lower-case letters, digits and underscores, at most 64 characters\n"
        'exercises/a.yaml:19:9: value-out-of-range: Bad.name is "x"\n'
        "  try: write text of 3 to 60 characters\n"
        "exercises/a.yaml:27:15: value-out-of-range: Bad.difficulty is 6\n"
        "  try: write a whole number from 1 to 5\n"
        "exercises/b.yaml:2:7: duplicate-id: the id air_squat is in a.yaml already\n"
        "  why: plans and scenarios name records by their id\n"
        "  try: give one of the two another id\n"
        "flags.yaml: file-not-readable: cannot read the file: it does not exist\n"
        "  try: check the path and the permission to read it\n"
        "muscles.yaml:5:10: duplicate-id: the id calf is there already\n"
        "  why: plans and scenarios name records by their id\n"
        "  try: give one of the two another id\n"
        'pains.yaml:1:1: missing-key: the file lacks the key "pains"\n'
        "  try: add `pains:` with a list, each item a map with the keys id, name, muscles, "
        "calf_tempo, light_loads, refuse, avoid_impact, avoid_flags, helps, prefer, "
        "refer, sources\n"
        'pains.yaml:2:1: unknown-key: the file has no key "pain"\n'
        "  why: a key that nobody reads would change nothing, and nobody would notice\n"
        "  try: did you mean pains?\n"
        "sources.yaml:2:11: not-yaml: the text ends in the middle of something: `sources: [`\n"
        "  try: close the bracket, and put commas between the items"
    )


def test_a_folder_without_exercises(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="the catalog has no files exercises"):
        read_catalog(tmp_path)


def test_an_exercise_file_must_be_a_list_of_maps(folder: Path) -> None:
    (folder / "exercises" / "a.yaml").write_text("- just text\n")
    (folder / "exercises" / "b.yaml").write_text("id: x\n")
    text = _complaints(folder)
    assert 'a.yaml:1:3: wrong-type: #1 is "just text", which is text' in text
    assert "b.yaml:1:1: wrong-type: the file holds a map where a list should stand" in text


def test_the_default_folder_is_the_repository_or_the_package() -> None:
    assert default_folder().name in ("catalog", "_catalog")
