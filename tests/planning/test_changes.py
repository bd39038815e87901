"""Changes of a scenario: applied, said, and ranked."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.planning.changes import REMOVED, Change, apply, value_at
from optimizer.planning.repairs.search import Repair, ranked
from optimizer.planning.scenario_lines import Path
from optimizer.planning.scenario_text import dotted, plain, yaml_of
from tests.worlds import scenario

PINS = tuple({"session": "mon", "exercise": "air_squat", "sets": n} for n in (2, 3, 4))


def change(path: Path, value: Any, cost: int = 1) -> Change:
    """A change of some kind."""
    return Change("minutes", path, value, cost, "do it")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("week", "sessions", 0, "minutes"), 50),
        (("targets", "muscles", "soleus", "floor"), 1.5),
        (("athlete", "unlocked", "squat"), 2),
        (("constraints", "sets_stay_in_range", "least"), 1),
        (("places", "home", "equipment", "barbell"), {"count": 1}),
        (("targets", "floors"), "relaxed"),
    ],
)
def test_a_value_is_set(path: Path, value: Any) -> None:
    """At a path that is there, and at one that is new."""
    asked = scenario()
    found = value_at(apply(asked, [change(path, value)]), path)
    assert (found if not hasattr(found, "model_dump") else found.model_dump()) in (
        value,
        {"count": 1, "loads_kg": ()},
    )
    assert asked == scenario()


def test_several_entries_are_taken_out() -> None:
    """The numbers are those before any of them went."""
    asked = scenario(pin=PINS)
    both = [change(("pin", 0), REMOVED), change(("pin", 1), REMOVED)]
    assert [pin.sets for pin in apply(asked, both).pin] == [4]


def test_an_entry_is_changed_beside_one_that_goes() -> None:
    """Whatever their order."""
    asked = scenario(pin=PINS)
    both = [change(("pin", 0), REMOVED), change(("pin", 2, "sets"), 1)]
    assert [pin.sets for pin in apply(asked, both).pin] == [3, 1]


@pytest.mark.parametrize(
    ("path", "value", "text", "where"),
    [
        (("week", "sessions", 0, "minutes"), 50, "minutes: 50", "week.sessions.mon.minutes"),
        (("week", "sessions", 1, "day"), ("tue",), "day: tue", "week.sessions.thu.day"),
        (
            ("targets", "muscles", "soleus", "floor"),
            1.5,
            "targets: {muscles: {soleus: {floor: 1.5}}}",
            "targets.muscles.soleus.floor",
        ),
        (
            ("pin", 0),
            REMOVED,
            "remove {session: mon, exercise: air_squat, sets: 2}",
            "pin.0",
        ),
    ],
)
def test_a_change_is_written_as_yaml(path: Path, value: Any, text: str, where: str) -> None:
    """The key and value where it stands, or the way from the first new key."""
    asked = scenario(pin=PINS)
    assert yaml_of(asked, change(path, value)) == text
    assert dotted(asked, path) == where


def test_values_are_plain() -> None:
    """One day stands for a list of one; what goes has no value."""
    assert plain(("mon",)) == "mon"
    assert plain(("mon", "tue")) == ["mon", "tue"]
    assert plain(REMOVED) is None


def test_cheap_repairs_come_first() -> None:
    """Dear ones, long ones, and those that only add lines to a cheaper one stay out."""
    cheap = Repair((change(("a",), 1, 10),))
    fair = Repair((change(("b",), 1, 25),))
    more = Repair((change(("a",), 2, 10), change(("c",), 1, 5)))
    dear = Repair((change(("d",), 1, 31),))
    long = Repair(tuple(change((str(n),), 1, 4) for n in range(4)))
    assert ranked([dear, fair, more, long, cheap]) == (cheap, fair)
    assert ranked([long]) == (long,)
