"""What a plain YAML scalar means: the core schema of YAML 1.2, without surprises.

``on``, ``off``, ``yes`` and ``no`` stay text, and so do dates and clock times; ``007`` is the
number 7. Every other scalar, and every quoted one, is text.
"""

from __future__ import annotations

import math
import re

LONGEST_NUMBER = 40
_FIRST_OF_SPECIAL = frozenset("0123456789+-.~nNtTfF")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_DECIMAL = re.compile(r"[-+]?[0-9]+", re.ASCII)
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", re.ASCII)


class NumberOutOfRangeError(ValueError):
    """A number that no quantity of training can have."""


def plain_value(text: str) -> str | int | float | bool | None:
    """The value of an unquoted scalar.

    Raises
    ------
    NumberOutOfRangeError
        For infinities, not-a-number, and numbers of very many digits.
    """
    if text and text[0] not in _FIRST_OF_SPECIAL:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _DECIMAL.fullmatch(text):
        return int(_checked(text))
    if _OTHER_BASE.fullmatch(text):
        return int(_checked(text), 0)
    if _FLOAT.fullmatch(text):
        return _finite(float(_checked(text)))
    if _NOT_FINITE.fullmatch(text):
        raise NumberOutOfRangeError("is not a number that can be used")
    return text


def _checked(text: str) -> str:
    if len(text) > LONGEST_NUMBER:
        raise NumberOutOfRangeError(f"is a number of {len(text):,} characters")
    return text


def _finite(number: float) -> float:
    if not math.isfinite(number):
        raise NumberOutOfRangeError("is too large a number")
    return number
