"""Strategies for problems so small that every plan can be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

from hypothesis import strategies as st

from optimizer.domain.catalog import Catalog
from optimizer.domain.problem import Problem
from optimizer.domain.scenario import Day, Session
from optimizer.domain.tiers import TIERS
from tests.strategies import few
from tests.worlds import problem, race, run, session, small_catalog

OPTIONAL_RULES = (
    "planes_are_covered_in_each_session",
    "planes_are_covered_in_the_week",
    "required_patterns_are_trained",
    "sessions_train_the_whole_body",
    "push_and_pull_are_balanced",
    "knee_and_hip_work_are_balanced",
    "muscles_reach_their_floor",
)
OTHER_DAYS: tuple[Day, ...] = ("tue", "thu", "sun")
IMPACT = ("pogo_hop", "one_leg_hop", "squat_jump")


class Asked:
    """A problem that prints as its scenario."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem

    def __repr__(self) -> str:
        given = self.problem.scenario.model_dump(exclude_defaults=True, exclude={"places", "name"})
        return f"Asked({[row.id for row in self.problem.candidates]}, {given})"


SMALL_WORK = tuple(row.id for row in small_catalog().exercises if row.is_work)


@contextmanager
def exact_tiers() -> Iterator[None]:
    """Every tier without tolerance, so that the answer is the lexicographic optimum."""
    exact = tuple(replace(tier, tolerance=0, tolerance_per_session=0) for tier in TIERS)
    with patch("optimizer.solve.build.TIERS", exact):
        yield


def catalog_of(rows: tuple[str, ...], muscles: tuple[str, ...] = ()) -> Catalog:
    """The small catalog with these working rows only, counting these muscles or all."""
    full = small_catalog()
    return replace(
        full,
        exercises=tuple(row for row in full.exercises if not row.is_work or row.id in rows),
        muscles=tuple(item for item in full.muscles if not muscles or item.id in muscles),
    )


@st.composite
def placed_sessions(
    draw: st.DrawFn, count: tuple[int, int], minutes: tuple[int, ...]
) -> list[Session]:
    """Sessions that often share a length; some may stand on a second day."""
    names: tuple[Day, ...] = tuple(draw(st.permutations(("mon", "wed", "fri"))))
    first = draw(st.sampled_from(minutes))
    start = draw(st.sampled_from((None, None, "07:00", "20:00")))
    made = []
    for name in names[: draw(st.integers(*count))]:
        length = draw(st.sampled_from((first, first, *minutes)))
        second = draw(st.sampled_from((name, name, *OTHER_DAYS)))
        days = tuple(dict.fromkeys((name, second)))
        made.append(session(name, length, days=days, start=start))
    return made


@st.composite
def small_problems(
    draw: st.DrawFn, rows: tuple[int, int], sessions: tuple[int, int], minutes: tuple[int, ...]
) -> Asked:
    """Beginners' problems over a few exercises, some rules switched off."""
    ids = draw(
        st.lists(st.sampled_from(SMALL_WORK), min_size=rows[0], max_size=rows[1], unique=True)
    )
    if draw(st.integers(0, 2)) == 0:
        ids = [*ids[:-2], *IMPACT[:2]] if draw(st.booleans()) else [*ids[:-1], IMPACT[2]]
    floors = draw(st.sampled_from(("relaxed", "relaxed", "hard")))
    trained = tuple(
        muscle for row in ids for muscle in small_catalog().exercise_by_id[row].muscles.direct
    )
    off = OPTIONAL_RULES if floors == "hard" and draw(st.booleans()) else draw(few(OPTIONAL_RULES))
    most = draw(st.sampled_from((None, None, 1, 2)))
    asked = problem(
        catalog=catalog_of(tuple(ids), trained),
        sessions=draw(placed_sessions(sessions, minutes)),
        runs=[run("thu", "tempo", start="18:00")] if draw(st.booleans()) else [],
        races=[race("2026-03-08", priority="C")] if draw(st.integers(0, 3)) == 0 else [],
        athlete={"likes": draw(few(tuple(ids), 1)), "never": draw(few(tuple(ids), 1))},
        history={"weeks_trained": draw(st.sampled_from((0, 8)))},
        targets={"floors": floors},
        constraints={
            "sessions_suit_the_phase": {"most": most},
            **{rule: {"enabled": False} for rule in off},
        },
    )
    return Asked(asked)


def tiny_problems() -> st.SearchStrategy[Asked]:
    """Four to six exercises in one session, or three in two sessions."""
    one = small_problems((4, 6), (1, 1), (10, 15, 20, 31))
    two = small_problems((3, 3), (2, 2), (10, 15, 20, 31))
    return one | two


def larger_problems() -> st.SearchStrategy[Asked]:
    """Six to ten exercises in up to three sessions: too many plans to look at."""
    return small_problems((6, 10), (1, 3), (15, 20, 30, 40))
