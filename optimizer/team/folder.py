"""The folder of a batch: one JSON document an athlete, exports beside it, and a summary."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from pydantic import ValidationError

from optimizer.domain.plan import Plan
from optimizer.errors import Complaint, InputError, Position
from optimizer.team.labels import INPUTS
from optimizer.team.lock import only_batch_in
from optimizer.team.paths import (
    PLAN_SUFFIX,
    PLANS,
    SUMMARY_CSV,
    SUMMARY_JSON,
    export_path,
    plan_path,
    possible_exports,
)
from optimizer.team.tasks import Label
from optimizer.whole_file import TEMPORARY_PREFIX, not_writable, replace_file

FOLDER_HINT = "give a folder that you may write to with --out"
LATER_HINT = "mend that, then go on with --resume: what is finished stays"
KEPT = ("optimal", "feasible", "infeasible")
"""Answers that the same inputs would give again; ``unknown`` and errors are tried anew."""


class ResultFolder:
    """Where results are written, whole and one by one.

    Parameters
    ----------
    path
        The folder; it is made where it does not exist.
    outputs
        Names of the exports that are written.
    """

    def __init__(self, path: Path, outputs: tuple[str, ...]) -> None:
        self.path = path
        self._exports = possible_exports()
        self._wanted = tuple(output for output in self._exports if output.name in outputs)

    @contextmanager
    def opened(self, *, resume: bool) -> Iterator[None]:
        """Hold the folder for one batch.

        Raises
        ------
        InputError
            ``folder-in-use``; ``folder-holds-results`` without ``resume``;
            ``output-not-writable``.
        """
        with ExitStack() as held:
            with self._writing(self.path, FOLDER_HINT):
                self.path.mkdir(parents=True, exist_ok=True)
                held.enter_context(only_batch_in(self.path))
            if not resume:
                self._refuse_results()
            with self._writing(self.path, FOLDER_HINT):
                self._prepare()
            yield

    def kept(self, label: Label) -> Plan | None:
        """The athlete's plan from before, if it was made from the same inputs."""
        path = self.path / plan_path(label.stem)
        try:
            content = path.read_bytes()
            if label.inputs_sha256.encode() not in content:
                return None
            plan = Plan.model_validate_json(content)
        except (OSError, ValidationError):
            return None
        same = plan.provenance.get(INPUTS) == label.inputs_sha256
        return plan if same and plan.status in KEPT else None

    def has_exports(self, label: Label) -> bool:
        """Whether everything that is to stand beside the plan is there."""
        wanted = (export_path(output, label.stem) for output in self._wanted)
        return all((self.path / path).is_file() for path in wanted)

    def store(
        self, stem: str, files: Iterable[tuple[str, bytes]], *, keep_exports: bool = False
    ) -> None:
        """Write the files of one athlete; the JSON document, which comes last, seals them.

        Parameters
        ----------
        stem
            Name of the athlete's files.
        files
            Paths inside the folder with their contents.
        keep_exports
            Whether exports that are there already fit these files.

        Raises
        ------
        InputError
            ``output-not-writable``.
        """
        plan = self.path / plan_path(stem)
        with self._writing(plan, LATER_HINT):
            plan.unlink(missing_ok=True)
            for output in () if keep_exports else self._exports:
                (self.path / export_path(output, stem)).unlink(missing_ok=True)
            for name, content in files:
                replace_file(self.path / name, (content,))

    def store_summary(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a summary.

        Raises
        ------
        InputError
            ``output-not-writable``.
        """
        with self._writing(self.path / name, LATER_HINT):
            replace_file(self.path / name, pieces)

    def strays(self, stems: Iterable[str]) -> tuple[str, ...]:
        """Documents of athletes that the roster does not name, in alphabetical order."""
        known = {f"{stem}{PLAN_SUFFIX}" for stem in stems}
        with os.scandir(self.path / PLANS) as found:
            names = sorted(one.name for one in found if one.name not in known)
        return tuple(f"{PLANS}/{name}" for name in names if name.endswith(PLAN_SUFFIX))

    @contextmanager
    def _writing(self, path: Path, hint: str) -> Iterator[None]:
        try:
            yield
        except (OSError, ValueError) as error:
            raise not_writable(path, error, hint) from error

    def _refuse_results(self) -> None:
        """Refuse to write over the results of a batch."""
        plans = self.path / PLANS
        has_plans = plans.is_dir() and any(plans.glob(f"*{PLAN_SUFFIX}"))
        summaries = ((self.path / name).exists() for name in (SUMMARY_CSV, SUMMARY_JSON))
        if has_plans or any(summaries):
            hint = "keep what is finished with --resume, or give another folder with --out"
            text = "the folder holds results of an earlier batch"
            where = Position(str(self.path))
            raise InputError(Complaint("folder-holds-results", text, hint=hint, position=where))

    def _prepare(self) -> None:
        """Make the folders; take away what is unfinished, and summaries that will not hold."""
        folders = [self.path / PLANS, *(self.path / output.name for output in self._wanted)]
        for folder in folders:
            folder.mkdir(exist_ok=True)
        names = (PLANS, *(output.name for output in self._exports))
        for folder in (self.path, *(self.path / name for name in names)):
            for left in folder.glob(f"{TEMPORARY_PREFIX}*"):
                left.unlink()
        for name in (SUMMARY_CSV, SUMMARY_JSON):
            (self.path / name).unlink(missing_ok=True)
