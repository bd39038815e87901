"""An audit as text: the verdict, what breaks, what falls short, every check, and the week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from optimizer.domain.audit import Audit, Finding, GradedCheck
from optimizer.domain.catalog import Catalog
from optimizer.export.parts.grid import grid, paragraph, underlined
from optimizer.export.parts.names import words
from optimizer.export.weekly_table import coverage_text, session_text

VERDICTS = {
    "broken": "BREAKS HARD RULES",
    "short": "Keeps every hard rule, and falls short of some aims",
    "sound": "Keeps every hard rule and meets every aim",
}
FINDING_WIDTHS = {2: 78}
CHECK_WIDTHS = {2: 82}


def audit_text(audit: Audit, catalog: Catalog) -> str:
    """The whole audit."""
    parts = [
        _title(audit),
        *_findings(audit, "hard", "What breaks a hard rule"),
        *_findings(audit, "soft", "What falls short of an aim; nothing forbids it"),
        _checks(audit),
        *_remarks(audit),
        coverage_text(audit.coverage, catalog),
        underlined("The plan as it was read and timed"),
        *(session_text(session, catalog) for session in audit.sessions),
        paragraph("General training guidance, not medical advice."),
    ]
    return "\n\n".join(parts) + "\n"


def _title(audit: Audit) -> str:
    name = audit.athlete.name
    who = f"{name} ({audit.athlete.id})" if name else audit.athlete.id
    lines = [
        underlined(f"Audit of {audit.plan}"),
        f"Scenario: {audit.scenario}, for {who}",
        f"{VERDICTS[audit.status]}. {_counts(audit.checks)}.",
        f"{len(audit.verification.checked)} rules checked without the solver.",
    ]
    return "\n".join(line if "\n" in line else paragraph(line, hanging="  ") for line in lines)


def _counts(checks: tuple[GradedCheck, ...]) -> str:
    """How many checks got which grade."""
    phrases = {"fail": "fail", "short": "short of an aim", "pass": "pass"}
    counts = {grade: sum(one.grade == grade for one in checks) for grade in phrases}
    told = (f"{count} {phrases[grade]}" for grade, count in counts.items() if count)
    return f"Of {sum(counts.values())} checks: {', '.join(told)}"


def _findings(audit: Audit, severity: str, title: str) -> Iterator[str]:
    rows = [
        [_short_id(check), where, message]
        for check in audit.graded
        for where, message in _merged(one for one in check.findings if one.severity == severity)
    ]
    if rows:
        table = grid(("Check", "Where", "Finding"), _without_repeats(rows), widths=FINDING_WIDTHS)
        yield f"{underlined(title)}\n{table}"


def _short_id(check: GradedCheck) -> str:
    """The number of a check; a dash for a rule or aim of no check, whose text tells enough."""
    return check.id if check.basis is not None else "-"


def _merged(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Places and messages; one line for what several sessions share."""
    places: dict[str, list[str]] = {}
    for found in findings:
        places.setdefault(found.message, []).append(found.where)
    return [(", ".join(dict.fromkeys(where)), message) for message, where in places.items()]


def _without_repeats(rows: list[list[str]]) -> list[list[object]]:
    """Rows whose first cell is empty where it repeats the one above."""
    before = [""] + [row[0] for row in rows]
    return [
        ["" if row[0] == above and row[0] != "-" else row[0], *row[1:]]
        for row, above in zip(rows, before, strict=False)
    ]


def _checks(audit: Audit) -> str:
    rows = [[check.id, check.grade, check.asks] for check in audit.checks]
    table = grid(("Check", "Grade", "Fails if"), rows, widths=CHECK_WIDTHS)
    lines = [underlined("Every check"), table]
    lines += [
        paragraph(f"{check.id} is not asked here. Left for several weeks: {check.later}.")
        for check in audit.checks
        if check.grade == "not asked" and check.later
    ]
    for grade, phrase in (("fail", "broken"), ("short", "short"), ("pass", "kept")):
        ids = [words(one.id) for one in audit.others if one.grade == grade]
        if ids:
            lines.append(paragraph(f"Of no check, {phrase}: {', '.join(ids)}.", hanging="  "))
    return "\n".join(lines)


def _remarks(audit: Audit) -> Iterator[str]:
    """What was read into the plan; the same remark on several lines is one line."""
    places: dict[str, list[str]] = {}
    for remark in audit.remarks:
        places.setdefault(remark.text, []).append(remark.where)
    if places:
        lines = (
            paragraph(f"{', '.join(where)}: {text}.", bullet="- ") for text, where in places.items()
        )
        yield "\n".join([underlined("What was read into the plan"), *lines])
