"""How the parts of a written dose look: sets, repetitions, holds, sides, rests and effort."""

from __future__ import annotations

import re

SECONDS = r"(?:seconds?|secs?|s|\")(?![a-z0-9])"
MINUTES = r"(?:minutes?|mins?|')(?![a-z0-9])"
RANGE = r"\d{1,4}(?:\s*(?:-|to)\s*\d{1,4})?"
CLOCK = r"\d{1,2}:[0-5]\d(?!\d)"
TIME = rf"(?:{CLOCK}|{RANGE}\s*(?:{SECONDS}|{MINUTES}))"
BARE_SECONDS = r"\d{1,4}(?![\d:.%-]|\s*(?:-|to|kg|lb|%|x))"

SETS = re.compile(
    r"(\d{1,3})\s*(?:sets?(?![a-z])\s*(?:(?:of|x)(?![a-z]))?|x(?![a-z]|$)|x(?=amrap|max|fail)|\*)\s*"
)
HOLD = re.compile(rf"(?P<time>{TIME})")
REPS = re.compile(
    r"(\d{1,4})(?:\s*(?:-|to)\s*(\d{1,4}))?\s*(?:repetitions|reps?|r)?(?![a-z0-9.:%*])"
)
SIDES = re.compile(
    r"(?:/|per|on each|each|every|a)\s*(?:side|leg|arm|foot|hand|direction|way)s?(?![a-z])"
    r"|(?:/s|e/s|each|ea)(?![a-z])"
)
TOTAL = re.compile(r"(?:in\s+)?total(?![a-z])|altogether")
REST = re.compile(
    rf"(?:@|rest(?:ing)?(?![a-z]))\s*(?:of|:|=)?\s*(?P<after>{TIME}|{BARE_SECONDS})"
    rf"(?:\s*(?:of\s+)?rest(?![a-z]))?"
    rf"|(?P<before>{TIME})\s*(?:of\s+)?rest(?![a-z])"
)
RESERVE = re.compile(
    r"@?\s*(?:rir\s*[:=]?\s*(\d{1,2})(?!\d)"
    r"|(\d{1,2})\s*(?:rir(?![a-z]|\s*[:=]?\s*\d)|(?:reps?\s*)?in reserve))"
)
EFFORT = re.compile(r"@?\s*rpe\s*[:=]?\s*(\d{1,2})(?![\d.-])")
TEMPO = re.compile(r"tempo\s*:?\s*(\d-\d-[1-9])(?![\d-])")
LOAD = re.compile(
    r"(?:@|with|at)?\s*("
    r"(?:\d\s*x\s*)?\d{1,3}(?:\.\d+)?\s*(?:kg|lbs?|%(?:\s*(?:of\s+)?1\s*rm)?)(?![a-z])"
    r"|(?:body\s*weight|bw)(?![a-z]))"
)
OPEN_ENDED = re.compile(r"(?:amrap|max(?:imum)?|to failure|failure)(?![a-z])")
BETWEEN = re.compile(r"[\s,;|]+")
SIGNS = {
    "\u00d7": "x",
    "\u2715": "x",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u2033": '"',
    "\u201d": '"',
    "\u201c": '"',
    "\u2032": "'",
    "\u2019": "'",
}
"""Typographic crosses, dashes and quotation marks, and what they stand for."""


def plain_signs(text: str) -> str:
    """The text in lower case, with plain signs for typographic ones and without brackets."""
    for sign, plain in SIGNS.items():
        text = text.replace(sign, plain)
    return " ".join(re.sub(r"[()\[\]]", " ", text.lower()).split())
