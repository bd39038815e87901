"""What is known of every athlete so far, and what is written as soon as it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import optimizer
from optimizer.errors import Complaint
from optimizer.export.plan_json import render
from optimizer.team.agenda import Agenda
from optimizer.team.entries import Entry, Roster
from optimizer.team.failures import complaints_of, failure_document
from optimizer.team.file_names import file_stem
from optimizer.team.folder import ResultFolder
from optimizer.team.labels import inputs_sha256, problem_key
from optimizer.team.options import BatchOptions
from optimizer.team.paths import plan_path
from optimizer.team.rows import AthleteRow, RowStatus, failed_row, row_of
from optimizer.team.summary import Summary
from optimizer.team.tasks import Answer, Label, Order, Task


@dataclass(frozen=True)
class Tally:
    """How far a batch is: athletes in all, kept from before, done in this run, without a plan."""

    athletes: int
    kept: int
    done: int
    failed: int


class Ledger:
    """The athletes of a batch, in the order of the roster.

    Parameters
    ----------
    roster
        All athletes.
    folder
        Where results are written and found.
    options
        How the batch is solved.
    """

    def __init__(self, roster: Roster, folder: ResultFolder, options: BatchOptions) -> None:
        self._roster = roster
        self._folder = folder
        self._resume = options.resume
        self.order = _order(roster, options)
        self._stems = _stems(roster.entries)
        self._rows: list[bytes | None] = [None] * len(roster.entries)
        self._counts: Counter[RowStatus] = Counter()
        self._kept = 0
        self.agenda = Agenda(self.order)

    @property
    def tally(self) -> Tally:
        """How far the batch is."""
        athletes, booked = len(self._rows), self._counts.total()
        with_plan = self._counts["optimal"] + self._counts["feasible"]
        return Tally(athletes, self._kept, booked - self._kept, booked - with_plan)

    def settle_what_is_known(self) -> None:
        """Book results of before, and put all else on the agenda; nothing is written yet."""
        for number, entry in enumerate(self._roster.entries):
            if entry.scenario_json is not None:
                self._settle(self._label(number, entry), entry.scenario_json)

    def book_bad_rows(self) -> None:
        """Write for every bad row what is wrong with it.

        Raises
        ------
        InputError
            ``output-not-writable``.
        """
        for number, entry in enumerate(self._roster.entries):
            if entry.complaints:
                self._fail(number, entry, entry.complaints)

    def store(self, task: Task, answer: Answer) -> None:
        """Write the results of a task.

        Raises
        ------
        InputError
            ``output-not-writable``.
        """
        for label, result in zip(task.labels, answer.results, strict=True):
            self._folder.store(label.stem, result.files, keep_exports=task.is_kept)
            self._book(label.number, result.status, result.row_json)
        self.agenda.answered(task, answer)

    def fail(self, task: Task, error: BaseException) -> None:
        """Write for everybody who shares the problem why there is no answer.

        Raises
        ------
        InputError
            ``output-not-writable``.
        """
        for label in self.agenda.failed(task):
            entry = self._roster.entries[label.number]
            self._fail(label.number, entry, complaints_of(error, entry.position))

    def summary(self, stopped_by: str | None) -> Summary:
        """What became of every athlete; those whose turn never came are waiting."""
        rows = []
        for number, (entry, row) in enumerate(zip(self._roster.entries, self._rows, strict=True)):
            if row is None:
                waiting = AthleteRow(id=entry.id, name=_name(entry), status="waiting")
                self._book(number, "waiting", waiting.model_dump_json().encode())
            rows.append(self._rows[number] or b"")
        return Summary(
            folder=self._folder.path,
            roster=str(self._roster.path),
            roster_sha256=self._roster.sha256,
            rows_json=tuple(rows),
            counts={str(status): count for status, count in self._counts.items()},
            kept=self._kept,
            strays=self._folder.strays(stem for stem in self._stems if stem is not None),
            stopped_by=stopped_by,
        )

    def _label(self, number: int, entry: Entry) -> Label:
        scenario = entry.scenario
        if scenario is None or entry.scenario_json is None:
            raise ValueError("a bad row has no label")
        return Label(
            number=number,
            entry_id=entry.id,
            athlete_id=scenario.athlete.id,
            athlete_name=scenario.athlete.name,
            scenario_name=scenario.name,
            stem=file_stem(entry.id),
            inputs_sha256=inputs_sha256(entry.scenario_json, self.order),
        )

    def _settle(self, label: Label, scenario_json: str) -> None:
        """Keep the athlete's result of before, or put the athlete on the agenda."""
        plan = self._folder.kept(label) if self._resume else None
        if plan is None:
            self.agenda.add(problem_key(scenario_json), scenario_json, label)
        elif not self._folder.has_exports(label):
            text = render(plan, self._roster.catalog).encode()
            self.agenda.add_written(scenario_json, label, text)
        else:
            row = row_of(plan, self._roster.catalog, label.entry_id, plan_path(label.stem))
            self._kept += 1
            self._book(label.number, row.status, row.model_dump_json().encode())

    def _fail(self, number: int, entry: Entry, complaints: tuple[Complaint, ...]) -> None:
        stem, name = self._stems[number], _name(entry)
        path = plan_path(stem) if stem is not None else None
        if stem is not None and path is not None:
            document = failure_document(entry.id, name, complaints)
            self._folder.store(stem, ((path, document),))
        row = failed_row(entry.id, name, complaints, path)
        self._book(number, row.status, row.model_dump_json().encode())

    def _book(self, number: int, status: RowStatus, row_json: bytes) -> None:
        self._rows[number] = row_json
        self._counts[status] += 1


def _stems(entries: Sequence[Entry]) -> list[str | None]:
    """Names of files: a row that is bad has none where its id, or lack of one, is another's."""
    names = [file_stem(entry.id) for entry in entries]
    taken = {name for name, entry in zip(names, entries, strict=True) if not entry.complaints}
    stems: list[str | None] = []
    for name, entry in zip(names, entries, strict=True):
        stems.append(None if entry.complaints and name in taken else name)
        taken.add(name)
    return stems


def _name(entry: Entry) -> str | None:
    return entry.name if entry.name != entry.id else None


def _order(roster: Roster, options: BatchOptions) -> Order:
    folder = options.catalog_folder
    return Order(
        seed=options.seed,
        seconds=options.seconds,
        reproducible=options.reproducible,
        outputs=options.outputs,
        triplane=optimizer.__version__,
        catalog_sha256=roster.catalog.sha256,
        catalog_folder=str(folder.resolve()) if folder is not None else None,
    )
