"""Errors with a code, a position and a hint. Imports nothing from the package."""

from __future__ import annotations

from dataclasses import dataclass, replace

ERROR_CODES: dict[str, str] = {
    "file-not-readable": "The file does not exist, is a directory, or may not be read.",
    "file-too-large": "The file is larger than its kind may be, and was not read.",
    "not-utf8": "The file holds bytes that are not UTF-8 text.",
    "not-yaml": "The text is not YAML, or not the small part of YAML that is accepted.",
    "not-json": "The text is not JSON.",
    "empty-file": "The file holds nothing.",
    "too-deep": "The document nests deeper than any real one.",
    "alias-used": "Anchors and aliases are not accepted.",
    "tag-used": "YAML tags that would build objects are not accepted.",
    "duplicate-key": "One key stands twice in the same map; one of them would be lost.",
    "duplicate-id": "Two things of one kind share an id.",
    "unknown-key": "The format knows no such key.",
    "missing-key": "A required key is absent.",
    "wrong-type": "The value is of another kind than the format asks for.",
    "value-out-of-range": "The number or text is outside what makes sense.",
    "unknown-exercise": "The catalog has no exercise of this id, name or alias.",
    "unknown-muscle": "The catalog has no muscle of this id.",
    "unknown-kit": "The catalog has no kit of this name.",
    "unknown-equipment": "The catalog has no equipment item of this id.",
    "unknown-pain": "The catalog has no pain of this id.",
    "unknown-place": "The scenario names a place that it does not describe.",
    "unknown-session": "The scenario names a session that the week does not hold.",
    "unknown-item": "The plan holds no such item.",
    "unknown-ladder": "The catalog has no ladder family of this id.",
    "unknown-rule": "No constraint or objective of this id exists.",
    "unknown-reference": "A catalog record refers to something that does not exist.",
    "ambiguous-name": "The name fits more than one exercise.",
    "dose-not-understood": "Sets, repetitions, hold or rest are not in a notation that is read.",
    "wrong-format": "The file is of a format version that this release does not read.",
    "pin-not-possible": "A pinned exercise is excluded by the scenario itself.",
    "contradiction": "Two parts of the scenario cannot both hold.",
    "needs-a-professional": "Nothing is planned for this athlete; a professional should.",
    "not-supported-yet": "The format has this part, but the planner does not honour it yet.",
    "output-not-writable": "The result could not be written.",
    "plot-not-installed": "Pictures need an optional library, which is not installed.",
    "folder-in-use": "Another batch is writing into the folder.",
    "folder-holds-results": "The folder holds results of an earlier batch, which would be lost.",
    "worker-died": "A worker process of a batch ended in the middle of an athlete.",
    "worker-hung": "A worker of a batch gave no answer for an athlete in time.",
    "worker-out-of-memory": "An athlete of a batch needed more memory than a worker may take.",
    "worker-differs": "A worker of a batch has another version of Triplane or of the catalog.",
    "cluster-not-usable": "The Dask cluster cannot be reached, or cannot work off the batch.",
    "bad-argument": "A command-line argument does not fit.",
    "catalog-lint": "A catalog record breaks a rule of the catalog.",
    "internal-error": "A bug in Triplane.",
}
"""Every error code and what it means; the docs page of errors is made from this table."""


@dataclass(frozen=True)
class Position:
    """A place in a file; line and column count from 1."""

    file: str
    line: int | None = None
    column: int | None = None
    cell: str | None = None
    """Address in a workbook, such as ``athletes!C7``; shown in place of line and column."""

    def __str__(self) -> str:
        parts = [self.file, self.cell or self.line, None if self.cell else self.column]
        return ":".join(str(part) for part in parts if part is not None)


@dataclass(frozen=True)
class Complaint:
    """One thing that is wrong: where, what, why it matters and what to do."""

    code: str
    message: str
    why: str = ""
    hint: str = ""
    position: Position | None = None
    path: tuple[str | int, ...] = ()
    """Keys from the document's root to the value, used to find the position."""

    def __post_init__(self) -> None:
        if self.code not in ERROR_CODES:
            raise ValueError(f"error code {self.code!r} is not registered in ERROR_CODES")

    def at(self, position: Position) -> Complaint:
        """The same complaint with its place in the file."""
        return replace(self, position=position)

    def __str__(self) -> str:
        where = f"{self.position}: " if self.position else ""
        lines = [f"{where}{self.code}: {self.message}"]
        lines += [f"  why: {self.why}"] if self.why else []
        lines += [f"  try: {self.hint}"] if self.hint else []
        return "\n".join(lines)

    def as_json(self) -> dict[str, object]:
        """The complaint as the interface's error object."""
        position = self.position or Position("")
        return {
            "code": self.code,
            "file": position.file or None,
            "line": position.line,
            "column": position.column,
            **({"cell": position.cell} if position.cell else {}),
            "message": self.message,
            "why": self.why or None,
            "hint": self.hint or None,
        }


class TriplaneError(Exception):
    """Base of every error that is shown to the user.

    Parameters
    ----------
    complaints
        What is wrong; at least one.
    """

    exit_code = 1

    def __init__(self, *complaints: Complaint) -> None:
        super().__init__("\n".join(str(complaint) for complaint in complaints))
        self.complaints = complaints

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (type(self), self.complaints)


class InputError(TriplaneError):
    """The user's input or arguments cannot be used (exit code 2)."""

    exit_code = 2


class InternalError(TriplaneError):
    """A bug in Triplane (exit code 1)."""

    exit_code = 1

    def __init__(self, message: str) -> None:
        hint = "please report this with the scenario; it is not your input's fault"
        super().__init__(Complaint("internal-error", message, hint=hint))


def _rebuilt(kind: type[TriplaneError], complaints: tuple[Complaint, ...]) -> TriplaneError:
    """An error as it was before it travelled from another process."""
    error = kind.__new__(kind)
    TriplaneError.__init__(error, *complaints)
    return error
