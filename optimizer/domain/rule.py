"""A rule and an aim as the registry hands them out: the parts of one file under one id."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from optimizer.domain.plan import Breach, Plan
from optimizer.domain.problem import Problem
from optimizer.domain.settings import AimSettings, RuleSettings


@dataclass(frozen=True)
class Rule:
    """A hard rule: the parts of one file in ``optimizer/constraints``."""

    id: str
    text: str
    settings: type[RuleSettings]
    is_day_rule: bool
    post: Callable[[Any], None]
    relax: Callable[[Any], None] | None
    violations: Callable[[Problem, Plan], Iterator[Breach]]
    bars: Callable[..., str | None] | None
    trait: Callable[..., object] | None

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
    is_day_aim: bool
    express: Callable[[Any], Any]
    measure: Callable[[Problem, Plan], int]

    @property
    def statement(self) -> str:
        """The aim in one sentence."""
        return self.text.split("\n\n", maxsplit=1)[0].replace("\n", " ").strip()
