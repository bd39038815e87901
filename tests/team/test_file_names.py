"""Names of files: safe, distinct, and decided by the id alone."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.team.file_names import file_stem

SAFE = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9_-])?", re.ASCII)
RESERVED = {"con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(10))}
LETTERS = st.text(max_size=20) | st.text("aAbB.-_ é\u0301/\\:", max_size=6)
NEAR = st.sampled_from(["ana", "Ana", "ANA", "ana.", "ana ", "é", "e\u0301", "con", "con.x", ""])
IDS = LETTERS | NEAR | NEAR.map(file_stem)


@given(st.lists(IDS, unique=True, max_size=12))
def test_distinct_ids_have_distinct_safe_names(identifiers: list[str]) -> None:
    """On systems that ignore case or unify accents, too."""
    stems = [file_stem(identifier) for identifier in identifiers]
    same = [unicodedata.normalize("NFC", stem).casefold() for stem in stems]
    assert len(set(same)) == len(identifiers)
    for stem in stems:
        assert SAFE.fullmatch(stem), stem
        assert len(stem.encode()) <= 120
        assert stem.partition(".")[0] not in RESERVED


@pytest.mark.parametrize("identifier", ["ana", "ana-01", "a.b_c", "7", "x" * 64])
def test_plain_ids_stay(identifier: str) -> None:
    """Lower-case letters, digits, hyphens, underscores and dots inside."""
    assert file_stem(identifier) == identifier


@pytest.mark.parametrize(
    ("identifier", "stem"),
    [
        ("Ana", "ana-dea210f058b4"),
        ("José Núñez", "jose-nunez-cd32e4cb9eba"),
        ("../../x", "x-9cdf6a50100a"),
        ("CON", "con-a3dbc4b644a9"),
        ("nul.txt", "nul-txt-7f3cbdd58ac5"),
        ("com1", "com1-957a49c3e803"),
        ("🏃", "athlete-dd505500a295"),
        ("ana-dea210f058b4", "ana-dea210f058b4-164d6bab1576"),
        ("ana..b", "ana-b-a48e04dce019"),
        ("ana.", "ana-98dd7d05d8b9"),
        ("", "athlete-e3b0c44298fc"),
        ("a/b\\c", "a-b-c-7e65aa1c2745"),
        ("  ", "athlete-6c179f21e6f6"),
        ("y" * 300, "y" * 51 + "-9637cfead94a"),
    ],
)
def test_others_keep_what_can_be_read(identifier: str, stem: str) -> None:
    """And get the start of their hash, which never changes."""
    assert file_stem(identifier) == stem


def test_the_two_forms_of_an_accent_differ() -> None:
    """They look the same, and some systems take them for the same name."""
    assert file_stem("jos\u00e9") == "jose-d994e1d00188"
    assert file_stem("jose\u0301") == "jose-0c06649e6156"
