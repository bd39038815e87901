"""A rule and an aim each cost three files: the code, its test and its page."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from optimizer.constraints import every_rule
from optimizer.domain.tiers import TIERS
from optimizer.objectives import every_aim
from tests.structure.sources import ROOT, helpers_of, modules_in, name_of, tree_of

ROOMS = ("constraints", "objectives")
MEMBERS = tuple((room, path.stem) for room in ROOMS for path in modules_in(room))
FILES = tuple(path for room in ROOMS for path in modules_in(room))
SECTIONS = ("Formula", "Why", "Settings")


@pytest.mark.parametrize(("room", "member"), MEMBERS)
def test_has_a_test_file(room: str, member: str) -> None:
    """Every rule and every aim has a test file of its own."""
    assert (ROOT / "tests" / room / f"test_{member}.py").is_file()


@pytest.mark.parametrize(("room", "member"), MEMBERS)
def test_has_a_docs_page(room: str, member: str) -> None:
    """Every rule and every aim has a docs page of its own."""
    assert (ROOT / "docs" / room / f"{member}.md").is_file()


@pytest.mark.parametrize("room", ROOMS)
def test_no_test_or_page_is_left_behind(room: str) -> None:
    """Every test file and docs page of a room belongs to a rule or an aim that exists."""
    members = {path.stem for path in modules_in(room)}
    tests = {path.stem for path in (ROOT / "tests" / room).glob("test_*.py")}
    pages = {path.stem for path in (ROOT / "docs" / room).glob("*.md")} - {"index"}
    assert set() == tests - {f"test_{member}" for member in members}
    assert set() == pages - members


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_docstring_has_its_sections(path: Path) -> None:
    """A rule's docstring states the rule in a sentence, then formula, reason and settings."""
    lines = (ast.get_docstring(tree_of(path)) or "").splitlines()
    assert lines[0].endswith(".")
    assert list(SECTIONS) == [line for line in lines if line in SECTIONS]


@pytest.mark.parametrize("path", modules_in("constraints"), ids=lambda path: path.stem)
def test_violations_shares_no_helper_with_post(path: Path) -> None:
    """A rule's verifier uses no function of the module that its model uses."""
    entries = ("post", "relax", "bars", "frees")
    model = helpers_of(path, *entries) | set(entries)
    assert set() == model & helpers_of(path, "violations"), name_of(path)


def test_the_registries_hold_every_file() -> None:
    """The registries of rules and aims list exactly the files of their rooms."""
    assert [path.stem for path in modules_in("constraints")] == [r.id for r in every_rule()]
    assert [path.stem for path in modules_in("objectives")] == [a.id for a in every_aim()]


def test_a_tier_speaks_of_sessions_or_of_totals_and_days() -> None:
    """Aims that need single sessions share no tier with others, and are of this week only.

    Days and characters are known to both layers, so their aims may stand beside those of totals.
    """
    kinds = {tier.id: {aim.kind for aim in every_aim() if aim.tier == tier.id} for tier in TIERS}
    assert {aim.tier for aim in every_aim()} <= set(kinds)
    day_tiers = [tier for tier in TIERS if "day" in kinds[tier.id]]
    assert {tier.id: kinds[tier.id] for tier in day_tiers} == {t.id: {"day"} for t in day_tiers}
    assert {tier.scope for tier in day_tiers} == {"this week"}


def test_rules_that_free_sessions_or_speak_of_days_are_placement_rules() -> None:
    """Whether a session takes place is a decision about days, and needs no relaxation."""
    freeing = [rule for rule in every_rule() if rule.frees is not None]
    assert freeing != []
    assert {rule.kind for rule in freeing} == {"placement"}
    relaxed = {rule.kind for rule in every_rule() if rule.relax is not None}
    assert relaxed == {"day"}
