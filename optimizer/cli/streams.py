"""Writing to the standard streams: quiet about closed pipes, safe in any encoding."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from optimizer.errors import Complaint, InputError


class OutputLostError(InputError):
    """Standard output takes no more, so that nothing can be told there either."""


def open_closed_streams() -> None:
    """Send a standard stream that the shell closed nowhere.

    Python has no stream then, and the next file that is opened would take its number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(nowhere, mode, encoding="utf-8"))


def to_stdout(text: str) -> None:
    """Write a result.

    Raises
    ------
    OutputLostError
        ``output-not-writable``, for instance on a full disk.
    """
    try:
        _write(sys.stdout, text)
    except OSError as error:
        _silence(sys.stdout)
        raise OutputLostError(_not_written(error)) from error


def to_stderr(text: str) -> None:
    """Write everything that is no result; where it cannot be written, nothing can tell."""
    try:
        _write(sys.stderr, text)
    except OSError:
        _silence(sys.stderr)


def _write(stream: TextIO, text: str) -> None:
    """Write and flush; nobody listening at the other end is no error."""
    try:
        stream.write(_encodable(text, stream))
        stream.flush()
    except BrokenPipeError:
        _silence(stream)


def _encodable(text: str, stream: TextIO) -> str:
    """The text with question marks for letters that the stream cannot show."""
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, errors="replace").decode(encoding)


def _not_written(error: OSError) -> Complaint:
    reason = error.strerror or type(error).__name__
    return Complaint(
        "output-not-writable",
        f"cannot write to standard output: {reason}",
        hint="free some space, or name another file with --output",
    )


def _silence(stream: TextIO) -> None:
    """Send what is still buffered nowhere, so that closing the stream cannot fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
