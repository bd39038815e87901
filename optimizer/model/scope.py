"""The only door from rules and aims to the model: what every scope offers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from optimizer.domain.exercise import Exercise
from optimizer.domain.problem import Problem, SettingsType
from optimizer.model.poster import Expression, Poster, Relation


class Scope:
    """The only door from rules and aims to the model."""

    def __init__(self, problem: Problem, poster: Poster, exercises: tuple[Exercise, ...]) -> None:
        self.problem = problem
        self.poster = poster
        self.exercises = exercises
        self.catalog = problem.catalog

    def require(self, relation: Relation, where: str) -> None:
        """Post a relation; ``where`` names the session, muscle or pattern it is about."""
        self.poster.require(relation, where)

    def weighted(self, terms: Iterable[tuple[Any, int]], constant: int = 0) -> Expression:
        """Sum of expression times weight, plus a constant."""
        return self.poster.weighted(terms, constant)

    def total(self, terms: Iterable[Any]) -> Expression:
        """Sum of expressions."""
        return self.poster.total(terms)

    def shortfall(self, missing: Expression, most: int, name: str) -> Expression:
        """At least ``missing``, at least zero, and exact when minimised."""
        return self.poster.shortfall(missing, most, name)

    def settings(self, kind: type[SettingsType]) -> SettingsType:
        """The settings of the rule or aim that asks."""
        return self.problem.settings_of(kind)
