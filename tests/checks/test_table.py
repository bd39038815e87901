"""The table of the 25 checks names rules and aims that exist, each with its test and its page."""

from __future__ import annotations

from optimizer.constraints import every_rule
from optimizer.objectives import every_aim
from optimizer.verify.checks import CHECKS
from tests.structure.sources import ROOT

RULES = {rule.id for rule in every_rule()}
AIMS = {aim.id for aim in every_aim()}
MAPPED = [
    (check.id, room, member)
    for check in CHECKS
    for room, members in (("constraints", check.rules), ("objectives", check.aims))
    for member in members
]


def test_there_are_twenty_five_in_their_order() -> None:
    """C01 to C25, none left out and none twice."""
    assert [check.id for check in CHECKS] == [f"C{number:02}" for number in range(1, 26)]


def test_every_rule_and_aim_of_the_table_exists() -> None:
    """Ids that no file has are named, together with their check."""
    exist = {"constraints": RULES, "objectives": AIMS}
    assert [entry for entry in MAPPED if entry[2] not in exist[entry[1]]] == []


def test_every_rule_and_aim_of_the_table_has_a_test_and_a_page() -> None:
    """Missing files are named."""
    wanted = [f"tests/{room}/test_{member}.py" for _, room, member in MAPPED]
    wanted += [f"docs/{room}/{member}.md" for _, room, member in MAPPED]
    assert [path for path in dict.fromkeys(wanted) if not (ROOT / path).is_file()] == []


def test_a_check_without_rule_and_aim_is_about_several_weeks() -> None:
    """Only C24 cannot be asked of a single week."""
    silent = [check for check in CHECKS if check.kind == "several weeks"]
    assert [check.id for check in silent] == ["C24"]
    assert all(check.later for check in silent)


def test_hard_checks_have_a_rule() -> None:
    """C14 and C15 are soft; every other check of a single week has a hard rule."""
    soft = [check.id for check in CHECKS if check.kind == "soft"]
    assert soft == ["C14", "C15"]


def test_every_check_says_where_its_line_comes_from() -> None:
    """Evidence and convention are labelled on every line."""
    labels = ("convention", "read)", "a fact of the scenario", "general knowledge")
    assert [check.id for check in CHECKS if not any(one in check.basis for one in labels)] == []


def test_the_page_shows_every_check() -> None:
    """The documentation has a page for the table, and the table is made from the code."""
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert "_generated/checks.md" in page
