"""Names of files for athletes: safe and distinct on every system, whatever the ids hold."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST_STEM = 64
HASH_DIGITS = 12
_READABLE = re.compile(r"[a-z0-9](?:[a-z0-9_-]|\.(?=[a-z0-9_-]))*", re.ASCII)
_LOOKS_HASHED = re.compile(rf"-[0-9a-f]{{{HASH_DIGITS}}}$", re.ASCII)
_NOT_SAFE = re.compile(r"[^a-z0-9]+", re.ASCII)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|clock\$|com\d|lpt\d)(?:\..*)?", re.ASCII)
_ANYBODY = "athlete"


def file_stem(identifier: str) -> str:
    """The name, without suffix, of the files of an athlete.

    It depends on the id alone, so that no other row of a roster changes it. An id of lower-case
    letters, digits, ``-``, ``_`` and single dots inside names its files itself. Every other one
    becomes a readable part and the start of its hash: systems differ in which names they allow
    and in which of them are the same.

    Parameters
    ----------
    identifier
        Any text.

    Returns
    -------
    str
        At most 64 characters, all ASCII, without upper-case letters; also a legal ``athlete.id``.
    """
    if _may_stay(identifier):
        return identifier
    readable = unicodedata.normalize("NFKD", identifier).encode("ascii", "ignore").decode("ascii")
    words = _NOT_SAFE.sub("-", readable.lower()).strip("-")
    words = words[: LONGEST_STEM - HASH_DIGITS - 1].strip("-") or _ANYBODY
    content = identifier.encode("utf-8", "surrogatepass")
    return f"{words}-{hashlib.sha256(content).hexdigest()[:HASH_DIGITS]}"


def _may_stay(identifier: str) -> bool:
    return (
        len(identifier) <= LONGEST_STEM
        and _READABLE.fullmatch(identifier) is not None
        and _RESERVED.fullmatch(identifier) is None
        and _LOOKS_HASHED.search(identifier) is None
    )
