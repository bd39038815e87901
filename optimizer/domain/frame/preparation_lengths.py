"""How long a session prepares: by its minutes, the level, and an easy run just before it."""

from __future__ import annotations

from optimizer.domain.dosing.season import SEASONS
from optimizer.domain.exercise import Level
from optimizer.domain.frame.preparation_numbers import (
    AFTER_EASY_RUN_GAP_MINUTES,
    AFTER_EASY_RUN_SECONDS,
    COOL_DOWN_FROM_MINUTES,
    NO_JOG_AFTER_RUN_MINUTES,
    PREPARATION_NUMBERS,
    ROLLING_FROM_MINUTES,
    ROLLING_PART_OF_SESSION,
    ROLLING_SECONDS_MOST,
    STAGE_SECONDS,
)
from optimizer.domain.scenario import Run, Scenario, Session
from optimizer.domain.week_clock import clock_minutes


def follows_easy_run(scenario: Scenario, session_id: str) -> bool:
    """Whether an easy run ends at most 15 minutes before the session starts.

    Both clock times and the session's single day must be known; else the answer is no.
    """
    easy = (run for run in scenario.week.runs if run.kind == "easy")
    pauses = (_pause_minutes(run, _session(scenario, session_id)) for run in easy)
    return any(pause is not None and 0 <= pause <= AFTER_EASY_RUN_GAP_MINUTES for pause in pauses)


def follows_run(scenario: Scenario, session_id: str) -> bool:
    """Whether a run of any kind ends at most an hour before the session starts.

    Both clock times and the session's single day must be known; else the answer is no.
    """
    session = _session(scenario, session_id)
    pauses = (_pause_minutes(run, session) for run in scenario.week.runs)
    return any(pause is not None and 0 <= pause <= NO_JOG_AFTER_RUN_MINUTES for pause in pauses)


def _session(scenario: Scenario, session_id: str) -> Session:
    return next(one for one in scenario.week.sessions if one.id == session_id)


def _pause_minutes(run: Run, session: Session) -> int | None:
    """Minutes from a run's end to the session; None on other days or without clock times."""
    if session.day != (run.day,) or run.start is None or session.start is None:
        return None
    return clock_minutes(session.start) - clock_minutes(run.start) - run.minutes


def least_seconds(*, after_easy_run: bool) -> tuple[int, ...]:
    """Least seconds of preparation by stage; the run has already warmed up for easy work."""
    first = AFTER_EASY_RUN_SECONDS if after_easy_run else STAGE_SECONDS[0]
    return (first, *STAGE_SECONDS[1:])


def wanted_seconds(
    level: Level, minutes: int, level_lengths_from_minutes: int, *, after_easy_run: bool
) -> tuple[int, ...]:
    """Seconds of preparation by stage that a session gets.

    Parameters
    ----------
    minutes
        Length of the session; short ones get the least there is.
    level_lengths_from_minutes
        From this length on the level's usual block is taken.
    """
    least = least_seconds(after_easy_run=after_easy_run)
    if after_easy_run or minutes < level_lengths_from_minutes:
        return least
    usual = PREPARATION_NUMBERS[level].block_seconds
    return tuple(max(usual, seconds) for seconds in least)


def rolling_seconds(session: Session) -> int:
    """Seconds of rolling that a session has room for, where a roller is at hand.

    The scenario's own minutes win; else a fifteenth of a session of 45 minutes or more.
    """
    if session.rolling_minutes is not None:
        return min(ROLLING_SECONDS_MOST, session.rolling_minutes * 60)
    if session.minutes < ROLLING_FROM_MINUTES:
        return 0
    return min(ROLLING_SECONDS_MOST, session.minutes * 60 // ROLLING_PART_OF_SESSION)


def cool_down_minutes(scenario: Scenario, session: Session) -> int:
    """Minutes of the cool-down of a session.

    The scenario's own minutes win, 0 included; else sessions of 30 minutes and more get those
    of the phase.
    """
    if session.cool_down_minutes is not None:
        return session.cool_down_minutes
    is_long = session.minutes >= COOL_DOWN_FROM_MINUTES
    return SEASONS[scenario.athlete.phase].cool_down_minutes if is_long else 0
