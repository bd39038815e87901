"""Lengths and doses of preparation, cool-down and weekly mobility by level.

All of it is coaching convention, kept inside what reviews find harmless or useful: brief
rolling and dynamic drills before the work (Behm 2020), held stretches of at most a minute a
muscle before power and otherwise afterwards (Warneke 2025), and a warm-up that need not be
long (Iversen 2021). More range or fewer injuries are not promised.
"""

from __future__ import annotations

from dataclasses import dataclass

from optimizer.domain.exercise import Level

STAGE_SECONDS = (300, 360, 480)
"""Least seconds of the three blocks: any work, low hops, jumps and bounds."""
AFTER_EASY_RUN_SECONDS = 180
"""Least seconds of drills before any work straight after an easy run."""
AFTER_EASY_RUN_GAP_MINUTES = 15
"""Most minutes between the end of an easy run and a session that is straight after it."""
NO_JOG_AFTER_RUN_MINUTES = 60
"""Most minutes between the end of any run and a session that holds no jog for it."""
CARDIO_SECONDS_LEAST = 90
CARDIO_SECONDS_MOST = 300
"""Range of the easy movement that fills a block up to its length."""
ROLLING_SECONDS_MOST = 300
"""Most seconds of rolling before a session."""
ROLLING_FROM_MINUTES = 45
"""Shorter sessions hold no rolling unless the scenario asks for it."""
ROLLING_PART_OF_SESSION = 15
"""Rolling that nobody asked for takes at most this part of the session's minutes."""
DRILL_DIFFICULTY_MOST = 2
"""Harder drills stand in a preparation only where they are pinned."""
HOLD_SECONDS_MOST = 60
"""Longest hold of a stretch in preparation and cool-down."""
COOL_DOWN_FROM_MINUTES = 30
"""Shorter sessions hold no cool-down unless the scenario asks for it."""
EASY_END_SECONDS_LEAST = 30
"""Least seconds of easy movement at the beginning of a cool-down."""


@dataclass(frozen=True)
class PreparationNumbers:
    """What one level prepares and winds down with.

    ``block_seconds`` is the usual length of the preparation, ``cardio_seconds`` what the drills
    leave for easy movement, ``hold_seconds`` the range of a held stretch a side, and
    ``weekly_minutes_per_area`` the mobility work that each area should get in a week.
    """

    block_seconds: int
    cardio_seconds: int
    rolling_areas: int
    rolling_seconds: int
    hold_seconds: tuple[int, int]
    weekly_minutes_per_area: int


PREPARATION_NUMBERS: dict[Level, PreparationNumbers] = {
    "beginner": PreparationNumbers(
        block_seconds=360,
        cardio_seconds=180,
        rolling_areas=3,
        rolling_seconds=30,
        hold_seconds=(30, 30),
        weekly_minutes_per_area=2,
    ),
    "intermediate": PreparationNumbers(
        block_seconds=360,
        cardio_seconds=110,
        rolling_areas=4,
        rolling_seconds=30,
        hold_seconds=(30, 45),
        weekly_minutes_per_area=3,
    ),
    "advanced": PreparationNumbers(
        block_seconds=420,
        cardio_seconds=110,
        rolling_areas=4,
        rolling_seconds=45,
        hold_seconds=(45, 60),
        weekly_minutes_per_area=5,
    ),
}
