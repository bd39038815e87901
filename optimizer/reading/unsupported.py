"""Parts of the format that the planner does not honour yet: refused rather than ignored."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.scenario import Scenario
from optimizer.errors import Complaint
from optimizer.reading.wording import Path

AGE_YOUNGEST = 18
AGE_OLDEST = 49
_CODE = "not-supported-yet"


def unsupported_parts(scenario: Scenario) -> Iterator[Complaint]:
    """Complaints about parts that are read but would change nothing; each holds its path."""
    yield from _athlete(scenario)
    yield from _races(scenario)


def _athlete(scenario: Scenario) -> Iterator[Complaint]:
    phase, age = scenario.athlete.phase, scenario.athlete.age
    if phase != "base":
        yield Complaint(
            _CODE,
            f'athlete.phase is "{phase}", and only base weeks are planned so far',
            why="another phase asks for other doses and less work before races",
            hint="write `phase: base` if this week is one",
            path=("athlete", "phase"),
        )
    if age is not None and not AGE_YOUNGEST <= age <= AGE_OLDEST:
        yield Complaint(
            _CODE,
            f"athlete.age is {age}, and the rules so far suit ages {AGE_YOUNGEST} to {AGE_OLDEST}",
            why="the young and older athletes need other loads and more recovery",
            hint="see a coach who knows this age group",
            path=("athlete", "age"),
        )


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
