"""Plans that no command can work on: each fault is a coded error with its path."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from optimizer.domain.plan import Plan
from optimizer.errors import InputError
from optimizer.studies.in_hand.replan import ReplanOptions, replan
from optimizer.studies.in_hand.swap import swap
from tests.planning.gallery import catalog
from tests.studies.edits import plan, scenario

Edit = Callable[[dict[str, Any]], Any]


def changed(edit: Edit) -> Plan:
    """The good plan with an edit of its document."""
    document = plan().model_dump(mode="json")
    edit(document)
    return Plan.model_validate(document)


def _same_session(document: dict[str, Any]) -> None:
    document["sessions"].append(document["sessions"][0])


def _same_item(document: dict[str, Any]) -> None:
    items = document["sessions"][0]["items"]
    items.append(items[0])


def _strange_drill(document: dict[str, Any]) -> None:
    document["sessions"][0]["preparation"][0]["exercise"] = "rocking_ankle_mobilisatoin"


def _strange_place(document: dict[str, Any]) -> None:
    document["sessions"][0]["place"] = "mars"


def _no_plan(document: dict[str, Any]) -> None:
    document.update(status="infeasible", sessions=[])


@pytest.mark.parametrize(
    ("edit", "code", "path"),
    [
        (_same_session, "duplicate-id", ("sessions", 2, "id")),
        (_same_item, "duplicate-id", ("sessions", 0, "items", -1, "exercise")),
        (_strange_drill, "unknown-exercise", ("sessions", 0, "preparation", 0, "exercise")),
        (_strange_place, "unknown-place", ("sessions", 0, "place")),
        (_no_plan, "missing-key", ("sessions",)),
    ],
)
def test_a_fault_is_told_with_its_path(edit: Edit, code: str, path: tuple[str | int, ...]) -> None:
    """Both swap and replan refuse the plan before any work."""
    faulty = changed(edit)
    last = len(plan().session("a").items)
    expected = tuple(last if step == -1 else step for step in path)
    for ask in (
        lambda: swap(scenario(), faulty, "a-3", catalog()),
        lambda: replan(scenario(), faulty, catalog(), ReplanOptions(done=("a",))),
    ):
        with pytest.raises(InputError) as caught:
            ask()
        first = caught.value.complaints[0]
        assert (first.code, first.path) == (code, expected)


def test_a_misspelt_drill_has_a_close_match() -> None:
    """What may have been meant is named."""
    with pytest.raises(InputError) as caught:
        swap(scenario(), changed(_strange_drill), "a-3", catalog())
    assert "rocking_ankle_mobilization" in (caught.value.complaints[0].hint or "")


def test_another_place_matters_only_where_it_stays() -> None:
    """A new plan may be at another place; only sessions that are done keep theirs."""
    new = replan(scenario(), changed(_strange_place), catalog())
    assert new.changes is not None
    assert new.changes.count == 0
