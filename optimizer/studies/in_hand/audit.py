"""Checks any plan against every rule and aim, without the solver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from optimizer.constraints import every_rule
from optimizer.domain.audit import Audit, Finding, Grade, GradedCheck, Verdict
from optimizer.domain.catalog import Catalog
from optimizer.domain.coverage import coverage
from optimizer.domain.plan import Plan, Verification
from optimizer.domain.problem import Problem
from optimizer.domain.rule import Aim
from optimizer.domain.tiers import TIERS
from optimizer.domain.written_plan import Remark, WrittenPlan
from optimizer.objectives import every_aim
from optimizer.planning.files import read_scenario
from optimizer.planning.problems import build_problem
from optimizer.planning.written_plans import completed
from optimizer.reading.catalog.reader import read_catalog
from optimizer.reading.written.foreign_plan import read_foreign_plan
from optimizer.studies.shortfalls import shortfall_text
from optimizer.verify import verify
from optimizer.verify.checks import CHECKS, Check, broken_rules

GRADED_TIERS = {tier.id: tier for tier in TIERS if tier.can_be_met}
"""Tiers whose aims a plan can meet in full; the others have no line to fall short of."""


def audit_file(scenario: Path | str, plan: Path | str, catalog: Catalog | None = None) -> Audit:
    """Check a plan file, in Triplane's JSON or written by hand, under a scenario file.

    Raises
    ------
    InputError
        If one of the files cannot be used.
    """
    known = catalog or read_catalog()
    problem = build_problem(read_scenario(Path(scenario), known).scenario, known)
    foreign = read_foreign_plan(Path(plan), known, problem.scenario)
    return audit(problem, foreign.content, foreign.remarks, name=foreign.file)


def audit(
    problem: Problem,
    plan: Plan | WrittenPlan,
    remarks: Sequence[Remark] = (),
    *,
    name: str = "plan",
) -> Audit:
    """Check a plan against every rule and aim of its problem.

    Parameters
    ----------
    problem
        The scenario, resolved against the catalog.
    plan
        A complete plan, or one written by hand, whose exercises are ids.
    remarks
        What was read into the plan already.
    name
        How the plan is called in the answer.
    """
    finished, taken = completed(problem, plan)
    grader = _Grader(problem, finished)
    checks = tuple(map(grader.check, CHECKS))
    others = tuple(grader.others())
    return Audit(
        status=_worst([check.grade for check in (*checks, *others)]),
        scenario=problem.scenario.name,
        athlete=finished.athlete,
        plan=name,
        checks=checks,
        others=others,
        remarks=(*remarks, *taken),
        coverage=coverage(problem, finished.sessions),
        sessions=finished.sessions,
        verification=grader.verification,
    )


def _worst(grades: list[Grade]) -> Verdict:
    if "fail" in grades:
        return "broken"
    return "short" if "short" in grades else "sound"


@dataclass(frozen=True)
class _Grader:
    """Grades one plan."""

    problem: Problem
    plan: Plan

    @cached_property
    def verification(self) -> Verification:
        """What every active rule finds."""
        return verify(self.problem, self.plan)

    @cached_property
    def _aims(self) -> dict[str, Finding | None]:
        """Active aims that can be met in full, with what is short of them."""
        return {
            aim.id: self._short(aim)
            for aim in every_aim()
            if aim.tier in GRADED_TIERS and self.problem.settings_of(aim.settings).enabled
        }

    def _short(self, aim: Aim) -> Finding | None:
        value = aim.measure(self.problem, self.plan)
        if value <= 0:
            return None
        text = shortfall_text(self.problem, self.plan, aim, value)
        unit = GRADED_TIERS[aim.tier].unit
        return Finding(
            by=aim.id, severity="soft", where="week", message=text, value=value, unit=unit
        )

    def check(self, check: Check) -> GradedCheck:
        """One of the coach's checks."""
        asked = {*self.verification.checked, *self._aims} & {*check.rules, *check.aims}
        findings = [
            Finding(by=one.rule, severity="hard", where=one.where, message=one.message)
            for one in broken_rules(check, self.verification)
        ]
        findings += [found for aim in check.aims if (found := self._aims.get(aim))]
        return GradedCheck(
            id=check.id,
            asks=check.fails_if,
            grade=_grade(findings) if asked else "not asked",
            basis=check.basis,
            later=check.later or None,
            findings=tuple(findings),
        )

    def others(self) -> Iterator[GradedCheck]:
        """Rules and aims that no check asks for; those that are switched off are left out."""
        told = {member for check in CHECKS for member in (*check.rules, *check.aims)}
        for rule in every_rule():
            if rule.id in self.verification.checked and rule.id not in told:
                findings = [
                    Finding(by=rule.id, severity="hard", where=one.where, message=one.message)
                    for one in self.verification.violations
                    if one.rule == rule.id
                ]
                yield _single(rule.id, rule.statement, findings)
        for aim in every_aim():
            if aim.id in self._aims and aim.id not in told:
                found = self._aims[aim.id]
                yield _single(aim.id, aim.statement, [found] if found else [])


def _single(identifier: str, statement: str, findings: list[Finding]) -> GradedCheck:
    return GradedCheck(
        id=identifier, asks=statement, grade=_grade(findings), findings=tuple(findings)
    )


def _grade(findings: list[Finding]) -> Grade:
    if any(found.severity == "hard" for found in findings):
        return "fail"
    return "short" if findings else "pass"
