"""The codes of reasons: what each means, in the order in which reasons are told."""

from __future__ import annotations

from typing import Literal, get_args

ReasonCode = Literal[
    "pinned",
    "liked",
    "only-cover",
    "holds-floor",
    "serves-floor",
    "main-lift",
    "keeps-balance",
    "needed-by-rule",
    "serves-target",
    "helps-pain",
    "runner-slot",
    "one-leg",
    "compound",
    "serves-aim",
    "within-tolerance",
]

REASON_CODES: dict[ReasonCode, str] = {
    "pinned": "The scenario pins it to this session.",
    "liked": "It is on the athlete's list of likes.",
    "only-cover": "Nothing else in the week, or in the session where the text says so, trains what "
    "`about` names, and a rule asks for it.",
    "holds-floor": "Other items train it too, but without this one a weekly floor is missed; "
    "`sets` says how many of its sets that takes.",
    "serves-floor": "Where floors are relaxed: it brings something closer to its floor.",
    "main-lift": "It gives main-lift sets that the sessions want.",
    "keeps-balance": "Without it, push and pull or front and back of the leg are out of balance.",
    "needed-by-rule": "Without it the rule named by `by` is broken.",
    "serves-target": "It brings muscles or planes closer to their targets.",
    "helps-pain": "It is usually done for a reported pain, named by `about`.",
    "runner-slot": "It fills one of the calf, hip, core and jump items that a runner's week wants.",
    "one-leg": "Without it too little of the leg strength is done on one leg.",
    "compound": "Without it too little of the week is compound work.",
    "serves-aim": "Without it the aim named by `by` is worse.",
    "within-tolerance": "No rule or aim needs it alone: it fits into the tolerance of the time "
    "aim, or shares its work with others.",
}
"""Codes are never renamed; new ones may be added."""

RANK: dict[str, int] = {code: rank for rank, code in enumerate(get_args(ReasonCode))}
"""Place of each code in the order of telling."""
