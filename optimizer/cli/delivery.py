"""Handing over an answer: to standard output, or to a file that is whole or absent."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from optimizer.cli.request import Request
from optimizer.cli.streams import to_stderr, to_stdout
from optimizer.errors import Complaint, InputError, Position
from optimizer.whole_file import (
    TEMPORARY_PREFIX,
    is_special,
    not_writable,
    target_of,
    write_whole,
)


def deliver(request: Request, text: str) -> None:
    """Write an answer where the request wants it.

    Raises
    ------
    InputError
        ``output-not-writable``.
    """
    if request.output is None:
        to_stdout(text)
        return
    write_whole(request.output, text)
    if not request.quiet:
        to_stderr(f"written: {request.output}\n")


def as_json(document: dict[str, Any]) -> str:
    """A document of the interface's format."""
    return json.dumps({"format": 1, **document}, indent=2, ensure_ascii=False) + "\n"


def check_output(request: Request, inputs: Iterable[Path] = ()) -> None:
    """Make sure, before any work, that the output can be written and is no input.

    Raises
    ------
    InputError
        ``output-not-writable``, or ``bad-argument`` where it would overwrite an input.
    """
    output = request.output
    if output is None:
        return
    for path in inputs:
        if output.exists() and path.exists() and output.samefile(path):
            hint = "name another file"
            text = f"--output would overwrite the input {path}"
            raise InputError(
                Complaint("bad-argument", text, hint=hint, position=Position(str(path)))
            )
    try:
        if not is_special(output):
            _probe(target_of(output))
    except (OSError, ValueError) as error:
        raise not_writable(output, error) from error


def _probe(path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(str(path))
    with suppress(FileNotFoundError):
        path.stat()
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(str(path))
    handle, name = tempfile.mkstemp(prefix=TEMPORARY_PREFIX, dir=path.parent)
    os.close(handle)
    Path(name).unlink()
