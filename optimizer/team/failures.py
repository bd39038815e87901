"""Why an athlete got no answer, in words; and the document that says so."""

from __future__ import annotations

import json
import signal
from collections.abc import Sequence

from optimizer.errors import Complaint, Position, TriplaneError

MEMORY_HINT = "give the workers more with --memory-mb, or ask for a smaller week"
AGAIN_HINT = "try again with --resume; if it happens again, please report it with the scenario"


def complaints_of(error: BaseException, position: Position) -> tuple[Complaint, ...]:
    """What a task ended with, as complaints about the athlete's row."""
    if isinstance(error, TriplaneError):
        return tuple(
            one if one.position is not None else one.at(position) for one in error.complaints
        )
    return (_complaint(error).at(position),)


def _complaint(error: BaseException) -> Complaint:
    if isinstance(error, MemoryError):
        text = "the worker needed more memory than it may take"
        return Complaint("worker-out-of-memory", text, hint=MEMORY_HINT)
    if isinstance(error, TimeoutError):
        text = "the worker gave no answer in time, and was ended"
        return Complaint("worker-hung", text, hint=AGAIN_HINT)
    if isinstance(error, WorkerDiedError):
        return Complaint("worker-died", str(error), hint=AGAIN_HINT)
    detail = " ".join(str(error).split())
    name = type(error).__name__
    text = f"{name}: {detail}" if detail else name
    return Complaint("internal-error", text, hint=AGAIN_HINT)


class WorkerDiedError(Exception):
    """A worker process ended in the middle of a task."""


def death(exit_code: int) -> WorkerDiedError:
    """How a worker process ended, by its exit code; negative codes are signals."""
    if exit_code < 0:
        try:
            name = signal.Signals(-exit_code).name
        except ValueError:
            name = str(-exit_code)
        more = ", as the system does when memory runs out" if name == "SIGKILL" else ""
        return WorkerDiedError(f"the worker process was ended by {name}{more}")
    return WorkerDiedError(f"the worker process ended with exit code {exit_code}")


def failure_document(identifier: str, name: str | None, complaints: Sequence[Complaint]) -> bytes:
    """The interface's document of errors, for one athlete."""
    document = {
        "format": 1,
        "athlete": {"id": identifier, "name": name},
        "status": "error",
        "errors": [complaint.as_json() for complaint in complaints],
    }
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()
