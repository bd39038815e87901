"""Exercise names as people write them."""

from __future__ import annotations

from functools import cache

import pytest

from optimizer.reading.catalog.reader import read_catalog
from optimizer.reading.written.loose_names import LooseNames


@cache
def names() -> LooseNames:
    """The names of the shipped catalog."""
    return LooseNames(read_catalog())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("goblet_squat", "goblet_squat"),
        ("Goblet Squats", "goblet_squat"),
        ("push ups", "push_up"),
        ("single leg RDL", "single_leg_rdl"),
        ("Romanian deadlift, single-leg", "single_leg_rdl"),
        ("one-leg calf raise", "single_leg_calf_raise"),
        ("forearm plank", "plank"),
        ("90/90 hip switches", "ninety_ninety_switch"),
    ],
)
def test_ways_of_writing(written: str, meant: str) -> None:
    """Case, hyphens, plurals, short forms and word order do not matter."""
    found = names().find(written)
    assert found is not None
    assert (found.id, found.has_typo) == (meant, False)


def test_every_spelling_of_the_catalog_is_found() -> None:
    """Ids, names and aliases stand for their own exercise."""
    for row in read_catalog().exercises:
        for spelling in (row.id, row.name, *row.aliases):
            found = names().find(spelling)
            assert found is not None, spelling
            assert found.id == row.id


@pytest.mark.parametrize(
    ("written", "meant"), [("gobet squat", "goblet_squat"), ("singel-leg RDL", "single_leg_rdl")]
)
def test_a_typo_is_found_and_told(written: str, meant: str) -> None:
    """One word that the catalog does not know, near one that it does."""
    found = names().find(written)
    assert found is not None
    assert (found.id, found.has_typo) == (meant, True)


@pytest.mark.parametrize(
    "written", ["side-lying hip adduction", "two-leg RDL", "standing hip hike down", "x" * 500]
)
def test_words_that_mean_something_else_are_no_typos(written: str) -> None:
    """Adduction is no misspelt abduction."""
    found = names().find(written)
    assert found is None or "abduction" not in found.id


def test_a_vague_name_gets_suggestions() -> None:
    """The nearest exercises with their names."""
    complaint = names().complaint("calf raise", ("sessions",))
    assert complaint.code == "unknown-exercise"
    assert "two_leg_calf_raise" in complaint.hint


def test_nonsense_gets_the_way_to_the_list() -> None:
    """Where nothing is near, the hint names the command that lists."""
    assert "catalog list" in names().complaint("zzzz", ()).hint
