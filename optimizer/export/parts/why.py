"""Why items are in the plan, and which items feed what, in words that fit a page."""

from __future__ import annotations

from collections.abc import Iterable

from optimizer.domain.plan import PlannedItem
from optimizer.domain.plan_coverage import Coverage, MuscleFeed, PatternFeed, PlaneFeed
from optimizer.export.parts.numbers import plain

SHOWN_MOST = 3
FEED_LEGEND = (
    "Item a-2 is the second exercise of session a. Fed by: sets that each item gives a muscle, "
    "credit that it gives a plane, or items of the pattern."
)


def shown_reasons(item: PlannedItem) -> tuple[str, ...]:
    """The first reasons of an item; one about nothing new is passed over.

    The JSON document has them all.
    """
    texts: list[str] = []
    told: set[str] = set()
    for reason in item.reasons:
        if not reason.about or not told.issuperset(reason.about):
            texts.append(reason.text)
            told.update(reason.about)
    return tuple(texts[:SHOWN_MOST])


def muscle_feed(feeds: Iterable[MuscleFeed]) -> str:
    """Items with the sets that each gives: ``a-1 3, b-2 1.5``."""
    return ", ".join(f"{feed.item} {plain(feed.sets)}" for feed in feeds)


def plane_feed(feeds: Iterable[PlaneFeed]) -> str:
    """Items with the credit that each gives."""
    return ", ".join(f"{feed.item} {plain(feed.credit)}" for feed in feeds)


def pattern_feed(feeds: Iterable[PatternFeed]) -> str:
    """Items of a pattern group."""
    return ", ".join(feed.item for feed in feeds)


def feeds(coverage: Coverage) -> list[str]:
    """What feeds each muscle, each plane and each pattern group, in the order of the coverage."""
    return [
        *(muscle_feed(muscle.fed_by) for muscle in coverage.muscles),
        *(plane_feed(plane.fed_by) for plane in coverage.planes),
        *(pattern_feed(pattern.fed_by) for pattern in coverage.patterns),
    ]
