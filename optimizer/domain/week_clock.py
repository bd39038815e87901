"""Days and hours of a repeating week, and which runs are key runs.

A key run is an interval, tempo or hill session, a race, or the week's longest run if it lasts
90 minutes or more, or takes over 30 % of the week's running in a week of four or more runs
(convention; the long run must not be blunted by tired legs).
"""

from __future__ import annotations

from datetime import date

from optimizer.domain.scenario import DAYS, Day, Race, Run, Session

MINUTES_PER_DAY = 24 * 60
MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY
LONG_RUN_MINUTES = 90
LONG_RUN_SHARE_PERCENT = 30
LONG_RUN_SHARE_RUNS = 4
QUALITY_KINDS = ("tempo", "intervals", "hills", "race")


def clock_minutes(clock: str) -> int:
    """Minutes since midnight of a time such as ``18:30``."""
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def days_until(first: Day, second: Day) -> int:
    """Days from the first day to the next second day, 0 to 6."""
    return (DAYS.index(second) - DAYS.index(first)) % 7


def key_runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs of the week that strength work must leave fresh legs for."""
    week_minutes = sum(run.minutes for run in runs)
    longest = max((run.minutes for run in runs), default=0)

    def is_key(run: Run) -> bool:
        if run.kind in QUALITY_KINDS:
            return True
        if run.minutes < longest:
            return False
        many = len(runs) >= LONG_RUN_SHARE_RUNS
        share = many and 100 * run.minutes > LONG_RUN_SHARE_PERCENT * week_minutes
        return run.minutes >= LONG_RUN_MINUTES or (run.kind == "long" and share)

    return tuple(run for run in runs if is_key(run))


def hours_from_session_to_run(
    day: Day, start: str | None, session_minutes: int, run: Run
) -> float | None:
    """Fewest hours between the end of a session and the next such run; the week repeats.

    Without both start times the gap is taken as short as the days allow, and on a shared day
    the run is taken to come first; then there is no gap to speak of and the answer is None.
    """
    days = days_until(day, run.day)
    if start is None or run.start is None:
        return (days - 1) * 24.0 if days else None
    gap = days * MINUTES_PER_DAY + clock_minutes(run.start) - clock_minutes(start)
    return (gap % MINUTES_PER_WEEK - session_minutes) / 60


def hours_after_run(day: Day, start: str | None, run: Run) -> float | None:
    """Hours between the end of a run and a session later on the same day, or None.

    Below zero where the session starts during the run. None also where a start time is missing,
    or where the session comes first.
    """
    if day != run.day or start is None or run.start is None:
        return None
    after_start = clock_minutes(start) - clock_minutes(run.start)
    return (after_start - run.minutes) / 60 if after_start >= 0 else None


def comes_before_run(day: Day, start: str | None, run: Run) -> bool:
    """Whether a session is on the day of a run and known to start before it."""
    if day != run.day or start is None or run.start is None:
        return False
    return clock_minutes(start) < clock_minutes(run.start)


def overlaps_run(day: Day, start: str | None, session_minutes: int, run: Run) -> bool:
    """Whether a session on a day would take place during a run; never without both starts."""
    if day != run.day or start is None or run.start is None:
        return False
    first, second = clock_minutes(start), clock_minutes(run.start)
    return first < second + run.minutes and second < first + session_minutes


def days_clear_of_runs(session: Session, runs: tuple[Run, ...]) -> tuple[Day, ...]:
    """Days of a session on which it overlaps no run; all of them where none would be left."""
    clear = tuple(
        day
        for day in session.day
        if not any(overlaps_run(day, session.start, session.minutes, run) for run in runs)
    )
    return clear or session.day


def days_before_run(day: Day, start: str | None, run: Run) -> int:
    """Days from a session to the next such run; a full week where it comes after the run.

    On a shared day the run is taken to come first unless both starts say otherwise.
    """
    days = days_until(day, run.day)
    return days if days or comes_before_run(day, start, run) else len(DAYS)


def days_apart(first: Day, second: Day) -> int:
    """Days between two days of a repeating week, 0 to 3."""
    return min(days_until(first, second), days_until(second, first))


def days_to_race(start_date: date, day: Day, race: Race) -> int:
    """Days from a day of the week to a race; negative where the race is over."""
    return (race.date - start_date).days - DAYS.index(day)
