"""Plans for a whole roster: every athlete gets a result, whatever happens to one of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from optimizer.errors import Complaint, InputError
from optimizer.reading.complaint_list import raise_complaints
from optimizer.team.crew import Crew, Work, answers
from optimizer.team.entries import Roster
from optimizer.team.folder import ResultFolder
from optimizer.team.ledger import Ledger, Tally
from optimizer.team.options import BatchOptions
from optimizer.team.paths import SUMMARY_CSV, SUMMARY_JSON, possible_exports
from optimizer.team.summary import Summary
from optimizer.team.work import answer_task

if TYPE_CHECKING:
    from optimizer.team.tasks import Answer, Order, Task

INTERRUPTED = "Ctrl-C"


def batch(
    roster: Roster | Path | str,
    folder: Path | str,
    options: BatchOptions | None = None,
    *,
    progress: Callable[[Tally], None] | None = None,
    work: Work = answer_task,
) -> Summary:
    """Plan for every athlete of a roster, into a folder.

    Each result is written, whole, as soon as it is there. A bad row, an impossible week, and a
    worker that crashes, hangs or grows too large cost one athlete, who gets a result that says
    why. Problems that several athletes share are solved once. Worker processes are spawned: a
    script needs its ``if __name__ == "__main__":``.

    Parameters
    ----------
    roster
        A roster file, or one that was read.
    folder
        Where the results go: ``plans``, a folder for each export, and two summaries.
    options
        How to solve, to write and to guard.
    progress
        Called with the tally at the beginning and after every answer.
    work
        What a worker does with a task; for programs that plan in another way.

    Returns
    -------
    Summary
        One row an athlete. After Ctrl-C with ``stopped_by`` and what was finished.

    Raises
    ------
    InputError
        ``folder-in-use``, ``folder-holds-results``, ``output-not-writable``, as when the disk is
        full, ``cluster-not-usable``, a roster that cannot be read; with ``strict``, what is
        wrong with the rows. What was finished stays in the folder.
    """
    chosen = options or BatchOptions()
    check_outputs(chosen.outputs)
    known = roster if isinstance(roster, Roster) else _read(Path(roster), chosen)
    if chosen.strict and known.bad:
        raise_complaints(one for entry in known.bad for one in entry.complaints)
    results = ResultFolder(Path(folder), chosen.outputs)
    with results.opened(resume=chosen.resume):
        ledger = Ledger(known, results, chosen)
        stopped_by = _worked_off(ledger, chosen, work, progress or _silent)
        summary = ledger.summary(stopped_by)
        results.store_summary(SUMMARY_JSON, summary.json_pieces())
        results.store_summary(SUMMARY_CSV, summary.csv_pieces())
    return summary


def check_outputs(names: tuple[str, ...]) -> None:
    """Refuse exports that do not exist.

    Raises
    ------
    InputError
        ``bad-argument``.
    """
    from optimizer.reading.close_matches import did_you_mean  # noqa: PLC0415 - for errors only

    known = tuple(output.name for output in possible_exports())
    complaints = [
        Complaint(
            "bad-argument",
            f"there is no export {name!r}",
            hint=did_you_mean(name, known, f"choose from {', '.join(known)}"),
        )
        for name in names
        if name not in (*known, "json")  # which is written anyway
    ]
    if complaints:
        raise InputError(*complaints)


def _read(path: Path, options: BatchOptions) -> Roster:
    from optimizer.reading.catalog.reader import read_catalog  # noqa: PLC0415 - often read before
    from optimizer.team.read_roster import read_roster  # noqa: PLC0415

    return read_roster(path, read_catalog(options.catalog_folder))


def _worked_off(
    ledger: Ledger, options: BatchOptions, work: Work, progress: Callable[[Tally], None]
) -> str | None:
    """Work off the agenda; what stopped it before its end."""
    try:
        ledger.settle_what_is_known()
        with nullcontext() if ledger.agenda.is_done else _crew(work, options, ledger.order) as crew:
            ledger.book_bad_rows()
            progress(ledger.tally)
            for task, outcome in answers(crew, ledger.agenda.next_task) if crew else ():
                _book(ledger, task, outcome)
                progress(ledger.tally)
    except KeyboardInterrupt:
        return INTERRUPTED
    return None


def _book(ledger: Ledger, task: Task, outcome: Answer | BaseException) -> None:
    if isinstance(outcome, InputError) and any(map(_is_of_all, outcome.complaints)):
        raise outcome
    if isinstance(outcome, BaseException):
        ledger.fail(task, outcome)
    else:
        ledger.store(task, outcome)


def _is_of_all(complaint: Complaint) -> bool:
    """Whether the athlete is not to blame, and every other one would fare alike."""
    return complaint.code == "worker-differs"


def _crew(work: Work, options: BatchOptions, order: Order) -> Crew:
    if options.scheduler is not None:
        from optimizer.team.cluster import ClusterCrew  # noqa: PLC0415 - an extra

        return ClusterCrew(work, options, order)
    from optimizer.team.processes import ProcessCrew  # noqa: PLC0415 - only where needed

    return ProcessCrew(work, options)


def _silent(_tally: Tally) -> None:
    """Tell nobody."""
