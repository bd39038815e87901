"""A rule and an aim as the registry hands them out: the parts of one file under one id."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings, RuleSettings

Kind = Literal["day", "week", "placement"]
"""What a rule or aim speaks of: single sessions, the week's totals, or days and characters."""

KIND_OF_SCOPE: dict[str, Kind] = {
    "DayScope": "day",
    "WeekScope": "week",
    "PlacementScope": "placement",
}
"""The kind of a rule or aim, by the scope that its function names."""


@dataclass(frozen=True)
class Rule:
    """A hard rule: the parts of one file in ``optimizer/constraints``.

    ``bars`` tells why an exercise is out of a session on sight, ``frees`` whether a session may
    stay empty; both are optional, as is ``relax``.
    """

    id: str
    text: str
    settings: type[RuleSettings]
    kind: Kind
    post: Callable[[Any], None]
    relax: Callable[[Any], None] | None
    violations: Callable[[Problem, Plan], Iterator[Breach]]
    bars: Callable[..., str | None] | None
    frees: Callable[..., bool] | None

    @property
    def statement(self) -> str:
        """The rule in one sentence."""
        return self.text.split("\n\n", maxsplit=1)[0].replace("\n", " ").strip()


@dataclass(frozen=True)
class Aim:
    """An aim: the parts of one file in ``optimizer/objectives``."""

    id: str
    text: str
    settings: type[AimSettings]
    tier: str
    kind: Kind
    express: Callable[[Any], Any]
    measure: Callable[[Problem, Plan], int]

    @property
    def statement(self) -> str:
        """The aim in one sentence."""
        return self.text.split("\n\n", maxsplit=1)[0].replace("\n", " ").strip()
