"""The scenario with other minutes in every session, or with another number of sessions."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.scenario import DAYS, Scenario, Session
from optimizer.errors import Complaint, InputError
from optimizer.studies.frontiers.steps import Over


def check_scenario(scenario: Scenario, over: Over) -> None:
    """Make sure that the scenario can be changed in this way.

    Raises
    ------
    InputError
        ``bad-argument`` if it has no session to start from, or if pins name sessions that a
        week with another number of sessions does not have.
    """
    wrong = list(_wrong(scenario, over))
    if wrong:
        raise InputError(*wrong)


def _wrong(scenario: Scenario, over: Over) -> Iterator[Complaint]:
    if not scenario.week.sessions:
        hint = "give the scenario one session; its place and minutes are those of all"
        yield Complaint("bad-argument", f"--{over}: the scenario has no session", hint=hint)
    if over == "sessions" and scenario.pin:
        names = dict.fromkeys(f"{pin.exercise} in {pin.session}" for pin in scenario.pin)
        yield Complaint(
            "bad-argument",
            f"--sessions: the scenario pins exercises to sessions ({', '.join(names)})",
            why="with another number of sessions they are new ones, called s1, s2 and so on",
            hint="take the pins out, or name the exercises in the settings of "
            "`wanted_exercises_are_planned`, which holds in any session",
        )


def week_of(scenario: Scenario, over: Over, number: int) -> Scenario:
    """The scenario with so many minutes in every session, or with so many sessions."""
    if over == "minutes":
        sessions = tuple(
            one.model_copy(update={"minutes": number}) for one in scenario.week.sessions
        )
    else:
        sessions = tuple(_anywhere(scenario, f"s{one}") for one in range(1, number + 1))
    week = scenario.week.model_copy(update={"sessions": sessions})
    return scenario.model_copy(update={"week": week})


def _anywhere(scenario: Scenario, identifier: str) -> Session:
    """A session like the first one, on any day."""
    first = scenario.week.sessions[0]
    return first.model_copy(update={"id": identifier, "day": DAYS, "start": None})
