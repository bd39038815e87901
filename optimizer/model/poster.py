"""Posts relations to a CP-SAT model under the name of the rule that asks for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from ortools.sat.python import cp_model

from optimizer.errors import InternalError

Expression: TypeAlias = Any
"""An OR-Tools linear expression; its stubs type comparisons as truth values, hence Any."""
Relation: TypeAlias = Any
"""What comparing expressions gives: an OR-Tools bounded linear expression."""
Demand: TypeAlias = tuple[str, str]
"""A rule's id and the session, muscle, plane or pattern that it is about."""
Keep: TypeAlias = Callable[[Demand], bool]


class Poster:
    """A CP-SAT model that knows which rule posted what.

    Parameters
    ----------
    keep
        Which demands to post, by rule id and place; all of them where absent. With it, an
        impossible model can be taken apart.
    """

    def __init__(self, keep: Keep | None = None) -> None:
        self.model = cp_model.CpModel()
        self.rule = "model"
        self.posted: Counter[Demand] = Counter()
        self.rows: list[tuple[int, Demand]] = []
        self._keep = keep

    def require(self, relation: Relation, where: str) -> None:
        """Post a relation for the current rule.

        Raises
        ------
        InternalError
            If the relation is a plain truth value: an empty sum was compared with a number,
            which CP-SAT would accept in silence.
        """
        if isinstance(relation, bool):
            raise InternalError(f"rule {self.rule} [{where}] posted a constant, not a relation")
        demand = (self.rule, where)
        if self._keep is None or self._keep(demand):
            self.posted[demand] += 1
            self.rows.append((self.model.add(relation).index, demand))

    def structural(self, relation: Relation) -> None:
        """Post a relation that defines a variable; it belongs to no rule and has no guard."""
        self.model.add(relation)

    def weighted(self, terms: Iterable[tuple[Any, int]], constant: int = 0) -> Expression:
        """Sum of expression times weight, plus a constant; never a plain number."""
        pairs = [(expression, weight) for expression, weight in terms if weight]
        expressions = [expression for expression, _ in pairs]
        weights = [weight for _, weight in pairs]
        if not expressions:
            return cp_model.LinearExpr.affine(self.model.new_constant(0), 1, constant)
        total = cp_model.LinearExpr.weighted_sum(expressions, weights)
        return total + constant if constant else total

    def total(self, terms: Iterable[Any]) -> Expression:
        """Sum of expressions; never a plain number, so that a comparison is a relation."""
        return self.weighted((term, 1) for term in terms)

    def shortfall(self, missing: Expression, most: int, name: str) -> cp_model.IntVar:
        """A variable at least ``missing`` and at least zero; minimising makes it exact."""
        variable = self.model.new_int_var(0, max(most, 0), name)
        self.structural(variable >= missing)
        return variable
