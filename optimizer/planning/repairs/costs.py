"""What each sort of change costs, so that repairs can be ranked. All of it is convention."""

from __future__ import annotations

from optimizer.solve.levers import LINE_COST

LINE = LINE_COST
"""Each line that is changed at all, beside what the change costs."""
MINUTE = 1
"""One more minute of a session."""
DAY_MOVED = 5
"""A session on another day."""
HALF_SET_OF_OWN_FLOOR = 2
"""Half a weekly set less of a floor that the scenario sets, or half a credit of a plane's."""
HALF_SET_OF_DEFAULT_FLOOR = 4
"""Half a weekly set less of a floor that the level sets, or half a credit of a plane's."""
PINNED_SET = 3
"""One set less of a pinned exercise."""
PIN_DROPPED = 10
"""A pin taken out."""
WISH_DROPPED = 13
"""An exercise that the week need not hold any more, as dear as a pin with its line."""
NEVER_LIFTED = 12
"""An exercise that is no longer refused."""
ITEM = 10
"""One more item of equipment at a place, of those that homes have."""
GYM_ITEM = 25
"""One more item of equipment that only gyms have."""
RUNG = 20
"""A rung of a ladder that counts as mastered."""
SETTING = 25
"""Another number in the settings of a rule."""
FLOORS_RELAXED = 60
"""Floors that become the first aim instead of a demand."""

TABLE: tuple[tuple[str, int, str], ...] = (
    ("line", LINE, "each line that is changed by degrees, besides the following"),
    ("minutes", MINUTE, "one more minute of a session"),
    ("floor", HALF_SET_OF_OWN_FLOOR, "half a weekly set or credit less of a floor you set"),
    ("floor", HALF_SET_OF_DEFAULT_FLOOR, "half a weekly set or credit less of a default floor"),
    ("pin_sets", PINNED_SET, "one set less of a pinned exercise"),
    ("day", DAY_MOVED, "a session on another day"),
    ("pin", PIN_DROPPED, "a pin taken out"),
    ("wish", WISH_DROPPED, "an exercise that the week need not hold any more"),
    ("never", NEVER_LIFTED, "an exercise that is no longer refused"),
    ("item", ITEM, "one more item of equipment, of those that homes have"),
    ("item", GYM_ITEM, "one more item of equipment that only gyms have"),
    ("rung", RUNG, "a rung of a ladder that counts as mastered"),
    ("setting", SETTING, "another number in a rule's settings"),
    ("floors", FLOORS_RELAXED, "floors that are an aim instead of a demand"),
)
"""Kind of a change, its points and what they are for."""
