"""Days and hours of a repeating week, and which runs are key runs.

A key run is an interval, tempo or hill session, a race, or the week's longest run if it lasts
90 minutes or more, or takes over 30 % of the week's running in a week of four or more runs
(convention; the long run must not be blunted by tired legs).
"""

from __future__ import annotations

from optimizer.domain.scenario import DAYS, Day, Run

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
