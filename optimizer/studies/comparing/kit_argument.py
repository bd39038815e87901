"""What ``--kit`` may say: a kit, a kit file, or edits of what a place has, for each place.

``gym`` · ``kits/garage.yaml`` · ``own`` · ``+resistance_band -dumbbell`` · ``minimal +table`` ·
``+dumbbell:2@8,12`` · ``home=minimal, gym=bodyweight``
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from optimizer.errors import Complaint, InputError

OWN = "own"
"""Stands for what the scenario's place has."""
COUNT_MOST = 99
LOAD_KG_MOST = 500.0

_BETWEEN = re.compile(r"\s+|,(?!\s*[\d.])")
_PLACE = re.compile(r"([A-Za-z0-9][A-Za-z0-9_.-]*)=(.*)", re.DOTALL)
_EDIT = re.compile(r"([+-])([a-z][a-z0-9_]*)(?::(\d{1,6}))?(?:@([\d.,]+))?")
_HOW = (
    "write a kit such as `gym`, a file such as `garage.yaml`, or edits such as "
    "`+dumbbell:2@8,12 -wall`; `home=gym` names the place"
)


@dataclass(frozen=True)
class Edit:
    """One item more or less at a place.

    ``count`` is how many; None takes all of them away. ``loads_kg`` are added to those that the
    place has.
    """

    adds: bool
    item: str
    count: int | None
    loads_kg: tuple[float, ...] = ()


@dataclass(frozen=True)
class PlaceKit:
    """What one place is to have: a kit to begin with, then edits.

    ``place`` is None where none is named, and ``base`` is a kit, a file, or ``own``.
    """

    place: str | None
    base: str = OWN
    edits: tuple[Edit, ...] = ()

    @property
    def is_file(self) -> bool:
        """Whether the base is a file rather than a kit of the catalog."""
        return _is_file(self.base)


@dataclass
class _Part:
    """One place's words while they are collected."""

    place: str | None
    base: str | None = None
    edits: list[Edit] = field(default_factory=list)


def parse_kit(text: str) -> tuple[PlaceKit, ...]:
    """The places of one ``--kit`` with what each is to have.

    Raises
    ------
    InputError
        ``bad-argument``, with everything that is not understood.
    """
    parts: list[_Part] = [_Part(None)]
    wrong = list(_collect(_words(text), parts))
    named = [part for part in parts if part.place is not None or part.base or part.edits]
    wrong += _empty(named, text)
    if wrong:
        raise InputError(*(_complaint(text, *one) for one in wrong))
    return tuple(PlaceKit(part.place, part.base or OWN, tuple(part.edits)) for part in named)


def _collect(words: list[str], parts: list[_Part]) -> Iterator[tuple[str, str]]:
    """Adds the words to the parts; yields what is wrong and what to do."""
    for word in words:
        place = _PLACE.fullmatch(word)
        if place:
            parts.append(_Part(place[1]))
        said = place[2] if place else word
        part = parts[-1]
        if said.startswith(("+", "-")):
            edit = _edit(said)
            if isinstance(edit, str):
                yield edit, _HOW
            else:
                part.edits.append(edit)
        elif said and (part.base or part.edits):
            before = part.base or "the edits"
            hint = "name one kit for each place, before its edits; separate columns are two --kit"
            yield f"{said!r} stands after {before}", hint
        elif said:
            part.base = said


def _empty(parts: list[_Part], text: str) -> Iterator[tuple[str, str]]:
    if not text.strip(", \t\n"):
        yield "the kit is empty", "for nothing but the house write `--kit bodyweight`"
        return
    for part in parts:
        if not part.base and not part.edits:
            yield f"no kit is named for {part.place}", _HOW
    places = [part.place for part in parts]
    for place in dict.fromkeys(places):
        if places.count(place) > 1:
            yield f"{place} is named twice", "name each place once; another column is another --kit"
    if len(parts) > 1 and parts[0].place is None:
        yield "some of it names a place, and some does not", "write `place=` before each kit"


def _words(text: str) -> list[str]:
    """The text in its words; a single file keeps its spaces."""
    place = _PLACE.fullmatch(text.strip())
    said = place[2] if place else text.strip()
    if _is_file(said) and "=" not in said and not re.search(r"\s[+-]", said):
        return [text.strip()]
    return [word for word in _BETWEEN.split(text) if word]


def _is_file(text: str) -> bool:
    return text.endswith((".yaml", ".yml")) or "/" in text or "\\" in text


def _edit(word: str) -> Edit | str:
    """An edit, or what is wrong with it."""
    found = _EDIT.fullmatch(word)
    if found is None:
        return f"{word!r} is not understood"
    sign, item, count, loads = found.groups()
    number = int(count) if count else None
    if number is not None and not 1 <= number <= COUNT_MOST:
        return f"{word!r}: the count must be from 1 to {COUNT_MOST}"
    if sign == "-":
        return f"{word!r}: loads cannot be taken away" if loads else Edit(False, item, number)
    kilograms = _loads(loads or "")
    if kilograms is None:
        return f"{word!r}: loads are kilograms up to {LOAD_KG_MOST:g}, such as @8,12.5"
    return Edit(True, item, number or 1, kilograms)


def _loads(text: str) -> tuple[float, ...] | None:
    """Loads in kilograms; None where they are not understood."""
    if not text:
        return ()
    try:
        loads = tuple(float(one) for one in text.split(","))
    except ValueError:
        return None
    return loads if all(0 < load <= LOAD_KG_MOST for load in loads) else None


def _complaint(text: str, what: str, hint: str) -> Complaint:
    return Complaint("bad-argument", f"--kit {text!r}: {what}", hint=hint)
