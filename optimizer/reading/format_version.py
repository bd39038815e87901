"""Whether a file is of a format version that this release reads."""

from __future__ import annotations

from typing import Any

from optimizer.errors import Complaint, InputError
from optimizer.reading.complaints import PositionOf
from optimizer.reading.wording import shown

READ_FORMAT = 1


def check_format(document: dict[str, Any], position_of: PositionOf | None = None) -> None:
    """Refuse another format version; everything else in the file may then mean other things.

    Raises
    ------
    InputError
        ``missing-key`` or ``wrong-format``.
    """
    stated = document.get("format")
    if type(stated) is int and stated == READ_FORMAT:
        return
    hint = f"write `format: {READ_FORMAT}`"
    if "format" not in document:
        message = 'the file lacks the key "format"'
        why = "it says which version of the format the file is written in"
        complaint = Complaint("missing-key", message, why, f"add `format: {READ_FORMAT}`")
    else:
        message = f"format is {shown(stated)}, and this release reads format {READ_FORMAT}"
        why = "in another version the same words may mean other things"
        complaint = Complaint("wrong-format", message, why, hint)
    raise InputError(complaint.at(position_of(("format",))) if position_of else complaint)
