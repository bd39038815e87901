"""Reading one file as text, without trusting that it is one."""

from __future__ import annotations

import stat
from pathlib import Path

from optimizer.errors import Complaint, InputError, Position

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
BYTES_OF_A_MEGABYTE = 1_000_000


def read_text(path: Path, maximum_bytes: int) -> str:
    """The text of a UTF-8 file; a byte-order mark is dropped.

    Parameters
    ----------
    path
        A regular file. Devices and pipes are refused, because reading them may never end.
    maximum_bytes
        Size that the file may have; a larger one is not read.

    Raises
    ------
    InputError
        ``file-not-readable``, ``file-too-large``, ``not-utf8`` or ``empty-file``.
    """
    return decode_text(read_bytes(path, maximum_bytes), str(path))


def read_bytes(path: Path, maximum_bytes: int) -> bytes:
    """The bytes of a regular file of limited size.

    Raises
    ------
    InputError
        ``file-not-readable`` or ``file-too-large``.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _not_readable(path, _kind(status.st_mode))
        if status.st_size > maximum_bytes:
            raise _too_large(path, f"{status.st_size:,} bytes", maximum_bytes)
        with path.open("rb") as stream:
            content = stream.read(maximum_bytes + 1)
    except (OSError, ValueError) as error:
        raise _not_readable(path, _reason(error)) from error
    if len(content) > maximum_bytes:
        raise _too_large(path, f"more than {maximum_bytes:,} bytes", maximum_bytes)
    return content


def decode_text(content: bytes, file: str) -> str:
    """Bytes as UTF-8 text without its byte-order mark.

    Raises
    ------
    InputError
        ``not-utf8``, at the first wrong byte, or ``empty-file``.
    """
    body = content.removeprefix(BYTE_ORDER_MARK)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(_not_utf8(body, error.start, file)) from error
    if not text.strip():
        raise InputError(
            Complaint(
                "empty-file",
                "the file holds nothing",
                hint="write a file to start from with `triplane init`",
                position=Position(file),
            )
        )
    return text


def _not_utf8(body: bytes, offset: int, file: str) -> Complaint:
    before = body[:offset].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Complaint(
        "not-utf8",
        f"the byte 0x{body[offset]:02x} is not UTF-8 text",
        hint="save the file as UTF-8 in your editor",
        position=Position(file, line, column),
    )


def _not_readable(path: Path, reason: str) -> InputError:
    return InputError(
        Complaint(
            "file-not-readable",
            f"cannot read the file: {reason}",
            hint="check the path and the permission to read it",
            position=Position(_shown(path)),
        )
    )


def _too_large(path: Path, size: str, maximum_bytes: int) -> InputError:
    limit = f"{maximum_bytes / BYTES_OF_A_MEGABYTE:g} MB"
    return InputError(
        Complaint(
            "file-too-large",
            f"the file has {size}; at most {limit} are read",
            why="a file of this kind is far smaller, so this is probably another file",
            hint="check that the path names the file you meant",
            position=Position(_shown(path)),
        )
    )


def _shown(path: Path) -> str:
    return str(path).replace("\0", "\\0")


def _reason(error: OSError | ValueError) -> str:
    reasons: dict[type[Exception], str] = {
        FileNotFoundError: "it does not exist",
        NotADirectoryError: "a part of its path is not a directory",
        PermissionError: "it may not be read",
    }
    return reasons.get(type(error), getattr(error, "strerror", None) or "its path is not valid")


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "it is a directory"
    return "it is a device, a pipe or a socket, not a file"
