"""What the minutes of a session decide besides its limit.

Longer sessions are asked for more: from some minutes on they prepare for longer, hold every part
of the body, move in every plane, and the week wants more sets of main lifts. So a longer session
is not always the better one. Where all of this stays as it is, and what the preparation leaves of
the limit does not shrink, every week that fits shorter sessions fits longer ones as well, and is
as far from its targets there.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property

from optimizer.constraints.no_heavy_legs_before_key_runs import Settings as KeyRunSettings
from optimizer.constraints.planes_are_covered_in_each_session import Settings as PlaneSettings
from optimizer.constraints.sessions_train_the_whole_body import Settings as WholeBodySettings
from optimizer.domain.frame.preparation import SessionRoutine, total_seconds
from optimizer.domain.problem import Problem, Slot
from optimizer.domain.week_clock import hours_from_session_to_run
from optimizer.export.parts.clock import clock
from optimizer.objectives.main_lifts_are_enough import wanted_sets, wanted_where_loads_are
from optimizer.objectives.sessions_move_in_every_plane import Settings as CreditSettings
from optimizer.objectives.two_leg_lift_is_kept import wanted_sets as wanted_two_leg_sets

ROLLING_ROLE = "soft_tissue"


@dataclass(frozen=True)
class Demands:
    """What a problem's minutes decide, but for the limit itself.

    Attributes
    ----------
    whole_body, planes
        Ids of the sessions that must hold every part of the body, and serve every plane.
    plane_credits
        Ids of the sessions that should have a credit of every plane; a matter of taste.
    main_lifts
        Sets of main lifts that the week should hold, knee-dominant and hip-dominant.
    certain_lifts
        How many of them should be on two legs, and stand where there are loads.
    preparation_seconds, rolling_seconds, cool_down_seconds
        The shortest preparation of each session without rolling, its rolling, its cool-down.
    routines
        What rules read of the preparation of each session, seconds left out, with its drills.
    near_runs
        Days, exercises and key runs of each session, which its length decides by its end.
    room_seconds
        What each preparation of each session leaves of the limit.
    """

    whole_body: tuple[str, ...]
    planes: tuple[str, ...]
    plane_credits: tuple[str, ...]
    main_lifts: tuple[int, ...]
    certain_lifts: tuple[int, ...]
    preparation_seconds: tuple[int, ...]
    rolling_seconds: tuple[int, ...]
    cool_down_seconds: tuple[int, ...]
    routines: tuple[Hashable, ...]
    near_runs: tuple[Hashable, ...]
    room_seconds: tuple[int, ...]

    @cached_property
    def asked(self) -> tuple[Hashable, ...]:
        """All that must be equal for two problems to ask for the same."""
        return (
            self.whole_body,
            self.planes,
            self.plane_credits,
            self.main_lifts,
            self.certain_lifts,
            self.routines,
            self.near_runs,
        )

    def fit_into(self, longer: Demands) -> bool:
        """Whether every week under these demands fits the longer sessions, as near its targets."""
        return self.asked == longer.asked and all(
            mine <= theirs
            for mine, theirs in zip(self.room_seconds, longer.room_seconds, strict=True)
        )


def demands_of(problem: Problem) -> Demands:
    """What the minutes of a problem's sessions decide."""
    must = problem.cover_is_required
    whole, planes = problem.settings_of(WholeBodySettings), problem.settings_of(PlaneSettings)
    credit = problem.settings_of(CreditSettings)
    routines = [problem.routines[slot.id] for slot in problem.slots]
    pinned = {pin.exercise for pin in problem.scenario.pin}
    return Demands(
        whole_body=_from(problem, whole.from_minutes if must and whole.enabled else None),
        planes=_from(problem, planes.from_minutes if must and planes.enabled else None),
        plane_credits=_from(problem, credit.from_minutes if credit.enabled else None),
        main_lifts=wanted_sets(problem),
        certain_lifts=(wanted_two_leg_sets(problem), *wanted_where_loads_are(problem)),
        preparation_seconds=tuple(one.preparation[0].warming_seconds for one in routines),
        rolling_seconds=tuple(
            one.preparation[0].seconds - one.preparation[0].warming_seconds for one in routines
        ),
        cool_down_seconds=tuple(total_seconds(one.cool_down) for one in routines),
        routines=tuple(_frame(routine, pinned) for routine in routines),
        near_runs=tuple(_near_runs(problem, slot) for slot in problem.slots),
        room_seconds=tuple(
            slot.limit_seconds - block.seconds - problem.cool_down_seconds(slot)
            for slot in problem.slots
            for block in problem.preparation_of(slot)
        ),
    )


def _from(problem: Problem, minutes: int | None) -> tuple[str, ...]:
    """Ids of the sessions of at least so many minutes."""
    if minutes is None:
        return ()
    return tuple(slot.id for slot in problem.slots if slot.minutes >= minutes)


def _frame(routine: SessionRoutine, pinned: set[str]) -> Hashable:
    """What rules read of a session's preparation, but for its seconds."""
    return (
        tuple(
            (
                block.warming_seconds,
                block.plane_counts,
                tuple(
                    drill.exercise.id
                    for drill in block.drills
                    if drill.exercise.role != ROLLING_ROLE or drill.exercise.id in pinned
                ),
            )
            for block in routine.preparation
        ),
        tuple(drill.exercise.id for drill in routine.cool_down),
        total_seconds(routine.cool_down),
    )


def _near_runs(problem: Problem, slot: Slot) -> Hashable:
    """What a session's end decides: its days, what it may hold, and which key runs are near."""
    window = problem.settings_of(KeyRunSettings).window_hours
    near = tuple(
        (day, number)
        for day in slot.days
        for number, run in enumerate(problem.key_runs)
        if (hours := hours_from_session_to_run(day, slot.start, slot.minutes, run)) is not None
        and hours < window
    )
    return (slot.days, problem.usable[slot.id], problem.modelled[slot.id], near)


def changes_told(before: Demands, after: Demands) -> Iterator[tuple[str, str]]:
    """What the second problem is asked for differently: what it is about, and a sentence part."""
    if before.preparation_seconds != after.preparation_seconds:
        now, then = _minutes(after.preparation_seconds), _minutes(before.preparation_seconds)
        yield "preparation", f"a session prepares for {now} min at least, not {then}"
    elif before.routines != after.routines and before.cool_down_seconds == after.cool_down_seconds:
        yield "preparation", "preparation or cool-down holds other drills"
    if before.cool_down_seconds != after.cool_down_seconds:
        now, then = _minutes(after.cool_down_seconds), _minutes(before.cool_down_seconds)
        yield "cool_down", f"its cool-down takes {now} min, not {then}"
    if before.rolling_seconds != after.rolling_seconds:
        now, then = _minutes(after.rolling_seconds), _minutes(before.rolling_seconds)
        has_none = not any(before.rolling_seconds)
        said = f"{now} min of foam rolling"
        yield "rolling", f"{said} begin it" if has_none else f"{said}, not {then}, begin it"
    if before.whole_body != after.whole_body:
        yield "whole_body", "it has to hold legs, upper body and core"
    if before.planes != after.planes:
        yield "planes", "it has to work in every plane"
    if before.plane_credits != after.plane_credits:
        yield "plane_credits", "it is wished to serve every plane in full"
    yield from _lifts_told(before, after)
    if before.near_runs != after.near_runs:
        yield "near_runs", "it ends so late that a run changes its days or what it may hold"


def _lifts_told(before: Demands, after: Demands) -> Iterator[tuple[str, str]]:
    if before.main_lifts != after.main_lifts:
        more, less = sum(after.main_lifts), sum(before.main_lifts)
        yield "main_lifts", f"the week wants {more} sets of main lifts, not {less}"
    if before.certain_lifts != after.certain_lifts:
        more, less = sum(after.certain_lifts), sum(before.certain_lifts)
        yield "certain_lifts", f"{more} sets of its main lifts have to be heavy, not {less}"


def _minutes(seconds: tuple[int, ...]) -> str:
    """Times as minutes and seconds; several, where the sessions differ."""
    return " or ".join(dict.fromkeys(clock(one) for one in seconds))
