"""The aims of a frontier's weeks as step curves."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.cli.pages.frontier_corner_words import ranges
from optimizer.domain.plan import TierResult
from optimizer.export.pictures.step_curves import Corner, Curves, Panel, Point, step_curves
from optimizer.export.pictures.style import Kind
from optimizer.studies.frontiers.records import Frontier, Goal

NAMES = {
    "floors": ("floors missed", "points", 1.0),
    "targets": ("short of target", "points", 1.0),
    "spacing": ("run spacing", "points", 1.0),
    "quality": ("short of good\nproportions", "sets", 100.0),
    "minutes": ("training time", "minutes a week", 60.0),
}
"""Name and unit of each panel, and what its tier's values are divided by."""
ALWAYS = ("targets", "minutes")
"""Panels that are drawn even where they are at zero everywhere."""
LEAST: dict[Goal, str] = {
    "plan": "least with a plan",
    "within_tolerance": "least within the tolerance of the targets",
    "covered": "least with everything covered",
}


def frontier_picture(frontier: Frontier, kind: Kind) -> bytes:
    """The curves as the bytes of a file."""
    return step_curves(curves_of(frontier), kind)


def curves_of(frontier: Frontier) -> Curves:
    """What the picture shows."""
    weeks = [(step.number, step.status) for step in frontier.steps]
    weeks += [(probe.number, probe.status) for probe in frontier.probes]
    return Curves(
        title=f"{frontier.scenario}: where it starts to be enough",
        offered=_offered(frontier),
        panels=tuple(_panels(frontier)),
        solved=tuple(sorted(number for number, _ in weeks)),
        impossible=tuple(sorted(number for number, said in weeks if said == "infeasible")),
        unknown=tuple(sorted(number for number, said in weeks if said == "unknown")),
        corners=tuple(_corners(frontier)),
        changes=tuple(dict.fromkeys(one.number for one in frontier.demands)),
    )


def _offered(frontier: Frontier) -> str:
    if frontier.over == "minutes":
        step = frontier.steps[0]
        count = step.offered_seconds // (60 * step.number)
        each = f"each of {count} sessions" if count > 1 else "the one session"
        return f"minutes available in {each} a week"
    return f"sessions a week, of {frontier.session_minutes} minutes each"


def _corners(frontier: Frontier) -> Iterator[Corner]:
    """Every corner point once; those that are the first of the range begin nothing."""
    exact = frontier.corner("covered").number
    for corner in frontier.corners:
        if corner.number is None or corner.number == frontier.steps[0].number:
            continue
        if corner.goal != "within_tolerance" or corner.number != exact:
            doubt = "" if corner.proved else f"{ranges(corner.open)} not ruled out"
            yield Corner(corner.number, LEAST[corner.goal], doubt)


def _panels(frontier: Frontier) -> Iterator[Panel]:
    found: dict[str, list[Point]] = {}
    for step in frontier.steps:
        for tier in step.plan.tiers:
            found.setdefault(tier.id, []).append(_point(step.number, tier, is_step=True))
    for probe in frontier.probes:
        for tier in probe.tiers:
            found.setdefault(tier.id, []).append(_point(probe.number, tier, is_step=False))
    for identifier, (name, unit, _) in NAMES.items():
        points = sorted(found.get(identifier, []), key=lambda point: point.offer)
        if any(point.value for point in points) or (points and identifier in ALWAYS):
            yield Panel(name, unit, tuple(points))


def _point(number: int, tier: TierResult, *, is_step: bool) -> Point:
    scale = NAMES[tier.id][2] if tier.id in NAMES else 1.0
    return Point(number, tier.value / scale, tier.bound / scale, tier.proved, is_step)
