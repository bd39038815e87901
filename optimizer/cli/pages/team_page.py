"""What became of a roster, as a page of text."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.export.parts.grid import grid, paragraph, underlined
from optimizer.export.parts.numbers import plural
from optimizer.team.paths import SUMMARY_CSV, SUMMARY_JSON
from optimizer.team.rows import AthleteRow
from optimizer.team.summary import STATUSES, Summary

HEADERS = ("Id", "Name", "Status", "Sessions", "Minutes", "Short of target, or why not")
WIDTHS = {0: 14, 1: 14, 5: 34}
ROWS_MOST = 100
SHORT_MOST = 2
STRAYS_SHOWN = 3
WORDS = {
    "optimal": "proved",
    "feasible": "not proved",
    "infeasible": "impossible",
    "unknown": "none in time",
    "error": "failed",
    "waiting": "waiting",
}


def team_page(summary: Summary) -> str:
    """Every athlete a line; of very large teams only those who need a look."""
    parts = [underlined(f"Team of {summary.athletes}"), paragraph(_totals(summary))]
    rows = list(_rows(summary))
    if rows:
        cells = [_cells(row) for row in rows]
        parts.append(grid(HEADERS, cells, right=(3, 4), widths=WIDTHS))
    parts += [paragraph(text) for text in _remarks(summary, len(rows))]
    return "\n\n".join(parts) + "\n"


def _totals(summary: Summary) -> str:
    counts = [
        f"{summary.counts[status]} {WORDS[status]}"
        for status in STATUSES
        if summary.counts.get(status)
    ]
    have = f"{summary.with_plan} of {summary.athletes} have a plan"
    return f"{have}: {', '.join(counts)}." if counts else f"{have}."


def _rows(summary: Summary) -> Iterator[AthleteRow]:
    """All athletes, or of very many the first who have no plan or one that is not proved."""
    if summary.athletes <= ROWS_MOST:
        yield from summary.rows()
        return
    shown = 0
    for row in summary.rows():
        if row.status != "optimal" and shown < ROWS_MOST:
            shown += 1
            yield row


def _cells(row: AthleteRow) -> list[object]:
    sessions = row.sessions if row.has_plan else ""
    minutes = f"{row.minutes:.0f}" if row.has_plan else ""
    return [row.id, row.name or "", WORDS[row.status], sessions, minutes, _remark(row)]


def _remark(row: AthleteRow) -> str:
    """The little that a coach has to know."""
    if row.has_plan:
        more = len(row.short) - SHORT_MOST
        worst = [text.removesuffix(" sets") for text in row.short[:SHORT_MOST]]
        return ", ".join([*worst, *([f"{more} more"] if more > 0 else [])])
    mend = f" Mend: {row.repair}" if row.repair else ""
    return f"{row.conflict or row.reason or ''}{mend}"


def _remarks(summary: Summary, shown: int) -> Iterator[str]:
    if summary.athletes > ROWS_MOST:
        yield (
            f"Shown: {plural(shown, 'athlete')} without a proved plan. All athletes are in "
            f"{SUMMARY_CSV}."
        )
    if summary.strays:
        names = ", ".join(summary.strays[:STRAYS_SHOWN])
        more = ", ..." if len(summary.strays) > STRAYS_SHOWN else ""
        yield (
            f"{plural(len(summary.strays), 'result')} of athletes who are not in the roster "
            f"stay in the folder: {names}{more}."
        )
    yield f"Results: {summary.folder}, with {SUMMARY_CSV} and {SUMMARY_JSON}."
