"""Parts of the format that the planner cannot honour as they stand: refused, never ignored."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.scenario import Scenario
from optimizer.errors import Complaint
from optimizer.reading.wording import Path


def unsupported_parts(scenario: Scenario) -> Iterator[Complaint]:
    """Complaints about races whose distance in days is unknown or past; each holds its path."""
    yield from _races(scenario)


def _races(scenario: Scenario) -> Iterator[Complaint]:
    start = scenario.week.start_date
    for index, race in enumerate(scenario.week.races):
        path: Path = ("week", "races", index, "date")
        if start is None:
            yield Complaint(
                "contradiction",
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
                why="only races in or after the planned week change it",
                hint="delete the race, or mend one of the two dates; after a race, write "
                "`phase: post_race`",
                path=path,
            )
