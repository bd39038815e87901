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

USUAL_MODE = 0o666


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
        if not _is_special(output):
            _probe(_target(output))
    except (OSError, ValueError) as error:
        raise _not_writable(output, error) from error


def write_whole(path: Path, text: str) -> None:
    """Write a text file so that nobody ever sees a part of it.

    Raises
    ------
    InputError
        ``output-not-writable``.
    """
    write_whole_bytes(path, text.encode())


def write_whole_bytes(path: Path, content: bytes) -> None:
    """As ``write_whole``, for bytes.

    Raises
    ------
    InputError
        ``output-not-writable``.
    """
    try:
        if _is_special(path):
            path.write_bytes(content)
        else:
            _replace(_target(path), content)
    except BrokenPipeError:
        return
    except (OSError, ValueError) as error:
        raise _not_writable(path, error) from error


def _is_special(path: Path) -> bool:
    """Whether the path is a device or a pipe, which must not be replaced by a file."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _target(path: Path) -> Path:
    """The file itself where the path is a symbolic link."""
    return path.resolve() if path.is_symlink() else path


def _probe(path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(str(path))
    with suppress(FileNotFoundError):
        path.stat()
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(str(path))
    handle, name = tempfile.mkstemp(prefix=".triplane-", dir=path.parent)
    os.close(handle)
    Path(name).unlink()


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".triplane-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Permissions of the file that is replaced, or those that a new file would get."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return USUAL_MODE & ~mask


def _not_writable(path: Path, error: OSError | ValueError) -> InputError:
    reasons: dict[type[Exception], str] = {
        FileNotFoundError: "its folder does not exist",
        NotADirectoryError: "a part of its path is not a folder",
        IsADirectoryError: "it is a folder",
        PermissionError: "writing there is not allowed",
    }
    reason = reasons.get(type(error)) or getattr(error, "strerror", None) or "its path is not valid"
    return InputError(
        Complaint(
            "output-not-writable",
            f"cannot write the output: {reason}",
            hint="name a file in a folder that exists and that you may write to",
            position=Position(str(path).replace("\0", "\\0")),
        )
    )
