"""The corner points of a frontier in sentences; only what is proved is called so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from optimizer.export.parts.numbers import plural
from optimizer.planning.plain_words import listed
from optimizer.studies.frontiers.records import Corner, Frontier, Goal
from optimizer.studies.frontiers.steps import LIMITS

REACHES: dict[Goal, str] = {
    "plan": "has a plan",
    "within_tolerance": "comes within the tolerance of the targets",
    "covered": "covers everything",
}
MISSES: dict[Goal, tuple[str, str]] = {
    "plan": ("have no plan", "has no plan"),
    "within_tolerance": ("stay farther from the targets", "stays farther from the targets"),
    "covered": ("leave a target short", "leaves a target short"),
}
"""What is said of several numbers that miss a goal, and of one."""


def told_number(frontier: Frontier, number: int) -> str:
    """``25 minutes a session``, or ``3 sessions a week``."""
    if frontier.over == "minutes":
        return f"{plural(number, 'minute')} a session"
    return f"{plural(number, 'session')} a week"


def ranges(numbers: Sequence[int]) -> str:
    """``20``, ``20 and 25``, or ``31 to 35 and 40``: neighbours together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = []
    for run in runs:
        parts += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(one) for one in run]
    return listed(parts)


def corners_told(frontier: Frontier) -> Iterator[str]:
    """A paragraph for each corner point that another one does not say already."""
    for corner in frontier.corners:
        if not _goes_without_saying(frontier, corner):
            yield " ".join(_corner(frontier, corner))


def _goes_without_saying(frontier: Frontier, corner: Corner) -> bool:
    """Whether another goal's corner says it already."""
    near, plan = frontier.corner("within_tolerance"), frontier.corner("plan")
    if corner.goal == "plan":
        return False
    if plan.number is None and plan.proved:
        return True
    if corner.goal == "covered":
        return near.number is None and near.proved
    exact = frontier.corner("covered").number
    return corner.number is not None and corner.number == exact and corner.proved


def _corner(frontier: Frontier, corner: Corner) -> Iterator[str]:
    """Where a goal is reached first, how far that is proved, and what it says about more."""
    first, last = frontier.steps[0].number, frontier.steps[-1].number
    if corner.number is None:
        yield _never(frontier, corner, f"{first} to {last}" if first < last else str(first))
        return
    least = f"The least {_goal(frontier, corner.goal)}: {told_number(frontier, corner.number)}"
    below = range(first, corner.number)
    if corner.number == LIMITS[frontier.over][0]:
        yield f"{least}; there is no less."
    elif not below:
        yield f"{least}, the first of the range; less was not looked at."
    elif corner.proved:
        yield f"{least}. Proved: {ranges(below)} {_misses(corner.goal, below)}."
    else:
        doubt = f"{ranges(corner.open)} {_misses(corner.goal, corner.open)}"
        yield f"{least}, as far as was found; it is not proved that {doubt}."
    yield from _beyond(frontier, corner.number)
    if corner.fails_again:
        again = corner.fails_again
        yield f"Proved too: {ranges(again)} {_misses(corner.goal, again)} again."


def _misses(goal: Goal, numbers: Sequence[int]) -> str:
    """What is said of these numbers that miss a goal: ``have no plan``, ``has no plan``."""
    return MISSES[goal][len(numbers) == 1]


def _beyond(frontier: Frontier, least: int) -> Iterator[str]:
    """Up to where more can do as well, as nothing else is asked for."""
    last = frontier.steps[-1].number
    later = [one.number for one in frontier.demands if one.number > least]
    until = min(later, default=last + 1) - 1
    if frontier.over == "minutes" and until > least:
        said = ranges(range(least + 1, until + 1))
        yield f"{said} can do as well{'; from then on more is asked for' if later else ''}."


def _goal(frontier: Frontier, goal: Goal) -> str:
    if goal == "plan":
        return "with a plan"
    if goal == "covered":
        return "with everything covered, no target short at all"
    room = frontier.tolerances.get("targets", 0)
    return f"with nearly everything covered, up to the tolerance of {room} points"


def _never(frontier: Frontier, corner: Corner, numbers: str) -> str:
    unit = "minutes a session" if frontier.over == "minutes" else "sessions a week"
    said = REACHES[corner.goal]
    if corner.proved:
        return f"Nothing from {numbers} {unit} {said}: proved."
    return (
        f"Nothing that was found from {numbers} {unit} {said}; it is not proved that "
        f"{ranges(corner.open)} {_misses(corner.goal, corner.open)}."
    )
