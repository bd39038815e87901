"""Writing to the standard streams: quiet about closed pipes, safe in any encoding."""

from __future__ import annotations

import os
import sys
from typing import TextIO


def to_stdout(text: str) -> None:
    """Write a result."""
    _write(sys.stdout, text)


def to_stderr(text: str) -> None:
    """Write everything that is no result."""
    _write(sys.stderr, text)


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


def _silence(stream: TextIO) -> None:
    """Send what is still buffered nowhere, so that closing the stream cannot fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
