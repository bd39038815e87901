"""Sets, repetitions, holds and rests in the notations that coaches use.

``3x8``, ``3x8-10/side``, ``3 x 8 per side``, ``2 x 30 s``, ``3*20s/side``, ``2x12 @60s rest``,
``3 sets of 8, 2 min rest, RIR 3``, ``8/side``, ``3 min``. The grammar stands in docs/audit.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from optimizer.reading.wording import shown
from optimizer.reading.written import dose_patterns as look

BARE_SECONDS_LEAST = 10
EFFORT_OF_FAILURE = 10

Sides = Literal["each", "total"]
_WORDS = {
    "sets": "number of sets",
    "reps": "number of repetitions",
    "hold_seconds": "hold",
    "rest_seconds": "rest",
    "reps_in_reserve": "effort",
    "tempo": "tempo",
    "load": "load",
    "sides": "side",
}


class DoseError(ValueError):
    """A dose that cannot be read; the text says which part, and why."""


@dataclass(frozen=True)
class DoseText:
    """What a dose says; None is unsaid.

    ``sides`` tells whether repetitions or holds are meant for each side or for both together;
    ``remarks`` what was chosen where the text leaves a choice.
    """

    sets: int | None = None
    reps: int | None = None
    hold_seconds: int | None = None
    rest_seconds: int | None = None
    reps_in_reserve: int | None = None
    tempo: str | None = None
    load: str | None = None
    sides: Sides | None = None
    remarks: tuple[str, ...] = ()

    @property
    def is_useful(self) -> bool:
        """Whether it says more than a load or sides: what one set is, how many, or the rest."""
        said = (self.sets, self.reps, self.hold_seconds, self.rest_seconds)
        return any(part is not None for part in said)


def parse_dose(text: str) -> DoseText:
    """The dose that a text says in full.

    Raises
    ------
    DoseError
        Where any part of the text is not understood.
    """
    scanner = _Scanner(look.plain_signs(text))
    scanner.opening()
    while scanner.unread:
        if not any(part() for part in scanner.parts):
            raise DoseError(f"{shown(scanner.unread)} is not understood")
    return scanner.dose()


def parse_rest(text: str) -> DoseText:
    """The rest of a text such as ``90``, ``90 s``, ``2 min`` or ``1:30``.

    Raises
    ------
    DoseError
        Where it is none.
    """
    plain = look.plain_signs(text).removeprefix("@").removeprefix("rest").removesuffix("rest")
    dose = parse_dose(f"rest {plain.strip()}")
    if dose.rest_seconds is None or (dose.sets, dose.reps, dose.hold_seconds) != (None,) * 3:
        raise DoseError(f"{shown(text)} is no time of rest")
    return dose


@dataclass
class _Scanner:
    """Reads a dose from its start, part after part; ``unread`` is what is left of the text."""

    unread: str
    found: dict[str, object] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    @property
    def parts(self) -> tuple[Callable[[], bool], ...]:
        """What may follow the sets and the amount, in any order."""
        return (
            self._sides,
            self._total,
            self._rest,
            self._reserve,
            self._effort,
            self._tempo,
            self._load,
        )

    def dose(self) -> DoseText:
        """What was read."""
        return DoseText(**self.found, remarks=tuple(self.remarks))  # type: ignore[arg-type]

    def opening(self) -> None:
        """The sets and what one set is, where the text begins with them."""
        sets = self._take(look.SETS)
        if sets is not None:
            self._note("sets", int(sets[1]))
        if look.OPEN_ENDED.match(self.unread):
            text = "sets to failure have no number of repetitions, and so no known time"
            raise DoseError(text)
        if any(part.match(self.unread) for part in (look.REST, look.RESERVE, look.LOAD)):
            return
        hold = self._take(look.HOLD)
        if hold is not None:
            self._note("hold_seconds", self._seconds(hold["time"]))
            return
        reps = self._take(look.REPS)
        if reps is not None:
            self._note("reps", self._middle(int(reps[1]), int(reps[2] or reps[1]), "repetitions"))

    def _sides(self) -> bool:
        return self._take(look.SIDES) is not None and self._note("sides", "each")

    def _total(self) -> bool:
        return self._take(look.TOTAL) is not None and self._note("sides", "total")

    def _rest(self) -> bool:
        rest = self._take(look.REST)
        return rest is not None and self._note(
            "rest_seconds", self._seconds(rest["after"] or rest["before"])
        )

    def _reserve(self) -> bool:
        reserve = self._take(look.RESERVE)
        return reserve is not None and self._note("reps_in_reserve", int(reserve[1] or reserve[2]))

    def _effort(self) -> bool:
        effort = self._take(look.EFFORT)
        if effort is None:
            return False
        if int(effort[1]) > EFFORT_OF_FAILURE:
            raise DoseError(f"RPE {effort[1]} is beyond the scale of 10")
        return self._note("reps_in_reserve", EFFORT_OF_FAILURE - int(effort[1]))

    def _tempo(self) -> bool:
        tempo = self._take(look.TEMPO)
        return tempo is not None and self._note("tempo", tempo[1])

    def _load(self) -> bool:
        load = self._take(look.LOAD)
        return load is not None and self._note("load", load[1])

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What the pattern finds at the start of what is unread; it is then read."""
        found = pattern.match(self.unread)
        if found is not None:
            rest = self.unread[found.end() :]
            between = look.BETWEEN.match(rest)
            self.unread = rest[between.end() :] if between else rest
        return found

    def _note(self, name: str, value: object) -> bool:
        if name in self.found:
            raise DoseError(f"it says twice what the {_WORDS[name]} is")
        self.found[name] = value
        return True

    def _seconds(self, text: str) -> int:
        """Seconds of a time; the middle of a range."""
        if ":" in text:
            minutes, seconds = text.split(":")
            return 60 * int(minutes) + int(seconds)
        numbers = [int(number) for number in re.findall(r"\d+", text)]
        has_unit = re.search(r"[a-z\"']", text.replace("to", "")) is not None
        if not has_unit and numbers[0] < BARE_SECONDS_LEAST:
            raise DoseError(f"{text.strip()} without a unit may mean seconds or minutes")
        factor = 60 if "m" in text or "'" in text else 1
        return self._middle(factor * numbers[0], factor * numbers[-1], "s")

    def _middle(self, low: int, high: int, unit: str) -> int:
        """The middle of a range, rounded down; a remark says so."""
        if high < low:
            raise DoseError(f"the range {low}-{high} runs backwards")
        middle = (low + high) // 2
        if low != high:
            self.remarks.append(f"{low}-{high} {unit} counted as {middle}")
        return middle
