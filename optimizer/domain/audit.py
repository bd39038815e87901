"""What an audit finds in a plan: a grade for every check, and what was read into the plan."""

from __future__ import annotations

from typing import Literal

from optimizer.domain.exercise import Record
from optimizer.domain.plan import AthleteName, PlannedSession, Verification
from optimizer.domain.plan_coverage import Coverage
from optimizer.domain.written_plan import Remark

Grade = Literal["pass", "short", "fail", "not asked"]
"""All rules and aims met; an aim not met; a hard rule broken; every rule and aim switched off."""

Verdict = Literal["sound", "short", "broken"]
"""The worst grade of a plan: all met, some aim not met, some hard rule broken."""


class Finding(Record):
    """One broken rule, or one aim that is not met in full.

    ``by`` is the id of the rule or aim. ``value`` is what an aim measures, in its ``unit``;
    a hard rule has none.
    """

    by: str
    severity: Literal["hard", "soft"]
    where: str
    message: str
    value: int | None = None
    unit: str | None = None


class GradedCheck(Record):
    """One of the coach's checks, or a rule or aim that belongs to none, with its grade.

    ``asks`` says when a check fails; for a single rule or aim it says what it wants.
    """

    id: str
    asks: str
    grade: Grade
    basis: str | None = None
    later: str | None = None
    findings: tuple[Finding, ...] = ()


class Audit(Record):
    """The whole answer to ``triplane audit``.

    ``checks`` are C01 to C25, ``others`` the rules and aims that no check asks for.
    """

    format: Literal[1] = 1
    status: Verdict
    scenario: str
    athlete: AthleteName
    plan: str
    checks: tuple[GradedCheck, ...]
    others: tuple[GradedCheck, ...]
    remarks: tuple[Remark, ...] = ()
    coverage: Coverage = Coverage()
    sessions: tuple[PlannedSession, ...] = ()
    verification: Verification = Verification()

    @property
    def graded(self) -> tuple[GradedCheck, ...]:
        """The checks, then what no check asks for."""
        return (*self.checks, *self.others)

    def with_grade(self, grade: Grade) -> tuple[GradedCheck, ...]:
        """All that was graded so."""
        return tuple(check for check in self.graded if check.grade == grade)
