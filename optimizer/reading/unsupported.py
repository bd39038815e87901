"""Parts of the format that the planner does not honour yet: refused rather than ignored."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.scenario import Scenario
from optimizer.errors import Complaint
from optimizer.reading.wording import Path

RACE_FREE_DAYS = 21
_CODE = "not-supported-yet"


def unsupported_parts(scenario: Scenario) -> Iterator[Complaint]:
    """Complaints about parts that are read but would change nothing; each holds its path."""
    yield from _floating_sessions(scenario)
    yield from _races(scenario)


def _floating_sessions(scenario: Scenario) -> Iterator[Complaint]:
    for index, session in enumerate(scenario.week.sessions):
        if len(session.day) > 1:
            yield Complaint(
                _CODE,
                f"session {session.id} may be on {' or '.join(session.day)}, "
                "and the planner does not choose days yet",
                hint=f"write one day, such as `day: {session.day[0]}`",
                path=("week", "sessions", index, "day"),
            )


def _races(scenario: Scenario) -> Iterator[Complaint]:
    start = scenario.week.start_date
    for index, race in enumerate(scenario.week.races):
        path: Path = ("week", "races", index, "date")
        if start is None:
            yield Complaint(
                _CODE,
                f"a race is on {race.date}, and the week has no start_date",
                why="without a date nobody knows how far away the race is",
                hint="add `start_date:` with the week's Monday, or delete the race",
                path=path,
            )
            continue
        days = (race.date - start).days
        if days < 0:
            yield Complaint(
                "value-out-of-range",
                f"the race on {race.date} is before the week of {start}",
                hint="delete the race, or mend one of the two dates",
                path=path,
            )
        elif days <= RACE_FREE_DAYS:
            yield Complaint(
                _CODE,
                f"the race on {race.date} is {days} days after the week's start",
                why=f"within {RACE_FREE_DAYS} days of a race the work must taper off",
                hint="plan this week by hand; races further away are accepted",
                path=path,
            )
