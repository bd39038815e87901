"""Whether the bytes of a workbook can be unpacked safely, found before the library sees them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from optimizer.errors import Complaint, InputError, Position
from optimizer.reading.text_file import BYTES_OF_A_MEGABYTE

UNPACKED_BYTES_MAX = 512 * BYTES_OF_A_MEGABYTE
MOST_PARTS = 2000
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
_CHUNK_BYTES = 1 << 20
_OVERLAP_BYTES = 16
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_DEFINITION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def has_formulas(content: bytes, file: str) -> bool:
    """Whether some sheet holds a formula.

    Parameters
    ----------
    content
        The bytes of the file.
    file
        Its name, for problems.

    Raises
    ------
    InputError
        For what is no workbook, would fill the memory, or defines XML entities.
    """
    if content.startswith(_OLD_FORMAT):
        raise InputError(refused("of an older format, or has a password", file))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            infos = parts.infolist()
            size = sum(info.file_size for info in infos)
            if size > UNPACKED_BYTES_MAX or len(infos) > MOST_PARTS:
                raise InputError(_too_large(size, len(infos), file))
            texts = [info for info in infos if info.filename.endswith((".xml", ".rels"))]
            return any([_inspected(parts, info, file) for info in texts])  # noqa: C419 - all of them
    except (zipfile.BadZipFile, zlib.error) as error:
        raise InputError(refused("damaged, or no workbook at all", file)) from error
    except (NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise InputError(refused("packed in a way that is not read", file)) from error


def _inspected(parts: zipfile.ZipFile, info: zipfile.ZipInfo, file: str) -> bool:
    """Whether a part is a sheet with a formula; refuses definitions that grow without end."""
    found = False
    end = b""
    with parts.open(info) as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            text = end + chunk
            if _DEFINITION.search(text):
                raise InputError(refused("not one that a spreadsheet would write", file))
            found = found or _FORMULA.search(text) is not None
            end = text[-_OVERLAP_BYTES:]
    return found and "worksheets/" in info.filename


def refused(what: str, file: str) -> Complaint:
    """A complaint about a workbook that cannot be read."""
    hint = "open it in a spreadsheet and save it as an Excel workbook (.xlsx), or as CSV"
    message = f"the workbook is {what}"
    return Complaint("file-not-readable", message, hint=hint, position=Position(file))


def _too_large(size: int, parts: int, file: str) -> Complaint:
    limit = UNPACKED_BYTES_MAX // BYTES_OF_A_MEGABYTE
    return Complaint(
        "file-too-large",
        f"the workbook unpacks to {size / BYTES_OF_A_MEGABYTE:,.0f} MB in {parts:,} parts; "
        f"at most {limit} MB in {MOST_PARTS:,} parts are read",
        why="a small file that unpacks to a huge one is no roster",
        hint="check that the path names the file you meant",
        position=Position(file),
    )
