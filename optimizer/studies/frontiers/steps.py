"""What ``--minutes`` and ``--sessions`` may say: ``20:60:5``, first and last with the step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from optimizer.errors import Complaint, InputError

Over = Literal["minutes", "sessions"]
LIMITS: dict[Over, tuple[int, int]] = {"minutes": (5, 240), "sessions": (1, 7)}
"""Least and most of each."""
USUAL_STEP: dict[Over, int] = {"minutes": 5, "sessions": 1}
STEPS_MOST = 60

_RANGE = re.compile(r"\s*([+-]?\d{1,9})\s*:\s*([+-]?\d{1,9})\s*(?::\s*([+-]?\d{1,9})\s*)?")
_EXAMPLE: dict[Over, str] = {"minutes": "--minutes 20:60:5", "sessions": "--sessions 1:5"}


@dataclass(frozen=True)
class Steps:
    """The numbers to plan for, in rising order: minutes of every session, or sessions a week."""

    over: Over
    numbers: tuple[int, ...]


def parse_steps(over: Over, text: str) -> Steps:
    """The steps of a range; the step may be left out, and the last number is in where it fits.

    Parameters
    ----------
    over
        Whether the numbers are minutes of every session, or sessions a week.
    text
        ``first:last`` or ``first:last:step``.

    Raises
    ------
    InputError
        ``bad-argument``, with everything that is wrong.
    """
    found = _RANGE.fullmatch(text)
    if found is None:
        raise InputError(_complaint(over, text, "this is no range", f"write `{_EXAMPLE[over]}`"))
    first, last = int(found[1]), int(found[2])
    step = USUAL_STEP[over] if found[3] is None else int(found[3])
    wrong = [_complaint(over, text, *one) for one in _wrong(over, first, last, step)]
    if wrong:
        raise InputError(*wrong)
    return Steps(over, tuple(range(first, last + 1, step)))


def _wrong(over: Over, first: int, last: int, step: int) -> Iterator[tuple[str, str]]:
    """What is wrong with a range, and what to do."""
    least, most = LIMITS[over]
    for number in dict.fromkeys((first, last)):
        if not least <= number <= most:
            yield f"{number} is not from {least} to {most}", f"write `{_EXAMPLE[over]}`"
    if first > last:
        yield "the range runs backwards", f"write the smaller number first: {last}:{first}"
    if step < 1:
        yield f"the step {step} leads nowhere", "a step is 1 or more"
    elif len(range(first, last + 1, step)) > STEPS_MOST:
        count = len(range(first, last + 1, step))
        fitting = -(-(last - first) // (STEPS_MOST - 1))
        text = f"{count} steps are more than anybody reads; {STEPS_MOST} at most"
        yield text, f"take a step of {fitting} or more"


def _complaint(over: Over, text: str, what: str, hint: str) -> Complaint:
    return Complaint("bad-argument", f"--{over} {text!r}: {what}", hint=hint)
