"""Writing a file so that nobody, whatever happens, ever sees a part of it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from optimizer.errors import Complaint, InputError, Position

TEMPORARY_PREFIX = ".triplane-"
"""How the names of files begin that are not whole yet; one may stay behind if power is lost."""
USUAL_MODE = 0o666
HINT = "name a file in a folder that exists and that you may write to"


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file so that nobody ever sees a part of it; text becomes UTF-8.

    Raises
    ------
    InputError
        ``output-not-writable``.
    """
    try:
        body = content.encode("utf-8") if isinstance(content, str) else content
        if is_special(path):
            path.write_bytes(body)
        else:
            replace_file(target_of(path), (body,))
    except BrokenPipeError:
        return
    except (OSError, ValueError) as error:
        raise not_writable(path, error) from error


def replace_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Put a file in the place of another, or of none, once it is safe on the disk.

    Raises
    ------
    OSError
        If the disk is full or writing is not allowed; then nothing is left behind.
    """
    handle, name = tempfile.mkstemp(prefix=TEMPORARY_PREFIX, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def is_special(path: Path) -> bool:
    """Whether the path is a device or a pipe, which must not be replaced by a file."""
    return path.exists() and not path.is_file() and not path.is_dir()


def target_of(path: Path) -> Path:
    """The file itself where the path is a symbolic link."""
    return path.resolve() if path.is_symlink() else path


def not_writable(path: Path, error: OSError | ValueError, hint: str = HINT) -> InputError:
    """The error of a file that could not be written: why, and what to do."""
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
            hint=hint,
            position=Position(str(path).replace("\0", "\\0")),
        )
    )


def _mode(path: Path) -> int:
    """Permissions of the file that is replaced, or those that a new file would get."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return USUAL_MODE & ~mask
