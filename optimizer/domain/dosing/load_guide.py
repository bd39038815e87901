"""A guide to the load: kilograms from a one-repetition maximum, or the sizes at hand.

Percentages follow from repetitions and reserve by the formula of Epley 1985: a load that can be
lifted n times is about 1 / (1 + n / 30) of the maximum. They stay at or under the upper end of
the load of the level and phase (convention, inside the ranges of ACSM 2009).
"""

from __future__ import annotations

from dataclasses import dataclass

from optimizer.domain.dosing.dose import Dose
from optimizer.domain.exercise import Exercise
from optimizer.domain.offer import Offer

EPLEY_REPS = 30
GUIDE_WIDTH_REPS = 3
"""Repetitions more in reserve at the lower end of the guide."""


@dataclass(frozen=True)
class LoadGuide:
    """Kilograms and percentages of the maximum, lowest and highest."""

    lowest_kg: float
    highest_kg: float
    lowest_percent: int
    highest_percent: int


def percent_for(repetitions: int) -> int:
    """Percent of the maximum that can be lifted so often, rounded to a whole number."""
    return round(100 * EPLEY_REPS / (EPLEY_REPS + repetitions))


def guide(one_rep_max_kg: float, dose: Dose, percent_max: int) -> LoadGuide:
    """The load that leaves the dose's repetitions in reserve, as a range."""
    possible = (dose.reps or 1) + dose.reps_in_reserve
    highest = min(percent_for(possible), percent_max)
    lowest = min(percent_for(possible + GUIDE_WIDTH_REPS), highest)
    return LoadGuide(one_rep_max_kg * lowest / 100, one_rep_max_kg * highest / 100, lowest, highest)


def owned_totals_kg(offer: Offer, used: dict[str, int]) -> tuple[tuple[float, str], ...]:
    """Loads that the place has for the exercise: total kilograms and how to say them, rising."""
    totals = {
        count * kg: f"{count} x {kg:g}" if count > 1 else f"{kg:g}"
        for item, count in used.items()
        for kg in offer.loads_kg.get(item, ())
    }
    return tuple(sorted(totals.items()))


def is_too_light(loads: LoadGuide, owned: tuple[tuple[float, str], ...]) -> bool:
    """Whether the heaviest load at hand stays under the guide's lower end."""
    return bool(owned) and owned[-1][0] < loads.lowest_kg


def load_text(
    exercise: Exercise,
    offer: Offer,
    used: dict[str, int],
    loads: LoadGuide | None,
) -> str | None:
    """The guide in words: kilograms where a maximum is known, else the sizes at hand.

    Parameters
    ----------
    used
        Items in use that can be loaded, with their counts.
    loads
        The guide for the athlete's maximum; None where none is known.
    """
    if not used or exercise.role != "strength":
        return None
    owned = owned_totals_kg(offer, used)
    if loads is None:
        return _listed([said for _, said in owned])
    if is_too_light(loads, owned):
        return f"{owned[-1][1]} kg, your heaviest, is light for you: hence more repetitions"
    text = (
        f"{loads.lowest_kg:.0f}-{loads.highest_kg:.0f} kg "
        f"({loads.lowest_percent}-{loads.highest_percent} % of 1RM)"
    )
    return text + _owned_part(loads, owned)


def _listed(sizes: list[str]) -> str | None:
    """Sizes as a list in words."""
    if not sizes:
        return None
    return " or ".join([", ".join(sizes[:-1]), sizes[-1]] if sizes[1:] else sizes) + " kg"


def _owned_part(loads: LoadGuide, owned: tuple[tuple[float, str], ...]) -> str:
    """Which of the owned sizes fits, or which lighter one comes nearest."""
    fitting = [said for kg, said in owned if loads.lowest_kg <= kg <= loads.highest_kg]
    if fitting:
        return f"; you own {', '.join(fitting)} kg"
    lighter = [said for kg, said in owned if kg < loads.lowest_kg]
    if lighter:
        return f"; nearest you own: {lighter[-1]} kg"
    return "; all you own is heavier: pick an easier exercise or fewer repetitions" if owned else ""
